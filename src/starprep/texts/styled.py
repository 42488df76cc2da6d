"""Text with roles: what a face is given to show, whatever it shows it on.

A role says what a piece of text is, never what it looks like; each face has its own looks for them.
Text from files and people stays text: nothing here reads markup, and what could steer a terminal is
replaced on the way in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from starprep.library import phrases
from starprep.library.text import printable


class Role(StrEnum):
    """What a piece of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    """What matters most in its line."""
    HEADING = "heading"
    MUTED = "muted"
    """What may be passed over: labels, hints, figures beside the point."""
    KEY = "key"
    """The name of a key to press, a number to choose by."""
    SIGNAL = "signal"
    """Words that an interviewer writes down."""
    FLAG = "flag"
    """Words that sink an answer."""
    DOUBTFUL = "doubtful"
    """Words of a lesser fault."""
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    STRONG_GOOD = "strong-good"
    STRONG_WARNING = "strong-warning"
    STRONG_BAD = "strong-bad"
    HERE = "here"
    """Where one is, among the names of places to go."""
    CHOSEN = "chosen"
    """What of several things is the one."""
    STRONG_CHOSEN = "strong-chosen"


Piece = tuple[str, Role]


@dataclass(frozen=True, slots=True)
class Styled:
    """Some text, in pieces of one role each."""

    pieces: tuple[Piece, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.pieces)

    def __str__(self) -> str:
        """Return the text alone."""
        return self.plain

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return any(text for text, _ in self.pieces)

    def __add__(self, other: "Styled") -> "Styled":
        """Return both, one behind the other."""
        return Styled(self.pieces + other.pieces)

    def __getitem__(self, where: slice) -> "Styled":
        """Return some of the characters with their roles."""
        start, stop, _ = where.indices(len(self.plain))
        return Styled(tuple(self._between(start, stop)))

    def _between(self, start: int, stop: int) -> Iterator[Piece]:
        begin = 0
        for text, role in self.pieces:
            cut = text[max(0, start - begin) : max(0, stop - begin)]
            if cut:
                yield cut, role
            begin += len(text)

    def marked(self, role: Role, start: int, end: int) -> "Styled":
        """Return the same text with another role for the characters from `start` to `end`."""
        inside = self[start:end].plain
        return self[:start] + Styled(((inside, role),)) + self[end:] if inside else self


Text = Styled | str | Piece
"""What the functions below take: text that has its roles, text as it is, or text and its role."""


def styled(text: Text, role: Role = Role.PLAIN) -> Styled:
    """Return `text` with its roles; text as it is gets `role`."""
    if isinstance(text, Styled):
        return text
    said, role = (text, role) if isinstance(text, str) else text
    return Styled(((printable(said), role),))


def highlighted(text: str, wanted: Iterable[str], role: Role = Role.SIGNAL) -> Styled:
    """Return `text` with the words of each phrase in `wanted` in a role of their own."""
    found = styled(text)
    for span in phrases.find_all(wanted, text):
        found = found.marked(role, span.start, span.end)
    return found


def joined(*parts: Text, by: Text = "") -> Styled:
    """Join pieces, with `by` between each two."""
    between = styled(by).pieces if by else ()
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        pieces += (*(between if number else ()), *styled(part).pieces)
    return Styled(tuple(pieces))


def lines(*each: Text) -> Styled:
    """Put pieces below each other."""
    return joined(*each, by="\n")


def blocks(*each: Text) -> Styled:
    """Put pieces below each other with an empty line between two."""
    return joined(*each, by="\n\n")


def titled(title: str, body: Text) -> Styled:
    """Put a heading above a piece of text."""
    return lines((title, Role.HEADING), body)


def bulleted(items: Iterable[Text]) -> Styled:
    """Put items below each other, each behind a dash."""
    return lines(*(joined(("- ", Role.MUTED), item) for item in items))


def counted(number: int, noun: str) -> str:
    """Say how many: `1 question`, `2 questions`, `1,000 questions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def quoted(words: str) -> str:
    """Put somebody's words on one line, in quotation marks."""
    return f"“{' '.join(words.split())}”"


def pace_role(seconds: float, target_seconds: float) -> Role:
    """Return what a time taken is: over its target, less than half of it, or in between."""
    if seconds >= target_seconds + 0.5:
        return Role.BAD
    return Role.WARNING if seconds < target_seconds / 2 else Role.GOOD
