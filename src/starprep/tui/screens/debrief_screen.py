"""The debrief after a rehearsal: the pacing table and the one thing to work on."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.debrief import Debrief
from starprep.texts.debrief_texts import debrief_text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import DEBRIEF
from starprep.tui.page import Page

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
        text = debrief_text(self._debrief, self.size.width)
        self.query_one("#debrief", Static).update(HangingIndent(text))

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
