"""Numbers in an answer, in figures or in words, and what kind each is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from starprep.review.lists import RuleBook
from starprep.review.patterns import CURRENCIES
from starprep.review.spoken import Sentence, Spoken

_IN_FRONT = "0123456789.,"  # what a unit may be written right behind


class Figure(NamedTuple):
    """A number: the words from `first` up to the one before `last`, its unit among them."""

    first: int
    last: int
    kind: str
    """money, time, volume or percentage, number where it is none of these, or delta: both ends of
    a change and what stands between."""


def figures_in(spoken: Spoken, book: RuleBook) -> Iterator[Figure]:
    """Yield the numbers of an answer, in order; both ends of a change are one."""
    spelled = {
        at for word, places in spoken.places.items() if book.is_figure(word) for at in places
    }
    for sentence in spoken.sentences:
        places = [at for at in range(sentence.first, sentence.last) if at in spelled]
        numbers = list(_numbers(spoken, book, sentence, places))
        at = 0
        while at < len(numbers):
            both = _change(spoken, book, numbers[at : at + 2], sentence)
            yield both or numbers[at]
            at += 2 if both else 1


def _numbers(
    spoken: Spoken, book: RuleBook, sentence: Sentence, places: Sequence[int]
) -> Iterator[Figure]:
    """Yield the numbers of a sentence, given where its words for them stand."""
    behind = sentence.first
    for at in places:
        if at < behind:
            continue
        behind = at + 1
        while behind in places and behind not in spoken.breaks:
            behind += 1
        figure = _with_unit(spoken, book, at, behind, sentence.last)
        if figure:
            yield figure
            behind = figure.last


def _with_unit(spoken: Spoken, book: RuleBook, first: int, last: int, limit: int) -> Figure | None:
    """Return the number from `first` to before `last` with its unit; None where it is a pronoun."""
    said = spoken.texts[first:last]
    after = spoken.texts[last : min(limit, last + max(2, book.count("unit_reach")))]
    unit, time = after[0] if after else "", book.words("time")
    if said[0][0] in CURRENCIES:
        return Figure(first, last, "money")
    if unit in book.words("money"):
        return Figure(first, last + 1, "money")
    sign = said[-1].lstrip(_IN_FRONT)
    if sign != said[-1] and sign in book.words("time_sign"):
        return Figure(first, last, "time")
    if said[-1].endswith("%"):
        return Figure(first, last, "percentage")
    if unit == "percent":
        return Figure(first, last + 1, "percentage")
    if after[:2] == ("per", "cent"):
        return Figure(first, last + 2, "percentage")
    if unit in book.words("rate") and after[1:2] and after[1] in time:
        return Figure(first, last + 2, "volume")
    if unit in time:
        return Figure(first, last + 1, "time")
    if "-" in said[-1] and said[-1].rpartition("-")[2] in time:
        return Figure(first, last, "time")
    if len(said) == 1 and said[0] in book.words("pronoun"):
        return None
    if len(said) == 1 and said[0] in book.words("times"):
        return Figure(first, last, "number")
    for number, word in enumerate(after[: book.count("unit_reach")]):
        if last + number in spoken.breaks:
            break
        if _is_plural(word):
            return Figure(first, last + number + 1, "volume")
    return Figure(first, last, "number")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and word.isalpha() and not word.endswith("ss")


def _change(
    spoken: Spoken, book: RuleBook, numbers: Sequence[Figure], sentence: Sentence
) -> Figure | None:
    """Return two neighbouring numbers as one where they are both ends of a change, or None."""
    if len(numbers) < 2:
        return None
    first, second = numbers
    lead = max(sentence.first, first.first - book.count("change_lead"))
    before = spoken.texts[lead : first.first]
    between = spoken.texts[first.last : second.first]
    both = Figure(first.first, second.last, "delta")
    if len(between) <= book.count("change_reach"):
        if "to" in between and "from" in before:
            start = lead + max(n for n, word in enumerate(before) if word == "from")
            return both._replace(first=start)
        if {"down", "up"} & set(between) and {"to", "from"} & set(between):
            return both
        close = between[max(0, len(between) - book.count("contrast_reach")) :]
        if book.words("contrast").intersection(close):
            return both
    gap = spoken.text[spoken.words[first.last - 1].end : spoken.words[second.first].start]
    if "→" in gap or "->" in gap:
        return both
    after = spoken.texts[second.last : min(sentence.last, second.last + book.count("unit_reach"))]
    was = book.words("past").intersection(spoken.texts[sentence.first : first.first])
    return both if was and book.words("present").intersection((*between, *after)) else None
