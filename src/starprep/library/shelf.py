"""The library at a glance: what a list shows of each walkthrough and principle.

Reading a shelf needs the standard library only. It takes each file's summary, what the file says of
itself, and trusts the rest; `checking` reads the same files whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from starprep.library.files import Files, files_in
from starprep.library.index import Index
from starprep.library.key import Key
from starprep.library.parts import Level, Part
from starprep.library.problems import Problem
from starprep.library.reading import Source, parse, read_principle, read_walkthrough
from starprep.library.summaries import LAST, principle_summary, summary_of, walkthrough_summary
from starprep.library.text import one_line

YOURS = "yours"
"""What a filter and a group call the candidate's own stories."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list shows of a principle."""

    id: str
    path: Path
    name: str
    essence: str
    order: int


class QuizEntry(NamedTuple):
    """What a list knows of a quiz question."""

    key: Key
    difficulty: str
    """easy, medium or hard."""

    @property
    def prompt(self) -> str:
        """The question."""
        return self.key.words


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows of a walkthrough."""

    id: str
    path: Path
    question: str
    principle: str
    """Its principle's id; empty where it has none."""
    level: Level
    tags: tuple[str, ...]
    scenario: str
    seconds: int
    """What the five targets add up to."""
    quiz: tuple[QuizEntry, ...]
    """Its quiz questions, in their order."""
    probes: tuple[Key, ...]
    """Its follow-up questions, in their order."""
    words: str = field(repr=False)
    """All that a filter looks through, in small letters."""
    parts: tuple[Part, ...] = tuple(Part)
    """The parts that it has."""
    adapted: tuple[str, ...] = ()
    """The ids of the other principles that it serves."""
    name: str = ""
    """What its file calls it, if anything."""
    is_own: bool = False
    """Whether it is the candidate's own."""

    @property
    def title(self) -> str:
        """What it is called: its own title, or the id as a person would write it."""
        return self.name or self.id.replace("-", " ").capitalize()

    @property
    def tag_words(self) -> tuple[str, ...]:
        """The tags, each once, as one word in small letters."""
        return tuple(dict.fromkeys("-".join(tag.casefold().split()) for tag in self.tags))

    def matches(self, wanted: str) -> bool:
        """Tell whether each word of `wanted` stands somewhere in this listing.

        `level:`, `principle:` and `tag:` before a word look there only, and a level or a tag has
        to begin with it; `whose:yours` finds the candidate's own.
        """
        return all(self._has(word) for word in wanted.casefold().split())

    def _has(self, word: str) -> bool:
        field, colon, value = word.partition(":")
        if colon and field == "level":
            return self.level.value.startswith(value)
        if colon and field == "principle":
            return value in self.principle
        if colon and field == "tag":
            return any(tag.startswith(value) for tag in self.tag_words) or not value
        if colon and field == "whose":
            return self.is_own and YOURS.startswith(value)
        return word in self.words


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every principle by its place, every walkthrough by principle and id, and what is wrong."""

    principles: tuple[Heading, ...] = ()
    walkthroughs: tuple[Listing, ...] = ()
    problems: tuple[Problem, ...] = ()
    faulty: tuple[Heading, ...] = ()
    """Stand-ins for the principles whose files have problems; walkthroughs may still name them."""
    unread: tuple[Path, ...] = ()
    """Walkthroughs that were left for later."""

    @property
    def principle_ids(self) -> frozenset[str]:
        """The ids that a walkthrough may name."""
        return frozenset(heading.id for heading in (*self.principles, *self.faulty))

    def principle(self, id: str) -> Heading | None:
        """Return the principle with this id, or None."""
        return next((each for each in (*self.principles, *self.faulty) if each.id == id), None)

    def walkthrough(self, id: str) -> Listing | None:
        """Return the walkthrough with this id, or None."""
        return next((listing for listing in self.walkthroughs if listing.id == id), None)

    def at(self, path: Path) -> Listing | None:
        """Return the walkthrough in the file at `path`, or None."""
        return next((listing for listing in self.walkthroughs if listing.path == path), None)

    def with_listing(self, listing: Listing) -> "Shelf":
        """Return the same shelf with this listing for its file, whatever the file says now."""
        others = (each for each in self.walkthroughs if each.path != listing.path)
        known = {each.id: each for each in (*self.faulty, *self.principles)}
        return replace(self, walkthroughs=_in_order((*others, listing), known))


def read_shelf(
    folders: Sequence[Path],
    index: Index | None = None,
    most: int | None = None,
    wanted: str | None = None,
    own: Path | None = None,
) -> Shelf:
    """Read the summaries of all content files in `folders`, the built-in folder first.

    Of two files with one id the earlier one stays and the later one is a problem.

    Args:
        folders: where to look; see `files_in`.
        index: the summaries known already, to which those that are read now are added.
        most: how many walkthroughs that the index does not know may be read; the others are
            `unread`.
        wanted: the id of a walkthrough that is read all the same.
        own: the folder of the candidate's own, which come first.
    """
    files = files_in(folders)
    index = index or Index()
    try:
        return _read(files, index, most, wanted, own)
    except (KeyError, TypeError, ValueError, AttributeError):
        index.clear()  # it holds what no file said
        return _read(files, index, most, wanted, own)


def _read(
    files: Files, index: Index, most: int | None, wanted: str | None, own: Path | None
) -> Shelf:
    problems: list[Problem] = []
    headings: dict[str, Heading] = {}
    faulty: dict[str, Heading] = {}
    for path in files.principles:
        heading = _heading(path, index, problems)
        if heading is None:
            faulty[path.stem] = _stand_in(path)
        elif not _is_taken(heading, headings, problems):
            headings[heading.id] = heading
    known = {**faulty, **headings}
    names = {each.id: each.name for each in known.values()}
    new = (path for path in files.walkthroughs if index.summary(path) is None)
    later = () if most is None else islice(new, most, None)
    unread = {path for path in later if path.stem != wanted}
    listings: dict[str, Listing] = {}
    for path in files.walkthroughs:
        is_own = own is not None and path.parent == own
        listing = None if path in unread else _listing(path, names, index, problems, is_own=is_own)
        if listing and not _is_taken(listing, listings, problems):
            listings[listing.id] = listing
    return Shelf(
        tuple(sorted(headings.values(), key=lambda each: (each.order, each.id))),
        _in_order(listings.values(), known),
        tuple(problems),
        tuple(each for each in faulty.values() if each.id not in headings),
        tuple(path for path in files.walkthroughs if path in unread),
    )


def _in_order(listings: Iterable[Listing], known: Mapping[str, Heading]) -> tuple[Listing, ...]:
    """Return the candidate's own first, and each of the others by its principle's place."""

    def place(each: Listing) -> tuple[bool, int, str, str]:
        heading = known.get(each.principle)
        return not each.is_own, heading.order if heading else LAST, each.principle, each.id

    return tuple(sorted(listings, key=place))


def same_id(id: str, path: Path, first: Path, source: Source) -> Problem:
    """Make the problem of a file whose id another file already has."""
    what = f'"{id}" is already the id of {first}'
    return source.problem(("id",), what, f"rename {path.name} and its id; the other file is used")


def _is_taken(new: Heading | Listing, known: dict[str, Any], problems: list[Problem]) -> bool:
    if new.id not in known:
        return False
    source = parse(new.path).value
    if source:
        problems.append(same_id(new.id, new.path, known[new.id].path, source))
    return True


def _heading(path: Path, index: Index, problems: list[Problem]) -> Heading | None:
    told = len(problems)
    summary = summary_of(path, principle_summary, index, problems)
    if summary is not None:
        return Heading(summary["id"], path, summary["name"], summary["essence"], summary["order"])
    if len(problems) == told:
        problems += read_principle(path).problems
    return None


def _stand_in(path: Path) -> Heading:
    """Make a heading from a faulty file's name: walkthroughs of the principle are not to blame."""
    name = one_line(path.stem.replace("-", " ")).title()
    return Heading(path.stem, path, name, "The file of this principle has a problem.", LAST)


def _listing(
    path: Path,
    names: Mapping[str, str],
    index: Index,
    problems: list[Problem],
    *,
    is_own: bool,
) -> Listing | None:
    told = len(problems)
    summary = summary_of(path, walkthrough_summary, index, problems)
    if summary is not None and (not summary["principle"] or summary["principle"] in names):
        principle, tags = summary["principle"], tuple(summary["tags"])
        words = (
            summary["id"],
            summary["question"],
            summary["title"],
            names.get(principle, ""),
            principle,
            summary["level"],
            *tags,
        )
        return Listing(
            summary["id"],
            path,
            summary["question"],
            principle,
            Level(summary["level"]),
            tags,
            summary["scenario"],
            summary["seconds"],
            tuple(QuizEntry(Key(*key), difficulty) for difficulty, *key in summary["quiz"]),
            tuple(Key(*each) for each in summary["probes"]),
            " ".join(words).casefold(),
            tuple(Part(each) for each in summary["parts"]),
            tuple(summary["adapted"]),
            summary["title"],
            is_own,
        )
    if len(problems) == told:
        problems += read_walkthrough(path, names).problems
    return None
