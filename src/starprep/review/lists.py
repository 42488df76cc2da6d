"""What the rules go by: the tables of `rules.toml`, and how a function asks for what is in them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from starprep.library.model import Model
from starprep.library.parts import Part
from starprep.review.patterns import Figures, Patterns


class Severity(StrEnum):
    """How much a remark weighs with an interviewer."""

    SERIOUS = "serious"
    MINOR = "minor"
    GOOD = "good"


Words = tuple[str, ...]
Limit = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]


class Rule(Model):
    """What one rule looks for, and why; the function of its name says how."""

    title: str = ""
    """What it is called, in two to five words; files and JSON go by its name."""
    severity: Severity = Severity.MINOR
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


class Invitation(Model):
    """What an answer invites an interviewer to ask; the function of its name says where."""

    question: str = ""
    """What is asked; {words} stands for the words that invite it."""
    tests: str = ""
    """What it probes, in a sentence to the candidate."""
    topic: str = ""
    """Of two on one topic only the first is asked; left out, it is the only one on its own."""
    general: bool = False
    """Whether it fits any answer, and is asked only where too little else is."""
    patterns: Words = ()
    """What invites it, the most inviting first; see `patterns`."""
    but: Words = ()
    """What looks like it and is not it."""
    answered_near: Words = ()
    """What answers it in the same sentence, or in one beside it."""
    answered_anywhere: Words = ()
    """What answers it wherever it stands."""
    asked: Words = ()
    """What another question says that asks the same."""


class PartLists(Model):
    """How a part is found in a whole answer."""

    cues: Words = ()
    """The phrases that it is told by; see `patterns`."""
    usual_end: Share = 1.0
    """Where it usually ends, as a share of the answer's words."""
    heard_from: Share = 0.0
    """Where the search begins for whether it is there at all, as a share of the answer's words."""
    needed: bool = False
    """Whether an answer fails without it; a part that is not needed can be inferred."""


class Lists(Model):
    """All that the rules go by."""

    format: Literal[1] = 1
    """The version of this file's format: 1."""
    limits: dict[str, Limit] = Field(default_factory=dict)
    """Numbers, by name."""
    sets: dict[str, Words] = Field(default_factory=dict)
    """Words that a pattern names together as `<name>`, or that a function asks for."""
    meanings: dict[str, Words] = Field(default_factory=dict)
    """Words that mean the same as the one that they stand under."""
    parts: dict[Part, PartLists] = Field(default_factory=dict)
    """How each part is found."""
    rules: dict[str, Rule] = Field(default_factory=dict)
    """The rules by name, those that lead the headline first."""
    invites: dict[str, Invitation] = Field(default_factory=dict)
    """What an answer may invite an interviewer to ask, by name, what matters most first."""


KINDS = ("patterns", "words", "impersonal", "sent", "taken", "markers", "but")
"""The fields of a rule that hold patterns."""

INVITATION_KINDS = ("patterns", "but", "answered_near", "answered_anywhere", "asked")
"""The fields of an invitation that hold patterns."""


def pattern_lists(table: Rule | Invitation) -> Iterator[tuple[str, Words]]:
    """Yield the lists of patterns of a rule or an invitation, each with the name of its field."""
    for kind in KINDS if isinstance(table, Rule) else INVITATION_KINDS:
        yield kind, getattr(table, kind)


class RuleBook:
    """The lists, made ready for the functions that ask for them.

    Args:
        lists: those that ship, or those and a user's own; every limit, set, part and rule that a
            function asks for is there.
    """

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._sets = {name: frozenset(words) for name, words in lists.sets.items()}
        self._ranks = {name: rank for rank, name in enumerate(lists.rules)}
        self._figures = Figures(self._sets["figure"])
        self.limits: Mapping[str, float] = lists.limits
        self.meanings: Mapping[str, str] = {
            word: meaning for meaning, words in lists.meanings.items() for word in words
        }
        """What each listed word means, as another word."""

    def rule(self, name: str) -> Rule:
        """Return the table of a rule."""
        return self._lists.rules[name]

    def rank(self, name: str) -> int:
        """Return the place of a rule in the order of the headline, from 0."""
        return self._ranks[name]

    @property
    def invitations(self) -> Mapping[str, Invitation]:
        """What an answer may invite an interviewer to ask, by name, what matters most first."""
        return self._lists.invites

    def part(self, part: Part) -> PartLists:
        """Return the table of a part."""
        return self._lists.parts[part]

    def count(self, limit: str) -> int:
        """Return a limit that counts words, sentences, steps or cues."""
        return int(self.limits[limit])

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a set."""
        return self._sets[name]

    def is_figure(self, word: str) -> bool:
        """Tell whether a word is a number, in figures or spelled, or begins with one."""
        return word in self._figures

    def is_negation(self, word: str) -> bool:
        """Tell whether a word is a not: one of the set `negation`, or one that ends in n't."""
        return word in self._sets["negation"] or word.endswith("n't")

    def patterns(self, name: str, kind: str = "patterns") -> Patterns:
        """Return one list of patterns of a rule or an invitation, by its name and the field's."""
        return self._patterns[name, kind]

    def cues(self, part: Part) -> Patterns:
        """Return the phrases that a part is told by."""
        return self._cues[part]

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], Patterns]:
        tables: dict[str, Rule | Invitation] = {**self._lists.rules, **self._lists.invites}
        return {
            (name, kind): Patterns(patterns, self._lists.sets)
            for name, table in tables.items()
            for kind, patterns in pattern_lists(table)
        }

    @cached_property
    def _cues(self) -> dict[Part, Patterns]:
        return {
            part: Patterns(lists.cues, self._lists.sets)
            for part, lists in self._lists.parts.items()
        }
