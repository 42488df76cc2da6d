"""A remark: what was heard, in which words, and what an interviewer makes of it."""

from collections.abc import Iterable
from typing import NamedTuple

from starprep.review.lists import Severity


class Remark(NamedTuple):
    """One thing that an interviewer would write down.

    `start` and `end` are offsets in the answer, in characters, and `words` is what stands there;
    where something is missing they are the end of what should hold it, and `words` is empty.
    """

    start: int
    end: int
    rule: str
    title: str
    severity: Severity
    words: str
    why: str


class Point(NamedTuple):
    """What remarks of one rule say for one and the same reason."""

    severity: Severity
    title: str
    why: str
    words: tuple[str, ...]
    """The words of each remark that has any, in the order in which they stand."""


def by_weight(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks with those that weigh most first; of equal weight as they stand."""
    order = tuple(Severity)
    return tuple(sorted(remarks, key=lambda each: (order.index(each.severity), each.start)))


def points(remarks: Iterable[Remark]) -> tuple[Point, ...]:
    """Put remarks that say the same together, what weighs most first."""
    found: dict[tuple[Severity, str, str], list[str]] = {}
    for each in by_weight(remarks):
        words = found.setdefault((each.severity, each.title, each.why), [])
        words += [each.words] if each.words else []
    return tuple(Point(*said, tuple(words)) for said, words in found.items())
