"""A time against its target as a bar, which reads without colour too."""

from starprep.texts.styled import Role, Styled, joined, pace_role

TARGET_SHARE = 0.72
"""Where in the bar the target stands; what is beyond it has the rest."""


def target_cells(width: int) -> int:
    """Return how many cells of a bar of `width` cells stand before its target."""
    return round((width - 1) * TARGET_SHARE)


def pace_bar(seconds: float, target_seconds: float, width: int) -> Styled:
    """Return a bar of `width` cells: `━` for the time taken, `│` at the target, `·` for the rest.

    The target stands at the same cell for every target, so that bars below each other compare. A
    time that is longer than the bar ends in `»`.
    """
    before = target_cells(width)
    beyond = width - 1 - before
    taken = round(seconds / target_seconds * before)
    role = pace_role(seconds, target_seconds)
    taken = max(taken, before + 1) if role is Role.BAD else min(taken, before)
    within, over = min(taken, before), min(max(0, taken - before), beyond)
    end = "━" * over if taken - before <= beyond else "━" * (beyond - 1) + "»"
    return joined(
        ("━" * within, role),
        ("·" * (before - within), Role.MUTED),
        ("│", Role.STRONG),
        (end, role),
        " " * (beyond - over),
    )
