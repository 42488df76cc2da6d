"""What changed and what it was worth: numbers by their kind, and outcomes that have none."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.remark import Remark

_OBJECTS = frozenset(
    {"it", "them", "the", "a", "an", "that", "this", "his", "her", "its", "their", "my", "our"}
)
_HEARD_AS = frozenset({"delta", "money", "time", "volume"})


def figures(answer: Answer) -> Iterator[Remark]:
    """Remark on numbers, each told as what it is: both ends of a change, money, time, a count."""
    for kind, first, last in answer.figures:
        if kind in _HEARD_AS:
            yield answer.remark(kind, first, last)


def percentage(answer: Answer) -> Iterator[Remark]:
    """Remark on percentages with neither their base nor the other end beside them."""
    for kind, first, last in answer.figures:
        if kind != "percentage":
            continue
        number = answer.spoken.sentence_number(first)
        near = answer.spoken.sentences[max(0, number - 1) : number + 2]
        place = Range(near[0].first, near[-1].last)
        if not any(
            other != "percentage" and other != "time" and start in place
            for other, start, _ in answer.figures
        ):
            yield answer.remark("percentage", first, last)


def unmeasured(answer: Answer) -> Iterator[Remark]:
    """Remark on outcomes with no number; seriously where the answer has none for its result."""
    severity = None if _is_measured(answer) is False else Severity.MINOR
    for found in answer.heard("unmeasured", within=_outcomes(answer)):
        if found.last - found.first == 1 and answer.spoken.texts[found.last] in _OBJECTS:
            continue  # somebody dropped something: that is no outcome
        sentence = answer.spoken.sentence_of(found.first)
        if not answer.has_figure(Range(sentence.first, sentence.last)):
            yield answer.remark("unmeasured", found.first, found.last, severity)


def applause(answer: Answer) -> Iterator[Remark]:
    """Remark on approval that is told as an outcome."""
    for found in answer.heard("applause", within=_outcomes(answer)):
        yield answer.remark("applause", found.first, found.last)


def no_number(answer: Answer) -> Iterator[Remark]:
    """Remark on a Result without a single number."""
    result = answer.of(Part.RESULT)
    if len(result) >= 4 and _is_measured(answer) is False:
        already = any(True for _ in unmeasured(answer))
        if not already:
            why = "There is no number in the result. From what, to what, or how many?"
            yield answer.remark("unmeasured", result.first, result.last, None, why)


def worth(answer: Answer) -> Iterator[Remark]:
    """Remark on what a change was worth."""
    for found in answer.heard("worth"):
        yield answer.remark("worth", found.first, found.last)


def lasting(answer: Answer) -> Iterator[Remark]:
    """Remark on what outlasted the story."""
    place = answer.of(Part.RESULT, Part.REFLECTION)
    for found in answer.heard("lasting", within=place if len(place) else None):
        yield answer.remark("lasting", found.first, found.last)


def _outcomes(answer: Answer) -> Range:
    """Where outcomes are told: everywhere but in the Situation, where they are the problem."""
    if not answer.whole:
        return Range(0, 0) if Part.SITUATION in answer.parts else answer.everything
    return Range(answer.of(Part.SITUATION).last, len(answer.spoken.words))


def _is_measured(answer: Answer) -> bool | None:
    """Tell whether the Result has a number; None where there is no Result to look at."""
    result = answer.of(Part.RESULT)
    if answer.whole:
        told = any(kind in ("delta", "money") for kind, *_ in answer.figures)
        return told or answer.has_figure(result)
    return answer.has_figure(result) if len(result) else None
