"""The library: all that can be practised, and what is wrong with the files that hold it."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from starprep.library.browse import Group, Grouping, grouped
from starprep.library.index import Index
from starprep.library.problems import Problem
from starprep.library.shelf import Heading, Listing, Shelf, read_shelf

if TYPE_CHECKING:
    from starprep.library.principle import Principle
    from starprep.library.walkthrough import Walkthrough

MOST_AT_ONCE = 100
"""How many walkthroughs that the index does not know are read before a first screen is drawn. A
file takes about 3 ms; the others are read behind the list."""

STEP = 20
"""After so many files it is told how far the reading is."""


class Progress(NamedTuple):
    """How far the reading of walkthroughs that were left for later is."""

    read: int
    total: int


News = Progress | Shelf | tuple[Problem, ...]
"""What reading on brings: how far it is, a fuller shelf, or what is wrong inside files."""


class Library:
    """What was read of the content, and the way to each file as a whole.

    Nothing of it runs by itself: `read_on` reads, wherever it is called, and what it yields is
    taken in by `take`, so that a screen sees the library change only when it says so.

    Args:
        folders: where content is; see `files.files_in`.
        index: the file that keeps what was read before; None where none is kept.
        most: how many walkthroughs that the index does not know may be read at once; None for all.
        wanted: the id of a walkthrough that is read whatever `most` says.
        own: the folder of the candidate's own stories.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        index: Path | None = None,
        most: int | None = None,
        wanted: str | None = None,
        own: Path | None = None,
    ) -> None:
        self._folders, self._path, self._own = tuple(folders), index, own
        self._index = Index.read(index)
        self.problems: dict[Path, list[Problem]] = {}
        """What is wrong, file by file, in the order in which it was found."""
        self.shelf = Shelf()
        self._held: dict[Path, tuple[Listing, Walkthrough]] = {}
        self.take(read_shelf(self._folders, self._index, most, wanted, own))

    # -- what there is ---------------------------------------------------------------------------

    @property
    def offered(self) -> tuple[Listing, ...]:
        """The walkthroughs whose files have no problem that is known, and those that are held."""
        return tuple(
            each
            for each in self.shelf.walkthroughs
            if each.path not in self.problems or each.path in self._held
        )

    def listing(self, id: str) -> Listing | None:
        """Return what a list shows of the walkthrough with this id, or None."""
        return self.shelf.walkthrough(id)

    def heading(self, principle: str) -> Heading | None:
        """Return what a list shows of the principle with this id, or None."""
        return self.shelf.principle(principle)

    @property
    def principle_names(self) -> dict[str, str]:
        """The principles' names by id."""
        return {each.id: each.name for each in (*self.shelf.principles, *self.shelf.faulty)}

    def groups(self, by: Grouping, wanted: str = "") -> tuple[Group, ...]:
        """Return what is offered and matches `wanted`, in groups."""
        return grouped(self.shelf, (each for each in self.offered if each.matches(wanted)), by)

    @property
    def words(self) -> list[str]:
        """What a filter can name: every level, principle and tag that there is."""
        return [group.word for by in Grouping for group in self.groups(by)]

    # -- files as a whole ------------------------------------------------------------------------

    def walkthrough(self, id: str) -> "Walkthrough | None":
        """Read a walkthrough whole; None where there is none, or its file has gone wrong.

        What is wrong with it is in `problems` then.
        """
        from starprep.library.reading import read_walkthrough

        listing = self.listing(id)
        if listing is None:
            return None
        if self.is_held(listing.path):
            return self._held[listing.path][1]
        reading = read_walkthrough(listing.path, self.shelf.principle_ids)
        self.take(reading.problems)
        return reading.value

    def principle(self, id: str) -> "Principle | None":
        """Read a principle whole; of a file that has gone wrong, what the list shows of it."""
        from starprep.library.principle import Principle
        from starprep.library.reading import read_principle

        heading = self.heading(id)
        if heading is None:
            return None
        return read_principle(heading.path).value or Principle(
            format=1, id=heading.id, name=heading.name, essence=heading.essence
        )

    # -- files that change -----------------------------------------------------------------------

    def hold(self, path: Path) -> None:
        """Keep the walkthrough in the file at `path` as it is now, while its file is being changed.

        As long as what is read of the file afterwards is wrong, this one is offered instead.
        Nothing is held of a file that is wrong already.
        """
        listing = self.shelf.at(path)
        if listing in self.offered and listing and (whole := self.walkthrough(listing.id)):
            self._held[path] = listing, whole

    def is_held(self, path: Path) -> bool:
        """Tell whether the file at `path` has gone wrong, and what it held before is offered."""
        return path in self._held and path in self.problems

    def refresh(self, *paths: Path) -> None:
        """Read the folders anew, and the files at `paths` whole: they have changed, come or gone.

        What is wrong with them is in `problems` then, and nothing else of what was.
        """
        for path in paths:
            self.problems.pop(path, None)
        self.take(self.reread())
        for path in paths:
            listing = self.shelf.at(path)
            is_sound = listing and path not in self.problems and self.walkthrough(listing.id)
            if is_sound or not path.exists():
                self._held.pop(path, None)
        if self._path:
            self._index.write(self._path)

    # -- reading on ------------------------------------------------------------------------------

    def read_on(self, version: str) -> Generator[News]:
        """Read what was left for later, then every file whole that is not known to be sound.

        Nothing of the library changes but the index, which is written at the end, however early
        that comes.

        Args:
            version: the version of starprep: what another one found sound is read again.
        """
        from starprep.library.checking import check_listed

        try:
            yield from self._read_unread()
            shelf = self.reread() if self.shelf.unread else self.shelf
            if shelf is not self.shelf:
                yield shelf
            yield from check_listed(shelf, self._index, version, STEP)
        finally:
            if self._path:
                self._index.write(self._path)

    def reread(self) -> Shelf:
        """Read the folders anew, for `take`: files may have come, gone or changed."""
        return read_shelf(self._folders, self._index, own=self._own)

    def _read_unread(self) -> Iterator[Progress]:
        from starprep.library.summaries import summary_of, walkthrough_summary

        unread = self.shelf.unread
        for number, path in enumerate(unread):
            if number % STEP == 0:
                yield Progress(number, len(unread))
            summary_of(path, walkthrough_summary, self._index, [])
        if unread and self._path:
            self._index.write(self._path)

    def take(self, news: Shelf | Iterable[Problem]) -> None:
        """Take in a fuller shelf, or what came to light; what has a problem is not offered."""
        if isinstance(news, Shelf):
            self.shelf = news
            news = news.problems
        for problem in news:
            known = self.problems.setdefault(problem.path, [])
            if problem not in known:
                known.append(problem)
        for path, (listing, _) in self._held.items():
            if path in self.problems:
                self.shelf = self.shelf.with_listing(listing)
