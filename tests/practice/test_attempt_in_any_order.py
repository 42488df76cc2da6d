from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from starprep.practice.attempt import Attempt, IllegalStep, Notice, Phase, Step
from starprep.practice.clock import Pace
from starprep.record.scales import Rating
from tests.practice.attempts import ALLOWED, SIGNALS, what_it_shows
from tests.practice.times import FakeClock

SECONDS = st.integers(0, 40 * 8).map(lambda each: each / 8)  # exact as binary fractions
MOVES = st.integers(-40 * 8, 40 * 8).map(lambda each: each / 8)


class AnyOrder(RuleBasedStateMachine):
    """Any steps, legal or not, with any time passing, beside a plain account of what they mean."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.attempt = Attempt(16, self.clock, SIGNALS)
        self.base = Phase.CUE  # OVERTIME is SPEAKING past the target
        self.elapsed = 0.0
        self.slept = 0.0
        self.told = Pace.CALM
        self.rating: Rating | None = None
        self.marked: set[str] = set()
        self.at_most = 0.0

    @property
    def pace(self) -> Pace:
        left = 16 - self.elapsed
        return Pace.OVER if left <= 0 else Pace.CLOSING if left <= 3.2 else Pace.CALM

    @property
    def phase(self) -> Phase:
        over = self.base is Phase.SPEAKING and self.pace is Pace.OVER
        return Phase.OVERTIME if over else self.base

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.at_most += seconds
        if self.base is Phase.SPEAKING:
            self.elapsed += seconds

    @rule(seconds=SECONDS)
    def the_machine_sleeps(self, seconds: float) -> None:
        self.clock.sleep(seconds)
        if self.base is Phase.SPEAKING:
            self.slept += seconds

    @rule()
    def start(self) -> None:
        if self.takes(Step.START, self.attempt.start):
            self.runs()

    @rule()
    def pause(self) -> None:
        if self.takes(Step.PAUSE, self.attempt.pause):
            self.base = Phase.PAUSED

    @rule()
    def resume(self) -> None:
        if self.takes(Step.RESUME, self.attempt.resume):
            self.runs()

    @rule()
    def restart(self) -> None:
        if self.takes(Step.RESTART, self.attempt.restart):
            self.elapsed = self.at_most = 0.0
            self.told = Pace.CALM
            self.runs()

    @rule(seconds=MOVES)
    def move(self, seconds: float) -> None:
        if self.takes(Step.MOVE, lambda: self.attempt.move(seconds)):
            self.elapsed = max(0.0, self.elapsed + seconds)
            self.at_most += max(0.0, seconds)
            self.told = min(self.told, self.pace)

    @rule(seconds=SECONDS)
    def type(self, seconds: float) -> None:
        if self.takes(Step.TYPE, lambda: self.attempt.type(seconds)):
            self.base = Phase.TYPING
            self.elapsed = seconds
            self.at_most = max(self.at_most, seconds)

    @rule()
    def finish(self) -> None:
        if self.takes(Step.FINISH, self.attempt.finish):
            self.base = Phase.REVEALED

    @rule()
    def reveal(self) -> None:
        if self.takes(Step.REVEAL, self.attempt.reveal):
            self.base = Phase.REVEALED

    @rule(signal=st.sampled_from(SIGNALS), said=st.booleans())
    def mark(self, signal: str, said: bool) -> None:
        if self.takes(Step.MARK, lambda: self.attempt.mark(signal, said=said)):
            self.marked = self.marked | {signal} if said else self.marked - {signal}

    @rule(rating=st.sampled_from(Rating))
    def rate(self, rating: Rating) -> None:
        if self.takes(Step.RATE, lambda: self.attempt.rate(rating)):
            self.base = Phase.RATED
            self.rating = rating

    @rule()
    def look(self) -> None:
        expected = []
        if self.base is Phase.SPEAKING:
            if self.slept >= 1:
                expected.append(Notice.SLEPT)
                self.base = Phase.PAUSED
            if self.pace > self.told:
                self.told = self.pace
                expected.append({1: Notice.CLOSING, 2: Notice.OVER}[self.told])
        assert list(self.attempt.notices()) == expected

    def takes(self, step: Step, take: Callable[[], None]) -> bool:
        """Take the step; where it is illegal, see that it is refused and changes nothing."""
        legal = step in ALLOWED[self.phase]
        assert self.attempt.may(step) is legal
        if legal:
            take()
            return True
        before = what_it_shows(self.attempt)
        with pytest.raises(IllegalStep):
            take()
        assert what_it_shows(self.attempt) == before
        return False

    def runs(self) -> None:
        self.base = Phase.SPEAKING
        self.slept = 0.0

    @invariant()
    def shows_what_was_done(self) -> None:
        assert self.attempt.phase is self.phase
        assert self.attempt.seconds == self.elapsed
        assert self.attempt.difference == self.elapsed - 16
        assert self.attempt.rating is self.rating
        assert set(self.attempt.marked) == self.marked

    @invariant()
    def never_counts_more_than_passed(self) -> None:
        assert 0 <= self.attempt.seconds <= self.at_most


AnyOrder.TestCase.settings = settings(deadline=None, max_examples=150, stateful_step_count=40)
TestAnyOrder = AnyOrder.TestCase
