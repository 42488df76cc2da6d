"""What every rule is given: an answer's words, parts and limit, its steps, figures and matches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from starprep.library.parts import WORDS_PER_MINUTE, Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.review.figures import Figure, figures_in
from starprep.review.lists import RuleBook, Severity
from starprep.review.patterns import Match
from starprep.review.remark import Remark
from starprep.review.spoken import Spoken

_PARTICIPLE_ENDINGS = ("ed", "en", "t", "ne", "n")


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
        book: the word lists and limits.
        whole: whether it is a whole answer, of which no part should be missing.
        level: the level of the candidate.
        walkthrough: the walkthrough that it answers, if any.
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
        """How long the whole may take, in seconds: by its walkthrough, or as is usual."""
        if self.walkthrough and self._is_level_known:
            return self.walkthrough.times(self.level)[1]
        return self.level.usual_seconds[1]

    def target(self, part: Part) -> int | None:
        """Return how long a part may take, in seconds; None where no walkthrough tells."""
        if self.walkthrough and self._is_level_known:
            return self.walkthrough.target(part, self.level)
        return None

    @property
    def _is_level_known(self) -> bool:
        levels = self.walkthrough.levels if self.walkthrough else ()
        return any(guide.level is self.level for guide in levels)

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
        """What the candidate says to have done: an I, its verb and some words up to a pause."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Match]:
        words, breaks = self.spoken.words, self.spoken.breaks
        between, length = self.book.words("between"), self.book.count("words_of_a_step")
        none = {found.first for found in self.book.patterns("step", "but").find(self.spoken)}
        passed_on = {found.first for found in self.heard("routing", "sent")}
        last_sentence = -1
        for at in self.spoken.where(*self.book.words("doer")):
            if at in self.spoken.quoted or at in passed_on or at + 1 == len(words):
                continue
            verb = at + 1
            while verb < len(words) - 1 and words[verb].text in between and verb not in breaks:
                verb += 1
            if verb in breaks or verb in none or not self._is_deed(at, verb):
                continue
            sentence = self.spoken.sentence_of(at)
            if sentence.first == last_sentence:
                continue  # one step a sentence: what follows explains it
            last_sentence = sentence.first
            most = min(max(verb + 1, verb + length), sentence.last)
            stop = next((n for n in range(verb + 1, most) if n in breaks), most)
            yield Match(at, stop, "step")

    def _is_deed(self, subject: int, verb: int) -> bool:
        """Tell whether what I did follows: any verb behind I, a participle behind I'd and I've."""
        said = self.spoken.texts[verb]
        if said in self.book.words("no_deed") or not said[0].isalpha() or said.endswith("n't"):
            return False
        return self.spoken.texts[subject] == "i" or said.endswith(_PARTICIPLE_ENDINGS)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number that is heard, in order."""
        return tuple(figures_in(self.spoken, self.book))

    def has_figure(self, place: Range) -> bool:
        """Tell whether a number stands among some words; nobody and nothing are numbers too."""
        said, zero = self.spoken.texts[place.first : place.last], self.book.words("zero")
        return any(self.book.is_figure(word) or word in zero for word in said)

    @property
    def is_carried(self) -> bool:
        """Whether it tells so many own steps that what others did in it is no fault."""
        return len(self.steps) >= self.book.limits["steps_that_carry"]

    def heard(self, name: str, kind: str = "patterns", within: Range | None = None) -> list[Match]:
        """Return where the patterns of a rule are found, unless quoted or negated.

        Args:
            name: the rule.
            kind: which of its lists of patterns.
            within: where a match may begin; anywhere where it is None.
        """
        if (name, kind) not in self._heard:
            but = list(self.book.patterns(name, "but").find(self.spoken))
            self._heard[name, kind] = [
                found
                for found in self.book.patterns(name, kind).find(self.spoken)
                if found.first not in self.spoken.quoted
                and not self._is_match_negated(found)
                and not any(other.first <= found.first < other.last for other in but)
            ]
        everything = self._heard[name, kind]
        if within is None:
            return everything
        return [each for each in everything if each.first in within]

    def _is_match_negated(self, found: Match) -> bool:
        """Tell whether a negation stands before a match, or in it where its pattern has none."""
        inside = self.spoken.texts[found.first : found.last]
        if any(self.book.is_negation(word) and word not in found.pattern for word in inside):
            return True
        return self.is_negated(found.first)

    def is_negated(self, at: int) -> bool:
        """Tell whether a negation stands close before the word at `at`, with no pause between."""
        reach = self.book.count("negation_reach")
        for before in range(at - 1, max(-1, at - 1 - reach), -1):
            if before + 1 in self.spoken.breaks:
                return False
            if self.book.is_negation(self.spoken.texts[before]):
                return True
        return False

    def remark(
        self, rule: str, first: int, last: int, severity: Severity | None = None, why: str = ""
    ) -> Remark:
        """Make a remark on the words from `first` up to the one before `last`.

        Severity and why are those of the rule's table where they are not given.
        """
        span = self.spoken.span(first, last)
        return Remark(
            span.start,
            span.end,
            rule,
            self.book.rule(rule).title,
            severity or self.book.rule(rule).severity,
            self.spoken.text[span.start : span.end],
            why or self.book.rule(rule).why,
        )

    def lacking(self, rule: str, at: int, severity: Severity | None, why: str) -> Remark:
        """Make a remark on something that is missing, at the end of the words before `at`."""
        words = self.spoken.words
        end = words[min(at, len(words)) - 1].end if words and at else len(self.spoken.text)
        told = self.book.rule(rule)
        return Remark(end, end, rule, told.title, severity or told.severity, "", why)
