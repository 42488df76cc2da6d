"""A label as it is written in a file."""

from dataclasses import dataclass
from enum import Enum, auto

from starprep.stories.importing.vocabulary import Field


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
