"""The rows of the library's list, and what each of them stands for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from starprep.library.browse import Group
from starprep.library.parts import clock_text
from starprep.library.problems import Problem
from starprep.library.shelf import Listing, Shelf
from starprep.tui.columns import Columns
from starprep.tui.text import HEADING, MUTED, blocks, joined, lines, plain

if TYPE_CHECKING:
    from starprep.record.history import History

Target = Listing | Path
"""What a row stands for: a walkthrough, or a file with problems."""


class Rows:
    """Makes the rows. Those of walkthroughs are kept, as a long list is drawn at every letter."""

    def __init__(self) -> None:
        self.targets: dict[str, Target] = {}
        """What each row that can be chosen stands for, by its id."""
        self._made: dict[str, Columns] = {}
        self._histories: Mapping[str, History] = {}
        self._today: datetime | None = None

    def practised(self, histories: Mapping[str, "History"], today: datetime) -> None:
        """Tell in the rows when each walkthrough was last practised, and its best."""
        self._histories, self._today = histories, today
        self._made.clear()

    def options(
        self, groups: Iterable[Group], problems: Mapping[Path, Sequence[Problem]]
    ) -> list[Option]:
        """Return all rows, a heading over each group."""
        self.targets = {}
        return [*self._of_groups(groups), *self._of_problems(problems)]

    def id_of(self, target: Target | None) -> str | None:
        """Return the id of the first row that stands for `target`, if there is one."""
        for name, each in self.targets.items():
            if target == each or (
                isinstance(target, Listing) and isinstance(each, Listing) and target.id == each.id
            ):
                return name
        return None

    def _of_groups(self, groups: Iterable[Group]) -> Iterator[Option]:
        for group in groups:
            yield Option(plain(group.title, HEADING), disabled=True)
            for listing in group.listings:
                name = f"{group.word}/{listing.id}"
                self.targets[name] = listing
                yield Option(self._line(listing), id=name)

    def _line(self, listing: Listing) -> Columns:
        if listing.id not in self._made:
            left = joined("  ", listing.title, (f"  {_gist(listing.question)}", MUTED))
            self._made[listing.id] = Columns(left, *self._practice_of(listing))
        return self._made[listing.id]

    def _practice_of(self, listing: Listing) -> tuple[Content, Content]:
        history = self._histories.get(listing.id)
        last, best = "never", "-"
        if history and self._today:
            from starprep.record.history import ago_text

            last = ago_text(history.last, self._today)
            best = f"{history.best.signals} signals" if history.best else best
        return figures(clock_text(listing.seconds), last, best)

    def _of_problems(self, problems: Mapping[Path, Sequence[Problem]]) -> Iterator[Option]:
        if not problems:
            return
        yield Option(plain("Files with problems", "bold $warning"), disabled=True)
        for path, found in sorted(problems.items()):
            first = found[0]
            where = f"{path.name}:{first.line}" if first.line else path.name
            more = plain(f"+{len(found) - 1} more" if len(found) > 1 else "", MUTED)
            left = joined(("! ", "$warning"), where, "  ", first.message)
            self.targets[str(path)] = path
            yield Option(Columns(left, more), id=str(path))


_OPENING = re.compile(
    r"(?:tell me about|describe|give me an example of|walk me through) a (?:time|decision|case) "
    r"(?:when |that )?",
    re.IGNORECASE,
)


def _gist(question: str) -> str:
    """Leave out how nearly every question begins: a row has little room."""
    opening = _OPENING.match(question)
    return f"… {question[opening.end() :]}" if opening else question


def figures(target: str, last: str, best: str) -> tuple[Content, Content]:
    """Return what stands at the right of a row: always, and where there is room."""
    return plain(f"{target:>6}  {last:>11}", MUTED), plain(f"  {best:>10}", MUTED)


def about(
    chosen: Target | None, shelf: Shelf, problems: Mapping[Path, Sequence[Problem]]
) -> Content | None:
    """Return what is told of the row under the cursor; None where there is none."""
    if isinstance(chosen, Listing):
        heading = shelf.principle(chosen.principle)
        kind = f"{heading.name if heading else chosen.principle} · {chosen.level.label}"
        return blocks(
            plain(chosen.question, "bold"),
            chosen.scenario,
            lines(plain(kind, MUTED), plain(" · ".join(chosen.tags), MUTED)),
        )
    if chosen:
        found = lines(*(problem.message for problem in problems[chosen][:3]))
        return blocks(plain(str(chosen), "bold"), found, plain("Enter shows all of them.", MUTED))
    return None


def nothing(wanted: str, folder: Path) -> Content:
    """Return what an empty list says: nothing matches `wanted`, or where to begin."""
    if wanted:
        return blocks(f"Nothing here has the words “{wanted}”.", "Escape clears them.")
    return blocks(
        plain("There is no walkthrough here yet.", "bold"),
        "Write one with the command: starprep new my-story",
        f"Your own walkthroughs live in {folder}",
    )
