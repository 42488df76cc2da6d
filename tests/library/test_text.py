import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.text import as_typed, one_line, paragraphs, printable, unprintable

STEERING = ["\x00", "\x07", "\x08", "\r", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2029"]


@given(st.text(st.characters()))
def test_no_control_character_survives_but_tab_and_newline(text: str) -> None:
    safe = printable(text)
    assert len(safe) == len(text)
    assert not [each for each in safe if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
                and each not in "\t\n"]  # fmt: skip


@given(st.text())
def test_a_text_is_named_unprintable_exactly_when_printable_would_change_it(text: str) -> None:
    assert (unprintable(text) is None) == (printable(text) == text)


@pytest.mark.parametrize("character", STEERING)
def test_what_steers_a_terminal_is_replaced_where_it_stood(character: str) -> None:
    assert printable(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍💻 🏳️‍🌈 1️⃣",
        "שלום עולם",
        "مرحبا",
        "\u200fא\u200e",
        "日本語",
        "naïve café é",
        "a\tb\nc",
        "\ufeffx",
    ],
)
def test_letters_of_every_script_and_emoji_stay_as_they_are(text: str) -> None:
    assert printable(text) == text
    assert unprintable(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\x1b[2J\x07", "U+001B (a control character)"),
        ("\u202egnp.exe", "U+202E (right-to-left override)"),
        ("\ud800", "U+D800 (a control character)"),
        ("x\u2028", "U+2028 (line separator)"),
    ],
)
def test_the_first_unprintable_character_is_named_with_its_code_point(text: str, name: str) -> None:
    assert unprintable(text) == name


@given(st.text())
def test_one_line_is_printable_and_has_no_white_space_but_single_spaces(text: str) -> None:
    line = one_line(text)
    assert unprintable(line) is None
    assert line.split() == [word for word in line.split(" ") if word]
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


def test_one_line_folds_every_run_of_white_space() -> None:
    assert one_line("  I noticed\n\n\tthe   drop \x1b ") == "I noticed the drop \ufffd"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("one\ntwo  three\t\n", "one two three"),
        ("one\n\ntwo\n  \t \n\n\n three", "one\n\ntwo\n\nthree"),
        ("\n\n  one  \n\n", "one"),
        (" \n\t ", ""),
    ],
)
def test_lines_are_joined_and_paragraphs_stay_apart(text: str, folded: str) -> None:
    assert paragraphs(text) == folded


@given(st.text(st.sampled_from("ab \t\n\r\N{NO-BREAK SPACE}")))
def test_folding_paragraphs_keeps_every_word_and_does_nothing_twice(text: str) -> None:
    folded = paragraphs(text)
    assert folded.split() == text.split()
    assert paragraphs(folded) == folded
    assert "\n\n\n" not in folded
    assert "  " not in folded


@given(st.text(st.characters()))
def test_what_is_kept_of_a_typed_text_is_printable_and_stays_as_it_is(text: str) -> None:
    kept = as_typed(text)
    assert unprintable(kept) is None
    assert as_typed(kept) == kept
    assert text != printable(text) or kept == text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_kept_as_a_newline(line_break: str) -> None:
    assert as_typed(f"a\t{line_break}b\x1b\u202e") == "a\t\nb"
