"""Where the stories of a section begin, and which of its labels are meant as labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from starprep.library.parts import Part
from starprep.stories.importing.blocks import RECORD_LEVEL
from starprep.stories.importing.headings import TITLE_WORDS, is_question
from starprep.stories.importing.label import Label, Style
from starprep.stories.importing.sections import FileSection, Piece, order
from starprep.stories.importing.vocabulary import Challenge, Detail, is_part

_RESULT = order(Part.RESULT)
_OPENERS = (
    Detail.QUESTION,
    Detail.TITLE,
    Detail.PRINCIPLE,
    Detail.TAGS,
    Detail.OTHER,
    Detail.ANSWER,
)
Look = tuple[Style, int]
"""The style of a label, and how deep in lists it stands."""


@dataclass(slots=True)
class StoryDraft:
    """What may be a story: the pieces of a section from where it begins to where the next does."""

    section: FileSection
    pieces: list[Piece | FileSection] = field(default_factory=list)

    @property
    def begins(self) -> int:
        """The index of the piece with the first part; the number of pieces where there is none."""
        parts = (at for at, each in enumerate(self.pieces) if is_labelled(each))
        return next(parts, len(self.pieces))

    def runs(self) -> Iterator[StoryDraft]:
        """Yield what stands up to each section in it, with that section, and what is behind."""
        run: list[Piece | FileSection] = []
        for piece in self.pieces:
            run.append(piece)
            if isinstance(piece, FileSection):
                yield StoryDraft(self.section, run)
                run = []
        yield StoryDraft(self.section, run)


def is_labelled(piece: Piece | FileSection) -> bool:
    """Tell whether a piece begins a part."""
    return isinstance(piece, Piece) and piece.label is not None and is_part(piece.label.field)


def drafts(section: FileSection) -> list[StoryDraft]:
    """Divide a section into what may be its stories; one draft where there is none."""
    pieces = _meant(section)
    starts = list(_starts(pieces, divides=section.level < RECORD_LEVEL))
    bounds = [0, *(_beginning(pieces, at) for at in starts), len(pieces)]
    return [StoryDraft(section, pieces[begin:end]) for begin, end in pairwise(bounds)]


def _starts(pieces: Sequence[Piece | FileSection], *, divides: bool) -> Iterator[int]:
    """Yield the index of each label with which another story begins; not of the first."""
    seen: set[int] = set()
    ruled = False
    for at, piece in enumerate(pieces):
        if isinstance(piece, FileSection):
            continue
        if piece.rule:
            ruled = True
        if not is_labelled(piece) or piece.label is None:
            continue
        place = order(piece.label.field)
        latest = max(seen, default=-1)
        again = place in seen and latest > place
        if (
            divides
            and seen
            and (
                (place == 0 and again)
                or (place == 1 and latest >= _RESULT)
                or (again and latest >= _RESULT and (ruled or _titled(pieces, at)))
            )
        ):
            yield at
            seen = set()
        seen.add(place)
        ruled = False


def _titled(pieces: Sequence[Piece | FileSection], at: int) -> bool:
    """Tell whether a question or a title stands right before a label."""
    before = pieces[at - 1]
    return isinstance(before, Piece) and before.label is not None and (
        before.label.field in (Detail.QUESTION, Detail.TITLE)
    )  # fmt: skip


def _beginning(pieces: Sequence[Piece | FileSection], start: int) -> int:
    """Return the index at which what belongs to a story begins, given that of its first part."""
    last = max(at for at in range(start) if is_labelled(pieces[at]))
    rules = [at for at in range(last + 1, start) if _is_rule(pieces[at])]
    for at in reversed(rules):
        if any(not _is_rule(each) for each in pieces[at:start]):
            return at
    if rules:
        return rules[0]
    at, first = start, pieces[start]
    assert isinstance(first, Piece)  # noqa: S101, it is labelled
    while at - 1 > last and _opens(pieces[at - 1], pieces[at - 2], first.depth):
        at -= 1
    return at


def _is_rule(piece: Piece | FileSection) -> bool:
    return isinstance(piece, Piece) and piece.rule


def _opens(piece: Piece | FileSection, before: Piece | FileSection, depth: int) -> bool:
    """Tell whether a piece that stands behind a part's words belongs to the next story."""
    if isinstance(piece, FileSection):
        return False
    if piece.label is not None:
        return piece.label.field in _OPENERS
    if piece.why or (piece.item and piece.depth >= depth and not is_question(piece.text)):
        return False
    alone = not (isinstance(before, Piece) and before.block == piece.block)
    short = len(piece.text.split()) <= TITLE_WORDS and piece.text[-1:] not in ".;,:!…"
    return alone and (is_question(piece.text) or short)


