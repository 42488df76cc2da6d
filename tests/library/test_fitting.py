"""Leaving sentences out of an example until a shorter clock holds it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.fitting import Fitted, fit
from starprep.library.parts import Level, Part
from starprep.library.speech import count_words, sentences, spoken_seconds
from starprep.library.walkthrough import Walkthrough
from starprep.places import built_in_content

STORY = "I saw it. It was a cold and rainy day. I told them. Nobody came. I fixed it myself then."
WORDS = 0.4  # seconds a word


def left_out(fitted: Fitted) -> list[str]:
    return [fitted.text[span.start : span.end] for span in fitted.left_out]


@pytest.mark.parametrize(
    ("signals", "words", "expected"),
    [
        ((), 20, []),
        ((), 19.1, []),  # a twentieth more than there is time for
        (("I saw", "I fixed it"), 17, ["I told them."]),
        (("I saw", "nobody came"), 10, ["It was a cold and rainy day.", "I told them."]),
        (("cold and rainy",), 9, ["I saw it.", "I told them.", "I fixed it myself then."]),
        (("I saw … nobody",), 4, ["It was a cold and rainy day.", "I told them.", "Nobody came.",
                                  "I fixed it myself then."]),
    ],
)  # fmt: skip
def test_sentences_with_signals_stay_and_then_as_many_words_as_there_is_time_for(
    signals: tuple[str, ...], words: float, expected: list[str]
) -> None:
    assert left_out(fit(STORY, signals, words * WORDS)) == expected


def test_what_is_kept_keeps_its_order_and_its_words() -> None:
    kept = fit(STORY, ("I fixed it", "I saw"), 9 * WORDS).kept
    assert kept == "I saw it. I fixed it myself then."
    assert fit(STORY, (), 100).kept == STORY


def test_where_no_sentence_is_short_enough_the_one_with_the_most_signals_is_kept() -> None:
    text = "We went on and on there. I then stopped it alone."
    assert fit(text, ("I then", "alone"), 1).kept == "I then stopped it alone."
    assert fit(text, (), 1).kept == "I then stopped it alone."  # of equals the shortest


WORD = st.sampled_from(["I", "saw", "it", "then", "nobody", "came", "3.5%", "—", "done"])
SENTENCE = st.lists(WORD, min_size=1, max_size=12).map(lambda words: " ".join(words) + ".")


@given(
    st.lists(SENTENCE, min_size=1, max_size=12).map(" ".join),
    st.lists(st.sampled_from(["I saw", "nobody", "it then", "came … done"]), unique=True),
    st.floats(1, 60),
)
def test_whatever_the_text_what_is_kept_is_in_time_or_one_sentence(
    text: str, signals: list[str], seconds: float
) -> None:
    fitted = fit(text, signals, seconds)
    in_time = spoken_seconds(fitted.kept) <= seconds * 1.05
    assert in_time or len(sentences(text)) - len(fitted.left_out) == 1
    assert count_words(fitted.kept) + sum(map(count_words, left_out(fitted))) == count_words(text)
    if spoken_seconds(text) <= seconds * 1.05:
        assert fitted.kept == text


@pytest.mark.parametrize(
    "path", sorted((built_in_content() / "walkthroughs").glob("*.toml")), ids=lambda path: path.stem
)
def test_every_built_in_example_fits_the_clock_of_every_level(path: Path) -> None:
    story = Walkthrough.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    for guide in story.levels:
        for part in Part:
            fitted = story.fitted(part, guide.level)
            in_time = spoken_seconds(fitted.kept) <= story.target(part, guide.level) * 1.05
            assert in_time or len(sentences(fitted.kept)) == 1
            assert story.signals(part, guide.level)
    for part in Part:
        assert story.fitted(part, story.level).kept == story.section(part).example_for(story.level)


def test_the_signals_of_a_level_are_those_that_can_be_said_in_time() -> None:
    path = built_in_content() / "walkthroughs" / "webhook-drop-rate.toml"
    story = Walkthrough.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert story.signals(Part.SITUATION, Level.SDE2) == story.section(Part.SITUATION).signals
    assert story.signals(Part.SITUATION, Level.SDE1) == (
        "I noticed", "0.3% of its webhooks", "no ticket", "nobody had asked",
    )  # fmt: skip
