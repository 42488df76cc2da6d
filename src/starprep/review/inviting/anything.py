"""Questions that fit any answer, for where it invites too few of its own."""

from collections.abc import Iterable, Iterator

from starprep.library.parts import Part
from starprep.review.answer import Answer, Range
from starprep.review.inviting.heard import Invites, clause, is_answered
from starprep.review.patterns import Match
from starprep.review.spoken import Sentence

INVITES = Invites()


@INVITES.add
def view(answer: Answer) -> Iterator[Range]:
    """What the candidate did, the last of it first: others were there."""
    for step in reversed(_steps(answer)):
        yield clause(answer, step.first, step.last, on=True)


@INVITES.add
def beginning(answer: Answer) -> Iterator[Range]:
    """The first step."""
    for step in _steps(answer)[:1]:
        yield clause(answer, step.first, step.last, on=True)


@INVITES.add
def hardest(answer: Answer) -> Iterator[Range]:
    """What takes longest to tell of what was done."""
    steps = {step.first for step in _steps(answer)}
    every = list(_longest(answer, answer.everything))
    done = [each for each in every if not steps.isdisjoint(range(each.first, each.last))]
    yield from _opened(answer, done or every)


@INVITES.add
def again(answer: Answer) -> Iterator[Range]:
    """How it came out, where no lesson is drawn."""
    place = answer.of(Part.RESULT, Part.REFLECTION)
    for found in _opened(answer, _longest(answer, place if len(place) else answer.everything)):
        if not is_answered(answer, "again", found.first):
            yield found


@INVITES.add
def detail(answer: Answer) -> Iterator[Range]:
    """Whatever takes longest to tell."""
    yield from _opened(answer, _longest(answer, answer.everything))


@INVITES.add
def witness(answer: Answer) -> Iterator[Range]:
    """Anything, from the end."""
    yield from _opened(answer, answer.spoken.sentences[::-1])


@INVITES.add
def today(answer: Answer) -> Iterator[Range]:
    """Anything, from the beginning."""
    yield from _opened(answer, answer.spoken.sentences)


def _steps(answer: Answer) -> list[Match]:
    """Return the candidate's own steps in the Action, or in all of an answer that has none."""
    action = answer.of(Part.ACTION)
    return [each for each in answer.steps if not len(action) or each.first in action]


def _longest(answer: Answer, place: Range) -> Iterator[Sentence]:
    """Yield the sentences that begin in a place, the longest first."""
    told = [each for each in answer.spoken.sentences if each.first in place]
    yield from sorted(told, key=lambda each: each.first - each.last)


def _opened(answer: Answer, sentences: Iterable[Sentence]) -> Iterator[Range]:
    """Yield how each sentence begins, up to a pause; then, where all is taken, any other words."""
    for each in sentences:
        yield clause(answer, each.first, each.first + 1)
    for at in range(0, len(answer.spoken.words), max(1, answer.book.count("words_quoted"))):
        yield clause(answer, at, at + 1)
