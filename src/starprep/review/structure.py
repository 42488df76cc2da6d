"""The shape of an answer: what is missing, late, out of balance or too long."""

from collections.abc import Iterator

from starprep.library.parts import WORDS_PER_MINUTE, Part
from starprep.review.answer import Answer, Range
from starprep.review.lists import Severity
from starprep.review.registry import Rules
from starprep.review.remark import Remark

RULES = Rules()


@RULES.add
def missing(answer: Answer) -> Iterator[Remark]:
    """Remark on parts of a whole answer of which nothing is heard anywhere."""
    if not answer.whole or not answer.spoken.words:
        return
    opening = answer.spoken.sentences[0]
    result = _search(answer, Part.RESULT)
    is_heard = {
        Part.SITUATION: all(step.first >= opening.last for step in answer.steps)
        or _has_cue(answer, Part.SITUATION),
        Part.TASK: bool(answer.heard("boundary")) or _has_cue(answer, Part.TASK),
        Part.ACTION: len(answer.steps) >= answer.book.limits["steps_of_an_action"],
        Part.RESULT: any(
            figure.kind == "delta" or figure.first in result for figure in answer.figures
        )
        or _has_cue(answer, Part.RESULT)
        or bool(answer.heard("unmeasured", within=result)),
        Part.REFLECTION: bool(answer.heard("generic", "markers"))
        or _has_cue(answer, Part.REFLECTION)
        or not _ends_in_a_result(answer),
    }
    for part in Part:
        if not is_heard[part]:
            why = f"No {part.title} is heard: {part.purpose[:1].lower()}{part.purpose[1:]}"
            severity = None if answer.book.part(part).needed else Severity.MINOR
            yield answer.lacking("missing", answer.everything.last, severity, why)


def _search(answer: Answer, part: Part) -> Range:
    """Return the words among which a part is searched for."""
    words = len(answer.spoken.words)
    return Range(int(words * answer.book.part(part).heard_from), words)


def _has_cue(answer: Answer, part: Part) -> bool:
    place = _search(answer, part)
    return any(True for _ in answer.book.cues(part).find(answer.spoken, place.first))


def _ends_in_a_result(answer: Answer) -> bool:
    """Tell whether the last sentence says how it came out: then no lesson follows."""
    last = answer.spoken.sentences[-1]
    place = Range(last.first, last.last)
    return bool(
        any(figure.first in place for figure in answer.figures)
        or answer.heard("unmeasured", within=place)
        or answer.heard("applause", within=place)
    )


@RULES.add
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


@RULES.add
def share(answer: Answer) -> Iterator[Remark]:
    """Remark on an Action that is too small a part, and an opening that is too large a one."""
    words = len(answer.spoken.words)
    if not answer.whole or words < answer.book.limits["fewest_balanced_words"]:
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


@RULES.add
def over(answer: Answer) -> Iterator[Remark]:
    """Remark on an answer, or a part with a target, that takes longer to say than it may."""
    if answer.whole:
        yield from _past(answer, answer.limit, answer.book.limits["most_of_limit"])
    for part in () if answer.whole else answer.parts:
        if (target := answer.target(part)) is not None:
            yield from _past(answer, target, answer.book.limits["most_of_target"])


def _past(answer: Answer, limit: float, most: float) -> Iterator[Remark]:
    """Remark on what is said after `limit` seconds, where the whole takes over `most` of them."""
    everything = answer.everything
    if everything.seconds > limit * most:
        cut = min(everything.last - 1, int(limit * WORDS_PER_MINUTE / 60))
        why = f"Said aloud it takes {everything.seconds:.0f} s of {limit:.0f}; this is past it."
        yield answer.remark("over", cut, everything.last, None, why)
