"""The label that a line begins with."""

import re
from dataclasses import replace

from starprep.library.parts import Part
from starprep.stories.importing.blocks import Spans
from starprep.stories.importing.label import Label, Style
from starprep.stories.importing.vocabulary import Detail, field_of, is_part, letters, without_time

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


def first_label(text: str, strong: Spans, heading: bool, own: bool) -> tuple[Label, int] | None:
    """Return the label that a line begins with, and how many characters it takes."""
    style = Style.HEADING if heading else Style.PLAIN
    bold = next((end for begin, end in strong if begin <= 0 < end), 0)
    if bold and (found := bold_label(text, bold, style if heading else Style.BOLD)):
        return found
    if (found := _letter(text, style)) or (found := _bracketed(text)):
        return found
    if match := _COLON.match(text):
        field = field_of(match[1])
        if field is not None and len(match[1].split()) <= 9:
            return _with_time(text, match.end(), Label(field, "", style))
    dashed = _DASH.match(text)
    if (match := dashed) and not match[1][0].islower() and is_part(field := field_of(match[1])):
        return _with_time(text, match.end(), Label(field, "", style))
    if own and (field := field_of(text)) is not None and len(text.split()) <= 8:
        sure = heading or is_part(field) or field in (Detail.PROBES, Detail.PRINCIPLE)
        if sure and text[-1:] not in ".!?,;" and (heading or text[:1].isupper() or len(text) > 3):
            return Label(field, text, style), len(text)
    if (match := _CAPITALS.match(text)) and is_part(field := field_of(match[1])):
        return Label(field, match[1], style), match.end()
    bare = without_time(text).strip() if own and len(text) < 30 else ""
    if len(bare) == 1 and bare.isupper() and (field := letters().get(bare.casefold())):
        return Label(field, text, style, letter=True), len(text)
    return None


def bold_label(text: str, end: int, style: Style) -> tuple[Label, int] | None:
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
    if _QUESTION.fullmatch(inner):
        asks = inner[:1] in "Qq"
        field = Detail.QUESTION if asks else Detail.REPLY
        return Label(field, text[:taken], style, letter=not asks), taken
    first = _COLON.match(inner)
    goes_on = first is not None and first.end() < len(inner)  # the bold, behind the colon
    if first and goes_on and (field := field_of(first[1])) is not None:
        return _with_time(text, first.end(), Label(field, "", style))
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
    match = _QUESTION.match(text)
    if match and (match[0].rstrip()[-1] in ":：" or match[0].strip()[1:2].isdigit()):
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
    timed = label.field is not Part.RESULT or label.style is Style.HEADING
    if timed and (behind := time.match(text, end)):
        end = behind.end()
    return replace(label, written=text[:end]), end
