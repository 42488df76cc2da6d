"""Finding a signal or a quote inside a longer text.

A phrase is found without regard to case, to how white space is broken and to the shape of quotation
marks, and only as whole words. An ellipsis in it (`…` or `...`) stands for skipped words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})


class Span(NamedTuple):
    """Characters `start` up to but not including `end` of a text."""

    start: int
    end: int


@lru_cache(maxsize=1024)
def _patterns(phrase: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each run of words between ellipses."""
    patterns = []
    for run in (run.split() for run in _GAP.split(phrase.translate(_QUOTES)) if run.strip()):
        words = r"\s+".join(re.escape(word) for word in run)
        before = r"(?<!\w)" if run[0][0].isalnum() else ""
        after = r"(?!\w)" if run[-1][-1].isalnum() else ""
        patterns.append(re.compile(f"{before}{words}{after}", re.IGNORECASE))
    return tuple(patterns)


def find(phrase: str, text: str) -> tuple[Span, ...]:
    """Return where `phrase` first occurs in `text`: one span for each run between ellipses.

    The spans leave out the skipped words. An empty tuple means that it does not occur.
    """
    text = text.translate(_QUOTES)
    spans: list[Span] = []
    for pattern in _patterns(phrase):
        found = pattern.search(text, spans[-1].end if spans else 0)
        if found is None:
            return ()
        spans.append(Span(*found.span()))
    return tuple(spans)


def find_all(phrases: Iterable[str], text: str) -> tuple[Span, ...]:
    """Return where any of `phrases` occurs in `text`, in order, overlapping spans joined."""
    joined: list[Span] = []
    for span in sorted(span for phrase in phrases for span in find(phrase, text)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def heard(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Return those of `phrases` that occur in `text`, in the order given."""
    return tuple(phrase for phrase in phrases if find(phrase, text))
