"""What a question is found again by, long after it was answered."""

from typing import NamedTuple


class Key(NamedTuple):
    """A quiz question's or a follow-up's own name, its words, and the words that answer it."""

    id: str | None
    """Its id in the file; None where it has none."""
    words: str
    """The question."""
    answer: str
    """The right option of a quiz question, or the line to remember of a follow-up."""
