"""What every reader of a format makes of a file: blocks, in the order in which they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

Spans = tuple[tuple[int, int], ...]

SUMMARY_LEVEL, WEAK_LEVEL, RECORD_LEVEL = 7, 8, 20
"""The levels of headings that are none in their format: the line above what folds away, a line of
its own in bold or in capitals, a table of data. The six of Markdown are above them."""


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    """What a list item begins with."""
    FIELD = auto()
    """The name of a field of data; its value follows."""
    RECORD = auto()
    """Where a table of data begins."""
    RULE = auto()
    """What divides: a line across the page, the end of a box."""
    ASIDE = auto()
    """What is not told: code, a comment, a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a file, without its markup."""

    kind: Kind
    text: str = ""
    """Its words; line ends where the file has some."""
    level: int = 0
    """Of a heading: from 1. Of what is in a list: how deep, from 1."""
    strong: Spans = ()
    """Which characters are bold."""
    quote: bool = False
    """Whether it stands in a block of quotation."""
    why: str = ""
    """Of an aside: what it is."""


def aside(why: str, text: str) -> Block:
    """Return what is not told."""
    return Block(Kind.ASIDE, text, why=why)


_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__(?!\w)")
_ORG_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])()")
_ORG_MARK = re.compile(r"(?<![\w/=~_+])([/=~_+])(?=\S)([^\n]*?\S)\1(?![\w/=~_+])")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|p|div|ul|ol|li|code|small|mark)(?:\s[^<>]*)?/?>", re.I
)
_BREAK = re.compile(r"<br\s*/?>\s*\n?", re.I)


def unmarked(text: str, *, org: bool = False) -> tuple[str, Spans]:
    """Return a text without the marks of bold and the tags in it, and what was bold."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if org:
        text = _ORG_MARK.sub(lambda mark: mark[2], text)
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for found in (_ORG_BOLD if org else _BOLD).finditer(text):
        inner = found[1] or found[2]
        plain += (text[at : found.start()], inner)
        length += found.start() - at + len(inner)
        spans.append((length - len(inner), length))
        at = found.end()
    plain.append(text[at:])
    return "".join(plain), tuple(spans)


def lines_of(block: Block) -> Iterator[tuple[str, Spans]]:
    """Yield the lines of a block, each with what is bold in it."""
    start = 0
    for line in block.text.split("\n"):
        end = start + len(line)
        inside = (
            (max(begin, start) - start, min(stop, end) - start)
            for begin, stop in block.strong
            if begin < end and stop > start
        )
        yield line, tuple(inside)
        start = end + 1
