"""One draft read from its first piece to its last: what goes where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starprep.library.parts import Part
from starprep.stories.importing.built import Built
from starprep.stories.importing.found import Leftover
from starprep.stories.importing.headings import TITLE_WORDS, is_about_file, is_question, unquoted
from starprep.stories.importing.label import Label, Style
from starprep.stories.importing.principles import Principles
from starprep.stories.importing.probes import read_probes
from starprep.stories.importing.sections import FileSection, Piece
from starprep.stories.importing.story_drafts import StoryDraft, is_labelled
from starprep.stories.importing.vocabulary import Challenge, Detail
from starprep.stories.importing.wording import Said

_BEFORE, _BEHIND = "before the story", "beside the story"
LOOSE = (_BEFORE, _BEHIND)
"""Why words are left over that stand under no label of their own."""
_LISTED = re.compile(r"\s*[,;·|•/]\s*")
_RANKS = frozenset({"primary", "secondary", "main", "also", "tertiary"})
_TAGS_WORDS = 5


def build(draft: StoryDraft, principles: Principles, *, titled: bool) -> Built:
    """Read a draft.

    Args:
        draft: it.
        principles: those that it may name.
        titled: whether a short line before its first part is its title: no heading is.
    """
    return _Builder(draft, principles, titled=titled).build()


class _Builder:
    def __init__(self, draft: StoryDraft, principles: Principles, *, titled: bool) -> None:
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
            if isinstance(each, Piece) and is_labelled(each) and each.label and each.label.inside:
                parts.setdefault(each.block, set()).add(each.label.field)
        return {block for block, found in parts.items() if len(found) > 1}

    def build(self) -> Built:
        pieces = self._draft.pieces
        begins = self._draft.begins
        self._before(pieces[:begins])
        for number, piece in enumerate(pieces):
            if isinstance(piece, FileSection):
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
        return self._built

    # -- before the first part -------------------------------------------------------------------

    def _before(self, pieces: Sequence[Piece | FileSection]) -> None:
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

    def _labelled(self, piece: Piece, label: Label, behind: Sequence[Piece | FileSection]) -> None:
        self._built.labels.append(label.written)
        self._label, self._label_piece = label, piece
        self._inline, self._first_quoted = bool(piece.text), False
        self._under = label.written.strip(" :：*-–—()[]") or _BEHIND
        if is_labelled(piece):
            self._field = self._part(label)
            self._begun = True
            self._built.said.setdefault(self._field, [])
        elif label.field is Detail.REPLY or (
            label.field is Detail.QUESTION and self._is_probe(behind)
        ):
            self._field = Detail.PROBES
            self._asked.append(piece)
            return
        elif label.field is Detail.ANSWER:
            self._field, self._under = None, _BEHIND if self._begun else _BEFORE
        else:
            self._field = label.field if isinstance(label.field, Detail) else None
        if piece.text:
            self._text(piece)

    def _is_probe(self, behind: Sequence[Piece | FileSection]) -> bool:
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
        elif (
            field not in (None, Detail.PROBES)
            and self._inline
            and piece.block != self._label_piece.block
        ):
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
        """Tell whether words behind a part stand outside its list or box, and so are not of it."""
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


def _loose(pieces: Sequence[Piece | FileSection]) -> list[Piece]:
    """Return the words before a story that stand under no label of their own."""
    found: list[Piece] = []
    under = False
    for each in pieces:
        if isinstance(each, FileSection) or each.rule:
            under = False
        elif each.label is not None:
            answer = each.label.field is Detail.ANSWER
            under = not answer and not each.text
        elif _is_free(each) and not under:
            found.append(each)
    return found
