"""What is said of an attempt: how it stands while it runs, and how it came out."""

from starprep.library.parts import clock_text, difference_text
from starprep.practice.attempt import Attempt, Phase
from starprep.practice.clock import Pace
from starprep.texts.styled import Role, Styled, joined, pace_role, styled


def standing(attempt: Attempt) -> str:
    """Say how an attempt stands against its target."""
    target, pace = clock_text(attempt.target_seconds), attempt.countdown.pace
    match attempt.phase:
        case Phase.CUE:
            return f"target {target}"
        case Phase.PAUSED:
            at = clock_text(attempt.seconds)
            return f"paused at {at}, {'over' if pace is Pace.OVER else 'of'} {target}"
        case Phase.TYPING:
            return f"typed, {'over' if pace is Pace.OVER else 'of'} {target} if spoken"
        case Phase.OVERTIME:
            return f"over {target}: bring it home"
        case Phase.SPEAKING:
            return f"last seconds of {target}" if pace is Pace.CLOSING else f"of {target}"
        case _:
            return _typed(attempt, f"{clock_text(attempt.seconds)} of {target}")


def outcome(attempt: Attempt, *, brief: bool = False) -> Styled:
    """Return how long an attempt took, and how many of its signals were said."""
    said = styled(_typed(attempt, clock_text(attempt.seconds), brief=brief))
    if attempt.was_spoken:
        role = pace_role(attempt.seconds, attempt.target_seconds)
        said = joined(said, (f" {difference_text(attempt.difference)}", role))
    if attempt.signals:
        noun = "" if brief else " signals"
        said = joined(said, f"  {len(attempt.marked)}/{len(attempt.signals)}{noun}")
    return said


def _typed(attempt: Attempt, time: str, *, brief: bool = False) -> str:
    """Say of a time, where that is so, that it is how long what was typed takes to say."""
    if not attempt.is_typed:
        return time
    return f"typed {time}" if brief else f"typed, {time} if spoken"


def signal(words: str, *, said: bool) -> Styled:
    """Return a signal with a box that is ticked where it was said."""
    return joined(("[x] " if said else "[ ] ", Role.STRONG_GOOD if said else Role.PLAIN), words)
