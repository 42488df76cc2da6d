"""The debrief after a rehearsal: the pacing table and the one thing to work on."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from starprep.library.parts import Part, clock_text, difference_text
from starprep.practice.debrief import Debrief, DebriefRow
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import DEBRIEF
from starprep.tui.page import Page
from starprep.tui.text import MUTED, blocks, joined, lines, pace_style, plain

DONE, AGAIN, PROBES = "done", "again", "probes"


class DebriefScreen(Page[str]):
    """Its result is what to do next: `done`, `again` or `probes`."""

    CSS_PATH = "../styles/reading.tcss"
    BINDINGS = DEBRIEF

    def __init__(self, debrief: Debrief) -> None:
        super().__init__("Rehearse", "Debrief", aside=debrief.level.label)
        self._debrief = debrief

    def body(self) -> Iterable[Widget]:
        """One text, as the table is narrow enough for every width."""
        with VerticalScroll(classes="text", can_focus=False):
            yield Static(id="debrief", markup=False)

    def on_resize(self, _event: Resize) -> None:
        """Fit the table to the width."""
        self.query_one("#debrief", Static).update(HangingIndent(self._text_at(self.size.width)))

    def _text_at(self, width: int) -> Content:
        advice = self._debrief.advice
        return blocks(
            lines(
                plain("Work on this next", "bold $primary"),
                plain(advice.headline, "bold"),
                advice.why,
            ),
            self._table(usual=width >= 70),
            *self._missed(),
        )

    def _table(self, *, usual: bool) -> Content:
        rows = self._debrief.rows
        head = f"{'Part':<12}{'Target':>7}{'You':>7}{'':>8}{'Signals':>9}"
        lines_of = [plain(head + (f"{'Usually':>10}" if usual else "") + "  Rated", MUTED)]
        lines_of += [self._row(row, usual=usual) for row in rows]
        if len(rows) > 1:
            lines_of += [self._total(usual=usual)]
        if len(rows) == len(Part):
            over = self._debrief.seconds - self._debrief.limit
            fits = f"over by {clock_text(over)}" if round(over) > 0 else "within it"
            limit = (
                f"The limit for {self._debrief.level.label} is {clock_text(self._debrief.limit)}"
            )
            lines_of.append(plain(f"{limit}: {fits}.", MUTED))
        return lines(*lines_of)

    def _row(self, row: DebriefRow, *, usual: bool) -> Content:
        hits = f"{len(row.signals)} of {len(row.signals) + len(row.missed)}"
        before = clock_text(row.usual) if row.usual is not None else "-"
        return joined(
            (f"{row.part.title:<12}", "bold"),
            f"{clock_text(row.target_seconds):>7}{clock_text(row.seconds):>7}",
            _off(row.seconds, row.target_seconds),
            f"{hits:>9}",
            f"{before:>10}" if usual else "",
            f"  {row.rating.name.lower() if row.rating else '-'}",
        )

    def _total(self, *, usual: bool) -> Content:
        whole = self._debrief
        hits = sum(len(row.signals) for row in whole.rows)
        signals = f"{hits} of {hits + sum(len(row.missed) for row in whole.rows)}"
        before = [row.usual for row in whole.rows if row.usual is not None]
        mean = clock_text(sum(before)) if len(before) == len(whole.rows) else "-"
        return joined(
            (f"{'In all':<12}", "bold"),
            (f"{clock_text(whole.target_seconds):>7}{clock_text(whole.seconds):>7}", "bold"),
            _off(whole.seconds, whole.target_seconds),
            f"{signals:>9}",
            f"{mean:>10}" if usual else "",
        )

    def _missed(self) -> Iterable[Content]:
        """Name the signals that were not said."""
        found = [
            joined((f"{row.part.title}: ", MUTED), "; ".join(row.missed))
            for row in self._debrief.rows
            if row.missed
        ]
        if found:
            yield lines(plain("Not said this time", "bold $primary"), *found)

    def action_done(self) -> None:
        """Go back to the overview."""
        self.dismiss(DONE)

    async def action_back(self) -> None:
        """Go back to the overview."""
        self.dismiss(DONE)

    def action_probes(self) -> None:
        """Go on to the follow-up questions."""
        self.dismiss(PROBES)

    def action_again(self) -> None:
        """Rehearse the same once more."""
        self.dismiss(AGAIN)


def _off(seconds: float, target_seconds: float) -> Content:
    difference = difference_text(seconds - target_seconds)
    return plain(f"{difference:>8}", pace_style(seconds, target_seconds))
