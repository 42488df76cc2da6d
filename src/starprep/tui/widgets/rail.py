"""The section rail: the pacing ledger of a rehearsal."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from starprep.library.parts import clock_text, difference_text
from starprep.practice.rehearsal import LedgerRow
from starprep.texts.styled import Role, Styled, Text, joined, pace_role, styled
from starprep.tui.looks import STYLES, content

BOTH_FROM = 11
"""From this width of a column on, in cells, a time stands with its target or its difference."""
NAMES_FROM = 76
"""From this width on, in cells, each part has its name; below it, its first letter."""
WIDEST = 19
"""How wide a column gets, in cells."""
_SAID, _UNSAID, _OVER = "━", "─", "═"


class Rail(Widget):
    """One column a part: name, time, and a cell that fills while one speaks; then the total."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LedgerRow, ...] = ()
        self._is_named = True

    def show(self, rows: Sequence[LedgerRow], *, named: bool) -> None:
        """Show these rows, with the names of the parts or without."""
        if (tuple(rows), named) != (self._rows, self._is_named):
            self._rows, self._is_named = tuple(rows), named
            self.refresh()

    def render(self) -> Content:
        """Divide the width among the parts and the total, around its middle."""
        count = len(self._rows) + 1
        each = min(WIDEST, (self.size.width + 1) // count)
        total = min(each, self.size.width - (each + 1) * (count - 1))
        columns = [self._part(row, each) for row in self._rows]
        if len(self._rows) > 1:
            columns.append(self._total(total))
        wide = sum(column[0].cell_length + 1 for column in columns) - 1
        left = Content(" " * max(0, (self.size.width - wide) // 2))
        first = 3 - self.size.height  # two lines have no place for a line of names
        return Content("\n").join(
            left + Content.styled(" ", "$panel").join(column[line] for column in columns)
            for line in range(max(0, first), 3)
        )

    def _part(self, row: LedgerRow, width: int) -> tuple[Content, Content, Content]:
        role = Role.HEADING if row.is_current else Role.MUTED if row.seconds is None else Role.PLAIN
        title = row.part.title if self.size.width >= NAMES_FROM else row.part.title[0]
        name = styled(title if self._is_named else "", role)
        time = _time(row, width)
        if self.size.height < 3 and name:
            time = joined((title[0], role), " ", time)
        return _fit(name, width), _fit(time, width), _cell(row, width)

    def _total(self, width: int) -> tuple[Content, Content, Content]:
        begun = [row for row in self._rows if row.seconds is not None]
        seconds = sum(row.seconds or 0.0 for row in begun)
        off = sum(row.difference for row in begun)
        time: Styled = styled(clock_text(seconds))
        if round(off) or any(row.has_ended for row in begun):
            difference = (difference_text(off), _total_role(begun, off))
            time = joined(time, " ", difference) if width >= BOTH_FROM else styled(difference)
        label = _fit(("total", Role.MUTED), width)
        return label, _fit(time, width), label if self.size.height < 3 else Content(" " * width)


def _total_role(begun: Sequence[LedgerRow], off: float) -> Role:
    """Tell how the total stands; it is only good where every part of it is."""
    if round(off) > 0:
        return Role.BAD
    ended = [row for row in begun if row.has_ended]
    good = all(pace_role(row.seconds or 0.0, row.target_seconds) is Role.GOOD for row in ended)
    return Role.GOOD if good else Role.PLAIN


def _time(row: LedgerRow, width: int) -> Styled:
    target = clock_text(row.target_seconds)
    if row.seconds is None:
        whole = f"of {target}" if width >= BOTH_FROM else target
        return styled(whole, Role.PLAIN if row.is_current else Role.MUTED)
    taken = clock_text(row.seconds)
    if not row.has_ended and round(row.difference) <= 0:
        return styled(f"{taken}/{target}" if width >= BOTH_FROM else taken)
    off = (difference_text(row.difference), pace_role(row.seconds, row.target_seconds))
    return joined(taken, " ", off) if width >= BOTH_FROM else styled(off)


def _cell(row: LedgerRow, width: int) -> Content:
    """Draw the share of the target that was said; a double line where it is over."""
    seconds = row.seconds or 0.0
    filled = min(width, round(width * seconds / row.target_seconds))
    role = pace_role(seconds, row.target_seconds)
    said = _OVER if role is Role.BAD else _SAID
    running = not row.has_ended and role is not Role.BAD
    colour = "$primary" if running else STYLES[role]
    rest = "$primary" if row.is_current and not row.has_ended else "$panel"
    return Content.styled(said * filled, colour) + Content.styled(_UNSAID * (width - filled), rest)


def _fit(text: Text, width: int) -> Content:
    cut = content(text).truncate(width)
    return cut + Content.styled(" " * (width - cut.cell_length), "$panel")
