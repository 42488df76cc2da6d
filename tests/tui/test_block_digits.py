"""The large digits of a clock."""

import pytest

from starprep.tui.widgets.block_digits import block_rows, largest


def test_at_the_smallest_a_square_is_half_a_cell_high() -> None:
    assert block_rows("+1:07", 1) == [
        " ▄  ▄█  ▄ █▀█ ▀▀█",
        "▀█▀  █  ▄ █ █   █",
        "    ▀▀▀   ▀▀▀   ▀",
    ]


def test_twice_the_size_is_five_rows_of_full_blocks() -> None:
    assert block_rows("0", 2) == ["██████", "██  ██", "██  ██", "██  ██", "██████"]


@pytest.mark.parametrize("size", range(1, 9))
def test_every_row_is_as_wide_as_the_next_and_made_of_four_characters(size: int) -> None:
    rows = block_rows("0123456789:+", size)
    assert len(rows) == -(-5 * size // 2)
    assert len({len(row) for row in rows}) == 1
    assert set("".join(rows)) <= set("█▀▄ ")


def test_no_two_characters_look_alike() -> None:
    assert len({tuple(block_rows(each, 1)) for each in "0123456789:+"}) == 12


@pytest.mark.parametrize(
    ("reading", "width", "height", "size"),
    [
        ("0:30", 62, 5, 2),
        ("0:30", 62, 8, 3),
        ("0:30", 44, 20, 2),  # the width decides
        ("+0:07", 44, 20, 2),  # and leaves room for the sign before it comes
        ("+12:07", 44, 20, 2),
        ("0:30", 5, 1, 1),
    ],
)
def test_they_are_as_large_as_there_is_room(
    reading: str, width: int, height: int, size: int
) -> None:
    assert largest(reading, width, height) == size
