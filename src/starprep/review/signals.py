"""Signals heard by what they mean: `nobody asked me` is `nobody had asked`."""

from collections.abc import Iterable, Mapping

from starprep.library.phrases import Span, find
from starprep.library.speech import stem, words
from starprep.review.lists import RuleBook
from starprep.review.spoken import Spoken


def hit(signals: Iterable[str], spoken: Spoken, book: RuleBook) -> dict[str, Span]:
    """Return those of `signals` that are heard, each with the characters in which it is.

    A signal is heard letter by letter, or where all its words that carry meaning stand close
    together in one sentence, in any form and order, and with a not exactly where it has one.
    """
    found: dict[str, Span] = {}
    meanings: dict[str, str] = {}
    for signal in signals:
        if spans := find(signal, spoken.text):
            found[signal] = Span(spans[0].start, spans[-1].end)
            continue
        meanings = meanings or {word: _meaning(word, book) for word in spoken.places}
        if span := _by_meaning(signal, spoken, meanings, book):
            found[signal] = span
    return found


def _by_meaning(
    signal: str, spoken: Spoken, meanings: Mapping[str, str], book: RuleBook
) -> Span | None:
    """Return where a signal is heard in other words, given what each word of the answer means."""
    said = [word.text for word in words(signal.replace("…", " ").replace("...", " "))]
    wanted = {_meaning(word, book) for word in said if word not in book.words("light")}
    if wanted <= book.words("slight"):
        return None
    reach = max(len(said), len(wanted)) * book.limits["signal_spread"]
    lead = book.count("signal_lead")
    is_negated = any(book.is_negation(word) for word in said)
    for sentence in spoken.sentences:
        said_here = enumerate(spoken.texts[sentence.first : sentence.last], sentence.first)
        places = [at for at, word in said_here if meanings[word] in wanted]
        for number, first in enumerate(places):
            heard: set[str] = set()
            for last in (place for place in places[number:] if place - first < reach):
                heard.add(meanings[spoken.texts[last]])
                if heard == wanted:
                    around = spoken.texts[max(sentence.first, first - lead) : last + 1]
                    if any(book.is_negation(word) for word in around) == is_negated:
                        return spoken.span(first, last + 1)
                    break
    return None


def _meaning(word: str, book: RuleBook) -> str:
    """Return what stands for every word of the same meaning."""
    if word.endswith("n't"):
        return "not"
    word = book.meanings.get(word, word)
    return stem(word) if word[:1].isalpha() else word.rstrip("%")
