"""Text whose wrapped lines begin below the words, not below the mark before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.style import Style
from textual.visual import RenderOptions

from starprep.texts.styled import Role, joined
from starprep.tui.hanging_indent import HangingIndent

OPTIONS = RenderOptions(lambda style: Style.parse(style) if isinstance(style, str) else style, {})


def drawn(text: str, width: int) -> list[str]:
    """Return the lines that are drawn at a width."""
    strips = HangingIndent(text).render_strips(width, None, Style.null(), OPTIONS)
    return [strip.text.rstrip() for strip in strips]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- one two three four", ["- one two", "  three", "  four"]),
        ("[1] one two three", ["[1] one", "    two", "    three"]),
        ("[x] one two three", ["[x] one", "    two", "    three"]),
        ("By  one two three", ["By  one", "    two", "    three"]),
        ("  one two three four", ["  one two", "  three", "  four"]),
        ("one two three four", ["one two", "three four"]),
        ("one two three\nfour", ["one two", "three", "four"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("", [""]),
    ],
)
def test_a_line_hangs_below_its_words(text: str, lines: list[str]) -> None:
    assert drawn(text, 10) == lines


def test_a_mark_that_takes_half_the_width_does_not_hang() -> None:
    assert drawn("Label  one two", 12) == ["Label  one", "two"]


def test_a_word_longer_than_the_line_is_folded_below_the_words() -> None:
    assert drawn("- abcdefghijklmno", 10) == ["- abcdefgh", "  ijklmno"]


def test_the_lines_follow_the_width() -> None:
    hanging = HangingIndent("- one two three four")
    heights = [hanging.get_height({}, width) for width in (80, 10, 80, 6, 10)]
    assert heights == [1, 3, 1, 5, 3]


def test_styles_stay_on_their_words() -> None:
    text = joined("- one two ", ("three", Role.STRONG), " four")
    strips = HangingIndent(text).render_strips(10, None, Style.null(), OPTIONS)
    bold = [text for strip in strips for text, style, _ in strip if style and style.bold]
    assert bold == ["three"]


@given(
    st.text(st.sampled_from("ab -[1]\n🙂ש"), max_size=60),
    st.integers(min_value=2, max_value=40),
)
def test_it_is_as_high_as_it_says_fits_the_width_and_loses_no_letter(text: str, width: int) -> None:
    hanging = HangingIndent(text)
    strips = hanging.render_strips(width, None, Style.null(), OPTIONS)
    assert len(strips) == hanging.get_height({}, width)
    assert all(strip.cell_length <= width for strip in strips)
    letters = "".join(strip.text for strip in strips).split()
    assert "".join(letters) == "".join(text.split())
