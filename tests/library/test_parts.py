import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import Level, Part, clock_text, difference_text


def test_the_parts_stand_in_the_order_in_which_they_are_said() -> None:
    assert [part.title for part in Part] == ["Situation", "Task", "Action", "Result", "Reflection"]


def test_each_part_has_a_purpose_of_its_own() -> None:
    purposes = {part.purpose for part in Part}
    assert len(purposes) == len(Part)
    assert all(purpose.endswith(".") for purpose in purposes)


def test_levels_rank_from_the_lowest_and_are_labelled_as_people_write_them() -> None:
    assert [(level.rank, level.label) for level in Level] == [
        (0, "SDE1"),
        (1, "SDE2"),
        (2, "Senior"),
    ]


@pytest.mark.parametrize(
    ("seconds", "clock", "difference"),
    [
        (0, "0:00", "0:00"),
        (1, "0:01", "+0:01"),
        (-1, "0:01", "-0:01"),
        (7, "0:07", "+0:07"),
        (-12, "0:12", "-0:12"),
        (95, "1:35", "+1:35"),
        (59.6, "1:00", "+1:00"),
        (-59.6, "1:00", "-1:00"),
        (0.4, "0:00", "0:00"),
        (-0.4, "0:00", "0:00"),
        (3725, "62:05", "+62:05"),
    ],
)
def test_spans_of_time_are_written_as_minutes_and_seconds(
    seconds: float, clock: str, difference: str
) -> None:
    assert clock_text(seconds) == clock
    assert difference_text(seconds) == difference


@given(st.integers(min_value=-(10**6), max_value=10**6))
def test_a_clock_text_tells_the_whole_seconds_back(seconds: int) -> None:
    minutes, rest = clock_text(seconds).split(":")
    assert int(minutes) * 60 + int(rest) == abs(seconds)
    assert len(rest) == 2
