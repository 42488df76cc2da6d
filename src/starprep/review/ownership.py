"""Whose work it was: steps, we, the passive, sentences without a subject, routing, the boundary."""

from collections.abc import Iterator

from starprep.library.parts import Part
from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.registry import Rules
from starprep.review.remark import Remark

RULES = Rules()


@RULES.add
def step(answer: Answer) -> Iterator[Remark]:
    """Remark on what the candidate did themselves."""
    for found in answer.steps:
        yield answer.remark("step", found.first, found.last)


@RULES.add
def we(answer: Answer) -> Iterator[Remark]:
    """Remark on we in the Action; seriously where it does more there than I.

    One slip weighs little beside an I, and a whole team named is never more than minor.
    """
    place, length = answer.of(Part.ACTION), answer.book.count("words_of_a_we")
    every = answer.spoken.where(*answer.book.words("we"))
    said = [at for at in every if at in place and at not in answer.spoken.quoted]
    hidden = [at for at in said if not _is_talk(answer, at)]
    own = sum(found.first in place for found in answer.steps)
    says_i = any(at in place for at in answer.spoken.where(*answer.book.words("i")))
    most = len(hidden) > max(own, 1 if says_i else 0)
    severity = Severity.SERIOUS if most else Severity.MINOR
    for found in answer.heard("we", within=place):
        yield answer.remark("we", found.first, found.last, Severity.MINOR)
    for at in said:
        last = min(max(at + 1, at + length), answer.spoken.sentence_of(at).last)
        yield answer.remark("we", at, last, Severity.MINOR if at not in hidden else severity)


def _is_talk(answer: Answer, at: int) -> bool:
    """Tell whether the we at `at` only talked: that takes two."""
    following = answer.spoken.texts[at + 1 : at + 1 + answer.book.count("talk_reach")]
    return not answer.book.words("talk").isdisjoint(following)


@RULES.add
def passive(answer: Answer) -> Iterator[Remark]:
    """Remark on work and decisions that nobody does."""
    weak = not answer.is_carried
    told: set[int] = set()
    for found in answer.heard("passive", "impersonal", _own_work(answer)):
        told.update(range(found.first, found.last))
        severity = Severity.SERIOUS if weak else Severity.MINOR
        yield answer.remark("passive", found.first, found.last, severity)
    for found in answer.heard("passive", within=_own_work(answer)):
        after = answer.spoken.texts[found.last : found.last + answer.book.count("by_reach")]
        if found.first in told or "by" in after:
            continue
        first = _subject(answer, found.first)
        yield answer.remark("passive", first, found.last)


def _subject(answer: Answer, at: int) -> int:
    """Return where the words begin that a passive is about: a few before it, up to a pause."""
    first, most = at, answer.book.limits["words_before_a_passive"]
    while first > 0 and at - first < most and first not in answer.spoken.breaks:
        first -= 1
        if answer.spoken.texts[first] in answer.book.words("clause"):
            return first + 1
    return first


@RULES.add
def subject(answer: Answer) -> Iterator[Remark]:
    """Remark on sentences of the Action that begin with the verb."""
    more = answer.book.count("words_of_no_subject")
    firsts = {sentence.first for sentence in answer.spoken.sentences}
    for found in answer.heard("subject", within=answer.of(Part.ACTION)):
        if found.first in firsts:
            sentence = answer.spoken.sentence_of(found.first)
            yield answer.remark("subject", found.first, min(found.last + more, sentence.last))


@RULES.add
def routing(answer: Answer) -> Iterator[Remark]:
    """Remark on a problem that is passed on, and on others who then do the work.

    Telling somebody is no routing where the candidate goes on working: some steps of their own come
    after it, or the whole has enough of them. It is serious where ownership is claimed: in the
    Action, and in a whole answer.
    """
    claimed = answer.whole or Part.ACTION in answer.parts
    few = len(answer.steps) < answer.book.limits["some_steps"]
    for found in answer.heard("routing", "sent"):
        later = sum(step.first > found.first for step in answer.steps)
        if later >= answer.book.limits["steps_after_routing"] or answer.is_carried:
            continue
        severity = Severity.SERIOUS if claimed and few else Severity.MINOR
        yield answer.remark("routing", found.first, found.last, severity)
    for found in answer.heard("routing", "taken"):
        if _is_beside_a_step(answer, found.first):
            continue
        severity = Severity.SERIOUS if claimed and few else Severity.MINOR
        yield answer.remark("routing", found.first, found.last, severity)


def _is_beside_a_step(answer: Answer, at: int) -> bool:
    """Tell whether the candidate did something themselves, earlier in the same sentence."""
    sentence = answer.spoken.sentence_of(at)
    return any(sentence.first <= step.first < at for step in answer.steps)


@RULES.add
def boundary(answer: Answer) -> Iterator[Remark]:
    """Remark on where the candidate's own job ended, where it is said."""
    for found in answer.heard("boundary"):
        yield answer.remark("boundary", found.first, found.last)


def _own_work(answer: Answer) -> Range:
    """Where the candidate's own work is told: all but the Situation, which happens to them."""
    if not answer.whole:
        return Range(0, 0) if Part.SITUATION in answer.parts else answer.everything
    situation = answer.of(Part.SITUATION)
    return Range(situation.last, len(answer.spoken.words))
