"""The ways to practise, and what can be asked for before any screen is there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from starprep.library.parts import Level, Part

if TYPE_CHECKING:
    from starprep.library.walkthrough import Walkthrough


class Mode(StrEnum):
    """A way to practise."""

    LEARN = "learn"
    REHEARSE = "rehearse"
    FOLLOW_UPS = "follow-ups"
    TEST = "test"
    HUNT = "hunt"
    REVIEW = "review"
    WRITE = "write"


def lacking(mode: Mode, walkthrough: "Walkthrough") -> str | None:
    """Say why a walkthrough cannot be practised in a mode; None where it can.

    A story of one's own need not have more than a question and one text.
    """
    if mode is Mode.TEST and not walkthrough.quiz:
        return "no quiz yet"
    if mode is Mode.HUNT and walkthrough.weak_answer is None:
        return "no answer that fails yet"
    return None


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks to be opened at once, instead of the library."""

    mode: Mode
    walkthrough: str | None = None
    """The walkthrough's id; None for a test over several, a review of none, a new story."""
    principle: str | None = None
    """The id of the principle to test or to write on; None for a mixed test, or any question."""
    part: Part | None = None
    """The one part to rehearse or to review; None for the whole answer."""
    level: Level | None = None
    """The level to prepare for; None for the settings' or the walkthrough's own."""
