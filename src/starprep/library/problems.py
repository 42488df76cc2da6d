"""What is wrong with a file, said so that its writer can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from starprep.library.text import one_line

MOST_NAMED = 16
"""How many known words are named where none is near."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where it stands, what it is, what would be right.

    `line` counts from 1, 0 where the file has no lines to name (it cannot be read). `key` is the
    key's path as written in the file, `sections[2].signals[0]`; empty for the file as a whole.
    """

    path: Path
    line: int
    key: str
    what: str
    fix: str

    def __str__(self) -> str:
        """`file:line: key: what is wrong; what would be right`, printable and on one line."""
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return one_line(f"{where}: {self.message}")

    @property
    def message(self) -> str:
        """`key: what is wrong; what would be right`."""
        key = f"{self.key}: " if self.key else ""
        return one_line(f"{key}{self.what}; {self.fix}")


def key_text(path: KeyPath) -> str:
    """Write a key's path as people do: `("sections", 2, "part")` is `sections[2].part`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def suggest(word: str, known: Sequence[str]) -> str:
    """Say what `word` could have been meant to be: the nearest of `known`, or some of them."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    more = ", …" if len(known) > MOST_NAMED else ""
    return f"known here: {', '.join(known[:MOST_NAMED])}{more}"
