"""What comes next: the story to begin with, and within a story the mode."""

from collections.abc import Collection, Mapping

from starprep.library.parts import Part
from starprep.practice.mode import Mode
from starprep.practice.schedule import rest_days
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent
from starprep.record.history import History

FIRST_STORY = "webhook-drop-rate"
"""The built-in walkthrough that shows best what a strong answer has."""

UNRATED_REST = 1
"""How many days a part rests where it was not rated; else see `schedule`."""


def story_to_begin_with(histories: Mapping[str, History], ids: Collection[str]) -> str | None:
    """Return the walkthrough that was practised last; where none was, the first one to practise.

    Only those in `ids`, which the library has, are thought of; None where it has neither.
    """
    practised = [(each.last, name) for name, each in histories.items() if each.last and name in ids]
    if practised:
        return max(practised)[1]
    return FIRST_STORY if FIRST_STORY in ids else None


def next_mode(history: History | None, calendar: Calendar) -> Mode:
    """Return the mode that comes next for a walkthrough.

    Learn, until the five parts were read or one of them said; then Rehearse, until all of them were
    said, and whenever one of them is due again; Test while they rest.
    """
    if history is None:
        return Mode.LEARN
    if not history.drills and not {part.value for part in Part} <= history.pages_read:
        return Mode.LEARN
    lasts = [history.drills_of(part)[-1:] for part in Part]
    if all(last and not is_due(last[0], calendar) for last in lasts):
        return Mode.TEST
    return Mode.REHEARSE


def is_due(last: DrillEvent, calendar: Calendar) -> bool:
    """Tell whether a part has rested long enough since the `last` attempt at it."""
    rest = rest_days([last.rating])
    return calendar.days_ago(last.time) >= (UNRATED_REST if rest is None else rest)
