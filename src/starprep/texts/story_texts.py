"""What is said while one writes a story of one's own."""

from collections.abc import Iterable

from starprep.library.parts import Part, clock_text
from starprep.texts.attempt_texts import signal
from starprep.texts.styled import (
    Piece,
    Role,
    Styled,
    counted,
    joined,
    lines,
    pace_role,
    quoted,
    styled,
)
from starprep.texts.typing_texts import so_far

OWN_QUESTION = "A question of your own"

_TO_ASK_ONESELF = {
    Part.SITUATION: "Ask yourself: what would have happened if nobody had done anything?",
    Part.TASK: "Ask yourself: whose job was it, and why did it come to be mine?",
    Part.ACTION: "Ask yourself: what did I do first, and why that before all else?",
    Part.RESULT: "Ask yourself: what was the number before, and what is it now?",
    Part.REFLECTION: "Ask yourself: what do I do since then that I did not do before?",
}


def purpose(part: Part) -> Styled:
    """Return what goes into a part, and the question to ask oneself."""
    return lines((part.purpose, Role.STRONG), (_TO_ASK_ONESELF[part], Role.MUTED))


def rail(written: Iterable[Part], here: Part, *, named: bool) -> Styled:
    """Return the five parts in one line, a full mark before each that is written.

    Args:
        written: the parts that have a text.
        here: the part that is written now.
        named: whether there is room for the names; otherwise only the one of `here` stands there.
    """
    known = set(written)
    return joined(*(_mark(each, here, named, each in known) for each in Part), by="   ")


def _mark(part: Part, here: Part, named: bool, is_written: bool) -> Styled:
    mark: Piece = ("█ ", Role.GOOD) if is_written else ("· ", Role.MUTED)
    if part is here:
        return joined(mark, (part.title, Role.HERE))
    return joined(mark, (part.title if named else part.title[0], Role.MUTED))


def length(text: str, seconds: float, target: int) -> Styled:
    """Say how much is written, and how long it takes to say against its target, in seconds."""
    role = pace_role(seconds, target) if text.strip() else Role.MUTED
    return joined((so_far(text, seconds), role), (f", of {clock_text(target)}", Role.MUTED))


def aside(written: Iterable[Part]) -> str:
    """Say how far the story is."""
    return f"{len(tuple(written))} of {len(Part)} parts"


def row(words: str, *, is_ticked: bool) -> Styled:
    """Return a phrase that may be a signal, with its box."""
    return signal(words, said=is_ticked)


def about_signal(words: str, *, is_ticked: bool) -> Styled:
    """Tell what a tick before a phrase means."""
    told = (
        " is a signal of your story: the cue shows it while you rehearse."
        if is_ticked
        else " is what an interviewer would write down. Tick it to make it a signal."
    )
    return joined((quoted(words), Role.STRONG), told)


def invitation() -> Styled:
    """Say what follows once something is written."""
    return styled("Remarks follow as you write, and signals to tick.", Role.MUTED)


def begun(question: str, written: Iterable[Part]) -> str:
    """Say where a story is that was left."""
    count = len(tuple(written))
    if count == len(Part):
        return f"{quoted(question)} is under Yours, all five parts of it."
    return (
        f"{quoted(question)} is under Yours, {counted(count, 'part')} of {len(Part)}. "
        "It can be rehearsed as it is, and you can go on with it."
    )


def go_on(question: str) -> Styled:
    """Return the offer to go on with a story that lacks a part."""
    return joined(("Go on with ", Role.STRONG), quoted(question))
