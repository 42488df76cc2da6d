"""What is said of answers that are typed: what was typed before, and where a draft is kept."""

from starprep.library.parts import clock_text
from starprep.library.speech import count_words
from starprep.practice.typed import TypedBefore
from starprep.texts.styled import Role, Styled, blocks, counted, joined


def offer(before: TypedBefore) -> Styled:
    """Return what was typed before and can be taken up, with how to do so in front of it."""
    had = "You had typed" if before.is_draft else "You typed"
    said = f"{had} {counted(before.words, 'word')} here {before.when}: "
    way = joined((said, Role.MUTED), ("enter", Role.KEY), (" takes them up.", Role.MUTED))
    return blocks(way, (before.text, Role.MUTED))


def so_far(text: str, seconds: float) -> str:
    """Say how much is typed, and how long it takes to say."""
    return f"{counted(count_words(text), 'word')}, {clock_text(seconds)} if spoken"


def kept(text: str, way_back: str) -> str:
    """Say that a text was kept where one leaves it, and how it is found again."""
    return f"Your {counted(count_words(text), 'word')} are kept as a draft. {way_back}"


def resumed(before: TypedBefore) -> str:
    """Say that a draft is on the screen again."""
    return f"Your draft, left {before.when}."
