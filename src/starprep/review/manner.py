"""How it is said: hedges, fillers, absolutes, jargon, breath; blame, excuses and boasts."""

from collections.abc import Iterator

from starprep.library.speech import Word
from starprep.review.answer import Answer
from starprep.review.lists import Severity
from starprep.review.registry import Rules
from starprep.review.remark import Remark

RULES = Rules()


@RULES.add
def hedge(answer: Answer) -> Iterator[Remark]:
    """Remark on words that make a claim smaller."""
    for found in answer.heard("hedge"):
        yield answer.remark("hedge", found.first, found.last)


@RULES.add
def filler(answer: Answer) -> Iterator[Remark]:
    """Remark on fillers, where there are more of them than a fluent speaker's."""
    found = answer.heard("filler")
    minutes = max(answer.everything.seconds / 60, answer.book.limits["least_minutes"])
    if len(found) > answer.book.limits["fillers_a_minute"] * minutes:
        for each in found:
            yield answer.remark("filler", each.first, each.last)


@RULES.add
def absolute(answer: Answer) -> Iterator[Remark]:
    """Remark on claims that one counter-example brings down."""
    for found in answer.heard("absolute"):
        yield answer.remark("absolute", found.first, found.last)


@RULES.add
def jargon(answer: Answer) -> Iterator[Remark]:
    """Remark on sentences in which technical words stand close."""
    listed = frozenset(answer.book.rule("jargon").words)
    fewest, dense = answer.book.limits["fewest_jargon"], answer.book.limits["jargon_share"]
    text, words = answer.spoken.text, answer.spoken.words
    for sentence in answer.spoken.sentences:
        count = sum(
            word.text in listed or (text[word.start].isupper() and _is_acronym(text, word))
            for word in words[sentence.first : sentence.last]
        )
        size = sentence.last - sentence.first
        if count >= fewest and count > dense * size:
            yield answer.remark("jargon", sentence.first, sentence.last)


def _is_acronym(text: str, word: Word) -> bool:
    raw = text[word.start : word.end]
    return len(raw) > 1 and raw.isupper() and raw.isalpha()


@RULES.add
def breath(answer: Answer) -> Iterator[Remark]:
    """Remark on sentences too long to say in one breath."""
    most = answer.book.limits["words_in_a_breath"]
    for sentence in answer.spoken.sentences:
        size = sentence.last - sentence.first
        if size > most:
            why = f"{size} words in one breath. Make it two sentences."
            yield answer.remark("breath", sentence.first, sentence.last, None, why)


@RULES.add
def blame(answer: Answer) -> Iterator[Remark]:
    """Remark on others being judged; a single judgement in a full answer weighs little."""
    yield from _weighed(answer, "blame")


@RULES.add
def excuse(answer: Answer) -> Iterator[Remark]:
    """Remark on a failure that is made smaller."""
    yield from _weighed(answer, "excuse")


@RULES.add
def boast(answer: Answer) -> Iterator[Remark]:
    """Remark on a trait or a title where a deed should stand."""
    for found in answer.heard("boast"):
        yield answer.remark("boast", found.first, found.last)


def _weighed(answer: Answer, rule: str) -> Iterator[Remark]:
    found = answer.heard(rule)
    light = answer.is_carried and len(found) == 1
    for each in found:
        yield answer.remark(rule, each.first, each.last, Severity.MINOR if light else None)