# -- which labels are meant -----------------------------------------------------------------------


def _meant(section: FileSection) -> list[Piece | FileSection]:
    """Return a section's pieces, those labels taken back that are words of a story."""
    pieces = _replies(section.pieces)
    own = [each for each in pieces if isinstance(each, Piece)]
    looks, parts = _main(own)
    look = looks[0] if looks else None
    letters = {order(p.label.field) for p in own if p.label and p.label.letter and is_labelled(p)}
    words = {order(p.label.field) for p in own if p.label and not p.label.letter and is_labelled(p)}
    meant: list[Piece | FileSection] = []
    last, begun = -1, False
    before: Label | None = None
    for piece in pieces:
        label = piece.label if isinstance(piece, Piece) else None
        if isinstance(piece, FileSection) or label is None:
            meant.append(piece)
            continue
        if is_part(label.field):
            keep = label.style is Style.FIELD or (
                (not label.letter or len(letters) > 1 or len(words) > 1)
                and (label.style is not Style.LIST or len(letters) > 2)
                and _keeps(piece, label, looks, parts, last)
            )
            if keep and before is not None and _is_letter_r(label) and _is_letter_r(before):
                piece = replace(piece, label=replace(label, field=Part.REFLECTION))
            if keep and piece.label:
                last, begun = order(piece.label.field), True
        else:
            keep = _keeps_detail(piece, label, look, begun=begun)
        if keep:
            before = piece.label
        meant.append(piece if keep else replace(piece, label=None, text=piece.whole))
    return meant


def _is_letter_r(label: Label) -> bool:
    return label.letter and label.field is Part.RESULT


def _look(piece: Piece) -> Look:
    label = piece.label
    assert label is not None  # noqa: S101, callers have looked
    return label.style, piece.depth


def _main(pieces: Sequence[Piece]) -> tuple[list[Look], set[int]]:
    """Return the look that most parts have in a section, and the parts that have it.

    Other looks stand behind it where a whole story has them.
    """
    places: dict[Look, Counter[int]] = {}
    for each in pieces:
        if each.label is not None and is_part(each.label.field):
            counter = places.setdefault(_look(each), Counter())
            counter[order(each.label.field)] += 1
    if not places:
        return [], set()
    look = max(places, key=lambda each: (len(places[each]), -each[1], sum(places[each].values())))
    return [look, *(each for each in places if len(places[each]) > 2 and each != look)], set(
        places[look]
    )


def _keeps(piece: Piece, label: Label, looks: Sequence[Look], parts: set[int], last: int) -> bool:
    """Tell whether the label of a part is one."""
    place = order(label.field)
    goes_on = place > last or (place == 0 and last >= _RESULT)
    if label.inside and label.style is Style.PLAIN and not goes_on:
        return False
    if _look(piece) in looks:
        return True
    if isinstance(label.field, Challenge) and 1 not in parts:
        return True
    return place not in parts


def _keeps_detail(piece: Piece, label: Label, look: Look | None, *, begun: bool) -> bool:
    """Tell whether the label of something beside the parts is one, or only a word with a colon."""
    if look is None or not begun or label.style in (Style.HEADING, Style.FIELD):
        return True
    style, depth = look
    if label.inside and label.field not in (Detail.REPLY, Detail.QUESTION):
        return False
    if piece.depth > depth and label.field not in (Detail.REPLY, Detail.QUESTION):
        return False
    if label.style is Style.BOLD:
        return label.field is not None or style is not Style.HEADING
    return (label.field is not None and style in (Style.PLAIN, Style.BRACKET, Style.LIST)) or (
        label.field in (Detail.PROBES, Detail.QUESTION, Detail.REPLY, Detail.PRINCIPLE)
    )  # fmt: skip


def _replies(pieces: Sequence[Piece | FileSection]) -> list[Piece | FileSection]:
    """Return the pieces, each `A:` behind a `Q:` read as the reply to it."""
    found: list[Piece | FileSection] = []
    before: Label | None = None
    seen = asked = False
    for piece in pieces:
        label = piece.label if isinstance(piece, Piece) else None
        if isinstance(piece, FileSection) or label is None:
            found.append(piece)
            continue
        if label.field is Detail.PROBES:
            asked = True
        replies = label.field in (Detail.REPLY, Detail.ANSWER) or (
            label.letter and label.field is Part.ACTION
        )
        if replies and before is not None and before.field is Detail.QUESTION:
            what = Detail.REPLY if seen or asked else Detail.ANSWER
            label = replace(label, field=what, letter=False)
        elif label.field is Detail.REPLY:
            label = replace(label, field=Detail.ANSWER, letter=False)
        seen = seen or is_part(label.field)
        before = label
        found.append(replace(piece, label=label))
    return found
