"""The five parts of an answer and the three levels of a candidate."""

from collections.abc import Iterable
from enum import StrEnum

WORDS_PER_MINUTE = 150
"""Speaking rate that targets assume, in words a minute (conversational English is 130 to 160)."""


class Part(StrEnum):
    """A part of a STAR answer, in the order in which it is said."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"

    @property
    def title(self) -> str:  # type: ignore[override]
        """The part's name as a heading."""
        return self.value.capitalize()

    @property
    def purpose(self) -> str:
        """What the part must do, in one sentence spoken to the candidate."""
        return _PURPOSES[self]


_PURPOSES = {
    Part.SITUATION: "What was wrong, and for whom. Just enough to see it.",
    Part.TASK: "What you took on, and where your own duty ended.",
    Part.ACTION: "What you did, step by step. Begin each step with I.",
    Part.RESULT: "What changed, in numbers, and what it was worth.",
    Part.REFLECTION: "What this story taught you, and no other could.",
}


_SHARES = {
    Part.SITUATION: 15,
    Part.TASK: 10,
    Part.ACTION: 50,
    Part.RESULT: 15,
    Part.REFLECTION: 10,
}


def natural_targets(parts: Iterable[tuple[Part, int | None]], whole: int) -> dict[Part, int]:
    """Return how long each part takes, in seconds: what its file says, or its share of the whole.

    The Action has half of the time and the opening a quarter, so that what the candidate did is
    most of the answer; of an answer that lacks parts the others have the more.

    Args:
        parts: the parts that there are, each with its own target, in seconds, or None.
        whole: what the whole answer may take, in seconds.
    """
    known = dict(parts)
    shares = sum(_SHARES[part] for part in known)
    return {
        part: target or max(1, whole * _SHARES[part] // shares) for part, target in known.items()
    }


class Level(StrEnum):
    """The level a candidate interviews for, lowest first."""

    SDE1 = "sde1"
    SDE2 = "sde2"
    SENIOR = "senior"

    @property
    def label(self) -> str:
        """The level as people write it."""
        return "Senior" if self is Level.SENIOR else self.value.upper()

    @property
    def rank(self) -> int:
        """0 for the lowest level; one more for each level above it."""
        return tuple(Level).index(self)

    @property
    def usual_seconds(self) -> tuple[int, int]:
        """How long a whole answer takes where no walkthrough tells, in seconds: from, to."""
        return (90, 120) if self is Level.SDE1 else (150, 180)


def clock_text(seconds: float) -> str:
    """Write a span of time as `m:ss`, rounded to the nearest second: 95 is `1:35`."""
    whole = round(abs(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def difference_text(seconds: float) -> str:
    """Write a span with its sign, as `+0:07`, `-0:12` or `0:00`."""
    whole = round(seconds)
    sign = "+" if whole > 0 else "-" if whole < 0 else ""
    return sign + clock_text(whole)
