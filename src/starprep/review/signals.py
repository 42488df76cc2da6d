"""Signals heard by what they mean: `nobody asked me` is `nobody had asked`."""

from collections.abc import Iterable
from functools import lru_cache

from starprep.library.phrases import Span, find
from starprep.library.speech import stem, words
from starprep.review.spoken import Spoken, is_negation

_LIGHT = frozenset(
    """
    a an the of to in on at for from by with and or that which it its this had has have was were is
    are be been being it's as so then also just me us them
    """.split()  # noqa: SIM905
)
_SPREAD = 3  # how many times as many words as the signal itself its meaning may be spread over
_ALIKE = {
    "nobody": "no", "no-one": "no", "none": "no", "never": "not", "without": "no", "zero": "0",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "i'll": "i", "i'd": "i",
    "i've": "i", "i'm": "i", "anybody": "anyone", "found": "find",
    "wrote": "write", "took": "take", "built": "build", "made": "make", "went": "go", "ran": "run",
    "brought": "bring", "told": "tell", "fell": "fall", "kept": "keep", "sent": "send",
    "began": "begin", "chose": "choose", "gave": "give", "knew": "know", "saw": "see",
    "thought": "think", "written": "write", "taken": "take", "given": "give", "chosen": "choose",
}  # fmt: skip


def hit(signals: Iterable[str], spoken: Spoken) -> dict[str, Span]:
    """Return those of `signals` that are heard, each with the characters in which it is.

    A signal is heard letter by letter, or where all its words that carry meaning stand close
    together in one sentence, in any form and order, and with a not exactly where it has one.
    """
    found: dict[str, Span] = {}
    meanings = None
    for signal in signals:
        spans = find(signal, spoken.text)
        if spans:
            found[signal] = Span(spans[0].start, spans[-1].end)
            continue
        if meanings is None:
            meanings = [_meaning(word.text) for word in spoken.words]
        if span := _by_meaning(signal, spoken, meanings):
            found[signal] = span
    return found


def _by_meaning(signal: str, spoken: Spoken, meanings: list[str]) -> Span | None:
    said = [word.text for word in words(signal.replace("…", " ").replace("...", " "))]
    wanted = {_meaning(word) for word in said if word not in _LIGHT}
    if not wanted or not wanted - {"i", "not", "no", "my"}:
        return None
    reach = max(len(said), len(wanted)) * _SPREAD
    turned = any(is_negation(word) for word in said)
    for sentence in spoken.sentences:
        places = [n for n in range(sentence.first, sentence.last) if meanings[n] in wanted]
        for number, first in enumerate(places):
            near = [place for place in places[number:] if place - first < reach]
            heard: set[str] = set()
            for last in near:
                heard.add(meanings[last])
                if heard == wanted:
                    around = spoken.words[max(sentence.first, first - 2) : last + 1]
                    if any(is_negation(word.text) for word in around) == turned:
                        return spoken.span(first, last + 1)
                    break
    return None


@lru_cache(maxsize=20_000)
def _meaning(word: str) -> str:
    if word.endswith("n't"):
        return "not"
    word = _ALIKE.get(word, word)
    return stem(word) if word[:1].isalpha() else word.rstrip("%")
