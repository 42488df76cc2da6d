"""When to come back to what was practised, in the words of a calendar."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from starprep.practice.schedule import rest_days
from starprep.record.calendar import Calendar
from starprep.record.scales import Rating
from starprep.texts.styled import Role, Styled, joined


def come_back(ratings: Sequence[Rating | None], calendar: Calendar) -> Iterator[Styled]:
    """Yield when to come back to what was rated so, and why then; nothing where nothing was."""
    days = rest_days(ratings)
    if days is None:
        return
    day = calendar.day(calendar.now) + timedelta(days=days)
    soon = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    date = f", {day:%A} {day.day} {day:%B}" if days else ""
    lowest = min(each for each in ratings if each is not None).name.lower()
    yield joined(
        ("Come back  ", Role.MUTED), f"{soon}{date}", (f"  (lowest rating: {lowest})", Role.MUTED)
    )
