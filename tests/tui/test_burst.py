"""Keys that come in one go are told from keys that somebody pressed, by their times alone."""

import pytest

from starprep.tui.widgets.burst import BY_HAND, TOGETHER, Burst


def test_keys_within_a_moment_come_together_and_others_do_not() -> None:
    burst = Burst()
    times = [7, 7, 7 + TOGETHER * 0.9, 7.5, 7.5 + TOGETHER / 2, 9]
    assert [burst.take(time) for time in times] == [False, True, True, False, True, False]


@pytest.mark.parametrize(("keys", "is_pasted"), [(1, False), (BY_HAND, False), (BY_HAND + 1, True)])
def test_more_keys_than_a_hand_presses_are_pasted(keys: int, is_pasted: bool) -> None:
    burst = Burst()
    for number in range(keys):
        burst.take(5 + number * TOGETHER * 0.9)
    assert burst.is_pasted is is_pasted


def test_a_burst_that_held_a_line_break_is_pasted_to_its_end_and_the_next_one_is_not() -> None:
    burst = Burst()
    burst.take(5)
    burst.broke()
    burst.take(5)
    assert burst.is_pasted
    burst.take(6)
    assert not burst.is_pasted


def test_a_hand_however_quick_never_pastes() -> None:
    burst = Burst()
    for number in range(1000):
        burst.take(number * (TOGETHER * 1.1))
        assert not burst.is_pasted
