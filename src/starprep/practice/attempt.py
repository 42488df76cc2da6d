"""One attempt at saying something against the clock: a small state machine.

    CUE --start--> SPEAKING --(time)--> OVERTIME        start again from any of the three
                      |  pause / resume: PAUSED         on the right: restart
                      '------ finish ------> REVEALED --rate--> RATED

A section of the answer and the reply to a follow-up question are both attempts. Either can be typed
instead: from CUE or any of the three, `type` leads to TYPING, which is finished or restarted too.
"""

from collections.abc import Iterable
from enum import StrEnum

from starprep.practice.clock import Clock, Countdown, Pace
from starprep.record.scales import Rating

SLEEP_SECONDS = 1.0
"""A machine that slept at least this long, in seconds, pauses the attempt."""


class Phase(StrEnum):
    """Where an attempt stands."""

    CUE = "cue"
    SPEAKING = "speaking"
    OVERTIME = "overtime"
    PAUSED = "paused"
    TYPING = "typing"
    """The clock stands; it tells how long the words typed so far take to say."""
    REVEALED = "revealed"
    RATED = "rated"


class Step(StrEnum):
    """What a candidate can do with an attempt."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"
    MOVE = "move"
    TYPE = "type"
    FINISH = "finish"
    REVEAL = "reveal"
    MARK = "mark"
    RATE = "rate"


class Notice(StrEnum):
    """What the passing of time brings about."""

    CLOSING = "closing"
    OVER = "over"
    SLEPT = "slept"


class IllegalStep(Exception):
    """A step that the attempt's phase does not allow."""


_TIMED = {Step.RESTART, Step.MOVE, Step.TYPE, Step.FINISH}
_ALLOWED: dict[Phase, set[Step]] = {
    Phase.CUE: {Step.START, Step.TYPE, Step.REVEAL},
    Phase.SPEAKING: {Step.PAUSE, *_TIMED},
    Phase.OVERTIME: {Step.PAUSE, *_TIMED},
    Phase.PAUSED: {Step.RESUME, *_TIMED},
    Phase.TYPING: {Step.TYPE, Step.RESTART, Step.FINISH},
    Phase.REVEALED: {Step.MARK, Step.RATE},
    Phase.RATED: {Step.MARK, Step.RATE},
}


class Attempt:
    """One attempt, from the cue to the rating.

    Args:
        target_seconds: how long it may take.
        clock: where the time comes from.
        signals: the phrases that may be marked as said once the attempt is over.
    """

    def __init__(self, target_seconds: int, clock: Clock, signals: Iterable[str] = ()) -> None:
        self.target_seconds = target_seconds
        self.signals = tuple(signals)
        self.countdown = Countdown(target_seconds, clock)
        self.rating: Rating | None = None
        self.was_spoken = False
        self.is_typed = False
        """Whether the seconds are those that typed words take to say."""
        self._clock = clock
        self._marked: set[str] = set()
        self._phase = Phase.CUE
        self._pace = Pace.CALM
        self._slept = 0.0

    @property
    def phase(self) -> Phase:
        """Where the attempt stands now; speaking turns into overtime by itself."""
        if self._phase is Phase.SPEAKING and self.countdown.pace is Pace.OVER:
            return Phase.OVERTIME
        return self._phase

    @property
    def seconds(self) -> float:
        """How long the candidate has spoken, or what is typed takes to say, in seconds."""
        return self.countdown.elapsed

    @property
    def difference(self) -> float:
        """How far over (more than 0) or under the target the attempt is, in seconds."""
        return self.seconds - self.target_seconds

    @property
    def marked(self) -> tuple[str, ...]:
        """The signals marked as said, in their own order."""
        return tuple(signal for signal in self.signals if signal in self._marked)

    @property
    def is_over(self) -> bool:
        """Whether the answer is open: revealed or rated."""
        return self._phase in (Phase.REVEALED, Phase.RATED)

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and has not ended: speaking, over time, paused, or typing."""
        return self.may(Step.FINISH)

    def may(self, step: Step) -> bool:
        """Tell whether `step` is allowed now."""
        return step in _ALLOWED[self.phase]

    def start(self) -> None:
        """Begin to speak."""
        self._take(Step.START)
        self._run()

    def pause(self) -> None:
        """Stop the clock."""
        self._take(Step.PAUSE)
        self.countdown.stop()
        self._phase = Phase.PAUSED

    def hold(self) -> None:
        """Stop the clock where it runs, as something else takes the candidate's attention."""
        if self.may(Step.PAUSE):
            self.pause()

    def resume(self) -> None:
        """Let a paused clock run on."""
        self._take(Step.RESUME)
        self._run()

    def restart(self) -> None:
        """Begin to speak once more, from the full target."""
        self._take(Step.RESTART)
        self.countdown.reset()
        self.is_typed = False
        self._pace = Pace.CALM
        self._run()

    def move(self, seconds: float) -> None:
        """Move the clock on by `seconds`, or back by a negative number.

        For a start missed or an interruption; what is recorded follows the moved clock.
        """
        self._take(Step.MOVE)
        self.countdown.move(seconds)
        self._pace = min(self._pace, self.countdown.pace)

    def type(self, seconds: float) -> None:
        """Type instead of speaking: the words so far, which take `seconds` to say, are its time."""
        self._take(Step.TYPE)
        self.countdown.reset()
        self.countdown.move(seconds)
        self.is_typed = True
        self._phase = Phase.TYPING

    def finish(self) -> None:
        """Stop speaking and open the answer."""
        self._take(Step.FINISH)
        self.countdown.stop()
        self.was_spoken = True
        self._phase = Phase.REVEALED

    def reveal(self) -> None:
        """Open the answer without having spoken."""
        self._take(Step.REVEAL)
        self._phase = Phase.REVEALED

    def mark(self, signal: str, *, said: bool) -> None:
        """Mark `signal` as said or not; ValueError where it is none of the signals."""
        self._take(Step.MARK)
        if signal not in self.signals:
            raise ValueError(signal)
        (self._marked.add if said else self._marked.discard)(signal)

    def rate(self, rating: Rating) -> None:
        """Say how it went; a later rating takes the earlier one's place."""
        self._take(Step.RATE)
        self.rating = rating
        self._phase = Phase.RATED

    def notices(self) -> tuple[Notice, ...]:
        """Return what the time passed since the last call brings about, each thing once.

        A machine that slept while the clock ran pauses the attempt: nobody spoke meanwhile.
        """
        if not self.countdown.is_running:
            return ()
        found = []
        if self._clock.asleep() - self._slept >= SLEEP_SECONDS:
            self.pause()
            found.append(Notice.SLEPT)
        pace = self.countdown.pace
        if pace > self._pace:
            found.append(Notice.CLOSING if pace is Pace.CLOSING else Notice.OVER)
            self._pace = pace
        return tuple(found)

    def _take(self, step: Step) -> None:
        if not self.may(step):
            raise IllegalStep(f"{step} while {self.phase}")

    def _run(self) -> None:
        self._slept = self._clock.asleep()
        self.countdown.start()
        self._phase = Phase.SPEAKING
