"""What the record tells of a walkthrough, in short."""

from collections.abc import Iterator

from starprep.library.parts import Part, clock_text, difference_text
from starprep.record.events import HuntEvent
from starprep.record.history import History


def rows(history: History) -> Iterator[tuple[str, str]]:
    """Yield what was practised and how it went: how often, the best, each part's last."""
    yield "whole answers", str(len(history.runs))
    if best := history.best:
        off = difference_text(best.difference)
        yield "best", f"{best.signals} signals, {clock_text(best.seconds)} ({off})"
    for part in Part:
        if drills := history.drills_of(part):
            last = drills[-1]
            off = difference_text(last.seconds - last.target_seconds)
            times = "once" if len(drills) == 1 else f"{len(drills)} times"
            yield part.title.lower(), f"said {times}, last {clock_text(last.seconds)} ({off})"
    if history.probes:
        yield "follow-ups", f"{len(history.probes_answered)} answered"
    if best_hunt := history.best_hunt:
        yield "last hunt", _hunt(history.hunts[-1])
        yield "best hunt", _hunt(best_hunt)
    if history.quiz:
        yield "quiz", f"{len(history.known)} of {len(history.asked)} right"


def _hunt(hunt: HuntEvent) -> str:
    flags = f"{hunt.found} of {hunt.found + hunt.missed} red flags"
    return f"{flags}, {hunt.imagined} imagined, in {clock_text(hunt.seconds)}"
