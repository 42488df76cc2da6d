import pytest

from starprep.record.items import ProbeProgress, QuizProgress
from starprep.texts import progress_texts
from tests.record.happened import quiz


def progress(*answers: bool, count: int = 8, lost: int = 0) -> QuizProgress:
    asked = frozenset(range(len(answers)))
    given = {place: quiz(correct=right) for place, right in enumerate(answers)}
    return QuizProgress(count, asked, given, lost)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (progress(), "not tried yet"),
        (progress(True), "1 of 1 asked right, 8 in all"),
        (progress(False, True), "1 of 2 asked right, 8 in all"),
        (progress(True, False, count=2), "1 of 2 right"),
    ],
)
def test_what_was_asked_is_counted_and_said_so(found: QuizProgress, text: str) -> None:
    assert progress_texts.quiz(found) == text


@pytest.mark.parametrize(
    ("quizzed", "probed", "text"),
    [
        (0, 0, ""),
        (1, 0, "1 answer is to a question that is no longer in the file"),
        (1, 1, "2 answers are to questions that are no longer in the file"),
    ],
)
def test_what_is_no_longer_in_the_file_is_told(quizzed: int, probed: int, text: str) -> None:
    assert (
        progress_texts.lost(progress(lost=quizzed), ProbeProgress(3, frozenset(), probed)) == text
    )
