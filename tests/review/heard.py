"""What a review says, in a form that a test can state."""

from starprep.library.parts import Part
from starprep.review.lists import Severity
from starprep.review.review import Review, review
from starprep.review.rule_files import read_rules

BOOK, _ = read_rules()

# Four steps of the candidate's own: enough to carry an answer.
STEPS = (
    "I pulled the logs of two weeks. I traced the loss to one retry. I reproduced it here. "
    "I wrote the fix and a test. "
)


def heard(text: str, part: Part | None = Part.ACTION) -> Review:
    """Review `text` as one part, or as a whole answer."""
    return review(text, BOOK, part=part)


def said(rule: str, text: str, part: Part | None = Part.ACTION) -> list[str]:
    """Return the words of the remarks of one rule."""
    return [each.words for each in heard(text, part).remarks if each.rule == rule]


def serious(text: str, part: Part | None = Part.ACTION) -> set[str]:
    """Return the rules of the serious remarks."""
    return {each.rule for each in heard(text, part).of(Severity.SERIOUS)}
