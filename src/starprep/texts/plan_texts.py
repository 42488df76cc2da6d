"""What the plan of a rehearsal says: what there is to say aloud, and how it went before."""

from starprep.library.parts import Level, Part, clock_text, difference_text
from starprep.library.walkthrough import Walkthrough
from starprep.record.calendar import Calendar
from starprep.record.fading import suggest_cue
from starprep.record.history import History
from starprep.record.items import probe_progress
from starprep.texts.styled import Role, Styled, joined


def whole(
    walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Styled:
    """Return the whole answer: how long it may take, and how the last one went."""
    target = sum(walkthrough.target(part, level) for part in Part)
    done = "not said yet"
    if history and history.runs:
        last = history.runs[-1]
        took = f"{clock_text(last.seconds)} ({difference_text(last.difference)})"
        done = f"last {'typed' if last.is_typed else took}, {calendar.ago(last.time)}"
    return _row("The whole answer", target, done)


def part_alone(
    part: Part, walkthrough: Walkthrough, level: Level, history: History | None
) -> Styled:
    """Return one part: how long it may take at `level`, how it went there last, the next cue."""
    drills = history.drills_of(part) if history else ()
    here = [event for event in drills if event.level is level]
    done = "not said yet"
    if here:
        last = here[-1]
        off = difference_text(last.seconds - last.target_seconds)
        took = "typed" if last.is_typed else f"{clock_text(last.seconds)} ({off})"
        rated = f", {last.rating.name.lower()}" if last.rating else ""
        done = f"last {took}{rated}; next: {suggest_cue(here).label}"
    return _row(f"  {part.title}", walkthrough.target(part, level), done)


def probes(walkthrough: Walkthrough, history: History | None) -> Styled:
    """Return the follow-up questions: how long they may take, how many were ever answered."""
    keys = [probe.key for probe in walkthrough.probes]
    progress = probe_progress(history.probes if history else (), keys)
    done = f"{len(progress.answered)} of {progress.count} answered"
    seconds = sum(probe.target_seconds for probe in walkthrough.probes)
    return _row("Follow-up questions", seconds, done)


def _row(name: str, seconds: int, done: str) -> Styled:
    target = f"{clock_text(seconds):>5}"
    return joined(f"{name:<21}", (target, Role.STRONG), (f"   {done}", Role.MUTED))
