from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.speech import about, count_words, sentences, spoken_seconds, stem, words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It didn't drop $8,000.", ["it", "didn't", "drop", "$8,000"]),
        ("a ready-to-merge fix, 0.3% more", ["a", "ready-to-merge", "fix", "0.3%", "more"]),
        ("We’d wait (3:40)", ["we'd", "wait", "3:40"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words_are_what_is_said(text: str, said: list[str]) -> None:
    assert [word.text for word in words(text)] == said


@given(st.text())
def test_a_word_stands_where_it_says(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(text[word.start : word.end].lower().replace("’", "'") == word.text for word in found)


def test_a_pacing_guide_counts_what_stands_between_white_space_and_can_be_said() -> None:
    assert count_words("I sent 0.3% of it, ready-to-merge — twice.") == 7
    assert count_words(" - … ") == 0


def test_a_hundred_and_fifty_words_take_a_minute() -> None:
    assert spoken_seconds("word " * 150) == 60


def test_a_letter_that_grows_when_made_small_moves_no_word() -> None:
    text = "\u0130stanbul’s depot"
    assert [text[word.start : word.end] for word in words(text)][-1] == "depot"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I looked. I found it! Did I? Yes.", 4),
        ("It failed at 3 a.m. I rolled it back.", 1),  # more often than not the sentence goes on
        ("i looked. then i fixed it", 2),
        ("It cost 4.50 a day. Dr. Ray agreed.", 2),
        ('She said "stop." I stopped.', 2),
        ("One paragraph\n\nand another", 2),
        ("version 2.0.1 of it", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_the_voice_falls(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text())
def test_sentences_leave_nothing_out(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "forms", [("asked", "asking"), ("fix", "fixes", "fixed"), ("log", "log's")]
)
def test_forms_of_a_word_share_their_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_a_text_is_about_its_own_words_and_not_its_common_ones_or_figures() -> None:
    assert about("So I have kept 40 of the webhooks, and it's a webhook's retry") == {
        "webhook",
        "retri",
    }
