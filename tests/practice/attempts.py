"""What an attempt allows and shows, written down apart from its code."""

from typing import Any

from starprep.practice.attempt import Attempt, Phase, Step

SIGNALS = ("I noticed", "no ticket", "I decided to act")

ALLOWED = {
    Phase.CUE: {Step.START, Step.TYPE, Step.REVEAL},
    Phase.SPEAKING: {Step.PAUSE, Step.RESTART, Step.MOVE, Step.TYPE, Step.FINISH},
    Phase.OVERTIME: {Step.PAUSE, Step.RESTART, Step.MOVE, Step.TYPE, Step.FINISH},
    Phase.PAUSED: {Step.RESUME, Step.RESTART, Step.MOVE, Step.TYPE, Step.FINISH},
    Phase.TYPING: {Step.TYPE, Step.RESTART, Step.FINISH},
    Phase.REVEALED: {Step.MARK, Step.RATE},
    Phase.RATED: {Step.MARK, Step.RATE},
}


def what_it_shows(attempt: Attempt) -> tuple[Any, ...]:
    return (
        attempt.phase,
        attempt.seconds,
        attempt.marked,
        attempt.rating,
        attempt.was_spoken,
        attempt.is_typed,
        attempt.is_over,
        attempt.countdown.is_running,
    )
