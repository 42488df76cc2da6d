"""The red-flag hunt: mark the words of a weak answer that would sink it, against the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from starprep.library import phrases
from starprep.library.phrases import Span
from starprep.library.walkthrough import Walkthrough
from starprep.library.weak_answer import Flag, WeakAnswer
from starprep.practice.attempt import Attempt, IllegalStep
from starprep.practice.clock import Clock
from starprep.record.events import HuntEvent, Stamper
from starprep.review.spoken import Sentence, Spoken

WORDS_PER_MINUTE = 200
"""How fast the answer is read, in words a minute: silent reading to understand is 200 to 250."""

SECONDS_A_FLAG = 6
"""What each red flag adds to the time, in seconds, to weigh it and to mark it."""

LONGEST, SHORTEST = 9, 3
"""How many words a phrase has: a longer one is cut where a clause begins, a shorter one joined."""

UNCUT = 12
"""How many words a phrase without a clause in it may have: a longer one is cut all the same, as
one mark on a long stretch would find whatever stands in it."""

_CLAUSES = frozenset(
    """
    and but so because which that who when while after before until if as although though where
    """.split()  # noqa: SIM905
)
_JOINTS = frozenset(
    [
        "to",
        "for",
        "from",
        "with",
        "without",
        "in",
        "on",
        "at",
        "by",
        "about",
        "into",
        "over",
        "than",
    ]
)


@dataclass(frozen=True, slots=True)
class Catch:
    """What came of a hunt."""

    found: tuple[Flag, ...]
    """The red flags whose words were marked."""
    missed: tuple[Flag, ...]
    """Those whose words were not."""
    imagined: tuple[Span, ...]
    """What was marked and is no red flag."""
    unsaid: tuple[Flag, ...]
    """The flags that quote nothing: what the answer lacks."""


class Hunt:
    """A weak answer cut into phrases, those that are marked, and the clock.

    Args:
        walkthrough: whose weak answer it is.
        clock: where the time comes from.
        stamp: makes the id and time of the event.

    Raises:
        ValueError: the walkthrough has no weak answer.
    """

    def __init__(self, walkthrough: Walkthrough, clock: Clock, stamp: Stamper) -> None:
        if walkthrough.weak_answer is None:
            raise ValueError(f"{walkthrough.id} has no answer that fails")
        self.walkthrough, self.weak = walkthrough, walkthrough.weak_answer
        self.text = self.weak.text
        self.phrases = cut(self.text)
        self.marked: set[int] = set()
        """The numbers of the phrases that are marked, from 0."""
        self.attempt = Attempt(target_seconds(self.weak), clock)
        self._clock, self._stamp = clock, stamp

    def mark(self, number: int) -> bool:
        """Mark a phrase, or take its mark away; return whether it is marked now.

        Raises:
            IndexError: there is no such phrase.
        """
        if not 0 <= number < len(self.phrases):
            raise IndexError(number)
        self.marked ^= {number}
        return number in self.marked

    def finish(self) -> HuntEvent:
        """Stop the clock and open the flags; return what to record.

        Raises:
            IllegalStep: the hunt is not running, or nothing is marked that could be.
        """
        if not self.may_finish:
            raise IllegalStep("finish with nothing marked")
        self.attempt.finish()
        catch = self.catch
        identifier, time = self._stamp()
        return HuntEvent(
            id=identifier,
            time=time,
            walkthrough=self.walkthrough.id,
            target_seconds=self.attempt.target_seconds,
            seconds=round(self.attempt.seconds, 1),
            found=len(catch.found),
            missed=len(catch.missed),
            imagined=len(catch.imagined),
        )

    def again(self) -> None:
        """Begin anew, with nothing marked."""
        self.marked.clear()
        self.attempt = Attempt(self.attempt.target_seconds, self._clock)

    @property
    def may_finish(self) -> bool:
        """Whether there is something to judge: a mark, or nothing that it could have hit."""
        quoted = any(flag.quote for flag in self.weak.flags)
        return bool(self.marked) or not (self.phrases and quoted)

    @property
    def catch(self) -> Catch:
        """What the marks caught."""
        marks = [self.phrases[number] for number in sorted(self.marked)]
        quoted = [
            (flag, phrases.find(flag.quote, self.text)) for flag in self.weak.flags if flag.quote
        ]
        hit = [any(_overlap(mark, span) for mark in marks for span in spans) for _, spans in quoted]
        return Catch(
            tuple(flag for (flag, _), caught in zip(quoted, hit, strict=True) if caught),
            tuple(flag for (flag, _), caught in zip(quoted, hit, strict=True) if not caught),
            tuple(
                mark
                for mark in marks
                if not any(_overlap(mark, span) for _, spans in quoted for span in spans)
            ),
            tuple(flag for flag in self.weak.flags if not flag.quote),
        )


def target_seconds(weak: WeakAnswer) -> int:
    """Return how long a hunt may take, in whole seconds.

    It is the time to read the answer at `WORDS_PER_MINUTE` and `SECONDS_A_FLAG` more for each red
    flag that quotes it, rounded up to 5 seconds; never less than 15.
    """
    reading = len(weak.text.split()) * 60 / WORDS_PER_MINUTE
    quoted = sum(flag.quote is not None for flag in weak.flags)
    return max(15, ceil((reading + quoted * SECONDS_A_FLAG) / 5) * 5)


def cut(text: str) -> tuple[Span, ...]:
    """Cut a text into phrases, which together hold every word of it, in order.

    A phrase ends where the voice pauses. One of more than `LONGEST` words is cut before a word that
    begins a clause; one of fewer than `SHORTEST` is joined to its neighbour in the sentence. None
    has more than `UNCUT` words: where no clause begins it is cut before a preposition, or halfway.
    """
    spoken = Spoken(text)
    pieces = [piece for sentence in spoken.sentences for piece in _pieces(spoken, sentence)]
    if not pieces:
        return ()
    edges = [0, *(_edge(spoken, first) for first, _ in pieces[1:]), len(text)]
    spans: list[Span] = []
    for start, end in pairwise(edges):
        said = text[start:end]
        begin = start + len(said) - len(said.lstrip())
        spans.append(Span(begin, begin + len(said.strip())))
    return tuple(spans)


def _edge(spoken: Spoken, at: int) -> int:
    """Return where the phrase that begins with a word begins: at its quotation mark, if any."""
    behind, start = spoken.words[at - 1].end, spoken.words[at].start
    between = spoken.text[behind:start]
    return next((n for n in range(start, behind, -1) if between[n - behind - 1].isspace()), start)


def _pieces(spoken: Spoken, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first word of each phrase of a sentence, and the one behind its last."""
    edges = [sentence.first]
    for at in range(sentence.first + 1, sentence.last):
        if at in spoken.breaks and at - edges[-1] >= SHORTEST:
            edges.append(at)
    if len(edges) > 1 and sentence.last - edges[-1] < SHORTEST:
        edges.pop()
    for first, last in zip(edges, [*edges[1:], sentence.last], strict=True):
        yield from _clauses(spoken, first, last)


def _clauses(spoken: Spoken, first: int, last: int) -> Iterator[tuple[int, int]]:
    count, inner = last - first, range(first + SHORTEST, last - SHORTEST + 1)
    places = [at for at in inner if spoken.texts[at] in _CLAUSES] if count > LONGEST else []
    if not places and count > UNCUT:
        places = [at for at in inner if spoken.texts[at] in _JOINTS] or list(inner)
    if not places:
        yield first, last
        return
    middle = min(places, key=lambda at: abs(at - (first + last) / 2))
    yield from _clauses(spoken, first, middle)
    yield from _clauses(spoken, middle, last)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
