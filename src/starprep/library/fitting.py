"""Fitting an example to a clock that is shorter than it was written for."""

from collections.abc import Sequence
from dataclasses import dataclass

from starprep.library import phrases
from starprep.library.parts import WORDS_PER_MINUTE
from starprep.library.phrases import Span
from starprep.library.speech import count_words, sentence_spans

MOST_SHARE = 1.05
"""An example may take this share of the clock beside it: nobody hears a twentieth."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """An example, and which of its sentences are left out so that it fits."""

    text: str
    """All of it."""
    left_out: tuple[Span, ...] = ()
    """The sentences that are left out, in order; none where all of it fits."""

    @property
    def kept(self) -> str:
        """What is said: the text without the sentences that are left out."""
        kept, start = [], 0
        for span in (*self.left_out, Span(len(self.text), len(self.text))):
            kept.append(self.text[start : span.start].strip())
            start = span.end
        return " ".join(filter(None, kept))


def fit(text: str, signals: Sequence[str], seconds: float) -> Fitted:
    """Leave sentences out of `text` until it can be said in `MOST_SHARE` of `seconds`.

    Of all the ways to do so, the one that keeps the most signals, then the most words, then the
    earlier sentences. Where no sentence is short enough, the one with the most signals is kept, of
    equals the shortest.
    """
    room = int(seconds * MOST_SHARE * WORDS_PER_MINUTE / 60)
    if count_words(text) <= room:
        return Fitted(text)
    spans = sentence_spans(text)
    lengths = [count_words(text[span.start : span.end]) for span in spans]
    worth = [0] * len(spans)
    for signal in signals:
        if found := phrases.find(signal, text):
            worth[next(n for n, span in enumerate(spans) if found[0].start < span.end)] += 1
    keep = _richest(lengths, worth, room) or [
        min(range(len(spans)), key=lambda each: (-worth[each], lengths[each]))
    ]
    return Fitted(text, tuple(span for each, span in enumerate(spans) if each not in keep))


def _richest(lengths: Sequence[int], worth: Sequence[int], room: int) -> Sequence[int]:
    """Return which sentences to keep, by number, in `room` words: a knapsack."""
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}  # by words taken: signals, numbers
    for number, length in enumerate(lengths):
        for taken, (signals, numbers) in sorted(best.items(), reverse=True):
            longer, more = taken + length, signals + worth[number]
            if longer <= room and more > best.get(longer, (-1, ()))[0]:
                best[longer] = (more, (*numbers, number))
    return max(best.items(), key=lambda each: (each[1][0], each[0]))[1][1]
