"""Questions about people: whose work it was, who disagreed, who was won over, who is blamed."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review import evidence, manner, ownership
from starprep.review.answer import Answer, Range
from starprep.review.inviting.heard import Invites, heard, remarked
from starprep.review.lists import Severity

INVITES = Invites()


@INVITES.add
def handed_on(answer: Answer) -> Iterator[Range]:
    """A problem that is passed on, and is not the candidate's any more."""
    yield from remarked(answer, ownership.routing(answer))


@INVITES.add
def ours(answer: Answer) -> Iterator[Range]:
    """A we where the candidate's own work is told, or work that nobody does.

    A we beside a step of the candidate's own is answered by that.
    """
    yield from remarked(answer, ownership.we(answer))
    passives = (
        each for each in ownership.passive(answer) if each.severity is Severity.SERIOUS
    )
    yield from remarked(answer, passives)


@INVITES.add
def blamed(answer: Answer) -> Iterator[Range]:
    """Somebody who is judged."""
    yield from remarked(answer, manner.blame(answer))


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
