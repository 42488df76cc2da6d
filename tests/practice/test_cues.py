import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.record.scales import Cue

LADDER = [Cue.FULL, Cue.SIGNALS, Cue.NAME, Cue.NONE]


@pytest.mark.parametrize(
    ("cue", "by", "expected"),
    [
        (Cue.FULL, 1, Cue.SIGNALS),
        (Cue.SIGNALS, 1, Cue.NAME),
        (Cue.NAME, 1, Cue.NONE),
        (Cue.NONE, -1, Cue.NAME),
        (Cue.NAME, -2, Cue.FULL),
        (Cue.NAME, 0, Cue.NAME),
    ],
)
def test_a_step_down_the_ladder_is_less_help(cue: Cue, by: int, expected: Cue) -> None:
    assert cue.step(by) is expected


@given(st.sampled_from(LADDER), st.integers())
def test_the_ladder_ends_at_the_full_text_and_at_nothing(cue: Cue, by: int) -> None:
    wanted = LADDER.index(cue) + by
    assert cue.step(by) is (
        LADDER[0] if wanted < 0 else LADDER[-1] if wanted > 3 else LADDER[wanted]
    )


def test_one_key_steps_through_every_rung_and_round_again() -> None:
    seen = [Cue.FULL]
    while len(seen) < 5:
        seen.append(seen[-1].next_round)
    assert seen == [*LADDER, Cue.FULL]


def test_each_rung_is_told_in_words() -> None:
    assert [cue.label for cue in LADDER] == ["full example", "signals only", "name only", "no cue"]
