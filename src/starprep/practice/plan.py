"""What there is to say aloud of a walkthrough, and which of it comes next."""

from typing import Literal

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.record.history import History
from starprep.record.items import probe_progress
from starprep.record.scales import Rating

Whole = Literal["whole"]
Probes = Literal["probes"]
WHOLE: Whole = "whole"
"""The whole answer."""
PROBES: Probes = "probes"
"""The follow-up questions."""

Choice = Whole | Part | Probes


def choices(walkthrough: Walkthrough) -> tuple[Choice, ...]:
    """Return all that can be said aloud of a walkthrough, in the order in which it is offered.

    A story without follow-ups of its own is asked what its text invites.
    """
    return (WHOLE, *walkthrough.parts, PROBES)


def comes_next(walkthrough: Walkthrough, level: Level, history: History | None) -> Choice:
    """Return what to say next for `level`.

    First the whole answer, which is what an interviewer asks for. Then the part that was rated
    lowest, again or hard, the last time it was said; then the follow-ups, as long as one was never
    answered; then the whole answer once more.
    """
    if history is None or not any(run.level is level for run in history.runs):
        return WHOLE
    weak: dict[Part, Rating] = {}
    for part in walkthrough.parts:
        here = [event for event in history.drills_of(part) if event.level is level]
        rating = here[-1].rating if here else None
        if rating in (Rating.AGAIN, Rating.HARD):
            weak[part] = rating
    if weak:
        return min(weak, key=lambda part: weak[part])
    progress = probe_progress(history.probes, [probe.key for probe in walkthrough.probes])
    return PROBES if len(progress.answered) < progress.count else WHOLE
