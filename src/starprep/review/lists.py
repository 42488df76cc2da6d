"""The word lists, limits and reasons that the rules go by: those that ship, and a user's own."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from starprep.library.faults import explain
from starprep.library.model import Model
from starprep.library.parts import Part
from starprep.library.problems import KeyPath, Problem, suggest
from starprep.library.reading import parse
from starprep.review.patterns import PatternError, Patterns


class Severity(StrEnum):
    """How much a remark weighs with an interviewer."""

    SERIOUS = "serious"
    MINOR = "minor"
    GOOD = "good"


Words = tuple[str, ...]


class Rule(Model):
    """What one rule looks for, and why."""

    severity: Severity | None = None
    """serious, minor or good."""
    why: str = ""
    """What an interviewer makes of it, in a sentence to the candidate."""
    change: str = ""
    """What would help, as a headline."""
    source: str = ""
    """Where the rule comes from."""
    patterns: Words = ()
    """What to look for; see `patterns`."""
    words: Words = ()
    """Single words to count."""
    impersonal: Words = ()
    """For `passive`: decisions without anybody who decides."""
    sent: Words = ()
    """For `routing`: the problem is passed on."""
    taken: Words = ()
    """For `routing`: others do the work."""
    markers: Words = ()
    """For `generic`: what a lesson begins with."""
    but: Words = ()
    """What looks like it and is not it."""


class Cues(Model):
    """What a part of an answer sounds like."""

    cues: Words = ()
    """What to look for; see `patterns`."""


class Lists(Model):
    """All that the rules go by."""

    format: Literal[1] = 1
    """The version of this file's format: 1."""
    limits: dict[str, float] = Field(default_factory=dict)
    """Numbers, by name."""
    sets: dict[str, Words] = Field(default_factory=dict)
    """Words that a pattern names together as `<name>`."""
    parts: dict[Part, Cues] = Field(default_factory=dict)
    """What each part sounds like."""
    rules: dict[str, Rule] = Field(default_factory=dict)
    """The rules, by name."""


class RuleBook:
    """The lists, their patterns ready to be looked for."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._sets = {name: frozenset(words) for name, words in lists.sets.items()}
        self.limits: Mapping[str, float] = lists.limits

    def rule(self, name: str) -> Rule:
        """Return a rule's reasons."""
        return self._lists.rules[name]

    def severity(self, name: str) -> Severity:
        """Return how much the remarks of a rule weigh by themselves."""
        return self._lists.rules[name].severity or Severity.MINOR

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a set."""
        return self._sets[name]

    def patterns(self, name: str, kind: str = "patterns") -> Patterns:
        """Return what a rule looks for."""
        return self._patterns[name, kind]

    def cues(self, part: Part) -> Patterns:
        """Return what a part sounds like."""
        return self._cues[part]

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], Patterns]:
        return {
            (name, kind): Patterns(patterns, self._lists.sets)
            for name, rule in self._lists.rules.items()
            for kind, patterns in _pattern_lists(rule)
        }

    @cached_property
    def _cues(self) -> dict[Part, Patterns]:
        return {
            part: Patterns(cues.cues, self._lists.sets) for part, cues in self._lists.parts.items()
        }


KINDS = ("patterns", "words", "impersonal", "sent", "taken", "markers", "but")


def _pattern_lists(rule: Rule) -> Iterator[tuple[str, Words]]:
    for kind in KINDS:
        yield kind, getattr(rule, kind)


def built_in() -> Lists:
    """Read the lists that ship with starprep."""
    text = (files("starprep.review") / "rules.toml").read_text(encoding="utf-8")
    return Lists.model_validate(tomllib.loads(text))


def read_rules(own: Path | None = None) -> tuple[RuleBook, tuple[Problem, ...]]:
    """Read the lists that ship, and add those of the file at `own`, where there is one.

    Its sets, patterns, words and cues are added to those that ship; its limits, severities and
    reasons take their place. A file with a problem is left out whole.
    """
    shipped = built_in()
    if own is None or not own.exists():
        return RuleBook(shipped), ()
    parsed = parse(own)
    if parsed.value is None:
        return RuleBook(shipped), parsed.problems
    source = parsed.value
    try:
        added = Lists.model_validate(source.data)
    except ValidationError as error:
        return RuleBook(shipped), source.problems(explain(error, Lists))
    merged = _merged(shipped, added)
    problems = source.problems(_faults(shipped, added, merged))
    return RuleBook(shipped if problems else merged), problems


def _faults(shipped: Lists, added: Lists, merged: Lists) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield what only the shipped lists can tell is wrong: unknown names, patterns of no form."""
    for name in added.limits:
        if name not in shipped.limits:
            yield ("limits", name), "is not a limit", suggest(name, sorted(shipped.limits))
    for name, rule in added.rules.items():
        if name not in shipped.rules:
            yield ("rules", name), "is not a rule", suggest(name, sorted(shipped.rules))
            continue
        for kind, patterns in _pattern_lists(rule):
            yield from _unreadable(("rules", name, kind), patterns, merged)
    for part, cues in added.parts.items():
        yield from _unreadable(("parts", part.value, "cues"), cues.cues, merged)


def _unreadable(key: KeyPath, patterns: Words, merged: Lists) -> Iterator[tuple[KeyPath, str, str]]:
    for number, pattern in enumerate(patterns):
        try:
            Patterns([pattern], merged.sets)
        except PatternError as error:
            what, _, fix = str(error).partition("; ")
            yield (*key, number), what, fix


def _merged(shipped: Lists, added: Lists) -> Lists:
    sets = {
        name: (*shipped.sets.get(name, ()), *added.sets.get(name, ()))
        for name in (*shipped.sets, *added.sets)
    }
    parts = {
        part: Cues(cues=(*cues.cues, *added.parts.get(part, Cues()).cues))
        for part, cues in shipped.parts.items()
    }
    rules = {
        name: _both(rule, added.rules[name]) if name in added.rules else rule
        for name, rule in shipped.rules.items()
    }
    return Lists(limits={**shipped.limits, **added.limits}, sets=sets, parts=parts, rules=rules)


def _both(rule: Rule, more: Rule) -> Rule:
    return Rule(
        severity=more.severity or rule.severity,
        why=more.why or rule.why,
        change=more.change or rule.change,
        source=more.source or rule.source,
        **{kind: (*getattr(rule, kind), *getattr(more, kind)) for kind in KINDS},
    )
