"""Numbers in an answer, in figures or in words, and what kind each is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from starprep.review.spoken import Sentence, Spoken

_SPELLED = frozenset(
    """
    zero none one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million billion dozen half quarter third twice double doubled halved
    """.split()  # noqa: SIM905
)
_LONE = frozenset({"none", "twice", "double", "doubled", "halved", "one", "half", "third"})
_MONEY = frozenset({"dollars", "pounds", "euros", "pence", "cents", "quid", "grand"})
_TIME = frozenset(
    """
    ms millisecond milliseconds second seconds minute minutes hour hours day days night nights
    week weeks fortnight month months quarter quarters year years
    """.split()  # noqa: SIM905
)
_SHARE = frozenset({"percent", "per", "%"})
_TURNS = frozenset({"instead", "rather", "against", "compared", "from", "versus", "vs", "before"})
_PAST = frozenset({"was", "were", "been", "took", "used", "had", "before", "once", "averaged"})
_SINCE = frozenset({"now", "today", "after", "afterwards", "since", "currently"})
_SHORT_TIME = re.compile(r"\d[\d.,]*(?:ms|s|sec|min|h|hrs)")
_REACH = 6  # how many words may stand between the two ends of a change
_LEAD = 4  # how many words before its first end a change may begin


class Figure(NamedTuple):
    """A number: the words from `first` up to the one before `last`, its unit among them."""

    first: int
    last: int
    kind: str
    """money, time, volume, percentage, or number where it is none of these."""


@lru_cache(maxsize=20_000)
def is_figure(word: str) -> bool:
    """Tell whether a word is a number, in figures or spelled, or begins with one."""
    return word[0].isdigit() or word[0] in "$£€" or word.partition("-")[0] in _SPELLED


def figures_in(spoken: Spoken, sentence: Sentence) -> list[Figure]:
    """Return the numbers of a sentence, in order."""
    found: list[Figure] = []
    behind = sentence.first
    for at in [at for at in range(sentence.first, sentence.last) if is_figure(spoken.texts[at])]:
        if at < behind:
            continue
        last = at + 1
        while last < sentence.last and is_figure(spoken.words[last].text):
            if last in spoken.breaks:
                break
            last += 1
        figure = _with_unit(spoken, at, last, sentence.last)
        if figure:
            found.append(figure)
        behind = figure.last if figure else last
    return found


def _with_unit(spoken: Spoken, first: int, last: int, limit: int) -> Figure | None:
    words = [word.text for word in spoken.words[first:last]]
    after = [word.text for word in spoken.words[last : min(limit, last + 3)]]
    unit = after[0] if after else ""
    joined = words[-1].rpartition("-")[2] if "-" in words[-1] else ""
    if words[0][0] in "$£€":
        return Figure(first, last, "money")
    if unit in _MONEY:
        return Figure(first, last + 1, "money")
    if _SHORT_TIME.fullmatch(words[-1]):
        return Figure(first, last, "time")
    if words[-1].endswith("%"):
        return Figure(first, last, "percentage")
    if unit == "percent":
        return Figure(first, last + 1, "percentage")
    if after[:2] == ["per", "cent"]:
        return Figure(first, last + 2, "percentage")
    if unit in ("a", "an", "each", "every", "per") and after[1:2] and after[1] in _TIME:
        return Figure(first, last + 2, "volume")
    if unit in _TIME:
        return Figure(first, last + 1, "time")
    if joined in _TIME:
        return Figure(first, last, "time")
    if len(words) == 1 and words[0] in _LONE and words[0] not in ("half", "third", "none"):
        return None if words[0] == "one" else Figure(first, last, "number")
    for number, word in enumerate(after[:3]):
        if last + number in spoken.breaks and number:
            break
        if len(word) > 3 and word.endswith("s") and word.isalpha() and not word.endswith("ss"):
            return Figure(first, last + number + 1, "volume")
    return Figure(first, last, "number")


def change(spoken: Spoken, first: Figure, second: Figure, sentence: Sentence) -> tuple[int, int]:
    """Return the words in which two neighbouring numbers are both ends of a change, or (0, 0)."""
    lead = max(sentence.first, first.first - _LEAD)
    before = [word.text for word in spoken.words[lead : first.first]]
    between = [word.text for word in spoken.words[first.last : second.first]]
    after = {word.text for word in spoken.words[second.last : min(sentence.last, second.last + 3)]}
    near = len(between) <= _REACH
    if "to" in between and "from" in before and near:
        start = lead + max(n for n, word in enumerate(before) if word == "from")
        return start, second.last
    if near and ({"down", "up"} & set(between)) and {"to", "from"} & set(between):
        return first.first, second.last
    if near and between and _TURNS & set(between[-4:]):
        return first.first, second.last
    gap = spoken.text[spoken.words[first.last - 1].end : spoken.words[second.first].start]
    if "→" in gap or "->" in gap:
        return first.first, second.last
    past = _PAST & {*before, *(word.text for word in spoken.words[sentence.first : first.first])}
    if past and _SINCE & {*between, *after}:
        return first.first, second.last
    return 0, 0


def kinds(spoken: Spoken, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Yield each number of a sentence with its kind and its words; both ends of a change as one."""
    figures = figures_in(spoken, sentence)
    at = 0
    while at < len(figures):
        figure = figures[at]
        if at + 1 < len(figures):
            first, last = change(spoken, figure, figures[at + 1], sentence)
            if last:
                yield "delta", first, last
                at += 2
                continue
        yield figure.kind, figure.first, figure.last
        at += 1
