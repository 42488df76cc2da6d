"""Fading: how much help to try with next, from how it went before."""

from collections.abc import Sequence

from starprep.record.events import DrillEvent
from starprep.record.scales import Cue, Rating

PACE_ALLOWANCE = 0.2
"""The share of the target that an attempt may run over and still lead to less help."""


def suggest_cue(earlier: Sequence[DrillEvent]) -> Cue:
    """Return the rung to try next, from the earlier attempts at the same part, oldest first.

    A last attempt rated good or easy, and at most a fifth over its target, leads one rung down; one
    rated again leads one rung up; any other stays. The first attempt is with the full example.
    """
    if not earlier:
        return Cue.FULL
    last = earlier[-1]
    in_time = last.seconds <= last.target_seconds * (1 + PACE_ALLOWANCE)
    if last.rating is Rating.AGAIN:
        return last.cue.step(-1)
    if last.rating in (Rating.GOOD, Rating.EASY) and in_time:
        return last.cue.step(1)
    return last.cue
