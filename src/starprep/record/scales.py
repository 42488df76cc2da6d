"""The two scales that practice is told on: how much help there was, and how it went."""

from enum import IntEnum, StrEnum


class Cue(StrEnum):
    """How much of the answer is seen before speaking: a rung of the ladder, most help first.

    Cues fade gradually, full text first, as retrieval gets stronger with less help.
    """

    FULL = "full"
    SIGNALS = "signals"
    NAME = "name"
    NONE = "none"

    @property
    def label(self) -> str:
        """The rung in words for the screen."""
        return {"full": "full example", "signals": "signals only", "name": "name only"}.get(
            self.value, "no cue"
        )

    def step(self, by: int) -> "Cue":
        """Return the rung `by` steps down the ladder (more than 0: less help), within its ends."""
        rungs = tuple(Cue)
        return rungs[min(max(rungs.index(self) + by, 0), len(rungs) - 1)]

    @property
    def next_round(self) -> "Cue":
        """The rung below, and after the last one the first again: what one key steps through."""
        return Cue.FULL if self is Cue.NONE else self.step(1)


class Rating(IntEnum):
    """How it went, in the candidate's own judgement."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4
