"""What all rules are given: the answer in words, its parts, and what the candidate did in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from starprep.library.parts import WORDS_PER_MINUTE, Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.review.figures import is_figure, kinds
from starprep.review.lists import RuleBook, Severity
from starprep.review.patterns import Match
from starprep.review.remark import Remark
from starprep.review.spoken import Spoken, is_negation

LIMITS = {Level.SDE1: 120, Level.SDE2: 180, Level.SENIOR: 180}
"""How long a whole answer may take where no walkthrough tells, in seconds."""

_ZEROS = ("nobody", "no-one", "nothing")
_REACH = 3  # how many words before a phrase a negation still turns it round


@dataclass(frozen=True, slots=True)
class Range:
    """Words from the one at `first` up to the one before `last`."""

    first: int
    last: int

    def __contains__(self, word: object) -> bool:
        """Tell whether the word at an index is one of them."""
        return isinstance(word, int) and self.first <= word < self.last

    def __len__(self) -> int:
        """Return how many words they are."""
        return max(0, self.last - self.first)

    @property
    def seconds(self) -> float:
        """How long they take to say, in seconds."""
        return len(self) * 60 / WORDS_PER_MINUTE


class Answer:
    """An answer, or one part of it.

    Args:
        spoken: the words.
        parts: which words are which part; parts that are not there are left out.
        book: what the rules go by.
        whole: whether it is a whole answer, of which no part should be missing.
        level: whom it is from.
        walkthrough: the walkthrough that it was given to, if any.
    """

    def __init__(
        self,
        spoken: Spoken,
        parts: Mapping[Part, Range],
        book: RuleBook,
        *,
        whole: bool,
        level: Level,
        walkthrough: Walkthrough | None = None,
    ) -> None:
        self.spoken, self.parts, self.book = spoken, parts, book
        self.whole, self.level, self.walkthrough = whole, level, walkthrough
        self._heard: dict[tuple[str, str], list[Match]] = {}

    @property
    def limit(self) -> float:
        """How long the whole may take, in seconds."""
        known = self.walkthrough and {guide.level for guide in self.walkthrough.levels}
        if self.walkthrough and known and self.level in known:
            return self.walkthrough.guide(self.level).limit
        return LIMITS[self.level]

    @property
    def everything(self) -> Range:
        """All its words."""
        return Range(0, len(self.spoken.words))

    def of(self, *parts: Part) -> Range:
        """Return the words of some neighbouring parts; none where they are not there."""
        ranges = [self.parts[part] for part in parts if part in self.parts]
        if not ranges:
            return Range(0, 0)
        return Range(min(each.first for each in ranges), max(each.last for each in ranges))

    @cached_property
    def steps(self) -> tuple[Match, ...]:
        """What the candidate says to have done: I, and what follows up to a pause, six words."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Match]:
        words, breaks = self.spoken.words, self.spoken.breaks
        between, no_deed = self.book.words("between"), self.book.words("no_deed")
        none = {found.first for found in self.book.patterns("step", "but").find(self.spoken)}
        passed_on = {found.first for found in self.heard("routing", "sent")}
        last_sentence = -1
        for at in self.spoken.where("i", "i'd", "i've"):
            if at in self.spoken.quoted or at in passed_on or at + 1 == len(words):
                continue
            verb = at + 1
            while verb < len(words) - 1 and words[verb].text in between and verb not in breaks:
                verb += 1
            if verb in breaks or not _is_deed(words[verb].text, words[at].text, no_deed):
                continue
            if verb in none:
                continue
            sentence = self.spoken.sentence_of(at)
            if sentence.first == last_sentence:
                continue  # one step a sentence: what follows explains it
            last_sentence = sentence.first
            stop = next(
                (n for n in range(verb + 1, min(verb + 6, sentence.last)) if n in breaks),
                min(verb + 6, sentence.last),
            )
            yield Match(at, stop, "step")

    @cached_property
    def figures(self) -> tuple[tuple[str, int, int], ...]:
        """Every number that is heard: its kind, its first word and the one behind its last."""
        return tuple(
            each for sentence in self.spoken.sentences for each in kinds(self.spoken, sentence)
        )

    def has_figure(self, place: Range) -> bool:
        """Tell whether a number stands among some words; nobody and nothing are numbers too."""
        said = self.spoken.texts[place.first : place.last]
        return any(is_figure(word) or word in _ZEROS for word in said)

    @property
    def is_carried(self) -> bool:
        """Whether the candidate's own steps carry it, so that others may do something too."""
        return len(self.steps) >= self.book.limits["steps_that_carry"]

    def heard(self, name: str, kind: str = "patterns", within: Range | None = None) -> list[Match]:
        """Return where the patterns of a rule are found, unless quoted or turned round by a not."""
        if (name, kind) not in self._heard:
            but = list(self.book.patterns(name, "but").find(self.spoken))
            self._heard[name, kind] = [
                found
                for found in self.book.patterns(name, kind).find(self.spoken)
                if found.first not in self.spoken.quoted
                and not self._is_turned(found)
                and not any(other.first <= found.first < other.last for other in but)
            ]
        everything = self._heard[name, kind]
        if within is None:
            return everything
        return [each for each in everything if each.first in within]

    def _is_turned(self, found: Match) -> bool:
        """Tell whether a negation stands before what was found, or inside it unasked for."""
        inside = self.spoken.texts[found.first : found.last]
        if any(is_negation(word) and word not in found.pattern for word in inside):
            return True
        return self.is_negated(found.first)

    def is_negated(self, at: int) -> bool:
        """Tell whether a negation stands close before the word at `at`, with no pause between."""
        words = self.spoken.words
        for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if before + 1 in self.spoken.breaks:
                return False
            if is_negation(words[before].text):
                return True
        return False

    def remark(
        self, rule: str, first: int, last: int, severity: Severity | None = None, why: str = ""
    ) -> Remark:
        """Make a remark on the words from `first` up to the one before `last`."""
        span = self.spoken.span(first, last)
        return Remark(
            span.start,
            span.end,
            rule,
            severity or self.book.severity(rule),
            self.spoken.text[span.start : span.end],
            why or self.book.rule(rule).why,
        )

    def lacking(self, rule: str, at: int, severity: Severity, why: str) -> Remark:
        """Make a remark on something that is missing, at the end of the words before `at`."""
        words = self.spoken.words
        end = words[min(at, len(words)) - 1].end if words and at else len(self.spoken.text)
        return Remark(end, end, rule, severity, "", why)


def _is_deed(verb: str, subject: str, no_deed: Collection[str]) -> bool:
    if verb in no_deed or not verb[0].isalpha() or verb.endswith("n't"):
        return False
    return subject == "i" or verb.endswith(("ed", "en", "t", "ne", "n"))
