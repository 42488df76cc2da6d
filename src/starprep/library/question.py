"""A quiz question."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from starprep.library.key import Key
from starprep.library.model import Faults, Identifier, Model, Prose, fault
from starprep.library.options import names_places, speaks_of_others


class Difficulty(StrEnum):
    """How hard a quiz question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Question(Model):
    """A quiz question."""

    id: Identifier | None = None
    """A name in kebab-case that stays when the words change; unique within the file."""
    prompt: Prose
    """The question."""
    options: tuple[Prose, ...] = Field(min_length=2, max_length=6)
    """Two to six answers, all different."""
    answer: int = Field(strict=True)
    """The index of the right option, from 0."""
    explanation: Prose
    """Why the right one is right and the tempting one is not."""
    difficulty: Difficulty
    """easy, medium or hard."""

    @property
    def key(self) -> Key:
        """What an answer to it is found again by."""
        return Key(self.id, self.prompt, self.options[self.answer])

    @property
    def movable(self) -> tuple[int, ...]:
        """The indexes of the options that may change places, in their order.

        One that speaks of the others keeps its place. So do all where one names the places of the
        others: "both of the first", "1 and 3", or "all of the above" before the last.
        """
        spoken = {n for n, each in enumerate(self.options) if speaks_of_others(each)}
        last = len(self.options) - 1
        if any(names_places(self.options[n], is_last=n == last) for n in spoken):
            return ()
        return tuple(number for number in range(len(self.options)) if number not in spoken)

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(self._faults())

    def _faults(self) -> Faults:
        last = len(self.options) - 1
        if not 0 <= self.answer <= last:
            fix = f"use 0 to {last}: the first option is 0"
            yield ("answer",), fault(f"{self.answer} is no option's index", fix)
        seen: dict[str, int] = {}
        for number, option in enumerate(self.options):
            first = seen.setdefault(option.casefold(), number)
            if first != number:
                what = f"repeats options[{first}]"
                yield ("options", number), fault(what, "make all the options different")
