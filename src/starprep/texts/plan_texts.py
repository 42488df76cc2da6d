"""What the plan of a rehearsal says: what there is to say aloud, and how it went before."""

from collections.abc import Sequence

from starprep.library.parts import Level, Part, clock_text, difference_text
from starprep.library.walkthrough import Walkthrough
from starprep.practice.plan import PROBES, WHOLE, Choice
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent
from starprep.record.fading import suggest_cue
from starprep.record.history import History, Run
from starprep.record.items import probe_progress
from starprep.texts.styled import Piece, Role, Styled, Text, joined, pace_role, styled

NOTHING = "not said yet"


def heads() -> Styled:
    """Return what stands above the rows, in their columns."""
    return styled(
        _row("Say aloud", "Target", _last("Last", "", "Rated", "Next cue")).plain, Role.MUTED
    )


def row(
    choice: Choice,
    walkthrough: Walkthrough,
    level: Level,
    history: History | None,
    calendar: Calendar,
) -> Styled:
    """Return one thing to say: how long it may take at `level`, and how it went there last.

    A row is at most 56 cells wide.
    """
    if choice == WHOLE:
        return _whole(walkthrough, level, history, calendar)
    if choice == PROBES:
        return _probes(walkthrough, history)
    part = Part(choice)
    drills = history.drills_of(part) if history else ()
    here = [event for event in drills if event.level is level]
    target = clock_text(walkthrough.target(part, level))
    return _row(part.title, target, _drill(here) if here else (NOTHING, Role.MUTED))


def _whole(
    walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Styled:
    target = clock_text(sum(walkthrough.target(part, level) for part in walkthrough.parts))
    runs = [run for run in history.runs if run.level is level] if history else []
    if not runs:
        return _row("The whole answer", target, (NOTHING, Role.MUTED))
    last = runs[-1]
    off = _off(last)
    said = _last(clock_text(last.seconds), off, calendar.ago(last.time), "")
    return _row("The whole answer", target, said)


def _probes(walkthrough: Walkthrough, history: History | None) -> Styled:
    keys = [probe.key for probe in walkthrough.probes]
    progress = probe_progress(history.probes if history else (), keys)
    seconds = sum(probe.target_seconds for probe in walkthrough.probes)
    if not walkthrough.probes:
        return _row("Follow-ups", "-", ("made from your text", Role.MUTED))
    done = f"{len(progress.answered)} of {progress.count} answered"
    return _row("Follow-ups", clock_text(seconds), (done, Role.MUTED))


def _drill(drills: Sequence[DrillEvent]) -> Styled:
    """Say how the last of some attempts at a part went, and with which cue to go on."""
    last = drills[-1]
    rated = last.rating.name.lower() if last.rating else "-"
    cue = (suggest_cue(drills).label, Role.MUTED)
    return _last(clock_text(last.seconds), _off(last), rated, cue)


def _row(name: str, target: str, done: Text) -> Styled:
    return joined(f"{name:<16}", (f"{target:>6}", Role.STRONG), "  ", done)


def _last(seconds: str, off: Text, rated: str, cue: Text) -> Styled:
    gap = " " * (6 - len(styled(off).plain))
    return joined(f"{seconds:<5}", gap, off, f"  {rated:<5}  ", cue)


def _off(last: DrillEvent | Run) -> Piece:
    """Return how far off its target the last was; a typed one has no pace."""
    if last.is_typed:
        return "typed", Role.MUTED
    return difference_text(last.seconds - last.target_seconds), pace_role(
        last.seconds, last.target_seconds
    )
