"""Where the labels stand in a line of a file, and in what style they are written."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from starprep.library.parts import Part
from starprep.stories.blocks import Spans
from starprep.stories.vocabulary import (
    Detail,
    Field,
    field_of,
    is_part,
    letters,
    part_words,
    without_time,
)


class Style(Enum):
    """How a label is set off from the words of the story."""

    HEADING = auto()
    FIELD = auto()
    BOLD = auto()
    PLAIN = auto()
    """With a colon or a dash, or alone on its line."""
    BRACKET = auto()
    """As in (S)."""
    LIST = auto()
    """A letter as in `S.` or `S)`."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a file."""

    field: Field | None
    """What it means; None where it is not known."""
    written: str
    """How it is written, with its colon."""
    style: Style
    letter: bool = False
    """Whether it is a letter alone, which needs the others beside it."""
    inside: bool = False
    """Whether words stand before it on its line."""


Cut = tuple[Label | None, str]
"""A label and the words behind it."""

_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\ufe0f\u200d\u20e3\U000e0020-\U000e007f]"
EMOJI = re.compile(f"{_EMOJI}+ ?")
_FRONT = re.compile(rf"(?:\s|{_EMOJI}|[>#]+\s)*")
_COLON = re.compile(r"([^:：\n]{1,80}?)\s*[:：]")
_TIME_IN_BRACKETS = re.compile(
    r"\s*[(\[]~?\d+(?:[.:]\d+)?(?:\s*[–-]\s*\d+)?\s*"
    r"(?:m|mins?|minutes?|s|secs?|seconds?|%)[)\]]|\s*[:：](?!\d)",
    re.IGNORECASE,
)
_SHORT_TIME = re.compile(r"\s*~?\d+(?:[.:]\d+)?(?:[–-]\d+)? ?(?:m|min|s|sec)\.?\s*$", re.IGNORECASE)
_ANY_TIME = re.compile(
    r"\s*~?\d+(?:[.:]\d+)?(?:\s*[–-]\s*\d+)?\s*(?:m|mins?|minutes?|s|secs?|seconds?)\s*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"([\w(（][^:：\n–—]{0,60}?)\s+[-–—](?:\s+|$)")
_BRACKETED = re.compile(r"[(\[（【]\s*([^()\[\]（）【】\n]{1,30}?)\s*[)\]）】]\s*[:：.–—-]?\s*")
_LETTER = re.compile(r"([A-Z])\s*(\d?)\s*([:：]|[).](?=\s|$)|\s[-–—](?=\s|$))\s*")
_QUESTION = re.compile(r"(?:Q|Question|A|Answer)\s*\.?\s*\d{0,2}\s*[:：.)]\s*", re.IGNORECASE)
_CAPITALS = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ ]{3,30})\s+(?=[A-ZÀ-Þ][a-zß-ÿ]|\d|I\b|[\"“])")
_UNKNOWN = re.compile(r"[^\W\d][^:：.!?\n]{0,50}$")
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
    first = _first(line[start:], tuple((a - start, b - start) for a, b in strong), heading, own)
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


def _first(text: str, strong: Spans, heading: bool, own: bool) -> tuple[Label, int] | None:
    """Return the label that a line begins with, and how many characters it takes."""
    style = Style.HEADING if heading else Style.PLAIN
    if bold := next((end for begin, end in strong if begin <= 0 < end), 0):
        if found := _bold(text, bold, style if heading else Style.BOLD):
            return found
    if (found := _letter(text, style)) or (found := _bracketed(text)):
        return found
    if match := _COLON.match(text):
        field = field_of(match[1])
        if field is not None and len(match[1].split()) <= 9:
            return _with_time(text, match.end(), Label(field, "", style))
    if match := _DASH.match(text):
        if is_part(field := field_of(match[1])) and not match[1][0].islower():
            return _with_time(text, match.end(), Label(field, "", style))
    if own and (field := field_of(text)) is not None and len(text.split()) <= 8:
        sure = heading or is_part(field) or field in (Detail.PROBES, Detail.PRINCIPLE)
        if sure and text[-1:] not in ".!?,;" and (heading or text[:1].isupper() or len(text) > 3):
            return Label(field, text, style), len(text)
    if match := _CAPITALS.match(text):
        if is_part(field := field_of(match[1])):
            return Label(field, match[1], style), match.end()
    bare = without_time(text).strip() if own and len(text) < 30 else ""
    if len(bare) == 1 and bare.isupper() and (field := letters().get(bare.casefold())):
        return Label(field, text, style, letter=True), len(text)
    return None


def _bold(text: str, end: int, style: Style) -> tuple[Label, int] | None:
    """Return the label that is bold at the beginning of a line."""
    inner = text[:end].strip()
    colon = inner[-1:] in ":：" or re.match(r"\s*[:：]", text[end:]) is not None
    if re.match(r"\w", text[end:]) and len(inner) <= 2:  # **S**ituation
        word = re.match(r"\w+", text)
        if word and is_part(field := field_of(word[0])):
            return _with_time(text, word.end(), Label(field, "", style))
    body = inner.rstrip(":： -–—.")
    taken = end + len(re.match(r"\s*[:：]?", text[end:])[0])  # type: ignore[index]
    bare = body.strip("()[] ")
    if len(bare) == 1 and bare.isupper():
        behind = re.match(r"\s*\([^()]{2,40}\)\s*[:：]?", text[end:])
        if behind and is_part(field_of(behind[0].strip(" :：()"))):
            taken = end + behind.end()
        if field := letters().get(bare.casefold()):
            dash = re.match(r"\s*[-–—]\s+", text[taken:])
            taken += dash.end() if dash else 0
            return _with_time(text, taken, Label(field, "", style, letter=True))
        if bare == "Q":
            return Label(Detail.QUESTION, text[:taken], style), taken
    if match := _QUESTION.fullmatch(inner):
        asks = inner[:1] in "Qq"
        field = Detail.QUESTION if asks else Detail.REPLY
        return Label(field, text[:taken], style, letter=not asks), taken
    if inner_colon := _COLON.match(inner):  # the bold goes on behind the colon
        if inner_colon.end() < len(inner) and (field := field_of(inner_colon[1])) is not None:
            return _with_time(text, inner_colon.end(), Label(field, "", style))
    if len(body.split()) <= 9 and (field := field_of(body)) is not None:
        behind = re.match(r"\s*\([^()]{2,60}\)\s*[:：]?", text[end:])
        if behind and is_part(field):
            taken = end + behind.end()
        rest = text[taken:].strip()
        if is_part(field) or colon or not rest:
            dash = re.match(r"\s*[-–—]\s+", text[taken:])
            return _with_time(text, taken + (dash.end() if dash else 0), Label(field, "", style))
    if colon and len(body.split()) <= 9 and _UNKNOWN.match(body):
        return Label(None, text[:taken], style), taken
    return None


def _letter(text: str, style: Style) -> tuple[Label, int] | None:
    if match := _QUESTION.match(text):
        if match[0].rstrip()[-1] in ":：" or match[0].strip()[1:2].isdigit():
            if match[0][0] in "Qq":
                return Label(Detail.QUESTION, match[0], style), match.end()
            if len(match[0].strip()) > 2:
                return Label(Detail.ANSWER, match[0], style), match.end()
    match = _LETTER.match(text)
    field = letters().get(match[1].casefold()) if match else None
    if match is None or field is None:
        return None
    if match[3] in (")", "."):
        behind = field_of(text[match.end() :].split(":")[0])
        if is_part(behind):  # A. Situation: the letter only counts
            return None
        style = Style.LIST if style is not Style.HEADING else style
    return _with_time(text, match.end(), Label(field, "", style, letter=True))


def _bracketed(text: str) -> tuple[Label, int] | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    inner = match[1]
    if len(inner) == 1 and (field := letters().get(inner.casefold())) and inner.isupper():
        named = _COLON.match(text, match.end())
        if named and is_part(field_of(named[1])):
            return Label(field_of(named[1]), text[: named.end()], Style.BRACKET), named.end()
        return Label(field, match[0], Style.BRACKET, letter=True), match.end()
    if is_part(field_of(inner)):
        return Label(field_of(inner), match[0], Style.BRACKET), match.end()
    return None


def _with_time(text: str, end: int, label: Label) -> tuple[Label, int]:
    """Return the label together with how long the part may take, where that stands behind it.

    Words such as `41 minutes` behind a colon are a result, and stay.
    """
    while behind := _TIME_IN_BRACKETS.match(text, end):
        end = behind.end()
    time = _ANY_TIME if label.style is Style.HEADING else _SHORT_TIME
    if label.field is not Part.RESULT or label.style is Style.HEADING:
        if behind := time.match(text, end):
            end = behind.end()
    return replace(label, written=text[:end]), end


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
        if apart and (got := _bold(line[begin:], end - begin, Style.BOLD)):
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
