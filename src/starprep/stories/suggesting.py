"""Which of a text's words an interviewer would write down: suggestions for its signals."""

from starprep.library import phrases
from starprep.library.parts import Part
from starprep.review.lists import RuleBook, Severity
from starprep.review.review import review

MOST = 7
"""How many signals are suggested for a part. More are no cue, but the text again."""

_FIRST = ("delta", "boundary", "money", "worth", "lasting", "specific", "volume", "time", "step")
"""The remarks that a signal is made from; what an interviewer would write down first, first."""


def suggest_signals(text: str, part: Part, book: RuleBook) -> tuple[str, ...]:
    """Return phrases of `text` that would do as signals, in the order in which they stand.

    They are the words of what the review praises: both ends of a change, money, the boundary of
    one's own job, one's own steps. None overlaps another.
    """
    praised = [
        each
        for each in review(text, book, part=part).of(Severity.GOOD)
        if each.words and each.rule in _FIRST
    ]
    chosen: list[tuple[int, int, str]] = []
    for remark in sorted(praised, key=lambda each: (_FIRST.index(each.rule), each.start)):
        phrase = " ".join(remark.words.split()).strip(".,;:!?")
        clear = all(remark.end <= start or remark.start >= end for start, end, _ in chosen)
        if clear and phrase and phrases.find(phrase, text):
            chosen.append((remark.start, remark.end, phrase))
    return tuple(phrase for _, _, phrase in sorted(chosen[:MOST]))
