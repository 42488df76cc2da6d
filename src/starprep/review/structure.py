"""Which words are which part, and how long each takes."""

from collections import Counter
from collections.abc import Iterator, Mapping

from starprep.library.parts import WORDS_PER_MINUTE, Part
from starprep.review.answer import Answer, Range
from starprep.review.lists import RuleBook, Severity
from starprep.review.remark import Remark
from starprep.review.spoken import Spoken

_USUAL_ENDS = {
    Part.SITUATION: 0.2,
    Part.TASK: 0.3,
    Part.ACTION: 0.78,
    Part.RESULT: 0.9,
    Part.REFLECTION: 1.0,
}
_UP_TO = {part: tuple(Part)[: number + 1] for number, part in enumerate(Part)}
_NEEDED = (Part.RESULT, Part.REFLECTION)  # what an answer fails without; others can be inferred
_OUT_OF_PLACE = 2.5  # what it costs a sentence to stand a whole answer away from its usual place
_HEARD_ENOUGH = 2  # cues of a sentence beyond which more of them say nothing


def divide(spoken: Spoken, book: RuleBook) -> dict[Part, Range]:
    """Find the parts in a whole answer: sentence by sentence, in their order, by how they sound.

    Each sentence is weighed for each part by the cues in it and by where it stands; of all ways to
    cut the answer into parts in order, that with the greatest weight is taken. A part may come out
    empty, and is then left out.
    """
    sentences = spoken.sentences
    if not sentences:
        return {}
    cues = {part: Counter(_cued(spoken, book, part)) for part in Part}
    weights = [
        _weights(spoken, {part: counts[number] for part, counts in cues.items()}, number)
        for number in range(len(sentences))
    ]
    totals = dict(weights[0])
    came_from: list[dict[Part, Part]] = []
    for weight in weights[1:]:
        before = {part: max(earlier, key=totals.__getitem__) for part, earlier in _UP_TO.items()}
        totals = {part: totals[before[part]] + weight[part] for part in _UP_TO}
        came_from.append(before)
    labels = [max(Part, key=lambda part: totals[part])]
    for before in reversed(came_from):
        labels.append(before[labels[-1]])
    labels.reverse()
    found: dict[Part, Range] = {}
    for sentence, part in zip(sentences, labels, strict=True):
        first = found[part].first if part in found else sentence.first
        found[part] = Range(first, sentence.last)
    return found


def _cued(spoken: Spoken, book: RuleBook, part: Part) -> Iterator[int]:
    """Yield the number of the sentence of each cue of a part."""
    for found in book.cues(part).find(spoken):
        yield spoken.sentence_number(found.first)


def _weights(spoken: Spoken, cues: Mapping[Part, int], number: int) -> dict[Part, float]:
    sentence = spoken.sentences[number]
    place = (sentence.first + sentence.last) / 2 / len(spoken.words)
    weights, begin = {}, 0.0
    for part, end in _USUAL_ENDS.items():
        heard = cues[part]
        if part is Part.ACTION and spoken.words[sentence.first].text in ("i", "then", "next"):
            heard += 1
        away = max(0.0, begin - place, place - end)
        weights[part] = min(heard, _HEARD_ENOUGH) - _OUT_OF_PLACE * 2 * away
        begin = end
    return weights


def missing(answer: Answer) -> Iterator[Remark]:
    """Remark on parts of a whole answer of which nothing is heard anywhere."""
    if not answer.whole or not answer.spoken.words:
        return
    end = len(answer.spoken.words)
    opening = answer.spoken.sentences[0]
    heard = {
        Part.SITUATION: all(step.first >= opening.last for step in answer.steps)
        or _is_heard(answer, Part.SITUATION, 0),
        Part.TASK: bool(answer.heard("boundary")) or _is_heard(answer, Part.TASK, 0),
        Part.ACTION: len(answer.steps) >= 2,
        Part.RESULT: any(kind == "delta" for kind, *_ in answer.figures)
        or _is_heard(answer, Part.RESULT, end // 2)
        or any(first >= end // 2 for _, first, _ in answer.figures)
        or bool(answer.heard("unmeasured", within=Range(end // 2, end))),
        Part.REFLECTION: bool(answer.heard("generic", "markers"))
        or _is_heard(answer, Part.REFLECTION, end * 2 // 3)
        or not _ends_in_a_result(answer),
    }
    for part, there in heard.items():
        if not there:
            why = f"No {part.title} is heard: {part.purpose[:1].lower()}{part.purpose[1:]}"
            weight = answer.book.severity("missing") if part in _NEEDED else Severity.MINOR
            yield answer.lacking("missing", end, weight, why)


def _is_heard(answer: Answer, part: Part, first: int) -> bool:
    return any(True for _ in answer.book.cues(part).find(answer.spoken, first))


def _ends_in_a_result(answer: Answer) -> bool:
    """Tell whether the last sentence says how it came out: then no lesson follows."""
    last = answer.spoken.sentences[-1]
    place = Range(last.first, last.last)
    return bool(
        any(first in place for _, first, _ in answer.figures)
        or answer.heard("unmeasured", within=place)
        or answer.heard("applause", within=place)
    )


def late(answer: Answer) -> Iterator[Remark]:
    """Remark on a result that comes when the time is nearly up."""
    result, words = answer.of(Part.RESULT), len(answer.spoken.words)
    if not answer.whole or not len(result):
        return
    begins = Range(0, result.first).seconds
    share = result.first / words
    if share > answer.book.limits["latest_result"] or begins > answer.limit:
        why = f"The result is heard {begins:.0f} seconds in, of {Range(0, words).seconds:.0f}."
        yield answer.remark("late", result.first, result.last, None, why)


def share(answer: Answer) -> Iterator[Remark]:
    """Remark on an Action that is too small a part, and an opening that is too large a one."""
    words = len(answer.spoken.words)
    if not answer.whole or words < 60:
        return
    opening, action = answer.of(Part.SITUATION, Part.TASK), answer.of(Part.ACTION)
    if len(opening) > answer.book.limits["most_opening_share"] * words:
        why = (
            f"Situation and Task take {len(opening) * 100 // words} % of the answer; "
            "a third is enough."
        )
        yield answer.remark("share", opening.first, opening.last, None, why)
    elif 0 < len(action) < answer.book.limits["least_action_share"] * words:
        part = len(action) * 100 // words
        why = f"The Action is {part} % of the answer; half to two thirds is usual."
        yield answer.remark("share", action.first, action.last, None, why)


def over(answer: Answer) -> Iterator[Remark]:
    """Remark on an answer, or a part with a target, that takes longer to say than it may."""
    everything = answer.everything
    if answer.whole and everything.seconds > answer.limit * answer.book.limits["most_of_limit"]:
        cut = _word_at(answer, answer.limit)
        yield answer.remark("over", cut, everything.last, None, _past(answer, answer.limit))
    elif not answer.whole and answer.walkthrough:
        (part,) = tuple(answer.parts)[:1] or (None,)
        if part is None or answer.level not in {each.level for each in answer.walkthrough.levels}:
            return
        target = answer.walkthrough.target(part, answer.level)
        if everything.seconds > target * answer.book.limits["most_of_target"]:
            cut = _word_at(answer, target)
            yield answer.remark("over", cut, everything.last, None, _past(answer, target))


def _past(answer: Answer, limit: float) -> str:
    return f"Said aloud it takes {answer.everything.seconds:.0f} s of {limit:.0f}; this is past it."


def _word_at(answer: Answer, seconds: float) -> int:
    words = len(answer.spoken.words)
    return min(words - 1, int(seconds * WORDS_PER_MINUTE / 60))
