"""Reading the library for the screen: at once what it needs to be drawn, the rest behind it."""

from collections.abc import Iterable
from typing import Protocol

from starprep import __version__
from starprep.library.index import Index
from starprep.library.problems import Problem
from starprep.library.shelf import Shelf, read_shelf
from starprep.places import Places

MOST_AT_ONCE = 100
"""How many walkthroughs that the index does not know are read before the first paint. A file takes
about 3 ms; the others are read behind the list."""


class Reader(Protocol):
    """What is told of the reading."""

    def show_progress(self, read: int, count: int) -> None:
        """So many new walkthroughs have been read."""

    def show_shelf(self, shelf: Shelf) -> None:
        """There is more on the shelf than before."""

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Something is wrong inside files."""


class ShelfReader:
    """Reads what the index knows, and little more; then, when it is told to, everything."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._index = Index.read(places.index)
        self.shelf = read_shelf(places.content, self._index, MOST_AT_ONCE)

    def read_on(self, reader: Reader) -> None:
        """Read what was left for later, then every file whole that is not known to be sound."""
        from starprep.library.cards import read_on
        from starprep.library.checking import check_listed

        if self.shelf.unread:
            read_on(self.shelf.unread, self._index, reader.show_progress)
            self.shelf = read_shelf(self._places.content, self._index)
            reader.show_shelf(self.shelf)
        problems = check_listed(self.shelf, self._index, __version__)
        if problems:
            reader.show_problems(problems)
        if self._places.index:
            self._index.write(self._places.index)
