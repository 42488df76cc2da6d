"""A clock and a stamper that move only when a test says so."""

from datetime import UTC, datetime, timedelta
from itertools import count

from starprep.record.events import Stamp, Stamper

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class FakeClock:
    """Stands still until it is told to move. Times in seconds."""

    def __init__(self) -> None:
        self._now = 4096.0
        self._asleep = 512.0

    def now(self) -> float:
        return self._now

    def asleep(self) -> float:
        return self._asleep

    def advance(self, seconds: float) -> None:
        self._now += seconds

    def sleep(self, seconds: float) -> None:
        """The machine sleeps: `now` stands still meanwhile."""
        self._asleep += seconds


def stamper(prefix: str = "id", start: datetime = START) -> Stamper:
    """Stamps `id-1`, `id-2` and so on, the first at `start`, each a second after the last."""
    numbers = count(1)

    def stamp() -> Stamp:
        number = next(numbers)
        return Stamp(f"{prefix}-{number}", start + timedelta(seconds=number - 1))

    return stamp
