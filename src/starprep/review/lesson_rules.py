"""The lesson: this story's own, or one that fits any."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.library.speech import ANY_STORY, about, about_words
from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.registry import Rules
from starprep.review.remark import Remark

RULES = Rules()


@RULES.add
def generic(answer: Answer) -> Iterator[Remark]:
    """Remark on a lesson that would fit any story; seriously where nothing in it is this one's."""
    place = _lesson(answer)
    if len(place) < answer.book.limits["fewest_lesson_words"]:
        return
    own = len(_own_words(answer, place))
    enough = own >= answer.book.limits["own_words"] + 1
    found = answer.heard("generic", within=place)
    for each in found:
        yield answer.remark(
            "generic", each.first, each.last, Severity.MINOR if enough else Severity.SERIOUS
        )
    if not found and own == 0 and Part.REFLECTION in answer.parts:
        yield answer.remark("generic", place.first, place.last, Severity.SERIOUS)


@RULES.add
def specific(answer: Answer) -> Iterator[Remark]:
    """Remark on a lesson that names what taught it."""
    place = _lesson(answer)
    few = len(place) < answer.book.limits["fewest_lesson_words"]
    if few or Part.REFLECTION not in answer.parts:
        return
    own = _own_words(answer, place)
    if len(own) > answer.book.limits["own_words"]:
        yield answer.remark("specific", place.first, place.last)


def _lesson(answer: Answer) -> Range:
    """Where the lesson stands: the Reflection, or in a whole answer its last sentence too."""
    place = answer.of(Part.REFLECTION)
    if len(place) or not answer.whole or not answer.spoken.sentences:
        return place
    last = answer.spoken.sentences[-1]
    return Range(last.first, last.last)


def _own_words(answer: Answer, place: Range) -> frozenset[str]:
    """Return the words of the lesson that are the story's: heard before it, or in its walkthrough.

    Where nothing of the story is known, every word counts that other stories would not have.
    """
    words = answer.spoken.words
    general = {
        at
        for found in answer.heard("generic", within=place)
        for at in range(found.first, found.last)
    }
    own = (words[at] for at in range(place.first, place.last) if at not in general)
    lesson = about_words(own) - ANY_STORY
    story = about_words(words[: place.first])
    if answer.walkthrough:
        sections = answer.walkthrough.sections
        story |= about(" ".join(each.example_for(answer.level) for each in sections))
    return lesson & story if story else lesson
