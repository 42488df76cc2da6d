"""Questions about people: whose work it was, who disagreed, who was won over, who is blamed."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review import evidence, manner, ownership
from starprep.review.answer import Answer, Range
from starprep.review.inviting.heard import Invites, heard, remarked, serious

INVITES = Invites()


@INVITES.add
def handed_on(answer: Answer) -> Iterator[Range]:
    """A problem that is passed on, and is not the candidate's any more."""
    yield from remarked(answer, ownership.routing(answer))


@INVITES.add
def ours(answer: Answer) -> Iterator[Range]:
    """A we where the candidate's own work is told, or work that nobody does."""
    yield from remarked(answer, ownership.we(answer))
    yield from remarked(answer, serious(ownership.passive(answer)))


@INVITES.add
def blamed(answer: Answer) -> Iterator[Range]:
    """Somebody who is judged."""
    yield from remarked(answer, serious(manner.blame(answer)))


@INVITES.add
def pleased(answer: Answer) -> Iterator[Range]:
    """Praise where an outcome should be."""
    yield from remarked(answer, evidence.applause(answer))


@INVITES.add
def objection(answer: Answer) -> Iterator[Range]:
    """Somebody who disagreed, whose reasons are not told."""
    yield from heard(answer, "objection")


@INVITES.add
def consent(answer: Answer) -> Iterator[Range]:
    """Somebody who was won over, without a word how."""
    yield from heard(answer, "consent")


@INVITES.add
def helped(answer: Answer) -> Iterator[Range]:
    """Somebody who had a share in it."""
    place = answer.of(Part.ACTION, Part.RESULT)
    yield from heard(answer, "helped", place if len(place) else None)
