"""The ways to practise, and what can be asked for before any screen is there."""

from dataclasses import dataclass
from enum import StrEnum

from starprep.library.parts import Level, Part


class Mode(StrEnum):
    """A way to practise."""

    LEARN = "learn"
    REHEARSE = "rehearse"
    FOLLOW_UPS = "follow-ups"
    TEST = "test"
    HUNT = "hunt"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks to be opened at once, instead of the library."""

    mode: Mode
    walkthrough: str | None = None
    """The walkthrough's id; None for a test over several, or a review of no walkthrough."""
    principle: str | None = None
    """The id of the principle to test; None for a mixed test."""
    part: Part | None = None
    """The one part to rehearse or to review; None for the whole answer."""
    level: Level | None = None
    """The level to prepare for; None for the settings' or the walkthrough's own."""
