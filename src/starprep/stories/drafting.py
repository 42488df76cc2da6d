"""One draft read from its first piece to its last: what goes where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from starprep.library.parts import Part
from starprep.stories.drafts import Draft, is_labelled
from starprep.stories.found import FoundProbe, Leftover
from starprep.stories.headings import TITLE_WORDS, is_about_file, is_question, unquoted
from starprep.stories.labels import Label, Style
from starprep.stories.principles import Principles
from starprep.stories.probes import read_probes
from starprep.stories.sections import Piece, Section
from starprep.stories.vocabulary import Challenge, Detail
from starprep.stories.wording import Said, is_placeholder, joined, without_open_quotes

_BEFORE, _BEHIND = "before the story", "beside the story"
LOOSE = (_BEFORE, _BEHIND)
"""Why words are left over that stand under no label of their own."""
_LISTED = re.compile(r"\s*[,;·|•/]\s*")
_RANKS = frozenset({"primary", "secondary", "main", "also", "tertiary"})
_TAGS_WORDS = 5


@dataclass(slots=True)
class Built:
    """A story in the making."""

    title: str = ""
    question: str = ""
    principles: list[str] = field(default_factory=list)
    said: dict[Part, list[Said]] = field(default_factory=dict)
    probes: list[FoundProbe] = field(default_factory=list)
    also_asks: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    asides: list[Leftover] = field(default_factory=list)
    """What is left over of it that is no text: code, comments, pictures."""
    sections: list[Section] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    labelled: int = 0
    """How many different parts are labelled."""
    is_data: bool = False
    whole: str = ""
    """All of it as it stands there, labels and all."""
    dropped: set[Part] = field(default_factory=set)

    @property
    def texts(self) -> dict[Part, str]:
        """The text behind each label."""
        return {part: joined(self.said[part]) for part in Part if part in self.said}

    def final_texts(self) -> dict[Part, str]:
        """Return the text of each part that has one, quotation marks around all of them left out."""
        texts = {part: text for part, text in self.texts.items() if text}
        return dict(zip(texts, without_open_quotes(list(texts.values())), strict=True))

    def drop_placeholders(self) -> None:
        """Leave over what only holds the place of a part, a title or a question."""
        for part, text in self.texts.items():
            if is_placeholder(text):
                del self.said[part]
                self.left.append(Leftover("a template", text))
        for name in ("title", "question"):
            if (text := getattr(self, name)) and is_placeholder(text):
                setattr(self, name, "")
                self.left.append(Leftover("a template", text))

    def all_left(self) -> list[Leftover]:
        """Return all that it holds as left over, where it is no story; not what it is asked."""
        told = [Leftover("a question without a story", each) for each in self.also_asks]
        if self.title:
            told.append(Leftover("a title without a story", self.title))
        if self.tags:
            told.append(Leftover("tags", ", ".join(self.tags)))
        for probe in self.probes:
            words = f"{probe.question} {probe.reply or ''}".strip()
            told.append(Leftover("a question without a story", words))
        return [*told, *self.left, *self.asides]


def build(draft: Draft, principles: Principles, *, titled: bool) -> Built:
    """Read a draft.

    Args:
        draft: it.
        principles: those that it may name.
        titled: whether a short line before its first part is its title: no heading is.
    """
    return _Builder(draft, principles, titled=titled).build()


class _Builder:
    def __init__(self, draft: Draft, principles: Principles, *, titled: bool) -> None:
        self._draft, self._principles, self._titled = draft, principles, titled
        self._built = Built()
        self._field: Part | Detail | None = None
        self._label: Label | None = None
        self._under = ""
        self._label_piece = Piece()
        self._inline = self._first_quoted = False
        self._asked: list[Piece] = []
        self._begun = False
        self._crowded = self._crowded_blocks()
        self._taken: set[int] = set()

    def _crowded_blocks(self) -> set[int]:
        """Return the blocks in which three parts stand, one behind the other."""
        parts: dict[int, set[object]] = {}
        for each in self._draft.pieces:
            if isinstance(each, Piece) and is_labelled(each) and each.label:
                if each.label.inside:
                    parts.setdefault(each.block, set()).add(each.label.field)
        return {block for block, found in parts.items() if len(found) > 1}

    def build(self) -> Built:
        pieces = self._draft.pieces
        begins = self._draft.begins
        self._before(pieces[:begins])
        for number, piece in enumerate(pieces):
            if isinstance(piece, Section):
                self._built.sections.append(piece)
                self._field, self._under = None, _BEHIND
            elif piece.rule:
                self._rule()
            elif piece.why:
                self._built.asides.append(Leftover(piece.why, piece.text))
            elif piece.label is not None:
                self._labelled(piece, piece.label, pieces[number + 1 :])
            elif piece.text:
                self._text(piece)
        probes, left = read_probes(self._asked)
        self._built.probes += probes
        self._built.left += left
        own = [each for each in pieces if isinstance(each, Piece) and not each.why]
        self._built.whole = "\n".join(each.whole for each in own if each.whole)
        parts = {each.label.field for each in own if is_labelled(each) and each.label}
        self._built.labelled = len(parts)
        self._built.is_data = (
            any(
                is_labelled(each) and each.label and each.label.style is Style.FIELD for each in own
            )
            and self._draft.section.is_record
        )
        if begins < len(pieces):
            self._built.left += self._built.asides
            self._built.asides = []
        return self._built

    # -- before the first part -------------------------------------------------------------------

    def _before(self, pieces: Sequence[Piece | Section]) -> None:
        """Find a question and a title among the lines before the first part."""
        asking: Piece | None = None
        free = [each for each in pieces if isinstance(each, Piece) and _is_free(each)]
        blocks: dict[int, list[Piece]] = {}
        label_blocks = {
            each.block for each in pieces if isinstance(each, Piece) and each.label is not None
        }
        for each in free:
            if each.block not in label_blocks:
                blocks.setdefault(each.block, []).append(each)
        explicit = any(
            isinstance(each, Piece) and each.label and each.label.field is Detail.QUESTION
            for each in pieces
        )
        loose = _loose(pieces)
        for same in blocks.values():
            text = " ".join(each.text for each in same)
            if same[0] not in loose or not is_question(text) or explicit or asking:
                continue
            asking = same[0]
            self._built.question = unquoted(text)
            self._taken |= {id(each) for each in same}
        if self._titled and blocks:
            same = list(blocks.values())[-1]
            if asking is not None and same[0] is asking and len(blocks) > 1:
                same = list(blocks.values())[-2]
            text = " ".join(each.text for each in same)
            title = len(text.split()) <= TITLE_WORDS and text[-1:] not in ".;,:!…"
            if (
                same[0] in loose
                and same[0] is not asking
                and title
                and len(same) == 1
                and not is_about_file(text)
            ):
                self._built.title = unquoted(text)
                self._taken |= {id(same[0])}

    # -- piece by piece --------------------------------------------------------------------------

    def _rule(self) -> None:
        if isinstance(self._field, Part) and not self._built.said.get(self._field):
            return
        self._field, self._under = None, _BEHIND if self._begun else _BEFORE

    def _labelled(self, piece: Piece, label: Label, behind: Sequence[Piece | Section]) -> None:
        self._built.labels.append(label.written)
        self._label, self._label_piece = label, piece
        self._inline, self._first_quoted = bool(piece.text), False
        self._under = label.written.strip(" :：*-–—()[]") or _BEHIND
        if is_labelled(piece):
            self._field = self._part(label)
            self._begun = True
            self._built.said.setdefault(self._field, [])
        elif (label.field is Detail.QUESTION and self._is_probe(behind)) or label.field is Detail.REPLY:
            self._field = Detail.PROBES
            self._asked.append(piece)
            return
        elif label.field is Detail.ANSWER:
            self._field, self._under = None, _BEHIND if self._begun else _BEFORE
        else:
            self._field = label.field if isinstance(label.field, Detail) else None
        if piece.text:
            self._text(piece)

    def _is_probe(self, behind: Sequence[Piece | Section]) -> bool:
        """Tell whether a question is a follow-up: among others, or with its reply behind it."""
        if self._field is Detail.PROBES:
            return True
        label = self._label
        if label and label.style is Style.HEADING and not label.written:
            return True
        following = next(
            (each.label for each in behind if isinstance(each, Piece) and each.label), None
        )
        return self._begun and following is not None and following.field is Detail.REPLY

    def _part(self, label: Label) -> Part:
        if isinstance(label.field, Part):
            return label.field
        fields = {
            each.label.field
            for each in self._draft.pieces
            if isinstance(each, Piece) and each.label is not None
        }
        assert isinstance(label.field, Challenge)  # noqa: S101, no other label is a part's
        if Part.SITUATION in fields and Part.TASK not in fields:
            return Part.TASK
        return Part.SITUATION

    def _text(self, piece: Piece) -> None:
        if id(piece) in self._taken:
            return
        field = self._field
        if isinstance(field, Part):
            if not self._is_outside(piece):
                said = self._built.said[field]
                if not said:
                    self._first_quoted = piece.quote and not self._label_piece.quote
                said.append(Said(piece.text, piece.item, piece.block))
                return
            self._field, self._under = None, _BEHIND
        elif field is not None and self._inline and piece is not self._label_piece:
            if piece.block != self._label_piece.block and field is not Detail.PROBES:
                self._field, self._under = None, _BEHIND if self._begun else _BEFORE
        match self._field:
            case Detail.QUESTION:
                asked = self._built.question
                if asked and piece is self._label_piece:
                    self._built.also_asks.append(unquoted(piece.text))
                else:
                    self._built.question = unquoted(f"{asked} {piece.text}".strip())
            case Detail.TITLE:
                self._built.title = unquoted(f"{self._built.title} {piece.text}".strip())
            case Detail.PRINCIPLE:
                for each in self._principles.split(piece.text):
                    if each.casefold() in _RANKS:
                        self._built.left.append(Leftover("beside the principles", each))
                    else:
                        self._built.principles.append(each)
            case Detail.QUESTIONS:
                self._built.also_asks.append(unquoted(piece.text))
            case Detail.PROBES:
                self._asked.append(piece)
            case Detail.TAGS:
                tags = [each for each in _LISTED.split(piece.text) if each]
                if all(len(each.split()) <= _TAGS_WORDS for each in tags):
                    self._built.tags += tags
                else:
                    self._leave(piece)
            case _:
                self._leave(piece)

    def _is_outside(self, piece: Piece) -> bool:
        """Tell whether words behind a part are no more of it: they stand outside its list or box."""
        label = self._label_piece
        if piece.block == label.block:
            return False
        return (
            piece.depth < label.depth
            or (self._first_quoted and not piece.quote)
            or label.block in self._crowded
        )

    def _leave(self, piece: Piece) -> None:
        why = self._under or (_BEHIND if self._begun else _BEFORE)
        left = self._built.left
        if left and left[-1].why == why:
            left[-1] = Leftover(why, f"{left[-1].text}\n{piece.text}")
        else:
            left.append(Leftover(why, piece.text))


def _is_free(piece: Piece) -> bool:
    return piece.label is None and not piece.rule and not piece.why and bool(piece.text)


def _loose(pieces: Sequence[Piece | Section]) -> list[Piece]:
    """Return the words before a story that stand under no label of their own."""
    found: list[Piece] = []
    under = False
    for each in pieces:
        if isinstance(each, Section) or each.rule:
            under = False
        elif each.label is not None:
            answer = each.label.field is Detail.ANSWER
            under = not answer and not each.text
        elif _is_free(each) and not under:
            found.append(each)
    return found
