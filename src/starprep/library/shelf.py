"""The library at a glance: which files there are, and what a list shows of each.

Reading a shelf needs the standard library only. It takes each file's heading and trusts the rest;
`checking` reads the same files whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starprep.library.parts import Level
from starprep.library.problems import Problem
from starprep.library.reading import Source, parse, read_principle, read_walkthrough
from starprep.library.text import one_line, printable


@dataclass(frozen=True, slots=True)
class Files:
    """The content files under some folders, in the order in which the folders were named."""

    walkthroughs: tuple[Path, ...] = ()
    principles: tuple[Path, ...] = ()

    def __add__(self, other: "Files") -> "Files":
        """Return both, each file once."""
        return Files(
            _once((*self.walkthroughs, *other.walkthroughs)),
            _once((*self.principles, *other.principles)),
        )


def files_in(paths: Iterable[Path]) -> Files:
    """Find the content files at `paths`, each a TOML file or a folder.

    A folder holds `walkthroughs/*.toml` and `principles/*.toml`; TOML files right inside it count
    too. A file is a principle when its folder is called `principles`, else a walkthrough. Folders
    that do not exist hold nothing.
    """
    found = [file for path in paths for file in _toml_files(path)]
    return Files(
        _once(file for file in found if not _is_principle(file)),
        _once(file for file in found if _is_principle(file)),
    )


def _toml_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path
        return
    for folder in (path, path / "walkthroughs", path / "principles"):
        yield from sorted(file for file in folder.glob("*.toml") if file.name[0] != ".")


def _is_principle(path: Path) -> bool:
    return path.absolute().parent.name == "principles"


def _once(paths: Iterable[Path]) -> tuple[Path, ...]:
    first: dict[Path, Path] = {}
    for path in paths:
        first.setdefault(path.resolve(), path)
    return tuple(first.values())


LAST = 99
"""The place of a principle whose file does not tell it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list shows of a principle."""

    id: str
    path: Path
    name: str
    essence: str
    order: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows of a walkthrough."""

    id: str
    path: Path
    question: str
    principle: str
    level: Level
    tags: tuple[str, ...]
    scenario: str
    seconds: int
    """What the five targets add up to."""
    words: str = field(repr=False)
    """All that a filter looks through, in small letters."""

    def matches(self, wanted: str) -> bool:
        """Tell whether every word of `wanted` begins or stands inside some word of this listing."""
        return all(word in self.words for word in wanted.casefold().split())


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every principle by its place, every walkthrough by principle and id, and what is wrong."""

    principles: tuple[Heading, ...] = ()
    walkthroughs: tuple[Listing, ...] = ()
    problems: tuple[Problem, ...] = ()
    faulty: tuple[Heading, ...] = ()
    """Stand-ins for the principles whose files have problems; walkthroughs may still name them."""

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


def read_shelf(folders: Sequence[Path]) -> Shelf:
    """Read the headings of all content files in `folders`, the built-in folder first.

    Of two files with one id the earlier one stays and the later one is a problem.
    """
    files = files_in(folders)
    problems: list[Problem] = []
    headings: dict[str, Heading] = {}
    faulty: dict[str, Heading] = {}
    for path in files.principles:
        heading = _heading(path, problems)
        if heading is None:
            faulty[path.stem] = _stand_in(path)
        elif not _is_taken(heading, headings, problems):
            headings[heading.id] = heading
    known = {**faulty, **headings}
    names = {each.id: each.name for each in known.values()}
    listings: dict[str, Listing] = {}
    for path in files.walkthroughs:
        listing = _listing(path, names, problems)
        if listing and not _is_taken(listing, listings, problems):
            listings[listing.id] = listing
    places = {each.id: (each.order, each.id) for each in known.values()}
    return Shelf(
        tuple(sorted(headings.values(), key=lambda each: places[each.id])),
        tuple(sorted(listings.values(), key=lambda each: (places[each.principle], each.id))),
        tuple(problems),
        tuple(each for each in faulty.values() if each.id not in headings),
    )


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


def _heading(path: Path, problems: list[Problem]) -> Heading | None:
    parsed = parse(path)
    if parsed.value is None:
        problems += parsed.problems
        return None
    try:
        data = parsed.value.data
        order = data.get("order", LAST)
        text = [_text(data[key]) for key in ("id", "name", "essence")]
        if data["id"] == path.stem and isinstance(order, int):
            return Heading(text[0], path, text[1], text[2], order)
    except (KeyError, TypeError):
        pass
    problems += read_principle(path).problems
    return None


def _stand_in(path: Path) -> Heading:
    """Make a heading from a faulty file's name: walkthroughs of the principle are not to blame."""
    name = one_line(path.stem.replace("-", " ")).title()
    return Heading(path.stem, path, name, "The file of this principle has a problem.", LAST)


def _listing(path: Path, names: dict[str, str], problems: list[Problem]) -> Listing | None:
    parsed = parse(path)
    if parsed.value is None:
        problems += parsed.problems
        return None
    try:
        data = parsed.value.data
        identifier, principle = _text(data["id"]), data["principle"]
        question = _text(data["question"])
        tags = tuple(_text(tag) for tag in data.get("tags", []))
        if identifier == path.stem and principle in names:
            words = (identifier, question, names[principle], principle, data["level"], *tags)
            return Listing(
                identifier,
                path,
                question,
                principle,
                Level(data["level"]),
                tags,
                printable(data["overview"]["scenario"]),
                sum(section["target_seconds"] for section in data["sections"]),
                " ".join(words).casefold(),
            )
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    problems += read_walkthrough(path, names).problems
    return None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return one_line(value)
