from collections.abc import Callable

import pytest

from starprep.practice.attempt import Attempt, IllegalStep, Notice, Phase, Step
from starprep.record.scales import Rating
from tests.practice.attempts import ALLOWED, SIGNALS, what_it_shows
from tests.practice.times import FakeClock

STEPS: dict[Step, Callable[[Attempt], object]] = {
    Step.START: Attempt.start,
    Step.PAUSE: Attempt.pause,
    Step.RESUME: Attempt.resume,
    Step.RESTART: Attempt.restart,
    Step.MOVE: lambda attempt: attempt.move(5),
    Step.TYPE: lambda attempt: attempt.type(12),
    Step.FINISH: Attempt.finish,
    Step.REVEAL: Attempt.reveal,
    Step.MARK: lambda attempt: attempt.mark("no ticket", said=True),
    Step.RATE: lambda attempt: attempt.rate(Rating.GOOD),
}


def speaking(elapsed: float = 0.0) -> tuple[Attempt, FakeClock]:
    clock = FakeClock()
    attempt = Attempt(30, clock, SIGNALS)
    attempt.start()
    clock.advance(elapsed)
    return attempt, clock


def in_phase(phase: Phase) -> tuple[Attempt, FakeClock]:
    attempt, clock = speaking(40 if phase is Phase.OVERTIME else 10)
    if phase is Phase.CUE:
        return Attempt(30, clock, SIGNALS), clock
    if phase is Phase.PAUSED:
        attempt.pause()
    if phase is Phase.TYPING:
        attempt.type(5)
    if phase in {Phase.REVEALED, Phase.RATED}:
        attempt.finish()
    if phase is Phase.RATED:
        attempt.rate(Rating.HARD)
    return attempt, clock


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("step", Step)
def test_a_step_is_taken_where_it_is_allowed_and_else_changes_nothing(
    phase: Phase, step: Step
) -> None:
    attempt, _clock = in_phase(phase)
    assert attempt.phase is phase
    before = what_it_shows(attempt)
    assert attempt.may(step) is (step in ALLOWED[phase])
    if step in ALLOWED[phase]:
        STEPS[step](attempt)
        assert what_it_shows(attempt) != before
    else:
        with pytest.raises(IllegalStep, match=f"{step} while {phase}"):
            STEPS[step](attempt)
        assert what_it_shows(attempt) == before


@pytest.mark.parametrize(
    ("phase", "step", "then"),
    [
        (Phase.CUE, Step.START, Phase.SPEAKING),
        (Phase.CUE, Step.REVEAL, Phase.REVEALED),
        (Phase.SPEAKING, Step.PAUSE, Phase.PAUSED),
        (Phase.SPEAKING, Step.MOVE, Phase.SPEAKING),
        (Phase.SPEAKING, Step.FINISH, Phase.REVEALED),
        (Phase.OVERTIME, Step.PAUSE, Phase.PAUSED),
        (Phase.OVERTIME, Step.RESTART, Phase.SPEAKING),
        (Phase.OVERTIME, Step.FINISH, Phase.REVEALED),
        (Phase.PAUSED, Step.RESUME, Phase.SPEAKING),
        (Phase.PAUSED, Step.RESTART, Phase.SPEAKING),
        (Phase.PAUSED, Step.MOVE, Phase.PAUSED),
        (Phase.PAUSED, Step.FINISH, Phase.REVEALED),
        (Phase.CUE, Step.TYPE, Phase.TYPING),
        (Phase.SPEAKING, Step.TYPE, Phase.TYPING),
        (Phase.OVERTIME, Step.TYPE, Phase.TYPING),
        (Phase.PAUSED, Step.TYPE, Phase.TYPING),
        (Phase.TYPING, Step.RESTART, Phase.SPEAKING),
        (Phase.TYPING, Step.FINISH, Phase.REVEALED),
        (Phase.REVEALED, Step.MARK, Phase.REVEALED),
        (Phase.REVEALED, Step.RATE, Phase.RATED),
        (Phase.RATED, Step.MARK, Phase.RATED),
        (Phase.RATED, Step.RATE, Phase.RATED),
    ],
)
def test_where_a_step_leads(phase: Phase, step: Step, then: Phase) -> None:
    attempt, _clock = in_phase(phase)
    STEPS[step](attempt)
    assert attempt.phase is then
    assert attempt.is_over is (then in {Phase.REVEALED, Phase.RATED})
    assert attempt.countdown.is_running is (then in {Phase.SPEAKING, Phase.OVERTIME})


def test_speaking_turns_into_overtime_at_zero_by_itself() -> None:
    attempt, clock = speaking(29.5)
    phases = [attempt.phase]
    for seconds in (0.5, 7):
        clock.advance(seconds)
        phases.append(attempt.phase)
    assert phases == [Phase.SPEAKING, Phase.OVERTIME, Phase.OVERTIME]
    assert (attempt.seconds, attempt.difference) == (37, 7)


def test_a_pause_is_not_counted() -> None:
    attempt, clock = speaking(10)
    attempt.pause()
    clock.advance(100)
    attempt.resume()
    clock.advance(4)
    assert (attempt.seconds, attempt.difference) == (14, -16)


def test_restarting_gives_the_full_target() -> None:
    attempt, clock = speaking(40)
    attempt.restart()
    assert attempt.countdown.reading == "0:30"
    clock.advance(3)
    assert attempt.seconds == 3


