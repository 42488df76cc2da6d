"""The rows of the library's list, and what each of them stands for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from starprep.library.browse import Group
from starprep.library.problems import Problem
from starprep.library.shelf import Listing, Shelf
from starprep.texts import library_texts
from starprep.texts.styled import Role, Styled, blocks
from starprep.tui.columns import Columns
from starprep.tui.looks import content

if TYPE_CHECKING:
    from starprep.record.calendar import Calendar
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
        self._calendar: Calendar | None = None

    def practised(self, histories: Mapping[str, "History"], calendar: "Calendar") -> None:
        """Tell in the rows how each walkthrough stands, and when it was last practised."""
        self._histories, self._calendar = histories, calendar
        self._made.clear()

    def options(
        self, groups: Iterable[Group], problems: Mapping[Path, Sequence[Problem]]
    ) -> list[Option]:
        """Return all rows, a heading over each group."""
        self.targets = {}
        return [*self._of_groups(groups), *self._of_problems(problems)]

    def id_of(self, target: Target | None, before: str | None = None) -> str | None:
        """Return the id of the row that stands for `target`, if there is one.

        Of several it is the one with the id `before`, or else the first.
        """
        names = (name for name in (before, *self.targets) if name in self.targets)
        return next((name for name in names if _is_same(self.targets[name], target)), None)

    def _of_groups(self, groups: Iterable[Group]) -> Iterator[Option]:
        for group in groups:
            yield Option(content((group.title, Role.HEADING)), disabled=True)
            for listing in group.listings:
                name = f"{group.word}/{listing.id}"
                self.targets[name] = listing
                yield Option(self._line(listing), id=name)

    def _line(self, listing: Listing) -> Columns:
        if listing.id not in self._made:
            history = self._histories.get(listing.id)
            self._made[listing.id] = Columns(
                library_texts.row(listing),
                partial(library_texts.figures, listing, history, self._calendar),
                library_texts.level(listing),
            )
        return self._made[listing.id]

    def _of_problems(self, problems: Mapping[Path, Sequence[Problem]]) -> Iterator[Option]:
        if not problems:
            return
        yield Option(content(("Files with problems", Role.STRONG_WARNING)), disabled=True)
        for path, found in sorted(problems.items()):
            self.targets[str(path)] = path
            yield Option(Columns(*library_texts.file_row(path, found)), id=str(path))

    def about(
        self, chosen: Target | None, shelf: Shelf, problems: Mapping[Path, Sequence[Problem]]
    ) -> Styled | None:
        """Return what is told of the row under the cursor; None where there is none."""
        if isinstance(chosen, Listing):
            heading = shelf.principle(chosen.principle)
            name = heading.name if heading else chosen.principle
            history = self._histories.get(chosen.id)
            return library_texts.about_walkthrough(chosen, name, history, self._calendar)
        if chosen:
            told = library_texts.about_file(chosen, problems[chosen])
            return blocks(told, ("Enter shows all of them.", Role.MUTED))
        return None


def _is_same(target: Target, other: Target | None) -> bool:
    if isinstance(target, Listing) and isinstance(other, Listing):
        return target.id == other.id
    return target == other


def nothing(wanted: str, folder: Path) -> Styled:
    """Return what an empty list says: nothing matches `wanted`, or where to begin."""
    if wanted:
        return blocks(library_texts.no_match(wanted), "Escape clears them.")
    return library_texts.where_to_begin(folder)
