"""Phrases to look for, written so that a person can read and extend them.

A pattern is words with spaces between. `a|b` is either of two, `[a]` may be left out, `<name>` is
any word of a set, `*` any one word, `**` up to three words. Nothing reaches beyond its sentence.
"""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from starprep.review.spoken import Spoken

GAP = 3
"""How many words `**` may stand for."""

CURRENCIES = ("$", "£", "€")
"""The signs that stand before a sum of money."""


class PatternError(ValueError):
    """A pattern that cannot be read; the text says what is wrong and what would be right."""


class Match(NamedTuple):
    """Words in which a pattern was found: from the one at `first` up to the one before `last`."""

    first: int
    last: int
    pattern: str
    """The pattern as written."""


class Anything:
    """Every word: what `*` stands for."""

    def __contains__(self, word: object) -> bool:
        """Tell that it is one of them, whatever it is."""
        return True


class Figures:
    """Numbers: what begins with a digit, a currency or a listed word, as `4%` and `two-week` do.

    Args:
        spelled: the words for numbers.
    """

    def __init__(self, spelled: Collection[str]) -> None:
        self._spelled = spelled

    def __contains__(self, word: object) -> bool:
        """Tell whether `word` is one."""
        text = str(word)
        return (
            text[:1].isdigit() or text[:1] in CURRENCIES or text.partition("-")[0] in self._spelled
        )


class Participles:
    """Past participles: words in -ed, but for some, and irregular ones.

    Args:
        irregular: those that do not end in -ed.
        others: words in -ed that are none.
    """

    def __init__(self, irregular: Collection[str], others: Collection[str]) -> None:
        self._irregular, self._others = irregular, others

    def __contains__(self, word: object) -> bool:
        """Tell whether `word` is one."""
        text = str(word)
        regular = len(text) > 3 and text.endswith("ed") and text not in self._others
        return regular or text in self._irregular


@dataclass(frozen=True, slots=True)
class _Step:
    words: Container[str]
    optional: bool = False
    gap: bool = False


class _Pattern(NamedTuple):
    text: str
    steps: tuple[_Step, ...]
    seconds: frozenset[str] | None
    """What can follow its first word; None where that may be anything, or nothing."""


class Patterns:
    """Some patterns, ready to be looked for together.

    Args:
        patterns: as written.
        sets: the words of each `<name>`. `<figure>` and `<participle>` also stand for words that no
            list could hold; see `Figures` and `Participles`.

    Raises:
        PatternError: one of them cannot be read.
    """

    def __init__(self, patterns: Iterable[str], sets: Mapping[str, Collection[str]]) -> None:
        self._by_first: dict[str, list[_Pattern]] = {}
        self._seconds: dict[str, set[str] | None] = {}  # what can follow; None: anything
        for pattern in patterns:
            steps = tuple(_steps(pattern, sets))
            made = _Pattern(pattern, steps, _seconds(steps))
            for word in _firsts(pattern, steps):
                self._by_first.setdefault(word, []).append(made)
                known = self._seconds.setdefault(word, set())
                if made.seconds is None:
                    self._seconds[word] = None
                elif known is not None:
                    known.update(made.seconds)

    def find(self, spoken: Spoken, first: int = 0, last: int | None = None) -> Iterator[Match]:
        """Yield where any of them is found from the word at `first` to before `last`, in order.

        Of those that begin at one word the longest counts, and none begins inside another.
        """
        end = len(spoken.texts) if last is None else last
        texts, places, ends = spoken.texts, spoken.places, spoken.ends
        begin = first
        for at in sorted(self._candidates(texts, places, first, end)):
            if at < begin:
                continue
            limit = min(end, ends[at])
            best = None
            following = texts[at + 1] if at + 1 < limit else ""
            for pattern in self._by_first[texts[at]]:
                if pattern.seconds is not None and following not in pattern.seconds:
                    continue
                alone = len(pattern.steps) == 1
                stop = at + 1 if alone else _match(pattern.steps, 0, texts, at, limit)
                if stop > at and (best is None or stop > best.last):
                    best = Match(at, stop, pattern.text)
            if best:
                yield best
                begin = best.last

    def _candidates(
        self, texts: Sequence[str], places: Mapping[str, Sequence[int]], first: int, last: int
    ) -> Iterator[int]:
        """Yield where two words stand with which a pattern can begin."""
        for word in self._by_first.keys() & places.keys():
            seconds = self._seconds[word]
            for at in places[word]:
                if first <= at < last and (seconds is None or texts[at + 1] in seconds):
                    yield at


def _match(steps: tuple[_Step, ...], number: int, texts: Sequence[str], at: int, limit: int) -> int:
    """Return the index behind the last word that the steps from `number` on take, or -1."""
    if number == len(steps):
        return at
    step = steps[number]
    if step.gap:
        for skipped in range(min(GAP, limit - at) + 1):
            end = _match(steps, number + 1, texts, at + skipped, limit)
            if end >= 0:
                return end
        return -1
    if at < limit and texts[at] in step.words:
        end = _match(steps, number + 1, texts, at + 1, limit)
        if end >= 0:
            return end
    return _match(steps, number + 1, texts, at, limit) if step.optional else -1


def _seconds(steps: tuple[_Step, ...]) -> frozenset[str] | None:
    """Return the words that can stand second, where they are few and one of them must."""
    if steps[0].optional or len(steps) == 1:
        return None
    words: frozenset[str] = frozenset()
    for step in steps[1:]:
        if step.gap or not isinstance(step.words, frozenset):
            return None
        words |= step.words
        if not step.optional:
            return words
    return None


def _steps(pattern: str, sets: Mapping[str, Collection[str]]) -> Iterator[_Step]:
    pieces = re.findall(r"\[[^\]]*\]|\S+", pattern.casefold().replace("’", "'"))
    if not pieces:
        raise PatternError("is empty; write the words to look for")
    for piece in pieces:
        if piece in ("**", "[**]"):
            yield _Step(Anything(), gap=True)
            continue
        optional = piece.startswith("[") and piece.endswith("]")
        inside = piece[1:-1].strip() if optional else piece
        if not inside or re.search(r"[\[\]]|\s", inside):
            raise PatternError(f'has "{piece}"; put one word, or a|b, into square brackets')
        yield _Step(_words(inside, sets), optional)


def _words(piece: str, sets: Mapping[str, Collection[str]]) -> Container[str]:
    if piece == "*":
        return Anything()
    words: set[str] = set()
    for each in piece.split("|"):
        name = each.removeprefix("<").removesuffix(">")
        if each == name:
            words.add(each)
        elif name in _OPEN and piece == each:
            return _OPEN[name](sets)
        elif name in sets:
            words.update(sets[name])
        else:
            known = ", ".join(sorted(sets))
            raise PatternError(f'has "{each}", which is no set; there are {known}')
    return frozenset(words)


_OPEN: Mapping[str, Callable[[Mapping[str, Collection[str]]], Container[str]]] = {
    "figure": lambda sets: Figures(frozenset(sets["figure"])),
    "participle": lambda sets: Participles(
        frozenset(sets["participle"]), frozenset(sets["no_participle"])
    ),
}
"""Sets that hold more words than a list could."""


def _firsts(pattern: str, steps: tuple[_Step, ...]) -> Collection[str]:
    firsts: set[str] = set()
    for step in steps:
        if step.gap or not isinstance(step.words, frozenset):
            raise PatternError(f'"{pattern}" begins with any word; begin with a word or a set')
        firsts |= step.words
        if not step.optional:
            break
    return firsts