def test_typing_takes_the_time_of_its_words_and_not_of_the_hand() -> None:
    attempt, clock = speaking(10)
    for seconds in (2, 25, 45, 4):  # words can be taken back
        attempt.type(seconds)
        clock.advance(100)
        assert (attempt.seconds, attempt.countdown.is_running) == (seconds, False)
        assert attempt.notices() == ()
    attempt.finish()
    assert (attempt.seconds, attempt.is_typed, attempt.was_spoken) == (4, True, True)


def test_starting_again_is_no_typing_any_more() -> None:
    attempt, _clock = in_phase(Phase.TYPING)
    attempt.restart()
    assert (attempt.seconds, attempt.is_typed) == (0, False)


@pytest.mark.parametrize("phase", [Phase.REVEALED, Phase.RATED])
def test_an_open_answer_stands_still(phase: Phase) -> None:
    attempt, clock = in_phase(phase)
    clock.advance(500)
    clock.sleep(500)
    assert attempt.notices() == ()
    assert attempt.seconds == 10


def test_an_answer_opened_without_speaking_is_not_one_that_was_spoken() -> None:
    opened, _clock = in_phase(Phase.CUE)
    opened.reveal()
    finished, _clock = in_phase(Phase.REVEALED)
    assert (opened.is_over, opened.was_spoken, opened.seconds) == (True, False, 0)
    assert (finished.is_over, finished.was_spoken, finished.seconds) == (True, True, 10)


def test_marked_signals_keep_their_own_order_and_can_be_taken_back() -> None:
    attempt, _clock = in_phase(Phase.REVEALED)
    for signal in reversed(SIGNALS):
        attempt.mark(signal, said=True)
    attempt.mark("no ticket", said=False)
    attempt.mark("no ticket", said=False)
    assert attempt.marked == ("I noticed", "I decided to act")


def test_only_the_attempts_own_signals_can_be_marked() -> None:
    attempt, _clock = in_phase(Phase.REVEALED)
    with pytest.raises(ValueError, match="we noticed"):
        attempt.mark("we noticed", said=True)
    assert attempt.marked == ()


def test_a_later_rating_takes_the_earlier_ones_place() -> None:
    attempt, _clock = in_phase(Phase.REVEALED)
    assert attempt.rating is None
    attempt.rate(Rating.EASY)
    attempt.rate(Rating.AGAIN)
    assert attempt.rating is Rating.AGAIN


def test_each_notice_comes_once() -> None:
    attempt, clock = speaking(23.5)
    assert attempt.notices() == ()
    clock.advance(0.5)
    assert [attempt.notices(), attempt.notices()] == [(Notice.CLOSING,), ()]
    clock.advance(6)
    assert [attempt.notices(), attempt.notices()] == [(Notice.OVER,), ()]
    clock.advance(600)
    assert attempt.notices() == ()


def test_a_program_that_was_blocked_past_both_notices_tells_the_last() -> None:
    attempt, _clock = speaking(31)
    assert attempt.notices() == (Notice.OVER,)


@pytest.mark.parametrize(
    ("back", "again"),
    [(-20, [Notice.CLOSING, Notice.OVER]), (-4, [Notice.OVER]), (-1, [])],
)
def test_notices_come_again_once_the_clock_is_moved_back_past_them(
    back: float, again: list[Notice]
) -> None:
    attempt, clock = speaking(32)
    attempt.notices()
    attempt.move(back)
    told: list[Notice] = []
    for _second in range(40):
        told += attempt.notices()
        clock.advance(1)
    assert told == again


def test_notices_come_again_after_a_restart() -> None:
    attempt, clock = speaking(32)
    attempt.notices()
    attempt.restart()
    assert attempt.notices() == ()
    clock.advance(25)
    assert attempt.notices() == (Notice.CLOSING,)


def test_what_time_brought_before_a_pause_is_told_after_it() -> None:
    attempt, _clock = speaking(25)
    attempt.pause()
    assert attempt.notices() == ()
    attempt.resume()
    assert attempt.notices() == (Notice.CLOSING,)


def test_a_machine_that_slept_pauses_the_attempt_once_and_counts_nothing_of_it() -> None:
    attempt, clock = speaking(10)
    clock.sleep(3600)
    assert [attempt.notices(), attempt.notices()] == [(Notice.SLEPT,), ()]
    assert attempt.phase is Phase.PAUSED
    assert attempt.seconds == 10
    attempt.resume()
    clock.advance(5)
    assert attempt.notices() == ()
    assert attempt.seconds == 15


@pytest.mark.parametrize(("seconds", "pauses"), [(0.99, False), (1.0, True)])
def test_what_two_clocks_drift_apart_is_no_sleep(seconds: float, pauses: bool) -> None:
    attempt, clock = speaking()
    clock.sleep(seconds)
    assert attempt.notices() == ((Notice.SLEPT,) if pauses else ())


@pytest.mark.parametrize("go_on", [Attempt.resume, Attempt.restart])
def test_sleep_while_nobody_speaks_is_not_told(go_on: Callable[[Attempt], None]) -> None:
    attempt, clock = speaking(10)
    attempt.pause()
    clock.sleep(3600)
    assert attempt.notices() == ()
    go_on(attempt)
    assert attempt.notices() == ()


def test_sleep_and_pace_are_told_together() -> None:
    attempt, clock = speaking(25)
    clock.sleep(60)
    assert attempt.notices() == (Notice.SLEPT, Notice.CLOSING)
