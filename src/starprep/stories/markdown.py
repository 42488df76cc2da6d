"""Text from files and people as Markdown that reads as that text and nothing else."""

import re
from collections.abc import Iterable

from starprep.library.text import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<|~$@]|&(?=[#\w])|:(?=//|\w+:)")
_OPENING = re.compile(r"^(?:([-+=#>])|(\d{1,9})([.)])(?=\s|$))")
_AUTOLINK = re.compile(r"\b(www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return `text` on one line, so that no reader of Markdown takes any of it for its own signs.

    Any punctuation mark of ASCII may stand behind a backslash in Markdown; those that would mean
    something do, and what a list, a quotation or a heading would begin with.
    """
    said = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    said = _AUTOLINK.sub(r"\1\\.", said)
    return _OPENING.sub(_opened, said)


def _opened(found: re.Match[str]) -> str:
    sign, number, stop = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{stop}"


def heading(depth: int, text: str) -> str:
    """Return a heading of a depth from 1 to 6."""
    return f"{'#' * min(depth, 6)} {escaped(text)}"


def bullets(items: Iterable[str]) -> str:
    """Return lines of Markdown as a list."""
    return "\n".join(f"- {each}" for each in items)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are text."""
    names = [escaped(each) for each in head]
    every = [names, ["---"] * len(names), *([escaped(each) for each in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in every)


def page(blocks: Iterable[str]) -> str:
    """Return blocks with an empty line between two, and a line's end behind the last."""
    return "\n\n".join(each for each in blocks if each) + "\n"
