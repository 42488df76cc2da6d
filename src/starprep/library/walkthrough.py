"""The model of a walkthrough: one question, one story, five parts, and what surrounds them.

Each model checks what can be seen from inside it. What needs other files (does the principle
exist?) or the file's name stands in `reading`.
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from starprep.library.fitting import Fitted
from starprep.library.model import Faults, Identifier, Model, Prose, Seconds, fault, format_1
from starprep.library.parts import Level, Part
from starprep.library.phrases import heard
from starprep.library.probe import Probe
from starprep.library.question import Question
from starprep.library.section import Section
from starprep.library.weak_answer import WeakAnswer


class Overview(Model):
    """What a candidate reads before choosing how to prepare."""

    scenario: Prose
    """The story in the candidate's voice."""
    summary: Prose
    """What makes the story work, in the coach's voice."""
    takeaways: tuple[Prose, ...] = Field(min_length=1)
    """What to remember, a sentence each."""


class Adaptation(Model):
    """How the same story answers a question on another principle."""

    principle: Identifier
    """The other principle's id."""
    lead: Prose
    """What to lead with."""
    emphasize: tuple[Prose, ...] = Field(min_length=1)
    """What to say more of."""
    downplay: tuple[Prose, ...] = Field(min_length=1)
    """What to say less of."""


class LevelGuide(Model):
    """What a level asks of the same story."""

    level: Level
    """sde1, sde2 or senior."""
    focus: Prose
    """What the answer should dwell on."""
    bar: Prose
    """What the answer must prove."""
    seconds: tuple[Seconds, Seconds]
    """How long the whole answer may take: from, to."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        shortest, longest = self.seconds
        wrong = fault(f"run from {shortest} to {longest}", "put the smaller number first")
        return self.faults([(("seconds",), wrong)] if shortest > longest else [])

    @property
    def limit(self) -> int:
        """The longest that the whole answer may take, in seconds."""
        return self.seconds[1]


class Walkthrough(Model):
    """One behavioural question taught through one story."""

    format: Annotated[Literal[1], BeforeValidator(format_1)]
    """The version of this file format: 1."""
    id: Identifier
    """The walkthrough's name in kebab-case, the same as the file's without `.toml`."""
    question: Prose
    """The interviewer's words."""
    principle: Identifier
    """The id of the Leadership Principle that the question tests."""
    level: Level
    """Whose voice the example is in: sde1, sde2 or senior."""
    tags: tuple[Prose, ...] = ()
    """Words to find it by."""
    overview: Overview
    """Scenario, summary and takeaways."""
    sections: tuple[Section, ...]
    """The five parts, in order."""
    probes: tuple[Probe, ...] = Field(min_length=1)
    """Follow-up questions."""
    weak_answer: WeakAnswer
    """The answer that fails."""
    quiz: tuple[Question, ...] = Field(min_length=1)
    """Quiz questions."""
    adaptations: tuple[Adaptation, ...] = Field(min_length=1)
    """The same story for other principles."""
    levels: tuple[LevelGuide, ...] = Field(min_length=1)
    """What each level asks."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(self._faults())

    def _faults(self) -> Faults:
        yield from self._section_faults()
        yield from _repeated("probes", "question", [probe.question for probe in self.probes])
        yield from _repeated("quiz", "prompt", [question.prompt for question in self.quiz])
        yield from self._id_faults()
        others = [adaptation.principle for adaptation in self.adaptations]
        yield from _repeated("adaptations", "principle", others)
        yield from _repeated("levels", "level", [guide.level.value for guide in self.levels])
        for number, other in enumerate(others):
            if other == self.principle:
                fix = "adapt the story to another principle"
                yield ("adaptations", number, "principle"), fault("is the story's own", fix)
        if self.level not in (guide.level for guide in self.levels):
            fix = f'add a [[levels]] table with level = "{self.level}"'
            yield ("levels",), fault("do not hold the walkthrough's own level", fix)
        elif self.seconds > (limit := self.guide(self.level).limit):
            what = f"targets add up to {self.seconds} s, the {self.level.label} limit is {limit} s"
            yield ("sections",), fault(what, "shorten a target or raise the level's seconds")

    def _section_faults(self) -> Faults:
        parts = [section.part for section in self.sections]
        for part in Part:
            if part not in parts:
                fix = f'add a [[sections]] table with part = "{part}"'
                yield ("sections",), fault(f"have no {part}", fix)
        for number, part in enumerate(parts):
            if part in parts[:number]:
                fix = "keep one [[sections]] table for each part"
                yield ("sections", number, "part"), fault(f"is {part} a second time", fix)
        if sorted(set(parts)) == sorted(Part) and len(parts) == len(Part) and parts != list(Part):
            fix = f"use the order {', '.join(Part)}"
            yield ("sections",), fault(f"stand in the order {', '.join(parts)}", fix)

    def _id_faults(self) -> Faults:
        """Yield a fault for every id that a follow-up or a question before has."""
        first: dict[str, str] = {}
        tables = {
            "probes": [probe.id for probe in self.probes],
            "quiz": [question.id for question in self.quiz],
        }
        for table, ids in tables.items():
            for number, name in enumerate(ids):
                here = f"{table}[{number}].id"
                if name is not None and (there := first.setdefault(name, here)) != here:
                    fix = "make it different or delete it"
                    yield (table, number, "id"), fault(f"repeats {there}", fix)

    @property
    def seconds(self) -> int:
        """What the five targets add up to, in seconds."""
        return sum(section.target_seconds for section in self.sections)

    def section(self, part: Part) -> Section:
        """Return the section of `part`."""
        return self.sections[tuple(Part).index(part)]

    def guide(self, level: Level) -> LevelGuide:
        """Return what `level` asks; KeyError where the walkthrough does not tell."""
        return {guide.level: guide for guide in self.levels}[level]

    def nearest_level(self, wanted: Level | None) -> Level:
        """Return `wanted` where the walkthrough has it, else the level it is written for."""
        known = {guide.level for guide in self.levels}
        return wanted if wanted is not None and wanted in known else self.level

    def target(self, part: Part, level: Level) -> int:
        """Return how long `part` may take at `level`, in seconds.

        Where the targets together exceed what the level allows, each shrinks in proportion, down
        to one second, so that the whole answer fits.
        """
        target = self.section(part).target_seconds
        limit = self.guide(level).limit
        if self.seconds <= limit:
            return target
        least = len(self.sections)  # a second for each
        return 1 + (target - 1) * max(0, limit - least) // (self.seconds - least)

    def fitted(self, part: Part, level: Level) -> Fitted:
        """Return the example of `part`, and what of it to leave out at `level` to be in time."""
        return self.section(part).fitted(level, self.target(part, level))

    def signals(self, part: Part, level: Level) -> tuple[str, ...]:
        """Return the signals of `part` that can be said in time at `level`."""
        return heard(self.section(part).signals, self.fitted(part, level).kept)


def _repeated(table: str, key: str, values: list[str]) -> Faults:
    """Yield a fault for every one of `values` that stands in the list before."""
    for number, value in enumerate(values):
        if value in values[:number]:
            first = f"{table}[{values.index(value)}].{key}"
            yield (table, number, key), fault(f"repeats {first}", "make it different or delete it")
