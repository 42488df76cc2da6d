"""Where the labels stand in a line of a file."""

import re
from dataclasses import replace
from functools import cache

from starprep.stories.importing.blocks import Spans
from starprep.stories.importing.label import Label, Style
from starprep.stories.importing.label_starts import bold_label, first_label
from starprep.stories.importing.vocabulary import Detail, field_of, is_part, letters, part_words

Cut = tuple[Label | None, str]
"""A label and the words behind it."""

_EMOJI = (
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa"
    "\ufe0f\u200d\u20e3\U000e0020-\U000e007f]"
)
EMOJI = re.compile(f"{_EMOJI}+ ?")
_FRONT = re.compile(rf"(?:\s|\d\ufe0f?\u20e3|{_EMOJI}|[>#]+\s)*")
_DETERMINER = re.compile(
    r"\b(?:the|an?|my|our|this|that|his|her|their|its|your|of|as|in|one|no|final|main|end|net|any|"
    r"every|each|first|second|real|big|best)\s+$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[:：(\[]|\s[-–—]\s")
_END = re.compile(r"(?:[.!?…;。！？]|[.!?…。]?[\"”’)»\]])\s*$")
_CORE = frozenset(
    ("situation", "task", "action", "actions", "result", "results", "reflection", "learning",
     "learnings", "lesson", "outcome")
)  # fmt: skip


def cut(line: str, strong: Spans = (), *, heading: bool = False, own: bool = True) -> list[Cut]:
    """Cut a line where its labels stand.

    Args:
        line: it.
        strong: which of its characters are bold.
        heading: whether it is a heading.
        own: whether a label may be alone on it; not in the middle of wrapped lines.

    Returns:
        The labels, each with the words behind it; first the words before any label, if there are.
    """
    front = _FRONT.match(line)
    start = front.end() if front else 0
    first = first_label(
        line[start:], tuple((a - start, b - start) for a, b in strong), heading, own
    )
    cuts: list[Cut] = []
    if first:
        label, length = first
        start += length
    else:
        label, start = None, 0
    for begin, end, found in _inside(line, strong, start, whole=label is not None):
        if line[start:begin].strip() or label:
            cuts.append((label, line[start:begin].strip()))
        label, start = found, end
    cuts.append((label, line[start:].strip()))
    return cuts


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(each) for each in part_words() if each.isascii())
    return re.compile(
        rf"[(\[]\s*(?P<bracket>[A-Z]|{words})\s*[)\]]\s*[:.–—-]?\s*"
        rf"|(?<![\w'’-])(?P<word>{words})(?:\s*\([^()\n]{{1,40}}\))?\s*(?P<sign>[:：]|\s[-–—](?=\s))"
        r"|(?<![\w'’.&-])(?P<letter>[A-Z])\s*[:：](?=\s)\s*",
        re.IGNORECASE,
    )


def _inside(line: str, strong: Spans, start: int, *, whole: bool) -> list[tuple[int, int, Label]]:
    """Return the labels with words before them on the line, and which characters they take."""
    found: dict[int, tuple[int, int, Label]] = {}
    for begin, end in strong:
        apart = begin > start and not line[begin - 1].isalnum()
        if apart and (got := bold_label(line[begin:], end - begin, Style.BOLD)):
            label, length = got
            if is_part(label.field) or label.field in (Detail.REPLY, Detail.QUESTION):
                found[begin] = (begin, begin + length, replace(label, inside=True))
    if not _SIGNS.search(line, start):
        return list(found.values())
    taken = [(begin, end) for begin, end, _ in found.values()]
    for match in _pattern().finditer(line, start):
        at = match.start()
        if any(begin <= at < end for begin, end in taken):
            continue
        if at == start and whole:
            continue
        if label_there := _word_inside(line, match):
            found[at] = (at, match.end(), label_there)
    return [found[each] for each in sorted(found)]


def _word_inside(line: str, match: re.Match[str]) -> Label | None:
    before = line[: match.start()]
    written = match[0]
    if inner := match["bracket"]:
        if not (inner[0].isupper() and (not before or before[-1].isspace())):
            return None
        letter = len(inner) == 1
        field = letters().get(inner.casefold()) if letter else field_of(inner)
        return Label(field, written, Style.BRACKET, letter, inside=True) if field else None
    if letter_there := match["letter"]:
        field = letters().get(letter_there.casefold())
        if field is None or not letter_there.isupper() or not (before[-1:].isspace() or not before):
            return None
        return Label(field, written, Style.PLAIN, letter=True, inside=True)
    word = match["word"]
    if not word[0].isupper():
        return None
    ended = not before.strip() or _END.search(before) is not None
    core = word.casefold() in _CORE and match["sign"].strip() in ":："
    if not ended and (not core or _DETERMINER.search(before)):
        return None
    field = field_of(word)
    return Label(field, written, Style.PLAIN, inside=True) if field else None
