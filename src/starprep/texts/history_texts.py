"""What is told of a walkthrough's history, wherever there is room for it."""

from collections.abc import Iterable, Sequence

from starprep.library.key import Key
from starprep.library.parts import Part, clock_text, difference_text
from starprep.practice.lesson import PAGES
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent
from starprep.record.history import History
from starprep.record.items import probe_progress, quiz_progress
from starprep.texts import progress_texts
from starprep.texts.styled import Role, Styled, counted, joined, lines


def so_far(
    history: History, quiz: Sequence[Key], probes: Sequence[Key], calendar: Calendar
) -> Styled:
    """Return a line for each thing that was done: whole answers, parts, follow-ups, quiz, hunt.

    `quiz` and `probes` are the questions of the walkthrough as it is now.
    """
    return lines(*_told(history, quiz, probes, calendar))


def _told(
    history: History, quiz: Sequence[Key], probes: Sequence[Key], calendar: Calendar
) -> Iterable[Styled]:
    read = len(history.pages_read & set(PAGES))
    if read:
        yield _row("Learn", f"{read} of {len(PAGES)} parts read")
    runs, best = history.runs, history.best
    if runs:
        last = runs[-1]
        took = f"{clock_text(last.seconds)} ({difference_text(last.difference)})"
        took = "typed" if last.is_typed else took
        yield _row("Whole", f"{counted(len(runs), 'time')}, last {took}, {calendar.ago(last.time)}")
    if best:
        yield _row("Best", f"{counted(best.signals, 'signal')} in {clock_text(best.seconds)}")
    for part in Part:
        if drills := history.drills_of(part):
            yield _row(part.title, _attempt(drills[-1], calendar))
    probed = probe_progress(history.probes, probes)
    if probed.answered:
        yield _row("Follow-ups", f"{len(probed.answered)} of {probed.count} answered")
    quizzed = quiz_progress(history.quiz, quiz)
    if quizzed.asked:
        yield _row("Quiz", progress_texts.quiz(quizzed))
    if history.hunts:
        hunt = history.hunts[-1]
        found = f"{hunt.found} of {hunt.found + hunt.missed} red flags found"
        yield _row("Hunt", f"{found}, {calendar.ago(hunt.time)}")
    if lost := progress_texts.lost(quizzed, probed):
        yield joined((f"{lost}.", Role.MUTED))


def _attempt(event: DrillEvent, calendar: Calendar) -> str:
    off = difference_text(event.seconds - event.target_seconds)
    took = "typed" if event.is_typed else f"{clock_text(event.seconds)} ({off})"
    rated = f", {event.rating.name.lower()}" if event.rating else ""
    return f"{took}{rated}, {calendar.ago(event.time)}"


def _row(name: str, told: str) -> Styled:
    return joined((f"{name:<12}", Role.MUTED), told)
