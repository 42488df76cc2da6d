"""An answer cut up once for all rules: its words, sentences, pauses and quotations."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from starprep.library.phrases import Span
from starprep.library.speech import Word, sentence_spans, words

_QUOTED = re.compile(
    r"""["“][^"“”\n]{1,400}["”]|(?<!\w)['‘](?=\w)(?:[^'‘’\n]|['’](?=\w)){3,400}['’](?!\w)"""
)
_BREAK = re.compile(r"[,;:()–—→]|\s->?\s")


class Sentence(NamedTuple):
    """A sentence of an answer: its characters from `start` to `end`, and which words it holds."""

    start: int
    end: int
    first: int
    """The index of its first word among the answer's words."""
    last: int
    """The index behind its last word."""


class Spoken:
    """A text as words and sentences.

    Args:
        text: what was said or typed. Offsets in it are those of remarks.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: tuple[Word, ...] = words(text)
        self.texts: tuple[str, ...] = (*(word.text for word in self.words), "")
        """The words alone, in small letters, and an empty one behind the last."""
        self._starts = [word.start for word in self.words]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold a word, in order."""
        found = []
        for start, end in sentence_spans(self.text):
            first, last = (bisect_left(self._starts, at) for at in (start, end))
            if last > first:
                found.append(Sentence(start, end, first, last))
        return tuple(found)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The indexes of words in quotation marks: somebody else's, told by the candidate.

        Where all words are quoted, they are the candidate's own.
        """
        inside: set[int] = set()
        for found in _QUOTED.finditer(self.text):
            first, last = (bisect_left(self._starts, at) for at in found.span())
            inside.update(range(first, last))
        return frozenset(inside) if len(inside) < len(self.words) else frozenset()

    @cached_property
    def breaks(self) -> frozenset[int]:
        """The indexes of words before which the voice pauses: behind a comma, in a new sentence."""
        pauses = {sentence.first for sentence in self.sentences}
        for found in _BREAK.finditer(self.text):
            number = bisect_left(self._starts, found.end())
            before = self.words[number - 1].end if number else 0
            if number < len(self.words) and before <= found.start():  # not inside 8,000
                pauses.add(number)
        return frozenset(pauses)

    @cached_property
    def ends(self) -> list[int]:
        """For each word, the index behind the last word of its sentence."""
        ends: list[int] = []
        for each in self.sentences:
            ends += [each.last] * (each.last - each.first)
        return ends

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers += [number] * (sentence.last - sentence.first)
        return numbers

    def where(self, *texts: str) -> list[int]:
        """Return the indexes at which any of these words stands, in order."""
        return sorted(at for text in texts for at in self.places.get(text, ()))

    def at(self, character: int) -> int:
        """Return the index of the first word that begins at a character or behind it."""
        return bisect_left(self._starts, character)

    def sentence_number(self, word: int) -> int:
        """Return which sentence the word at an index stands in, from 0."""
        return self._sentence_numbers[word]

    def sentence_of(self, word: int) -> Sentence:
        """Return the sentence in which the word at an index stands."""
        return self.sentences[self._sentence_numbers[word]]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return where each word stands, by its indexes, in order."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            places.setdefault(word.text, []).append(number)
        return places

    def span(self, first: int, last: int) -> Span:
        """Return the characters from the word at `first` up to the one before `last`."""
        return Span(self.words[first].start, self.words[last - 1].end)
