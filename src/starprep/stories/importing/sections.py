"""Blocks under their headings: sections in sections, each a list of pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from starprep.library.parts import Part
from starprep.stories.importing.blocks import RECORD_LEVEL, WEAK_LEVEL, Block, Kind, Spans, lines_of
from starprep.stories.importing.headings import is_question
from starprep.stories.importing.label import Label, Style
from starprep.stories.importing.labels import EMOJI, cut
from starprep.stories.importing.text_blocks import BULLET
from starprep.stories.importing.vocabulary import (
    Challenge,
    Detail,
    Field,
    field_of,
    is_part,
    letters,
)

_ORDER = {part: number for number, part in enumerate(Part)}
_STEP = re.compile(
    r"\s*(?:step|phase|stage|week|day|month|first|second|third|then|finally)\b", re.I
)
_DASH = re.compile(r"\s*[-*+•–—‣▪◦●○■□▸▶➤➢→✓✔✅☑·]\s+")
_FAR = 400
"""How many blocks ahead it is looked for the next part, to tell a heading inside a story."""


@dataclass(slots=True)
class Piece:
    """A label, or some words, or a label and the words behind it; or what is not told."""

    label: Label | None = None
    text: str = ""
    item: bool = False
    """Whether the words are a list item, or the beginning of one."""
    depth: int = 0
    """How deep in lists it stands."""
    quote: bool = False
    block: int = 0
    """The number of its block: words of one paragraph have the same."""
    why: str = ""
    """Of what is not told: what it is."""
    rule: bool = False
    """Whether it is a line that divides, and nothing else."""
    level: int = 0
    """The level of a heading that is a label."""

    @property
    def whole(self) -> str:
        """The label as written, and the words."""
        return f"{self.label.written} {self.text}".strip() if self.label else self.text


@dataclass(slots=True)
class FileSection:
    """What stands under a heading."""

    head: str = ""
    level: int = 0
    above: FileSection | None = None
    is_record: bool = False
    named: str = ""
    """The label before its heading, as in `Story: the outage`."""
    pieces: list[Piece | FileSection] = field(default_factory=list)

    @property
    def own(self) -> list[Piece]:
        """The pieces right under the heading."""
        return [each for each in self.pieces if isinstance(each, Piece)]


def order(what: Field | None) -> int:
    """Return the place of a part in an answer, from 0; a challenge is a situation."""
    if isinstance(what, Challenge):
        return 0
    return _ORDER[what] if isinstance(what, Part) else -1


def sections(blocks: Sequence[Block]) -> FileSection:
    """Return the section of the whole file."""
    return _Builder(blocks).build()


class _Builder:
    """Goes through the blocks once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._root = FileSection()
        self._here = self._root
        self._last: int = -1  # the place in an answer of the last part in this section
        self._parts = [_part_of(block) for block in blocks]

    def build(self) -> FileSection:
        for number, block in enumerate(self._blocks):
            match block.kind:
                case Kind.HEADING:
                    self._heading(number, block)
                case Kind.RECORD:
                    self._open(block.text, block.level).is_record = True
                case Kind.FIELD:
                    self._field(number, block)
                case Kind.RULE:
                    self._here.pieces.append(Piece(rule=True, block=number))
                case Kind.ASIDE:
                    self._here.pieces.append(Piece(why=block.why, text=block.text, block=number))
                case _ if self._is_weak_heading(block):
                    self._heading(number, replace(block, level=WEAK_LEVEL))
                case _:
                    self._words(number, block)
        return self._root

    @staticmethod
    def _is_weak_heading(block: Block) -> bool:
        """Tell whether a paragraph is a line in bold, which is a heading in all but name."""
        text = block.text.strip()
        return (
            block.kind is Kind.PARAGRAPH
            and not block.level
            and not block.quote
            and len(block.strong) == 1
            and block.strong[0] == (0, len(block.text))
            and "\n" not in text
            and text[-1:] not in ":：."
            and len(text.split()) <= 25
            and cut(text, block.strong)[0][0] is None
        )

    def _open(self, head: str, level: int) -> FileSection:
        while self._here.above is not None and self._here.level >= level:
            self._here = self._here.above
        section = FileSection(head, level, self._here)
        self._here.pieces.append(section)
        self._here, self._last = section, -1
        return section

    def _heading(self, number: int, block: Block) -> None:
        text = " ".join(EMOJI.sub("", block.text).split())
        (label, rest), *more = cut(text, block.strong, heading=True)
        known = label is not None and label.field is not None
        if self._asks(block.level) and is_question(text):
            asks = Label(Detail.QUESTION, "", Style.HEADING)
            self._here.pieces.append(Piece(asks, text, block=number, level=block.level))
            return
        if label and label.field is Detail.OTHER and not more:
            self._open(text, block.level)
            return
        if label and known and not more and not (label.field is Detail.QUESTION and rest):
            self._close(block.level)
            if label.field is Detail.TITLE and rest:
                self._open(rest, block.level).named = label.written
                return
            self._add(Piece(label, rest, block=number, level=block.level))
            return
        if block.level > self._here.level and self._goes_on(number, text):
            self._here.pieces.append(Piece(why="a heading inside a story", text=text, block=number))
            return
        if label and known and rest and not more:
            self._open(rest, block.level).named = label.written
        else:
            self._open(text, block.level)

    def _close(self, level: int) -> None:
        """Leave the sections that a heading of this level ends, unless they are its own title."""
        while self._here.above is not None and self._here.level >= level:
            if self._here.level == level and not self._here.pieces:
                return
            self._here = self._here.above

    def _asks(self, level: int) -> bool:
        """Tell whether a heading of this level stands among follow-up questions."""
        labels = [each for each in self._here.own if each.label and each.label.field]
        for each in reversed(labels):
            if each.label and each.label.field is Detail.PROBES:
                return not each.level or level > each.level
            if each.label and each.label.field not in (Detail.QUESTION, Detail.REPLY):
                return False
        return False

    def _goes_on(self, number: int, text: str) -> bool:
        """Tell whether a heading stands inside a story: its parts go on in order behind it."""
        if self._last < 0:
            return False
        for at in range(number + 1, min(number + _FAR, len(self._blocks))):
            if (part := self._parts[at]) is not None:
                return order(part) > self._last
            ahead = self._blocks[at]
            if ahead.kind in (Kind.HEADING, Kind.RECORD) and ahead.level <= self._here.level:
                break
        return _STEP.match(text) is not None

    def _field(self, number: int, block: Block) -> None:
        what = field_of(block.text) or letters().get(block.text.strip().casefold())
        if block.why:  # the question and the reply of a follow-up
            what = Detail(block.why)
        self._add(Piece(Label(what, block.text, Style.FIELD), block=number))

    def _add(self, piece: Piece) -> None:
        self._here.pieces.append(piece)
        if piece.label and is_part(piece.label.field):
            self._last = max(order(piece.label.field), 0)

    def _words(self, number: int, block: Block) -> None:
        under_field = self._here.level >= RECORD_LEVEL
        first = True
        lines = list(lines_of(block))
        for line, strong in lines:
            item = block.kind is Kind.ITEM and first
            depth = block.level
            if (bullet := _DASH.match(line)) and line[bullet.end() :].strip():
                line, strong = line[bullet.end() :], _moved(strong, -bullet.end())
                item, depth = True, max(depth, 1) if not under_field else depth
            self._line(line, strong, Piece(item=item, depth=depth, quote=block.quote, block=number),
                       own=True)  # fmt: skip
            first = False

    def _line(self, line: str, strong: Spans, like: Piece, *, own: bool) -> None:
        for number, (label, text) in enumerate(cut(line, strong, own=own)):
            said = " ".join(EMOJI.sub("", text).split())
            if label or said:
                self._add(replace(like, label=label, text=said, item=like.item and not number))


def _moved(strong: Spans, by: int) -> Spans:
    return tuple((max(0, begin + by), end + by) for begin, end in strong if end + by > 0)


def _part_of(block: Block) -> Field | None:
    """Return the first part that a block names."""
    if block.kind in (Kind.ASIDE, Kind.RULE, Kind.RECORD):
        return None
    for line, strong in lines_of(block):
        bullet = BULLET.match(line)
        start = bullet.end() if bullet else 0
        for label, _ in cut(
            line[start:], _moved(strong, -start), heading=block.kind is Kind.HEADING
        ):
            if label and is_part(label.field):
                return label.field
    return None


def walk(section: FileSection) -> Iterator[FileSection]:
    """Yield a section and all in it, in order."""
    yield section
    for each in section.pieces:
        if isinstance(each, FileSection):
            yield from walk(each)
