from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.practice import clock as clock_module
from starprep.practice.clock import Countdown, Pace, SystemClock
from tests.practice.times import FakeClock

MILLISECONDS = st.integers(0, 10_000_000).map(lambda each: each / 1000)
TARGETS = st.integers(1, 3600)


def running(target: float, elapsed: float = 0.0) -> tuple[Countdown, FakeClock]:
    clock = FakeClock()
    countdown = Countdown(target, clock)
    countdown.start()
    clock.advance(elapsed)
    return countdown, clock


def test_a_new_countdown_stands_at_its_full_target() -> None:
    clock = FakeClock()
    countdown = Countdown(30, clock)
    clock.advance(5)
    assert not countdown.is_running
    assert (countdown.elapsed, countdown.remaining) == (0, 30)


def test_a_program_that_was_blocked_loses_none_of_the_time() -> None:
    countdown, clock = running(30)
    clock.advance(1000.5)
    assert countdown.elapsed == 1000.5
    assert countdown.remaining == -970.5


@given(st.lists(st.tuples(st.booleans(), MILLISECONDS), max_size=8))
def test_only_the_time_between_start_and_stop_counts(stretches: list[tuple[bool, float]]) -> None:
    clock = FakeClock()
    countdown = Countdown(30, clock)
    for runs, seconds in stretches:
        (countdown.start if runs else countdown.stop)()
        clock.advance(seconds)
        assert countdown.is_running is runs
    spoken = sum(seconds for runs, seconds in stretches if runs)
    assert countdown.elapsed == pytest.approx(spoken)


def test_starting_a_running_countdown_again_loses_nothing() -> None:
    countdown, clock = running(30, 4)
    countdown.start()
    clock.advance(1)
    assert countdown.elapsed == 5


def test_stopping_a_standing_countdown_again_changes_nothing() -> None:
    countdown, clock = running(30, 4)
    countdown.stop()
    clock.advance(1)
    countdown.stop()
    assert countdown.elapsed == 4


def test_a_reset_gives_the_full_target_back_and_stands() -> None:
    countdown, clock = running(30, 40)
    countdown.reset()
    clock.advance(3)
    assert not countdown.is_running
    assert countdown.reading == "0:30"


@pytest.mark.parametrize(
    ("target", "elapsed", "reading"),
    [
        (30, 0, "0:30"),
        (30, 0.001, "0:30"),
        (30, 1, "0:29"),
        (30, 29, "0:01"),
        (30, 29.999, "0:01"),
        (30, 30, "0:00"),
        (30, 30.999, "0:00"),
        (30, 31, "+0:01"),
        (30, 37.5, "+0:07"),
        (30, 95, "+1:05"),
        (95, 0, "1:35"),
        (95, 35.5, "1:00"),
    ],
)
def test_the_reading_counts_down_to_zero_and_on_past_it(
    target: float, elapsed: float, reading: str
) -> None:
    assert running(target, elapsed)[0].reading == reading


@pytest.mark.parametrize(
    ("target", "elapsed", "pace"),
    [
        (30, 0, Pace.CALM),
        (30, 23.999, Pace.CALM),
        (30, 24, Pace.CLOSING),
        (30, 29.999, Pace.CLOSING),
        (30, 30, Pace.OVER),
        (30, 300, Pace.OVER),
        (90, 71.999, Pace.CALM),
        (90, 72, Pace.CLOSING),
    ],
)
def test_the_last_fifth_is_closing_and_from_zero_on_it_is_over(
    target: float, elapsed: float, pace: Pace
) -> None:
    countdown, _clock = running(target, elapsed)
    assert countdown.pace is pace
    countdown.stop()
    assert countdown.pace is pace


def test_a_pace_is_more_than_the_one_before_it() -> None:
    assert Pace.CALM < Pace.CLOSING < Pace.OVER


@pytest.mark.parametrize(
    ("elapsed", "wait"),
    [(0, 1), (0.25, 0.75), (29.75, 0.25), (30, 1), (30.25, 0.75), (31, 1), (45.5, 0.5)],
)
def test_seconds_to_the_next_reading(elapsed: float, wait: float) -> None:
    assert running(30, elapsed)[0].seconds_to_next_reading == wait


@given(TARGETS, MILLISECONDS)
def test_the_reading_stays_until_its_time_is_up_and_then_differs(
    target: int, elapsed: float
) -> None:
    countdown, clock = running(target, elapsed)
    before, wait = countdown.reading, countdown.seconds_to_next_reading
    rounding = 1e-6
    assert 0 < wait <= 1
    clock.advance(max(0.0, wait - rounding))
    if wait > rounding:
        assert countdown.reading == before
    clock.advance(2 * rounding)
    assert countdown.reading != before


@pytest.mark.parametrize("runs", [True, False])
@given(elapsed=MILLISECONDS, moves=st.lists(st.floats(-4000, 4000), max_size=5), later=MILLISECONDS)
def test_moving_never_goes_before_the_start_and_leaves_running_as_it_is(
    runs: bool, elapsed: float, moves: list[float], later: float
) -> None:
    countdown, clock = running(30, elapsed)
    if not runs:
        countdown.stop()
    expected = elapsed
    for seconds in moves:
        countdown.move(seconds)
        expected = max(0.0, expected + seconds)
        assert countdown.is_running is runs
        assert countdown.elapsed == pytest.approx(expected, abs=1e-6)
    clock.advance(later)
    assert countdown.elapsed == pytest.approx(expected + later * runs, abs=1e-6)


def test_the_systems_clock_is_the_monotonic_one_and_tells_what_the_machine_slept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reads = {"boottime": 75.0}
    machine = SimpleNamespace(
        CLOCK_BOOTTIME="boottime", monotonic=lambda: 60.0, clock_gettime=reads.__getitem__
    )
    monkeypatch.setattr(clock_module, "time", machine)
    assert SystemClock().now() == 60
    assert SystemClock().asleep() == 15


def test_a_system_that_cannot_tell_has_never_slept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "time", SimpleNamespace(monotonic=lambda: 60.0))
    assert SystemClock().asleep() == 0
