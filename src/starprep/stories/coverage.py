"""Which story serves which principle, how strong and how fresh each is, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import mean, median

from starprep.library.shelf import Heading, Listing
from starprep.record.calendar import DAYS_TOLD, Calendar
from starprep.record.history import History
from starprep.record.scales import Rating

MOST_PRINCIPLES = 3
"""A story that serves more principles than this leaves an interview with one story too few: each
interviewer asks about two or three, and they compare."""

OFTEN_TOLD = 6
"""A story told fewer times than this is not overused, however seldom the others are told."""

TOLD_MORE = 3
"""Told so many times as often as the others usually are, a story crowds them out."""

WEAK_BELOW = 2.5
"""A mean rating below this, between hard and good, makes a story weak."""


class Serves(StrEnum):
    """How a story serves a principle."""

    MAIN = "main"
    """It is the story's own."""
    ADAPTED = "adapted"
    """The story says how it bends to it."""


class Strength(StrEnum):
    """How well a story sits, by the last time that each of its parts was said."""

    UNTOLD = "untold"
    """Never said aloud."""
    WEAK = "weak"
    """Rated below 2.5 in the mean, or not rated and not said whole."""
    FAIR = "fair"
    """Neither."""
    STRONG = "strong"
    """All of it said, rated good in the mean, and practised within 14 days."""


class Overuse(StrEnum):
    """Why a story is overused."""

    PRINCIPLES = "principles"
    """It serves more than three principles."""
    TOLD = "told"
    """It is told three times as often as the others usually are, and six times at least."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the matrix."""

    listing: Listing
    serves: Mapping[str, Serves]
    """How it serves each principle that it does, by the principle's id."""
    told: int
    """In how many rehearsals at least one part of it was said."""
    last: datetime | None
    """When it was last practised; None where it never was."""
    days: int | None
    """How many midnights ago that was."""
    rating: float | None
    """The mean of the last rating of each part that was rated, from 1 to 4."""
    signals: int | None
    """How many signals its best whole answer had; None where it was not said whole."""
    strength: Strength
    overused: tuple[Overuse, ...]
    """Why it is overused; empty where it isn't, and of built-in stories."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of stories and principles."""

    principles: tuple[Heading, ...]
    """Every principle, in order."""
    rows: tuple[StoryRow, ...]
    """Every story, in the library's order."""
    is_own: bool
    """Whether the stories are the candidate's own; without any, they are the built-in ones."""

    @property
    def gaps(self) -> tuple[Heading, ...]:
        """The principles that no story serves."""
        return tuple(each for each in self.principles if not self.serving(each.id))

    @property
    def overused(self) -> tuple[StoryRow, ...]:
        """The stories that do too much."""
        return tuple(row for row in self.rows if row.overused)

    def serving(self, principle: str, how: Serves | None = None) -> tuple[StoryRow, ...]:
        """Return the stories that serve a principle, or that serve it in one way."""
        kinds = set(Serves) if how is None else {how}
        return tuple(row for row in self.rows if row.serves.get(principle) in kinds)


def coverage(
    principles: Sequence[Heading],
    listings: Iterable[Listing],
    histories: Mapping[str, History],
    calendar: Calendar,
) -> Coverage:
    """Return the matrix of the candidate's own stories, or where there are none of all.

    Args:
        principles: every principle, in order.
        listings: the stories on offer.
        histories: what was practised of each, by its id.
        calendar: tells how long ago something was.
    """
    every = tuple(listings)
    own = tuple(each for each in every if each.is_own)
    stories = own or every
    told = {each.id: _told(histories.get(each.id)) for each in stories}
    rows = (_row(each, histories.get(each.id), told, calendar, own=bool(own)) for each in stories)
    return Coverage(tuple(principles), tuple(rows), bool(own))


def _told(history: History | None) -> int:
    return len({drill.run for drill in history.drills}) if history else 0


def _row(
    listing: Listing,
    history: History | None,
    told: Mapping[str, int],
    calendar: Calendar,
    *,
    own: bool,
) -> StoryRow:
    serves = dict.fromkeys(listing.adapted, Serves.ADAPTED)
    if listing.principle:
        serves[listing.principle] = Serves.MAIN
    last = history.last if history else None
    days = calendar.days_ago(last) if last else None
    rating = _rating(history) if history else None
    return StoryRow(
        listing,
        serves,
        told[listing.id],
        last,
        days,
        rating,
        history.best.signals if history and history.best else None,
        _strength(listing, history, rating, days),
        _overuse(listing.id, serves, told) if own else (),
    )


def _rating(history: History) -> float | None:
    """Return the mean of the last rating of each part that was rated."""
    last = {drill.part: drill.rating for drill in history.drills if drill.rating is not None}
    return mean(last.values()) if last else None


def _strength(
    listing: Listing, history: History | None, rating: float | None, days: int | None
) -> Strength:
    said = {drill.part for drill in history.drills} if history else set()
    if not said:
        return Strength.UNTOLD
    whole = said.issuperset(listing.parts)
    if (rating is None and not whole) or (rating is not None and rating < WEAK_BELOW):
        return Strength.WEAK
    is_good = rating is not None and rating >= Rating.GOOD
    is_fresh = days is not None and days < DAYS_TOLD
    return Strength.STRONG if whole and is_good and is_fresh else Strength.FAIR


def _overuse(id: str, serves: Mapping[str, Serves], told: Mapping[str, int]) -> tuple[Overuse, ...]:
    others = [times for other, times in told.items() if other != id]
    usual = median(others) if others else told[id]
    found = {
        Overuse.PRINCIPLES: len(serves) > MOST_PRINCIPLES,
        Overuse.TOLD: told[id] >= max(OFTEN_TOLD, TOLD_MORE * usual),
    }
    return tuple(why for why, holds in found.items() if holds)


def as_data(found: Coverage) -> dict[str, object]:
    """Return the matrix as plain data; docs/coverage.md defines every key."""
    return {
        "own": found.is_own,
        "principles": [
            {
                "id": each.id,
                "name": each.name,
                **{
                    how.value: [r.listing.id for r in found.serving(each.id, how)] for how in Serves
                },
            }
            for each in found.principles
        ],
        "stories": [_row_as_data(row) for row in found.rows],
        "gaps": [each.id for each in found.gaps],
        "overused": _ids(found.overused),
    }


def _ids(rows: Iterable[StoryRow]) -> list[str]:
    return [row.listing.id for row in rows]


def _row_as_data(row: StoryRow) -> dict[str, object]:
    return {
        "id": row.listing.id,
        "title": row.listing.title,
        "serves": {principle: how.value for principle, how in row.serves.items()},
        "told": row.told,
        "last": row.last.isoformat() if row.last else None,
        "days": row.days,
        "rating": None if row.rating is None else round(row.rating, 2),
        "signals": row.signals,
        "strength": row.strength.value,
        "overused": [why.value for why in row.overused],
    }
