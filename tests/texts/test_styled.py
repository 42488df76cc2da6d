"""Text with roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    bulleted,
    counted,
    highlighted,
    joined,
    lines,
    pace_role,
    quoted,
    styled,
    titled,
)
from tests.texts.spoken_of import said_as

PIECES = st.lists(st.tuples(st.text("ab \n", max_size=4), st.sampled_from(Role)), max_size=6)


def test_text_is_text_and_cannot_steer_a_terminal() -> None:
    assert styled("[bold]a\x1b[2J[/x] $b").plain == "[bold]a\ufffd[2J[/x] $b"
    assert str(joined("a\x07", ("\x9b", Role.KEY))) == "a\ufffd\ufffd"


def test_text_that_has_its_roles_keeps_them() -> None:
    once = styled("so", Role.FLAG)
    assert styled(once, Role.KEY) == once
    assert styled(("so", Role.FLAG), Role.KEY) == once


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (lines("a", ("b", Role.KEY)), "a\nb"),
        (blocks("a", "b"), "a\n\nb"),
        (blocks(), ""),
        (titled("A", "b"), "A\nb"),
        (bulleted(["a", "b"]), "- a\n- b"),
        (joined("a", "b", "c", by=", "), "a, b, c"),
        (styled("a") + styled("b"), "ab"),
    ],
)
def test_pieces_are_put_together(text: Styled, plain: str) -> None:
    assert text.plain == plain
    assert bool(text) is bool(plain)


def test_phrases_stand_out_where_they_are_and_nothing_else_changes() -> None:
    text = highlighted("I noticed it. I noticed that  nobody asked.", ["i noticed", "that nobody"])
    assert said_as(Role.SIGNAL, text) == ["I noticed", "that  nobody"]
    assert text.plain == "I noticed it. I noticed that  nobody asked."


@given(PIECES, st.integers(-9, 30), st.integers(-9, 30))
def test_a_part_has_the_characters_and_roles_of_the_whole(
    pieces: list[tuple[str, Role]], start: int, end: int
) -> None:
    text = Styled(tuple(pieces))
    each = [(letter, role) for said, role in pieces for letter in said]
    part = [(letter, role) for said, role in text[start:end].pieces for letter in said]
    assert part == each[start:end]


@given(PIECES, st.integers(0, 30), st.integers(0, 30))
def test_marking_changes_the_role_of_just_those_characters(
    pieces: list[tuple[str, Role]], start: int, end: int
) -> None:
    text = Styled(tuple(pieces)).marked(Role.FLAG, start, end)
    each = [(letter, role) for said, role in pieces for letter in said]
    each = [
        (letter, Role.FLAG if start <= at < end else role) for at, (letter, role) in enumerate(each)
    ]
    assert [(letter, role) for said, role in text.pieces for letter in said] == each


def test_how_many() -> None:
    said = [counted(number, "question") for number in (0, 1, 2, 1000)]
    assert said == ["0 questions", "1 question", "2 questions", "1,000 questions"]


def test_quoted_words_stand_on_one_line() -> None:
    assert quoted("I told\n\n the team ") == "“I told the team”"


@pytest.mark.parametrize(
    ("seconds", "role"),
    [(14.9, Role.WARNING), (15, Role.GOOD), (30.4, Role.GOOD), (30.5, Role.BAD)],
)
def test_a_pace_is_judged_by_what_the_clock_shows(seconds: float, role: Role) -> None:
    assert pace_role(seconds, 30) is role
