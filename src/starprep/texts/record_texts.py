"""What the record tells of a walkthrough, in short."""

from collections.abc import Iterator, Sequence

from starprep.library.parts import Part, clock_text, difference_text
from starprep.library.shelf import Listing
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent, HuntEvent
from starprep.record.history import History
from starprep.record.items import probe_progress, quiz_progress
from starprep.texts import progress_texts


def heading(history: History, calendar: Calendar) -> str:
    """Return the walkthrough's id, and when it was last practised."""
    if history.last is None:
        return f"{history.walkthrough}, asked about in tests over several walkthroughs only"
    return f"{history.walkthrough}, last {calendar.ago(history.last)}"


def rows(history: History, listing: Listing | None) -> Iterator[tuple[str, str]]:
    """Yield what was practised and how it went: how often, the best, each part's last.

    Answers are counted by the questions that `listing` has, the walkthrough as it is now; None
    where the library does not have it.
    """
    yield "whole answers", str(len(history.runs))
    if best := history.best:
        off = difference_text(best.difference)
        yield "best", f"{best.signals} signals, {clock_text(best.seconds)} ({off})"
    for part in Part:
        if drills := history.drills_of(part):
            yield part.title.lower(), _attempts(drills, history.spoken_of(part))
    quiz = quiz_progress(history.quiz, [each.key for each in listing.quiz] if listing else [])
    probes = probe_progress(history.probes, listing.probes if listing else ())
    if probes.answered:
        yield "follow-ups", f"{len(probes.answered)} of {probes.count} answered"
    if best_hunt := history.best_hunt:
        yield "last hunt", _hunt(history.hunts[-1])
        yield "best hunt", _hunt(best_hunt)
    if quiz.asked:
        yield "quiz", progress_texts.quiz(quiz)
    if listing is None and (history.quiz or history.probes):
        yield "answers", "not counted: their questions are not in the library now"
    elif lost := progress_texts.lost(quiz, probes):
        yield "", lost


def _attempts(drills: Sequence[DrillEvent], spoken: Sequence[DrillEvent]) -> str:
    """Say how often a part was said, and how long the last time took; and how often typed."""
    said = []
    if spoken:
        last = spoken[-1]
        off = difference_text(last.seconds - last.target_seconds)
        said.append(f"said {_times(spoken)}, last {clock_text(last.seconds)} ({off})")
    if len(drills) > len(spoken):
        said.append(f"typed {_times(drills[len(spoken) :])}")
    return "; ".join(said)


def _times(events: Sequence[DrillEvent]) -> str:
    return "once" if len(events) == 1 else f"{len(events)} times"


def _hunt(hunt: HuntEvent) -> str:
    flags = f"{hunt.found} of {hunt.found + hunt.missed} red flags"
    return f"{flags}, {hunt.imagined} imagined, in {clock_text(hunt.seconds)}"
