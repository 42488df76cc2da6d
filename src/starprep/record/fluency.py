"""How well a part is known, in three steps: what a list can tell of it with one mark."""

from collections.abc import Sequence
from enum import Enum

from starprep.record.events import DrillEvent
from starprep.record.fading import LEAST_TIME, MOST_TIME
from starprep.record.scales import Rating


class Fluency(Enum):
    """How well a part is known."""

    UNSAID = "unsaid"
    SAID = "said"
    FLUENT = "fluent"
    """Said within its time, with its signals, the last time that it was tried."""


def fluency(attempts: Sequence[DrillEvent]) -> Fluency:
    """Return how well a part is known, from the attempts at it, oldest first.

    Its time is kept by taking half of the target at least, and a fifth more at most. A last attempt
    that hit no signal, that its speaker rated again or hard, or that was typed and so took no time
    of a speaker's, is said and no more.
    """
    if not attempts:
        return Fluency.UNSAID
    last = attempts[-1]
    share = last.seconds / last.target_seconds
    is_fluent = (
        LEAST_TIME <= share <= MOST_TIME
        and last.signals
        and not last.is_typed
        and last.rating not in (Rating.AGAIN, Rating.HARD)
    )
    return Fluency.FLUENT if is_fluent else Fluency.SAID
