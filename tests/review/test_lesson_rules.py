"""The lesson: this story's own, or one that fits any."""

import pytest

from starprep.library.parts import Part
from tests.review.heard import STEPS, heard, said, serious

REFLECTION = Part.REFLECTION


@pytest.mark.parametrize(
    "text",
    [
        "I learned that communication is really important.",
        "It taught me the importance of teamwork.",
        "The lesson is that you should always listen to your users.",
        "You never stop learning, I think.",
        "I'd be more proactive and ask for help.",
        "It was a great learning experience for all of us.",
        "Hard work pays off in the end.",
    ],
)
def test_a_lesson_that_fits_any_story_is_serious(text: str) -> None:
    assert "generic" in serious(text, REFLECTION)


@pytest.mark.parametrize(
    "text",
    [
        "I learned that a clean error log proves nothing, so I alert on silent retries now.",
        "A cardinality nobody watches is a bill. I now put an owner on every label.",
        "Communication is important when two depots share one scanner and a label prints twice.",
    ],
)
def test_a_lesson_of_this_story_is_not(text: str) -> None:
    assert "generic" not in serious(text, REFLECTION)
    assert said("specific", text, REFLECTION)


def test_the_storys_own_words_are_those_that_were_told_before() -> None:
    story = STEPS + "After that the loss fell from 2% to zero. "
    own = "I learned that a retry without a log is a loss nobody sees."
    assert "generic" not in serious(story + own, None)
    assert "generic" in serious(story + "I learned that teamwork is everything, always.", None)


def test_a_whole_answer_that_ends_in_its_result_has_no_lesson() -> None:
    opening = "There was a queue that lost orders, and nobody had asked me to look. "
    text = opening + STEPS + "The loss fell from 2% to zero. That was worth $8,000 a week."
    missing = [each for each in heard(text, None).remarks if each.rule == "missing"]
    assert [each.words for each in missing] == [""]
    assert missing[0].why.startswith("No Reflection is heard")
    assert missing[0].start == missing[0].end == len(text) - 1


@pytest.mark.parametrize("part", list(Part))
def test_in_one_part_nothing_else_is_missing(part: Part) -> None:
    assert said("missing", "I wrote it.", part) == []
