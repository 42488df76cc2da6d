"""The red-flag hunt: mark the words of a weak answer that would sink it, against the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from starprep.library import phrases
from starprep.library.phrases import Span
from starprep.library.walkthrough import Walkthrough
from starprep.library.weak_answer import Flag
from starprep.practice.attempt import Attempt
from starprep.practice.clock import Clock
from starprep.practice.events import HuntEvent, Stamper
from starprep.practice.review.spoken import Sentence, Spoken

WORDS_PER_MINUTE = 200
"""How fast the answer is read, in words a minute: silent reading to understand is 200 to 250."""

SECONDS_A_FLAG = 6
"""What each red flag adds to the time, in seconds, to weigh it and to mark it."""

LONGEST, SHORTEST = 9, 3
"""How many words a phrase has: a longer one is cut where a clause begins, a shorter one joined."""

_CLAUSES = frozenset(
    """
    and but so because which that who when while after before until if as although though where
    """.split()  # noqa: SIM905
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
    """

    def __init__(self, walkthrough: Walkthrough, clock: Clock, stamp: Stamper) -> None:
        self.walkthrough = walkthrough
        self.text = walkthrough.weak_answer.text
        self.phrases = cut(self.text)
        self.marked: set[int] = set()
        """The numbers of the phrases that are marked, from 0."""
        self.attempt = Attempt(target_seconds(walkthrough), clock)
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
        """Stop the clock and open the flags; return what to record."""
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
    def catch(self) -> Catch:
        """What the marks caught."""
        marks = [self.phrases[number] for number in sorted(self.marked)]
        quoted = [
            (flag, phrases.find(flag.quote, self.text))
            for flag in self.walkthrough.weak_answer.flags
            if flag.quote
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
            tuple(flag for flag in self.walkthrough.weak_answer.flags if not flag.quote),
        )


def target_seconds(walkthrough: Walkthrough) -> int:
    """Return how long a hunt may take, in seconds: reading, and weighing; rounded up to fives."""
    weak = walkthrough.weak_answer
    reading = len(weak.text.split()) * 60 / WORDS_PER_MINUTE
    quoted = sum(flag.quote is not None for flag in weak.flags)
    return max(15, ceil((reading + quoted * SECONDS_A_FLAG) / 5) * 5)


def cut(text: str) -> tuple[Span, ...]:
    """Cut a text into phrases, which together hold every word of it, in order.

    A phrase ends where the voice pauses. One of more than `LONGEST` words is cut before a word that
    begins a clause; one of fewer than `SHORTEST` is joined to its neighbour in the sentence.
    """
    spoken = Spoken(text)
    pieces = [piece for sentence in spoken.sentences for piece in _pieces(spoken, sentence)]
    if not pieces:
        return ()
    ends = [spoken.words[piece[0]].start for piece in pieces[1:]]
    spans: list[Span] = []
    for (first, _), end in zip(pieces, [*ends, len(text)], strict=True):
        start = spoken.words[first].start if spans else 0
        said = text[start:end]
        start += len(said) - len(said.lstrip())
        spans.append(Span(start, start + len(said.strip())))
    return tuple(spans)


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
    places = [
        at for at in range(first + SHORTEST, last - SHORTEST + 1) if spoken.texts[at] in _CLAUSES
    ]
    if last - first <= LONGEST or not places:
        yield first, last
        return
    middle = min(places, key=lambda at: abs(at - (first + last) / 2))
    yield from _clauses(spoken, first, middle)
    yield from _clauses(spoken, middle, last)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
