"""Reading the library for the screen: at once what it needs to be drawn, the rest behind it."""

from collections.abc import Callable, Iterable
from typing import Protocol

from starprep import __version__
from starprep.library.index import Index
from starprep.library.problems import Problem
from starprep.library.shelf import Shelf, read_shelf
from starprep.places import Places

MOST_AT_ONCE = 100
"""How many walkthroughs that the index does not know are read before the first paint. A file takes
about 3 ms; the others are read behind the list."""

STEP = 20
"""After so many files it is told how far the reading is, and asked whether it shall go on."""


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

    def read_on(self, reader: Reader, goes_on: Callable[[], bool]) -> None:
        """Read what was left for later, then every file whole that is not known to be sound.

        It is given up as soon as `goes_on` says no; what is known by then is kept for the next
        start.
        """
        from starprep.library.checking import check_listed
        from starprep.library.summaries import summary_of, walkthrough_summary

        count = len(self.shelf.unread)
        for number, path in enumerate(self.shelf.unread):
            if number % STEP == 0:
                reader.show_progress(number, count)
            if not goes_on():
                break
            summary_of(path, walkthrough_summary, self._index, [])
        self._keep()
        if count and goes_on():
            self.shelf = read_shelf(self._places.content, self._index)
            reader.show_shelf(self.shelf)
        for problems in check_listed(self.shelf, self._index, __version__, STEP):
            if problems:
                reader.show_problems(problems)
            if not goes_on():
                break
        self._keep()

    def _keep(self) -> None:
        if self._places.index:
            self._index.write(self._places.index)
