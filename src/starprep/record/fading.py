"""Fading: how much help to try with next, and what in the last attempt speaks for it.

Less help is a step up in difficulty, so it is earned by evidence: the part was said in its time,
with most of its signals, and felt good. None of the three is enough alone. A time can be kept by
saying nothing, signals can be read off the screen at leisure, and a feeling may be mistaken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from starprep.record.events import DrillEvent
from starprep.record.scales import Cue, Rating

MOST_TIME = 1.2
"""An attempt that took more than this share of its target did not keep its time."""

LEAST_TIME = 0.5
"""One that took less than this share was not said in full: half of the part is missing."""

MOST_SIGNALS = 2 / 3
"""The share of the signals that counts as most of them.

More than half, since on the next rung nothing may be left to remind of what was missed; less than
all, since the story is to be told and not recited. Of two signals both are wanted, of seven, five.
"""


class Why(StrEnum):
    """What decides on the next cue."""

    FIRST = "first"
    """The part has not been said yet."""
    READY = "ready"
    """In time, most signals, rated good or easy: less help, where there is less."""
    AGAIN = "again"
    """Rated again: more help, where there is more."""
    UNRATED = "unrated"
    HARD = "hard"
    LONG = "long"
    """Over `MOST_TIME`."""
    SHORT = "short"
    """Under `LEAST_TIME`."""
    SIGNALS = "signals"
    """Fewer than `MOST_SIGNALS`."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The help to try with next, and why."""

    cue: Cue
    why: Why
    before: Cue | None = None
    """The help that there was last time; None at the first."""

    @property
    def is_less(self) -> bool:
        """Whether the cue fades."""
        return self.why is Why.READY and self.cue is not self.before

    @property
    def is_more(self) -> bool:
        """Whether the cue comes back."""
        return self.why is Why.AGAIN and self.cue is not self.before


def suggest(earlier: Sequence[DrillEvent]) -> Suggestion:
    """Return what to try next, from the earlier attempts at the same part, oldest first.

    The first attempt is with the full example. After that the last attempt decides: one that was in
    time, with most signals and rated good or easy, leads one rung down; one rated again leads one
    rung up; any other stays. Of one that was typed only signals and rating count.
    """
    if not earlier:
        return Suggestion(Cue.FULL, Why.FIRST)
    last = earlier[-1]
    why = _why(last)
    by = {Why.READY: 1, Why.AGAIN: -1}.get(why, 0)
    return Suggestion(last.cue.step(by), why, last.cue)


def suggest_cue(earlier: Sequence[DrillEvent]) -> Cue:
    """Return the cue to try next; see `suggest`."""
    return suggest(earlier).cue


def _why(last: DrillEvent) -> Why:
    if last.rating is None:
        return Why.UNRATED
    if last.rating is Rating.AGAIN:
        return Why.AGAIN
    if last.rating is Rating.HARD:
        return Why.HARD
    if not last.is_typed and last.seconds > last.target_seconds * MOST_TIME:
        return Why.LONG
    if not last.is_typed and last.seconds < last.target_seconds * LEAST_TIME:
        return Why.SHORT
    return Why.READY if _are_most_hit(last) else Why.SIGNALS


def _are_most_hit(last: DrillEvent) -> bool:
    """Tell whether most signals were hit; where their number is not known, whether any were."""
    if last.wanted is None:
        return bool(last.signals)
    return len(last.signals) >= last.wanted * MOST_SIGNALS
