"""The small language that the word lists are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.review.patterns import PatternError, Patterns
from starprep.review.spoken import Spoken

SETS = {
    "they": ["they", "she"],
    "dealt": ["fixed", "solved"],
    "participle": ["done"],
    "no_participle": ["red"],
    "figure": ["twenty"],
}


def found(pattern: str, text: str) -> list[str]:
    spoken = Spoken(text)
    spans = [spoken.span(each.first, each.last) for each in Patterns([pattern], SETS).find(spoken)]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("happy team", "A Happy team. The team was happy.", ["Happy team"]),
        ("fast|slow lane", "the slow lane", ["slow lane"]),
        ("very [very] happy", "very happy, very very happy", ["very happy", "very very happy"]),
        ("<they> <dealt> it", "She fixed it. They lost it.", ["She fixed it"]),
        ("they|<they> ran", "she ran", ["she ran"]),
        ("was * by", "was done by me and was by me", ["was done by"]),
        ("told ** team", "told the whole big team", ["told the whole big team"]),
        ("told ** team", "told a really very big team", []),
        ("told [**] team", "told team", ["told team"]),
        ("was <participle>", "was dropped, was done, was red", ["was dropped", "was done"]),
        ("cost <figure>", "cost $8,000 and cost plenty", ["cost $8,000"]),
        ("cost <figure>", "cost twenty, cost twenty-five", ["cost twenty", "cost twenty-five"]),
        ("didn't listen", "didn’t listen", ["didn’t listen"]),
        ("told ** team", "I told them. The team slept.", []),  # not into the next sentence
        ("a b", "a, b", ["a, b"]),
        ("[a] b c", "b c", ["b c"]),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


def test_of_several_the_longest_counts_and_none_begins_inside_another() -> None:
    patterns = Patterns(["a b", "a b c", "b c", "c d"], SETS)
    spoken = Spoken("a b c d")
    assert [(each.first, each.last) for each in patterns.find(spoken)] == [(0, 3)]


def test_looking_can_begin_and_end_anywhere() -> None:
    spoken = Spoken("a b a b a b")
    assert [each.first for each in Patterns(["a b"], SETS).find(spoken, 1, 5)] == [2]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("", "is empty"),
        ("<nobody> did", "no set; there are dealt, figure, no_participle, participle, they"),
        ("* team", "begins with any word"),
        ("** team", "begins with any word"),
        ("<participle> it", "begins with any word"),
        ("told [the team", "square brackets"),
        ("told [the whole] team", "square brackets"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, words: str) -> None:
    with pytest.raises(PatternError, match=words.replace("[", r"\[")):
        Patterns([pattern], SETS)


@given(st.lists(st.sampled_from(["a", "b", "c", "."]), max_size=30))
def test_optional_words_find_the_same_as_both_spelled_out(words: list[str]) -> None:
    text = " ".join(words).replace(" .", ".")
    short = found("a [b] c", text)
    spoken = Spoken(text)
    both = [
        text[spoken.span(each.first, each.last).start : spoken.span(each.first, each.last).end]
        for each in Patterns(["a c", "a b c"], SETS).find(spoken)
    ]
    assert short == both
