"""The countdown of a section: computed from a monotonic clock, never counted."""

import math
import time
from enum import IntEnum
from typing import Protocol

from starprep.library.parts import clock_text

LAST_SHARE = 0.2
"""The share of the target, at its end, in which the pace is `CLOSING`."""


class Clock(Protocol):
    """A source of time, in seconds."""

    def now(self) -> float:
        """Return the seconds since some fixed moment; never goes back."""

    def asleep(self) -> float:
        """Return how many seconds in all the machine has slept without `now` moving on."""


class SystemClock:
    """The machine's own clock.

    Where the monotonic clock stands still while the machine sleeps (Linux), the time slept is what
    the clock that does not stand still is ahead of it. Elsewhere it reads 0.
    """

    def now(self) -> float:
        """Return the monotonic clock, in seconds."""
        return time.monotonic()

    def asleep(self) -> float:
        """Return the seconds slept since the machine started, where that can be told."""
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        return 0.0 if boottime is None else time.clock_gettime(boottime) - time.monotonic()


class Pace(IntEnum):
    """How a running countdown stands."""

    CALM = 0
    CLOSING = 1
    """The last fifth of the target."""
    OVER = 2
    """The target is used up; the clock goes on counting."""


class Countdown:
    """Counts down from a target, and on past zero. It starts stopped.

    Args:
        target_seconds: what is counted down from; more than 0.
        clock: where the time comes from.
    """

    def __init__(self, target_seconds: float, clock: Clock) -> None:
        self.target_seconds = target_seconds
        self._clock = clock
        self._before = 0.0  # seconds gathered until the clock was last started
        self._since: float | None = None  # when it was started; None while it stands

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._since is not None

    @property
    def elapsed(self) -> float:
        """The seconds counted so far, pauses left out."""
        since = 0.0 if self._since is None else self._clock.now() - self._since
        return max(0.0, self._before + since)

    @property
    def remaining(self) -> float:
        """The seconds left; below zero in overtime."""
        return self.target_seconds - self.elapsed

    @property
    def pace(self) -> Pace:
        """How the countdown stands, whether it runs or not."""
        if self.remaining <= 0:
            return Pace.OVER
        closing = self.remaining <= self.target_seconds * LAST_SHARE
        return Pace.CLOSING if closing else Pace.CALM

    @property
    def reading(self) -> str:
        """What a clock's face shows: `0:30` at the start, `0:00` at zero, then `+0:01`."""
        if self.remaining > 0:
            return clock_text(math.ceil(self.remaining))
        over = math.floor(-self.remaining)
        return f"+{clock_text(over)}" if over else clock_text(0)

    @property
    def seconds_to_next_reading(self) -> float:
        """How long the reading will stay as it is, in seconds, while the clock runs."""
        part = self.remaining % 1.0
        return part or 1.0

    def start(self) -> None:
        """Let time pass; no effect on a running clock."""
        if self._since is None:
            self._since = self._clock.now()

    def stop(self) -> None:
        """Keep what has elapsed and let no more time pass; no effect on a standing clock."""
        self._before = self.elapsed
        self._since = None

    def reset(self) -> None:
        """Go back to the full target, standing."""
        self._before, self._since = 0.0, None

    def move(self, seconds: float) -> None:
        """Move the clock on by `seconds`, or back by a negative number, never before its start."""
        running = self.is_running
        self.stop()
        self._before = max(0.0, self._before + seconds)
        if running:
            self.start()
