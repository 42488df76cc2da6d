"""What the library says of its walkthroughs, and of files with problems."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.library.parts import clock_text
from starprep.library.problems import Problem
from starprep.library.shelf import Listing
from starprep.texts.styled import Role, Styled, blocks, joined, lines, styled

if TYPE_CHECKING:
    from starprep.record.calendar import Calendar
    from starprep.record.history import History

Figures = tuple[Styled, Styled]
"""What stands at the right of a row: always, and where there is room."""

_OPENING = re.compile(
    r"(?:tell me about|describe|give me an example of|walk me through) a (?:time|decision|case) "
    r"(?:when |that )?",
    re.IGNORECASE,
)


def row(listing: Listing) -> Styled:
    """Return what names a walkthrough on one line."""
    return joined("  ", listing.title, (f"  {_gist(listing.question)}", Role.MUTED))


def _gist(question: str) -> str:
    """Leave out how nearly every question begins: a row has little room."""
    opening = _OPENING.match(question)
    return f"… {question[opening.end() :]}" if opening else question


def figures(listing: Listing, history: "History | None", calendar: "Calendar | None") -> Figures:
    """Return a walkthrough's target, when it was last practised, and its best."""
    last, best = "never", "-"
    if history and history.last and calendar:
        last = calendar.ago(history.last)
        best = f"{history.best.signals} signals" if history.best else best
    return _figures(clock_text(listing.seconds), last, best)


def figures_heading() -> Figures:
    """Return what the figures are called."""
    return _figures("target", "last", "best")


def _figures(target: str, last: str, best: str) -> Figures:
    return (
        styled(f"{target:>6}  {last:>11}", Role.MUTED),
        styled(f"  {best:>10}", Role.MUTED),
    )


def about_walkthrough(listing: Listing, principle: str) -> Styled:
    """Return what is told of a walkthrough before it is opened, `principle` being a name."""
    return blocks(
        (listing.question, Role.STRONG),
        listing.scenario,
        lines(
            (f"{principle} · {listing.level.label}", Role.MUTED),
            (" · ".join(listing.tags), Role.MUTED),
        ),
    )


def file_row(path: Path, problems: Sequence[Problem]) -> tuple[Styled, Styled]:
    """Return the first problem of a file on one line, and how many more there are."""
    first, more = problems[0], len(problems) - 1
    where = f"{path.name}:{first.line}" if first.line else path.name
    return (
        joined(("! ", Role.WARNING), where, "  ", first.message),
        styled(f"+{more} more" if more else "", Role.MUTED),
    )


def about_file(path: Path, problems: Iterable[Problem]) -> Styled:
    """Return what is wrong with a file, in short: its first problems."""
    few = list(problems)[:3]
    return blocks((str(path), Role.STRONG), lines(*(problem.message for problem in few)))


def all_problems(path: Path, problems: Iterable[Problem]) -> Styled:
    """Return all that is wrong with a file, by line, each with what would be right."""
    return blocks(
        (str(path), Role.STRONG),
        "This file is not used until it is mended. "
        "The command `starprep check` with its name tells the same.",
        *(
            lines(
                joined((f"line {each.line}  " if each.line else "", Role.STRONG), each.key),
                f"  {each.what}",
                (f"  {each.fix}", Role.MUTED),
            )
            for each in sorted(problems)
        ),
    )


def no_match(wanted: str) -> str:
    """Say that nothing has the words in `wanted`."""
    return f"Nothing here has the words “{wanted}”."


def where_to_begin(folder: Path) -> Styled:
    """Return what to do where there is no walkthrough; `folder` is where the user's own belong."""
    return blocks(
        ("There is no walkthrough here yet.", Role.STRONG),
        "Write one with the command: starprep new my-story",
        f"Your own walkthroughs live in {folder}",
    )
