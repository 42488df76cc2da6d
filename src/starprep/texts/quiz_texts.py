"""What the quiz says: a question, its options, the verdict, and what came of it."""

from collections.abc import Mapping

from starprep.library.shelf import Listing
from starprep.practice.quiz import Answered, Card, Quiz
from starprep.practice.selection import DIFFICULTIES
from starprep.texts.styled import (
    Role,
    Styled,
    joined,
    lines,
    styled,
    titled,
)

_REASON = " " * 5
"""What stands before each line of a reason, so that it begins below the words of its option."""


def place(quiz: Quiz) -> str:
    """Say which question of how many is on the table, and in which round; there has to be one."""
    is_again = quiz.card is not None and quiz.card.round > 1
    return f"{'missed ones: ' if is_again else ''}{quiz.position} of {quiz.in_round}"


def about(card: Card, story: Listing | None) -> Styled:
    """Return which story a question is about, where that is known, and how hard it is."""
    difficulty = (card.question.difficulty.value, Role.MUTED)
    return joined((story.title, Role.HEADING), ", ", difficulty) if story else styled(difficulty)


def so_far(quiz: Quiz) -> Styled:
    """Return how many of the questions asked so far were right when they were first asked."""
    asked = len(quiz.first_answers)
    if not asked:
        return Styled()
    when = "at the first try" if asked == quiz.count else "so far"
    return joined(
        (f"{asked - len(quiz.missed)} of {asked}", Role.STRONG), (f" right {when}", Role.MUTED)
    )


def story(listing: Listing) -> Styled:
    """Return the story that a question is about."""
    return lines((listing.question, Role.STRONG), listing.scenario)


def option(number: int, words: str, answered: Answered | None = None) -> Styled:
    """Return the option of that number, from 1.

    Where the question was `answered` it is judged, and the verdict stands below the right one.
    """
    mark, role, below = "  ", Role.PLAIN, Styled()
    if answered:
        role = Role.MUTED
        if number - 1 == answered.card.right:
            mark, role, below = "+ ", Role.STRONG_GOOD, verdict(answered)
        elif number - 1 == answered.chosen:
            mark, role = "x ", Role.BAD
    told = joined((f"{number} ", Role.KEY), (f"{mark} ", role), (words, role))
    return lines(told, below) if below else told


def verdict(answered: Answered) -> Styled:
    """Return whether an answer was right, and why, to stand below the right option."""
    if answered.correct:
        head = styled("Right.", Role.STRONG_GOOD)
    else:
        head = styled("Missed: this is the right one. It comes again at the end.", Role.STRONG_BAD)
    first, *more = answered.card.question.explanation.split("\n")
    reason = (joined(head, " ", first), *map(styled, more))
    return lines(*(joined(_REASON, line) for line in reason))


def score(quiz: Quiz) -> str:
    """Say how many questions were right when they were first asked."""
    right = quiz.count - len(quiz.missed)
    if quiz.first_round > 1:
        return f"{right} of {quiz.count} missed ones right this time"
    return f"{right} of {quiz.count} right at the first try"


def by_difficulty(quiz: Quiz) -> Styled:
    """Return how many questions of each difficulty were right, a line each."""
    told = []
    for difficulty in DIFFICULTIES:
        asked = [
            answer for answer in quiz.first_answers if answer.card.question.difficulty == difficulty
        ]
        if asked:
            right = sum(answer.correct for answer in asked)
            told.append(joined((f"{difficulty:<8}", Role.MUTED), f"{right} of {len(asked)}"))
    return lines(*told)


def to_reread(quiz: Quiz, stories: Mapping[str, Listing]) -> tuple[Styled, ...]:
    """Return each question that was missed with its right answer and why that is right.

    The story with the most missed comes first, with its name where `stories` tell of it.
    """
    missed: dict[str, list[Answered]] = {}
    for answer in quiz.missed:
        missed.setdefault(answer.card.walkthrough, []).append(answer)
    return tuple(
        titled(f"Reread {stories[name].title if name in stories else 'this'}", _again(answer))
        for name, answers in sorted(missed.items(), key=lambda each: -len(each[1]))
        for answer in answers
    )


def _again(answer: Answered) -> Styled:
    question, card = answer.card.question, answer.card
    right = joined(("+ ", Role.STRONG_GOOD), (card.options[card.right], Role.GOOD))
    return lines((question.prompt, Role.STRONG), right, question.explanation)


def next_step(quiz: Quiz) -> Styled:
    """Return what to do after a quiz."""
    if quiz.missed:
        step = "Reread what you missed, then ask for only the missed ones again."
    elif quiz.first_round > 1:
        step = "You know them all now. Take the whole quiz in a few days, when it is less fresh."
    else:
        step = "Nothing to reread. Come back in a few days, when it is less fresh."
    return titled("Next", step)
