"""Days as the candidate has them: by the midnights of the zone, under its rules of each date."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

DAYS_TOLD = 14
"""From this many days on, the date says more than their number."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tells on which day something happened, and how many days ago that is.

    An offset that holds now need not have held then: summer time ends in between. The day is
    therefore taken by the zone's rules at the time itself.
    """

    now: datetime
    """The present moment, aware."""
    zone: tzinfo | None = None
    """Where the candidate is; None for the machine's own zone."""

    def day(self, time: datetime) -> date:
        """Return the day of `time`, which is aware, where the candidate is."""
        try:
            return time.astimezone(self.zone).date()
        except (OverflowError, ValueError, OSError):  # the zone's day lies outside the calendar
            return time.date()

    def days_ago(self, then: datetime) -> int:
        """Return how many midnights lie between `then` and now; never below 0."""
        return max(0, (self.day(self.now) - self.day(then)).days)

    def ago(self, then: datetime) -> str:
        """Say when `then` was: `today`, `yesterday`, `3 days ago`, or the date."""
        days = self.days_ago(then)
        if days <= 1:
            return "yesterday" if days else "today"
        return f"{days} days ago" if days < DAYS_TOLD else self.day(then).isoformat()

    def on(self, then: datetime) -> str:
        """Say when `then` was, as a sentence ends: `yesterday`, `on 12 May`, or with its year."""
        if self.days_ago(then) < DAYS_TOLD:
            return self.ago(then)
        day = self.day(then)
        year = "" if day.year == self.day(self.now).year else f" {day.year}"
        return f"on {day.day} {_MONTHS[day.month - 1]}{year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
