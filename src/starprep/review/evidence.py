"""What changed and what it was worth: numbers by their kind, and outcomes that have none."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.registry import Rules
from starprep.review.remark import Remark

RULES = Rules()


@RULES.add
def delta(answer: Answer) -> Iterator[Remark]:
    """Remark on changes of which both ends are told."""
    yield from _figures(answer, "delta")


@RULES.add
def money(answer: Answer) -> Iterator[Remark]:
    """Remark on sums of money."""
    yield from _figures(answer, "money")


@RULES.add
def time(answer: Answer) -> Iterator[Remark]:
    """Remark on spans of time."""
    yield from _figures(answer, "time")


@RULES.add
def volume(answer: Answer) -> Iterator[Remark]:
    """Remark on counts of something."""
    yield from _figures(answer, "volume")


def _figures(answer: Answer, kind: str) -> Iterator[Remark]:
    for figure in answer.figures:
        if figure.kind == kind:
            yield answer.remark(kind, figure.first, figure.last)


@RULES.add
def percentage(answer: Answer) -> Iterator[Remark]:
    """Remark on percentages with neither their base nor the other end beside them."""
    reach = answer.book.count("base_reach")
    for figure in answer.figures:
        if figure.kind != "percentage":
            continue
        number = answer.spoken.sentence_number(figure.first)
        near = answer.spoken.sentences[max(0, number - reach) : number + reach + 1]
        place = Range(near[0].first, near[-1].last)
        if not any(
            other.kind not in ("percentage", "time") and other.first in place
            for other in answer.figures
        ):
            yield answer.remark("percentage", figure.first, figure.last)


@RULES.add
def unmeasured(answer: Answer) -> Iterator[Remark]:
    """Remark on outcomes with no number; seriously where the answer has none for its result.

    Where no outcome is heard, it is the whole Result that lacks one.
    """
    measured, determiners = _is_measured(answer), answer.book.words("determiner")
    severity = None if measured is False else Severity.MINOR
    is_told = False
    for found in answer.heard("unmeasured", within=_outcomes(answer)):
        if found.last - found.first == 1 and answer.spoken.texts[found.last] in determiners:
            continue  # somebody dropped something: that is no outcome
        sentence = answer.spoken.sentence_of(found.first)
        if not answer.has_figure(Range(sentence.first, sentence.last)):
            is_told = True
            yield answer.remark("unmeasured", found.first, found.last, severity)
    result = answer.of(Part.RESULT)
    enough = len(result) >= answer.book.limits["fewest_result_words"]
    if len(result) and enough and measured is False and not is_told:
        why = "There is no number in the result. From what, to what, or how many?"
        yield answer.remark("unmeasured", result.first, result.last, None, why)


@RULES.add
def applause(answer: Answer) -> Iterator[Remark]:
    """Remark on approval that is told as an outcome."""
    for found in answer.heard("applause", within=_outcomes(answer)):
        yield answer.remark("applause", found.first, found.last)


@RULES.add
def worth(answer: Answer) -> Iterator[Remark]:
    """Remark on what a change was worth."""
    for found in answer.heard("worth"):
        yield answer.remark("worth", found.first, found.last)


@RULES.add
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
        told = any(figure.kind in ("delta", "money") for figure in answer.figures)
        return told or answer.has_figure(result)
    return answer.has_figure(result) if len(result) else None
