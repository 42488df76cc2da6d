"""What the quiz says: a question, its options, the verdict, and what came of it."""

from collections.abc import Iterable, Mapping

from starprep.library.question import Question
from starprep.library.shelf import Listing
from starprep.practice.quiz import Answered, Quiz
from starprep.practice.selection import DIFFICULTIES
from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    bulleted,
    joined,
    lines,
    styled,
    titled,
)


def place(quiz: Quiz) -> str:
    """Say which question of how many is on the table, and in which round; there has to be one."""
    is_first = quiz.card is None or quiz.card.round == 1
    return f"{quiz.position} of {quiz.in_round}{'' if is_first else ', missed ones again'}"


def story(listing: Listing, *, is_open: bool) -> Styled:
    """Return which story a question is about, and where it `is_open` the story too."""
    title = joined(("From ", Role.MUTED), (listing.title, Role.HEADING))
    if not is_open:
        return title
    return lines(title, (listing.question, Role.STRONG), listing.scenario)


def option(number: int, words: str, answered: Answered | None = None) -> Styled:
    """Return the option of that number, from 1; judged, where the question was `answered`."""
    mark, role = "  ", Role.PLAIN
    if answered:
        role = Role.MUTED
        if number - 1 == answered.card.right:
            mark, role = "+ ", Role.STRONG_GOOD
        elif number - 1 == answered.chosen:
            mark, role = "x ", Role.BAD
    return joined((f"{number} ", Role.KEY), (f"{mark} ", role), (words, role))


def verdict(answered: Answered, onward: str) -> Styled:
    """Return whether an answer was right and why, and `onward`: how the face goes on from it."""
    if answered.correct:
        head, after = styled("Right.", Role.STRONG_GOOD), onward
    else:
        right = answered.card.right + 1
        head = styled(f"Not this one: the right one is {right}.", Role.STRONG_BAD)
        after = f"It comes again at the end. {onward}"
    return blocks(lines(head, answered.card.question.explanation), (after, Role.MUTED))


def score(quiz: Quiz) -> Styled:
    """Return how many questions were right when they were first asked."""
    right = sum(answer.correct for answer in quiz.first_answers)
    return styled(f"{right} of {quiz.count} right at the first try.", Role.STRONG)


def result(quiz: Quiz, stories: Mapping[str, Listing]) -> Styled:
    """Return how each difficulty went, and what to reread: by story where `stories` tell of it."""
    nothing = styled("Nothing to reread. Come back in a few days, when it is less fresh.")
    again = list(_to_reread(quiz, stories)) or [nothing]
    return blocks(lines(*_by_difficulty(quiz)), *again)


def _by_difficulty(quiz: Quiz) -> Iterable[Styled]:
    for difficulty in DIFFICULTIES:
        asked = [
            answer for answer in quiz.first_answers if answer.card.question.difficulty == difficulty
        ]
        if asked:
            right = sum(answer.correct for answer in asked)
            yield joined((f"{difficulty:<8}", Role.MUTED), f"{right} of {len(asked)}")


def _to_reread(quiz: Quiz, stories: Mapping[str, Listing]) -> Iterable[Styled]:
    """Yield what was missed, the story with the most missed first."""
    missed: dict[str, list[Question]] = {}
    for answer in quiz.first_answers:
        if not answer.correct:
            missed.setdefault(answer.card.walkthrough, []).append(answer.card.question)
    for name, questions in sorted(missed.items(), key=lambda each: -len(each[1])):
        title = f"Reread {stories[name].title}" if name in stories else "Reread these"
        again = (lines((each.prompt, Role.STRONG), each.explanation) for each in questions)
        yield titled(title, bulleted(again))
