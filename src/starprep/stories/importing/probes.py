"""Follow-up questions and their replies."""

import re
from collections.abc import Sequence

from starprep.stories.importing.found import FoundProbe, Leftover
from starprep.stories.importing.headings import is_question, unquoted
from starprep.stories.importing.label import Style
from starprep.stories.importing.sections import Piece
from starprep.stories.importing.vocabulary import Detail
from starprep.stories.importing.wording import Said, is_placeholder, joined

_TAG = re.compile(r"\s*\[([^\[\]]{1,30})\]\s*\.?\s*$")
_REPLY = re.compile(r"^(.{2,}?[?？][\"”’]?)\s*(?:[–—→-]+>?|[:：]|=>)?\s+(\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^(.{8,}?)\s+(?:[–—→]|->|=>|-)\s+(\S.*)$", re.DOTALL)


def read_probes(pieces: Sequence[Piece]) -> tuple[list[FoundProbe], list[Leftover]]:
    """Read what stands under a heading of follow-ups; what is no question there is left over."""
    reader = _Reader()
    for piece in pieces:
        reader.take(piece)
    return reader.probes(), reader.left


class _Reader:
    def __init__(self) -> None:
        self.left: list[Leftover] = []
        self._found: list[tuple[list[Said], list[Said]]] = []
        self._replying = False
        self._depth = 0
        self._labelled = False

    def take(self, piece: Piece) -> None:
        field = piece.label.field if piece.label else None
        if field is Detail.QUESTION:
            self._labelled = True
            self._found.append(([], []))
            self._replying = False
        elif field is Detail.REPLY and self._found:
            self._replying = True
        text = piece.text
        if not text:
            return
        if tag := _TAG.search(text):
            self.left.append(Leftover("a tag", tag[1]))
            text = text[: tag.start()]
        said = Said(text, piece.item, piece.block)
        if (field in (Detail.QUESTION, Detail.REPLY) and self._found) or self._labelled:
            self._add(said)
            if piece.label is not None and piece.label.style is Style.HEADING:
                self._replying = True  # what stands under a question
        else:
            self._unlabelled(piece, said)

    def _add(self, said: Said) -> None:
        self._found[-1][self._replying].append(said)

    def _unlabelled(self, piece: Piece, said: Said) -> None:
        nested = self._found and piece.depth > self._depth
        continues = self._found and not piece.item and piece.block == self._block
        if (
            not nested
            and not continues
            and (piece.item or is_question(said.text) or not self._found)
        ):
            if (match := _REPLY.match(said.text)) or (match := _DASHED.match(said.text)):
                self._found.append(([Said(match[1])], [Said(match[2], said.item, said.block)]))
                self._replying = True
            elif is_question(said.text) or piece.item:
                self._found.append(([said], []))
                self._replying = True
            else:
                self.left.append(Leftover("beside the follow-ups", said.text))
                return
            self._depth = piece.depth
        else:
            self._add(said)
        self._block = piece.block

    _block = -1

    def probes(self) -> list[FoundProbe]:
        """Return the questions that were asked."""
        found = []
        for asked, replied in self._found:
            question, reply = unquoted(_said(asked)), joined(replied)
            if is_placeholder(question):
                if words := f"{question} {reply}".strip():
                    self.left.append(Leftover("a template", words))
                continue
            if reply and is_placeholder(reply):
                self.left.append(Leftover("a template", reply))
                reply = ""
            found.append(FoundProbe(question, reply or None))
        return found


def _said(pieces: Sequence[Said]) -> str:
    return " ".join(each.text for each in pieces)
