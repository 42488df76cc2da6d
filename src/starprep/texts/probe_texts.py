"""What is said of a follow-up question before and after it is answered."""

from starprep.library.probe import Probe
from starprep.texts.styled import Role, Styled, blocks, highlighted, joined, lines


def question(number: int, probe: Probe, *, is_open: bool, answered: bool) -> Styled:
    """Return the question with its number, from 1, and whether it was ever answered."""
    mark = "-" if is_open else "+"
    done = "  answered" if answered else ""
    return joined(
        (f"{mark} {number}. ", Role.HEADING), (probe.question, Role.STRONG), (done, Role.MUTED)
    )


def aim(probe: Probe) -> Styled:
    """Return what the interviewer is after."""
    return joined(("It probes  ", Role.MUTED), probe.tests)


def replies(probe: Probe) -> Styled:
    """Return the reply that fails and the one that works, to compare one's own with."""
    weak, strong = probe.weak, probe.strong
    return blocks(
        lines(
            ("A weak reply", Role.HEADING),
            weak.reply,
            joined(("Why it fails  ", Role.MUTED), weak.why),
        ),
        lines(
            ("A strong reply", Role.HEADING),
            highlighted(strong.reply, [strong.line]),
            joined(("Remember  ", Role.MUTED), (strong.line, Role.STRONG)),
        ),
    )
