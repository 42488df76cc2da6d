"""Finding one's way in a long list of walkthroughs: groups, and what a filter can name."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from starprep.library.parts import Level
from starprep.library.shelf import YOURS, Listing, Shelf


class Grouping(StrEnum):
    """What walkthroughs can be grouped by."""

    PRINCIPLE = "principle"
    LEVEL = "level"
    TAG = "tag"

    @property
    def next(self) -> "Grouping":
        """The one after it, and after the last the first."""
        every = tuple(Grouping)
        return every[(every.index(self) + 1) % len(every)]


class Group(NamedTuple):
    """Walkthroughs that have something in common."""

    word: str
    """What a filter names it by, such as `level:senior`."""
    title: str
    """What it is called."""
    listings: tuple[Listing, ...]
    """In the library's order."""


_WHOSE = f"whose:{YOURS}"


def grouped(shelf: Shelf, listings: Iterable[Listing], by: Grouping) -> tuple[Group, ...]:
    """Group `listings`, in the order of the principles, the levels or the letters.

    By principle, the candidate's own come first, in a group of their own. By tag, a walkthrough
    stands in as many groups as it has tags, and those without any in none.
    """
    found: dict[str, list[Listing]] = {}
    for listing in listings:
        for name in _names(listing, by):
            found.setdefault(name, []).append(listing)
    return tuple(
        Group(_WHOSE if name == YOURS else f"{by}:{name}", title, tuple(found[name]))
        for name, title in _titles(shelf, found, by)
        if name in found
    )


def _names(listing: Listing, by: Grouping) -> Iterable[str]:
    if by is Grouping.PRINCIPLE:
        return (YOURS if listing.is_own else listing.principle,)
    if by is Grouping.LEVEL:
        return (listing.level.value,)
    return listing.tag_words


def _titles(shelf: Shelf, names: Iterable[str], by: Grouping) -> Iterator[tuple[str, str]]:
    """Yield every name of a group and its title, in order."""
    if by is Grouping.PRINCIPLE:
        yield YOURS, YOURS.capitalize()
        yield from ((each.id, each.name) for each in (*shelf.principles, *shelf.faulty))
        yield "", "On no principle"
    elif by is Grouping.LEVEL:
        yield from ((level.value, level.label) for level in Level)
    else:
        yield from ((name, name) for name in sorted(names))
