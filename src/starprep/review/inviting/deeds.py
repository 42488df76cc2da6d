"""Questions about what was done: decisions, risks, prices, claims, mistakes, what became of it."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.library.speech import stem
from starprep.review import evidence, manner
from starprep.review.answer import Answer, Range
from starprep.review.inviting.heard import Invites, clause, heard, is_answered, remarked, serious

INVITES = Invites()


@INVITES.add
def excused(answer: Answer) -> Iterator[Range]:
    """A failure that is made smaller."""
    yield from remarked(answer, serious(manner.excuse(answer)))


@INVITES.add
def remaining(answer: Answer) -> Iterator[Range]:
    """Something that is not finished."""
    place = answer.of(Part.RESULT)
    yield from heard(answer, "remaining", place if len(place) else None)


@INVITES.add
def claim(answer: Answer) -> Iterator[Range]:
    """A first, a best, a nobody, an always; not beside what the candidate did to see it."""
    for said in heard(answer, "claim"):
        sentence = answer.spoken.sentence_of(said.first)
        if not any(sentence.first <= step.first < said.last for step in answer.steps):
            yield said


@INVITES.add
def choice(answer: Answer) -> Iterator[Range]:
    """A decision of which no alternative is told."""
    yield from heard(answer, "choice", _behind_the_situation(answer))


@INVITES.add
def unchecked(answer: Answer) -> Iterator[Range]:
    """Something left behind of which nothing is heard again."""
    stems = [stem(word.text) for word in answer.spoken.words]
    for left in answer.heard("unchecked"):
        thing, behind = stems[left.last - 1], answer.spoken.sentence_of(left.first).last
        if thing not in stems[behind:]:
            yield clause(answer, left.first, left.last)


@INVITES.add
def mistake(answer: Answer) -> Iterator[Range]:
    """A mistake of the candidate's own."""
    yield from heard(answer, "mistake")


@INVITES.add
def price(answer: Answer) -> Iterator[Range]:
    """An outcome that seems to have cost nothing."""
    result = answer.of(Part.RESULT)
    changes = (each for each in evidence.delta(answer) if " to " in each.words)
    for outcome in remarked(answer, (*changes, *evidence.worth(answer))):
        if outcome.first in result and not is_answered(answer, "price", outcome.first):
            yield outcome


@INVITES.add
def found(answer: Answer) -> Iterator[Range]:
    """A cause that was found, without a word what led there."""
    yield from heard(answer, "found", _action(answer))


@INVITES.add
def half_the_time(answer: Answer) -> Iterator[Range]:
    """Time that was asked for, given or spent."""
    yield from heard(answer, "half_the_time")


@INVITES.add
def risk(answer: Answer) -> Iterator[Range]:
    """A step that could have gone wrong, where nothing is said of that."""
    yield from heard(answer, "risk")


@INVITES.add
def unasked(answer: Answer) -> Iterator[Range]:
    """Work that nobody gave, beside the candidate's own."""
    for said in answer.heard("boundary"):
        if not is_answered(answer, "unasked", said.first):
            yield clause(answer, said.first, said.last)


@INVITES.add
def habit(answer: Answer) -> Iterator[Range]:
    """A lesson that should have been of use since."""
    place = answer.of(Part.REFLECTION)
    yield from heard(answer, "habit", place if len(place) else None, on=True)


def _action(answer: Answer) -> Range | None:
    """Return where the candidate acts; None, for anywhere, where no Action is heard."""
    place = answer.of(Part.ACTION)
    return place if len(place) else None


def _behind_the_situation(answer: Answer) -> Range:
    return Range(answer.of(Part.SITUATION).last, answer.everything.last)
