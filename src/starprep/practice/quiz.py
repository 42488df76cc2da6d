"""A quiz: one question at a time, missed ones again at the end, and once more on demand."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from starprep.library.question import Question
from starprep.library.walkthrough import Walkthrough
from starprep.record.events import QuizEvent, QuizScope, Stamper


class Posed(NamedTuple):
    """A question to ask, and where it stands."""

    walkthrough: str
    """The walkthrough's id."""
    place: int
    """The question's index among the walkthrough's, from 0."""
    question: Question


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it is asked: those of its options shuffled that may change places."""

    posed: Posed
    round: int
    order: tuple[int, ...]
    """The index in the file of each option shown, from the first shown to the last."""

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.posed.question

    @property
    def walkthrough(self) -> str:
        """The id of the walkthrough that it belongs to."""
        return self.posed.walkthrough

    @property
    def options(self) -> tuple[str, ...]:
        """The options as shown."""
        return tuple(self.question.options[index] for index in self.order)

    @property
    def right(self) -> int:
        """Which of the options shown is right, from 0."""
        return self.order.index(self.question.answer)


@dataclass(frozen=True, slots=True)
class Answered:
    """A card and the option, as shown, that was chosen for it."""

    card: Card
    chosen: int

    @property
    def correct(self) -> bool:
        """Whether the right one was chosen."""
        return self.chosen == self.card.right


class Quiz:
    """The cards still to come and the answers given.

    A missed question comes again after all the others, until it is answered right.

    Args:
        questions: what is asked, in that order.
        seed: what the options are shuffled by; the same seed gives the same order.
        stamp: makes the id and time of each event.
        over: what the questions were chosen from: one story, a principle, or all.
        first_round: the number of the round in which each question is asked for the first time.
    """

    def __init__(
        self,
        questions: Iterable[Posed],
        seed: int,
        stamp: Stamper,
        over: QuizScope = "story",
        first_round: int = 1,
    ) -> None:
        self.seed = seed
        self.over = over
        self.first_round = first_round
        self.answers: list[Answered] = []
        self._stamp = stamp
        self._cards = deque(self._shuffled(each, round=first_round) for each in questions)
        self.count = len(self._cards)

    @property
    def card(self) -> Card | None:
        """The card on the table; None when the quiz is over."""
        return self._cards[0] if self._cards else None

    @property
    def position(self) -> int:
        """The number of the card on the table among those of its round, from 1."""
        card = self.card
        done = sum(answer.card.round == card.round for answer in self.answers) if card else 0
        return done + 1

    @property
    def in_round(self) -> int:
        """How many cards the round of the card on the table has."""
        card = self.card
        if card is None or card.round == self.first_round:
            return self.count
        return sum(
            not answer.correct for answer in self.answers if answer.card.round == card.round - 1
        )

    @property
    def first_answers(self) -> tuple[Answered, ...]:
        """The answers of the first round, which is what the result counts."""
        return tuple(answer for answer in self.answers if answer.card.round == self.first_round)

    @property
    def missed(self) -> tuple[Answered, ...]:
        """The answers of the first round that were wrong: what to reread."""
        return tuple(answer for answer in self.first_answers if not answer.correct)

    def again(self) -> "Quiz":
        """Return a quiz of the missed ones only, whose rounds count on from those of this one."""
        last = max((answer.card.round for answer in self.answers), default=self.first_round)
        missed = (answer.card.posed for answer in self.missed)
        return Quiz(missed, self.seed, self._stamp, self.over, last + 1)

    def answer(self, chosen: int) -> tuple[Answered, QuizEvent]:
        """Answered the card on the table with the option shown at `chosen`, from 0.

        Returns:
            The answer and what to record of it. The next card is on the table.

        Raises:
            IndexError: the quiz is over, or there is no such option.
        """
        card = self._cards[0]
        index = card.order[chosen] if chosen >= 0 else card.order[len(card.order)]
        self._cards.popleft()
        answer = Answered(card, chosen)
        self.answers.append(answer)
        if not answer.correct:
            again = self._shuffled(card.posed, round=card.round + 1)
            self._cards.append(again)
        identifier, time = self._stamp()
        event = QuizEvent(
            id=identifier,
            time=time,
            walkthrough=card.walkthrough,
            item=card.question.id,
            place=card.posed.place,
            answer=card.question.key.answer,
            prompt=card.question.prompt,
            difficulty=card.question.difficulty.value,
            seed=self.seed,
            round=card.round,
            chosen=index,
            correct=answer.correct,
            over=self.over,
        )
        return answer, event

    def _shuffled(self, posed: Posed, *, round: int) -> Card:
        order = list(range(len(posed.question.options)))
        movable = posed.question.movable
        shuffled = list(movable)
        # A text seeds the same sequence on every machine and in every run.
        Random(f"{self.seed}/{round}/{posed.question.prompt}").shuffle(shuffled)  # noqa: S311
        for place, index in zip(movable, shuffled, strict=True):
            order[place] = index
        return Card(posed, round, tuple(order))


def questions_of(walkthrough: Walkthrough) -> list[Posed]:
    """Return the walkthrough's questions, in its own order, as a quiz takes them."""
    return [Posed(walkthrough.id, place, each) for place, each in enumerate(walkthrough.quiz)]
