"""The section rail: the pacing ledger of a rehearsal."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from starprep.library.parts import clock_text, difference_text
from starprep.practice.rehearsal import LedgerRow
from starprep.texts.styled import Role, Styled, Text, joined, pace_role, styled
from starprep.tui.text import STYLES, content

DIFFERENCE_FROM = 11
"""From this width of a column on, in cells, both the time taken and the difference stand in it."""
NAMES_FROM = 76
"""From this width on, in cells, each part has its name; below it, its first letter."""
WIDEST = 18
"""How wide a column gets, in cells."""


class Rail(Widget):
    """One column a part: its name, its seconds against its target, a rule; then what is carried."""

    def __init__(self, rows: Sequence[LedgerRow], carried: float) -> None:
        super().__init__()
        self._rows, self._carried = tuple(rows), carried

    def show(self, rows: Sequence[LedgerRow], carried: float) -> None:
        """Show these rows and what they carry forward, in seconds."""
        self._rows, self._carried = tuple(rows), carried
        self.refresh()

    def render(self) -> Content:
        """Divide the width among the parts."""
        count = len(self._rows) + 1
        each = min(WIDEST, (self.size.width + 1) // count - 1)
        cells = [self._cell(row, each) for row in self._rows]
        cells.append(_carried(self._carried, each))
        gap = Content(" ")
        return Content("\n").join(
            gap.join(cell[line] for cell in cells) for line in range(self.size.height)
        )

    def _cell(self, row: LedgerRow, width: int) -> tuple[Content, Content, Content]:
        name = row.part.title if self.size.width >= NAMES_FROM else row.part.title[0]
        if row.is_current:
            role, time = Role.HEADING, styled(clock_text(row.target_seconds))
        elif row.seconds is None:
            role, time = Role.MUTED, styled(clock_text(row.target_seconds), Role.MUTED)
        else:
            role, time = Role.PLAIN, _taken(row.seconds, row, width)
        rule = "─" if role is Role.MUTED else "━"
        colour = "$primary" if row.is_current else STYLES[Role.MUTED]
        return (
            _fit((name, role), width),
            _fit(time, width),
            Content.styled(rule * width, colour),
        )


def _taken(seconds: float, row: LedgerRow, width: int) -> Styled:
    time = f"{clock_text(seconds)} " if width >= DIFFERENCE_FROM else ""
    pace = pace_role(seconds, row.target_seconds)
    return joined(time, (difference_text(row.difference), pace))


def _carried(seconds: float, width: int) -> tuple[Content, Content, Content]:
    whole = round(seconds)
    word = "over" if whole > 0 else "spare" if whole < 0 else "even"
    role = Role.BAD if whole > 0 else Role.GOOD if whole < 0 else Role.MUTED
    total = content((difference_text(whole), role)).stylize("bold")
    return (
        _fit((f"{word:>{width}}", role), width),
        Content(" " * max(0, width - total.cell_length)) + total,
        content(("─" * width, Role.MUTED)),
    )


def _fit(text: Text, width: int) -> Content:
    cut = content(text).truncate(width)
    return cut.pad_right(width - cut.cell_length)
