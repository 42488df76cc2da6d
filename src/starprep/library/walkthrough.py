"""The model of a walkthrough: one question, one story, five parts, and what surrounds them.

Each model checks what can be seen from inside it. What needs other files (does the principle
exist?) or the file's name stands in `reading`.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from starprep.library import phrases
from starprep.library.model import Identifier, Model, Prose, Seconds, fault, format_1
from starprep.library.parts import Level, Part
from starprep.library.problems import KeyPath

Faults = Iterable[tuple[KeyPath, PydanticCustomError]]

PROBE_SECONDS = 45
"""How long the reply to a follow-up question may take, in seconds, where the file does not say."""


class Difficulty(StrEnum):
    """How hard a quiz question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Leaning(StrEnum):
    """Which way an interviewer would vote after an answer."""

    STRONG_HIRE = "strong-hire"
    HIRE = "hire"
    NO_HIRE = "no-hire"
    STRONG_NO_HIRE = "strong-no-hire"

    @property
    def label(self) -> str:
        """The leaning as interviewers write it: `No Hire`."""
        return self.value.replace("-", " ").title()


class Overview(Model):
    """What a candidate reads before choosing how to prepare."""

    scenario: Prose
    """The story in the candidate's voice."""
    summary: Prose
    """What makes the story work, in the coach's voice."""
    takeaways: tuple[Prose, ...] = Field(min_length=1)
    """What to remember, a sentence each."""


class Section(Model):
    """One part of the answer, with what helps a candidate to say it."""

    part: Part
    """situation, task, action, result or reflection."""
    target_seconds: Seconds
    """How long the part may take when spoken."""
    example: Prose | None = None
    """What a strong candidate says. The reflection has `examples` instead."""
    examples: dict[Level, Prose] | None = Field(default=None, min_length=1)
    """The reflection only: what a strong candidate of each level says."""
    signals: tuple[Prose, ...] = Field(min_length=1)
    """Phrases of the example that an interviewer writes down; … stands for skipped words."""
    coaching: Prose
    """One tip for saying the part."""
    mistake: Prose
    """What often goes wrong, and what the interviewer concludes from it."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(self._faults())

    def _faults(self) -> Faults:
        if self.part is Part.REFLECTION:
            if self.example is not None:
                fix = "give one text for each level in [sections.examples]"
                yield ("example",), fault("is one text for all levels", fix)
            elif self.examples is None:
                fix = "add [sections.examples] with a text for each level, such as sde2 and senior"
                yield ("examples",), fault("is missing", fix)
        elif self.examples is not None:
            fix = "use example = …; only the reflection differs by level"
            yield ("examples",), fault(f"is not for the {self.part}", fix)
        elif self.example is None:
            yield ("example",), fault("is missing", "add what a strong candidate says here")
        texts = [self.example] if self.example else list((self.examples or {}).values())
        seen = set()
        for number, signal in enumerate(self.signals):
            if signal.casefold() in seen:
                yield ("signals", number), fault(f'"{signal}" stands twice', "delete one")
            seen.add(signal.casefold())
            if texts and not any(phrases.find(signal, text) for text in texts):
                fix = "quote the example's own words, with … for any that are skipped"
                yield ("signals", number), fault(f'"{signal}" does not occur in the example', fix)
        for level, text in (self.examples or {}).items():
            if self.signals and not phrases.heard(self.signals, text):
                fix = "quote at least one phrase of this text in signals"
                yield ("examples", level.value), fault("holds none of the signals", fix)

    def example_for(self, level: Level) -> str:
        """Return the example a candidate of `level` reads.

        Where the reflection has no text for that level, the nearest lower level's text stands in,
        or else the lowest there is.
        """
        if self.example is not None:
            return self.example
        texts = self.examples or {}
        lower = [each for each in texts if each.rank <= level.rank]
        nearest = max(lower, key=_rank) if lower else min(texts, key=_rank)
        return texts[nearest]

    def signals_for(self, level: Level) -> tuple[str, ...]:
        """Return the signals that occur in the example for `level`."""
        return phrases.heard(self.signals, self.example_for(level))


class WeakReply(Model):
    """A reply that fails, and why it does."""

    reply: Prose
    """What the candidate says."""
    why: Prose
    """Why it fails."""


class StrongReply(Model):
    """A reply that works, and the line of it to remember."""

    reply: Prose
    """What the candidate says."""
    line: Prose
    """The line to remember."""


class Probe(Model):
    """A follow-up question."""

    question: Prose
    """What the interviewer asks next."""
    tests: Prose
    """What the interviewer probes."""
    target_seconds: Seconds = PROBE_SECONDS
    """How long the reply may take when spoken."""
    weak: WeakReply
    """The reply that fails."""
    strong: StrongReply
    """The reply that works."""


class Flag(Model):
    """A red flag: words of the weak answer that sink it, or something that is missing from it."""

    quote: Prose | None = None
    """The words. Left out where the flag is what the answer does not say."""
    why: Prose
    """What an interviewer concludes."""


class WeakAnswer(Model):
    """The whole answer that fails."""

    text: Prose
    """What the candidate says."""
    flags: tuple[Flag, ...] = Field(min_length=1)
    """Its red flags."""
    verdict: Prose
    """What the Bar Raiser thinks."""
    leaning: Leaning
    """Which way the Bar Raiser would vote."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(
            (
                ("flags", number, "quote"),
                fault(f'"{flag.quote}" does not occur in the text', "quote the text's own words"),
            )
            for number, flag in enumerate(self.flags)
            if flag.quote and not phrases.find(flag.quote, self.text)
        )


class Question(Model):
    """A quiz question."""

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


def _rank(level: Level) -> int:
    return level.rank


def _repeated(table: str, key: str, values: list[str]) -> Faults:
    """Yield a fault for every one of `values` that stands in the list before."""
    for number, value in enumerate(values):
        if value in values[:number]:
            first = f"{table}[{values.index(value)}].{key}"
            yield (table, number, key), fault(f"repeats {first}", "make it different or delete it")
