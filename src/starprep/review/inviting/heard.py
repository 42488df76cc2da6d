"""What the functions of invitations share: words that invite, and whether they are answered."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.patterns import Match
from starprep.review.remark import Remark

InviteFunction = Callable[[Answer], Iterator[Range]]
"""Yields the words that invite one question, those first that invite it most."""


class Invites(dict[str, InviteFunction]):
    """The invitations of a module, by name."""

    def add(self, function: InviteFunction) -> InviteFunction:
        """Make a function the invitation of its own name, as a decorator."""
        self[function.__name__] = function
        return function


class _Inviting(NamedTuple):
    """What sorts the words that invite a question: how much they do, then where they stand."""

    rank: int
    found: Match


def heard(
    answer: Answer, name: str, within: Range | None = None, *, on: bool = False
) -> Iterator[Range]:
    """Yield the clauses in which the patterns of an invitation are heard, and not answered.

    `within` is where they may begin; `on` is that of `clause`.
    """
    ranks = {pattern: rank for rank, pattern in enumerate(answer.book.invitations[name].patterns)}
    every = (_Inviting(ranks[each.pattern], each) for each in answer.heard(name, within=within))
    for _, found in sorted(every):
        if not is_answered(answer, name, found.first):
            yield clause(answer, found.first, found.last, on=on)


def remarked(answer: Answer, remarks: Iterable[Remark]) -> Iterator[Range]:
    """Yield the clauses of the words that remarks are made on."""
    for each in remarks:
        if each.words:
            first = answer.spoken.at(each.start)
            yield clause(answer, first, max(first + 1, answer.spoken.at(each.end)))


def serious(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Yield those remarks that weigh much."""
    yield from (each for each in remarks if each.severity is Severity.SERIOUS)


def is_answered(answer: Answer, name: str, at: int) -> bool:
    """Tell whether the text answers what the word at `at` invites, beside it or anywhere."""
    if answer.heard(name, "answered_anywhere"):
        return True
    return any(found.first in around(answer, at) for found in answer.heard(name, "answered_near"))


def around(answer: Answer, at: int) -> Range:
    """Return the sentence of the word at `at`, the one before and the one behind."""
    number, sentences = answer.spoken.sentence_number(at), answer.spoken.sentences
    last = min(number + 1, len(sentences) - 1)
    return Range(sentences[max(0, number - 1)].first, sentences[last].last)


def clause(answer: Answer, first: int, last: int, *, on: bool = False) -> Range:
    """Return the words around those from `first` to before `last` that can be quoted by themselves.

    They begin at a pause or a joining word and end at one. Where that would be too many, they end
    before the last word that leads on.

    Args:
        answer: the answer.
        first: the first word that must be among them.
        last: the word behind the last such.
        on: whether they go on beyond a pause as long as they are few enough.
    """
    spoken, most = answer.spoken, answer.book.count("words_quoted")
    sentence = spoken.sentence_of(first)
    last = min(last, sentence.last)
    begin = _begin(answer, first, last)
    longest = max(last, min(begin + most, sentence.last))
    pauses = [at for at in range(last, longest + 1) if at in spoken.breaks or at == sentence.last]
    enough = [at for at in pauses if at - begin >= _SHORT]
    if sentence.last in pauses and (on or not enough):
        return Range(begin, sentence.last)
    if enough and not on:
        return Range(begin, enough[0])
    for cuts in (answer.book.words("clause"), answer.book.words("lead")):
        places = range(longest, max(last, *pauses, begin + _SHORT), -1)
        if end := next((at for at in places if spoken.texts[at] in cuts), None):
            while end - 1 > last and spoken.texts[end - 1] in answer.book.words("lead"):
                end -= 1
            return Range(begin, end)
    return Range(begin, pauses[-1] if pauses else longest)


_SHORT = 4  # words: fewer say little by themselves, and are quoted with what follows


def _begin(answer: Answer, first: int, last: int) -> int:
    """Return where a clause begins: with its sentence, or at a pause, or behind a joining word."""
    spoken, most = answer.spoken, answer.book.count("words_quoted")
    sentence, joints = spoken.sentence_of(first), answer.book.words("clause")
    fits = sentence.last - sentence.first <= most or last - sentence.first <= most - _SHORT
    places = range(first, max(sentence.first, last - most) - 1, -1)
    begin = sentence.first if fits else next((at for at in places if at in spoken.breaks), None)
    if begin is None:
        begin = next((at for at in places if spoken.texts[at - 1] in joints), first)
    while begin < first and spoken.texts[begin] in answer.book.words("joining"):
        begin += 1
    return begin
