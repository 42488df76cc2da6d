"""The section rail: the pacing ledger of a rehearsal."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from starprep.library.parts import clock_text, difference_text
from starprep.practice.rehearsal import LedgerRow
from starprep.tui.text import MUTED, joined, lines, pace_style, plain

ROOM_FOR_BOTH = 11
"""From this width of a column on, in cells, both the time taken and the difference stand in it."""
NAMED = 76
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
        return lines(*(gap.join(cell[line] for cell in cells) for line in range(self.size.height)))

    def _cell(self, row: LedgerRow, width: int) -> tuple[Content, Content, Content]:
        name = row.part.title if self.size.width >= NAMED else row.part.title[0]
        style = "bold $primary" if row.is_current else "" if row.seconds is not None else MUTED
        if row.seconds is None or row.is_current:
            time = plain(clock_text(row.target_seconds), "" if row.is_current else MUTED)
        else:
            off = difference_text(row.difference)
            colour = pace_style(row.seconds, row.target_seconds)
            space = " " if width >= ROOM_FOR_BOTH else ""
            time = joined(clock_text(row.seconds) if space else "", space, (off, colour))
        rule = "━" if row.is_current or row.seconds is not None else "─"
        return (
            _fit(plain(name, style), width),
            _fit(time, width),
            plain(rule * width, "$primary" if row.is_current else MUTED),
        )


def _carried(seconds: float, width: int) -> tuple[Content, Content, Content]:
    whole = round(seconds)
    word = "over" if whole > 0 else "spare" if whole < 0 else "even"
    colour = "$error" if whole > 0 else "$success" if whole < 0 else MUTED
    total = plain(difference_text(whole), f"bold {colour}")
    return (
        _fit(plain(f"{word:>{width}}", colour), width),
        _fit(joined(" " * max(0, width - total.cell_length), total), width),
        plain("─" * width, MUTED),
    )


def _fit(content: Content, width: int) -> Content:
    cut = content.truncate(width)
    return cut.pad_right(width - cut.cell_length)
