"""The model of a walkthrough: one question, one story, five parts, and what surrounds them.

Each model checks what can be seen from inside it. What needs other files (does the principle
exist?) or the file's name stands in `reading`.
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from starprep.library.fitting import Fitted
from starprep.library.model import Faults, Identifier, Model, Prose, Seconds, fault, format_1
from starprep.library.parts import Level, Part, natural_targets
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
    title: Prose | None = None
    """What it is called in a list; left out, the id in words."""
    question: Prose
    """The interviewer's words."""
    principle: Identifier | None = None
    """The id of the Leadership Principle that the question tests."""
    also_asks: tuple[Prose, ...] = Field(default=(), min_length=1, max_length=5)
    """Other questions that the story answers, in the interviewer's words."""
    level: Level = Level.SDE2
    """Whose voice the example is in: sde1, sde2 or senior."""
    tags: tuple[Prose, ...] = ()
    """Words to find it by."""
    lengths: tuple[Seconds, ...] = Field(default=(), min_length=1)
    """How long the whole answer may take, in seconds, where it is told in several lengths."""
    overview: Overview | None = None
    """Scenario, summary and takeaways."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """The parts that are there, in their order."""
    probes: tuple[Probe, ...] = Field(default=(), min_length=1)
    """Follow-up questions."""
    weak_answer: WeakAnswer | None = None
    """The answer that fails."""
    quiz: tuple[Question, ...] = Field(default=(), min_length=1)
    """Quiz questions."""
    adaptations: tuple[Adaptation, ...] = Field(default=(), min_length=1)
    """The same story for other principles."""
    levels: tuple[LevelGuide, ...] = Field(default=(), min_length=1)
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
        if self.levels and self.level not in (guide.level for guide in self.levels):
            fix = f'add a [[levels]] table with level = "{self.level}"'
            yield ("levels",), fault("do not hold the walkthrough's own level", fix)
        elif self.levels and self.seconds > (limit := self.times(self.level)[1]):
            what = f"targets add up to {self.seconds} s, the {self.level.label} limit is {limit} s"
            yield ("sections",), fault(what, "shorten a target or raise the level's seconds")

    def _section_faults(self) -> Faults:
        parts = [section.part for section in self.sections]
        for number, part in enumerate(parts):
            if part in parts[:number]:
                fix = "keep one [[sections]] table for each part"
                yield ("sections", number, "part"), fault(f"is {part} a second time", fix)
        right = [part for part in Part if part in parts]
        if len(set(parts)) == len(parts) and parts != right:
            fix = f"use the order {', '.join(right)}"
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
    def parts(self) -> tuple[Part, ...]:
        """The parts that are there, in their order."""
        return tuple(section.part for section in self.sections)

    @property
    def seconds(self) -> int:
        """What the targets of its own level add up to, in seconds, before any is shortened."""
        return sum(self._natural(self._whole(self.level)).values())

    def section(self, part: Part) -> Section:
        """Return the section of `part`; KeyError where there is none."""
        return {section.part: section for section in self.sections}[part]

    def guide(self, level: Level) -> LevelGuide | None:
        """Return what `level` asks; None where the walkthrough does not tell."""
        return next((guide for guide in self.levels if guide.level is level), None)

    @property
    def known_levels(self) -> tuple[Level, ...]:
        """The levels to prepare for, lowest first: those that are told, or else all."""
        told = {guide.level for guide in self.levels} or set(Level)
        return tuple(level for level in Level if level in told)

    def nearest_level(self, wanted: Level | None) -> Level:
        """Return `wanted` where the walkthrough can be prepared for it, else its own level."""
        return wanted if wanted is not None and wanted in self.known_levels else self.level

    def times(self, level: Level) -> tuple[int, int]:
        """Return how long the whole answer may take at `level`, in seconds: from, to."""
        guide = self.guide(level)
        return guide.seconds if guide else level.usual_seconds

    def target(self, part: Part, level: Level, length: int | None = None) -> int:
        """Return how long `part` may take at `level`, in seconds; KeyError where it is not there.

        Where the targets together exceed what the whole may take, each shrinks in proportion, down
        to one second, so that the whole answer fits.

        Args:
            part: the part.
            level: the level.
            length: what the whole may take instead of what the level allows, in seconds.
        """
        whole = length or self._whole(level)
        natural = self._natural(whole)
        total, least = sum(natural.values()), len(natural)  # a second for each
        if total <= whole:
            return natural[part]
        return 1 + (natural[part] - 1) * max(0, whole - least) // (total - least)

    def _whole(self, level: Level) -> int:
        """Return what the whole answer may take: the level's limit, or the length that fits it."""
        limit = self.times(level)[1]
        return max((each for each in self.lengths if each <= limit), default=limit)

    def _natural(self, whole: int) -> dict[Part, int]:
        return natural_targets(((each.part, each.target_seconds) for each in self.sections), whole)

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
