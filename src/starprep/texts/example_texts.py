"""A strong example as it is shown beside a clock."""

from collections.abc import Iterable

from starprep.library.fitting import Fitted
from starprep.library.parts import Level
from starprep.library.speech import sentences
from starprep.texts.styled import Role, Styled, counted, highlighted, joined


def example(fitted: Fitted, signals: Iterable[str]) -> Styled:
    """Return all of an example; what is to be left out stands muted, in square brackets.

    The signals are highlighted in what is kept.
    """
    wanted = tuple(signals)
    shown, start = Styled(), 0
    for span in fitted.left_out:
        kept = highlighted(fitted.text[start : span.start], wanted)
        shown = joined(shown, kept, (f"[{fitted.text[span.start : span.end]}]", Role.MUTED))
        start = span.end
    return shown + highlighted(fitted.text[start:], wanted)


def left_out(fitted: Fitted, level: Level) -> str:
    """Say what to leave out at `level`; nothing where all of the example can be said in time."""
    if not fitted.left_out:
        return ""
    count = f"{len(fitted.left_out)} of {counted(len(sentences(fitted.text)), 'sentence')}"
    return f"At {level.label} leave out what is grey, in [brackets]: {count}."
