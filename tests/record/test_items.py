"""Which question of a walkthrough a recorded answer belongs to, whatever became of the file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.key import Key
from starprep.record.items import probe_progress, quiz_progress
from tests.record.happened import any_event, probe, quiz

FILE = [
    Key(None, "Which line shows the result best?", "From 2% to zero."),
    Key(None, "Why does C++ matter here?", "It was slow."),
    Key(None, "What did C cost?", "It was slow."),
]
NAMED = [
    Key("result-line", "Which line shows the result best?", "From 2% to zero."),
    Key("cost", "What did C cost?", "It was slow."),
]


def place(keys: list[Key], **told: Any) -> int | None:
    """Return where an answer is found, and hold that it is either found or told as lost."""
    progress = quiz_progress([quiz(**told)], keys)
    probed = probe_progress([probe(**{_PROBE.get(key, key): told[key] for key in told})], keys)
    assert progress.asked == probed.answered
    assert progress.lost == probed.lost == (0 if progress.asked else 1)
    return next(iter(progress.asked), None)


_PROBE = {"prompt": "question"}


@pytest.mark.parametrize(
    "prompt",
    [
        "Which line shows the result best?",
        "which line, shows the result – best",
        "Which  line shows the\nresult BEST?",
    ],
)
def test_a_question_is_found_whatever_its_case_punctuation_and_space(prompt: str) -> None:
    assert place(FILE, prompt=prompt) == 0
    assert place(NAMED, prompt=prompt) == 0


def test_it_is_found_by_its_id_whatever_became_of_its_words() -> None:
    assert place(NAMED, item="cost", prompt="Which line shows the result best?") == 1
    assert place(NAMED, item="cost", prompt="Anything", place=0, answer="Else") == 1


def test_an_id_that_the_file_no_longer_has_leaves_the_words() -> None:
    assert place(NAMED, item="price", prompt="What did C cost?") == 1
    assert place(FILE, item="cost", prompt="What did C cost?") == 2


def test_a_reworded_question_is_found_by_its_place_and_its_answer() -> None:
    reworded = {"prompt": "Which line is best?", "place": 0}
    assert place(FILE, **reworded, answer="from 2% to zero") == 0
    assert place(FILE, **reworded, answer="From 3% to zero.") is None
    assert place(FILE, **reworded) is None  # recorded without its answer
    assert place(FILE, prompt="Which line is best?", place=3, answer="From 2% to zero.") is None


def test_in_a_file_with_ids_a_place_says_nothing() -> None:
    told = {"prompt": "Which line is best?", "place": 0, "answer": "From 2% to zero."}
    assert place(NAMED, **told) is None


def test_a_question_that_moved_up_is_not_the_one_that_stood_there_reworded() -> None:
    deleted = quiz(id="1", prompt="Who was slow?", place=1, answer="It was slow.", correct=True)
    moved = quiz(id="2", prompt="What did C cost?", place=2, answer="It was slow.", correct=False)
    found = quiz_progress([deleted, moved], [FILE[0], FILE[2]])
    assert found.asked == {1}
    assert found.known == set()
    assert found.lost == 1


def test_words_that_two_questions_share_but_for_punctuation_are_no_name() -> None:
    keys = [Key(None, "Why C#?", "a"), Key(None, "Why C?", "b")]
    assert place(keys, prompt="Why C?") == 1
    assert place(keys, prompt="why c") is None


def test_a_mended_comma_keeps_what_is_known() -> None:
    answers = [
        quiz(id="1", prompt="Which line shows the result, best?", correct=False),
        quiz(id="2", prompt="Which line shows the result best?", correct=True),
    ]
    assert quiz_progress(answers, FILE).known == {0}
    assert quiz_progress(answers[::-1], FILE).known == set()


@given(
    st.lists(any_event, max_size=12),
    st.lists(st.builds(Key, st.none() | st.text(max_size=2), st.text(max_size=3), st.text())),
)
def test_every_answer_is_found_or_told_as_lost(events: list[Any], keys: list[Key]) -> None:
    answers = [event for event in events if event.kind == "quiz"]
    found = quiz_progress(answers, keys)
    assert found.known <= set(found.answers) <= found.asked <= set(range(len(keys)))
    assert found.lost <= len(answers)
    assert len(found.asked) <= len(answers) - found.lost
