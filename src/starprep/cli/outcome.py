"""How a command ends: its exit code, and what it says when it cannot do what was asked."""

import sys
from typing import TYPE_CHECKING

from starprep.library.text import printable

if TYPE_CHECKING:
    from starprep.library.library import Library

OK, PROBLEMS, USAGE = 0, 1, 2
"""All is well; something is wrong with a file; the command was used wrongly."""


def complain(text: str) -> None:
    """Say on standard error why a command did not do what was asked."""
    print(f"starprep: {printable(text)}", file=sys.stderr)


def unknown_walkthrough(id: str, library: "Library") -> int:
    """Say that there is no such walkthrough, or what is wrong with its file."""
    from starprep.library.problems import suggest

    faults = [each for path, found in library.problems.items() if path.stem == id for each in found]
    for problem in faults:
        print(problem, file=sys.stderr)
    if not faults:
        ids = [listing.id for listing in library.shelf.walkthroughs]
        known = suggest(id, ids) if ids else "none is"
        complain(f'there is no walkthrough "{id}"; {known}')
    return PROBLEMS if faults else USAGE
