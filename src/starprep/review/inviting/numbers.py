"""Questions about numbers: of what, from where, over what time, and what else changed."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review import evidence
from starprep.review.answer import Answer, Range
from starprep.review.figures import Figure
from starprep.review.inviting.heard import Invites, around, clause, heard, is_answered
from starprep.review.lists import Severity

INVITES = Invites()


@INVITES.add
def amount(answer: Answer) -> Iterator[Range]:
    """An outcome without a number."""
    result = answer.of(Part.RESULT)
    for each in evidence.unmeasured(answer):
        place = Range(answer.spoken.at(each.start), answer.spoken.at(each.end))
        told = len(place) > 1 or each.severity is Severity.SERIOUS
        if told and len(place) < len(result) and place.first in result:
            yield clause(answer, place.first, place.last)


@INVITES.add
def base(answer: Answer) -> Iterator[Range]:
    """A percentage with no count near it."""
    most = answer.book.count("words_of_a_base")
    for each in evidence.percentage(answer):
        first, last = answer.spoken.at(each.start), answer.spoken.at(each.end)
        end = answer.spoken.sentence_of(first).last
        if answer.spoken.texts[last] == "of":
            until = range(last, min(end, last + most))
            last = next((at for at in until if at in answer.spoken.breaks), until.stop)
        yield Range(first, last)


@INVITES.add
def cause(answer: Answer) -> Iterator[Range]:
    """A change that something else may have brought about."""
    for figure in _outcomes(answer, "delta"):
        moved = "to" in answer.spoken.texts[figure.first : figure.last]
        if moved and not is_answered(answer, "cause", figure.first):
            yield clause(answer, figure.first, figure.last)


@INVITES.add
def source(answer: Answer) -> Iterator[Range]:
    """A number of which is not told where it was read: first a rough one, then money, then any."""
    result = answer.of(Part.RESULT)
    yield from heard(answer, "source", result if len(result) else None)
    for kinds in (("money",), ("delta", "percentage"), ("volume",)):
        for figure in _outcomes(answer, *kinds):
            said = answer.spoken.texts[figure.first : figure.last]
            exact = any(letter.isdigit() for word in said for letter in word)
            if exact and not is_answered(answer, "source", figure.first):
                yield clause(answer, figure.first, figure.last)


@INVITES.add
def period(answer: Answer) -> Iterator[Range]:
    """A change, or what was saved or spent, with no time near it."""
    spoken, times = answer.spoken, answer.book.words("time")
    for figure in _outcomes(answer, "delta", "money"):
        sentence, near = spoken.sentence_of(figure.first), around(answer, figure.first)
        if figure.kind == "money" and not answer.heard(
            "period", within=Range(sentence.first, sentence.last)
        ):
            continue
        timed = not times.isdisjoint(spoken.texts[near.first : near.last])
        if not timed and not is_answered(answer, "period", figure.first):
            yield clause(answer, figure.first, figure.last)


def _outcomes(answer: Answer, *kinds: str) -> Iterator[Figure]:
    """Yield the figures of some kinds in the Result; where it has none, behind the Situation."""
    result, situation = answer.of(Part.RESULT), answer.of(Part.SITUATION)
    measured = any(each.first in result for each in answer.figures)
    for each in answer.figures:
        told = each.first in result if measured else each.first not in situation
        if each.kind in kinds and told and each.first not in answer.spoken.quoted:
            yield each
