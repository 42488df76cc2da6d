"""The debrief after a rehearsal: the one thing to work on, and the times against their targets."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.library.parts import Part
from starprep.practice.advice import advise
from starprep.practice.debrief import Debrief
from starprep.record.calendar import Calendar
from starprep.texts.debrief_texts import debrief_text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import DEBRIEF
from starprep.tui.page import Page

AGAIN, PROBES = "again", "probes"

Next = str | Part
"""What to do next: `again`, `probes`, or the part to work on."""


class DebriefScreen(Page[Next]):
    """Its result is what to do next; None to go back to the overview.

    Args:
        debrief: what to tell.
        story: the name of the walkthrough.
        calendar: tells on which day to come back.
    """

    CSS_PATH = "../styles/reading.tcss"
    BINDINGS = DEBRIEF

    def __init__(self, debrief: Debrief, story: str, calendar: Calendar) -> None:
        super().__init__(story, "Debrief", aside=debrief.level.label)
        self._debrief, self._calendar = debrief, calendar
        self._advice = advise(debrief)

    def body(self) -> Iterable[Widget]:
        """One text, as the table is narrow enough for every width."""
        with VerticalScroll(classes="text", can_focus=False):
            yield _Told(self._debrief, self._calendar)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the part to work on where there is one, and where it is not what `r` says again."""
        if action == "work_on":
            return self._advice.part is not None and len(self._debrief.rows) > 1
        return super().check_action(action, parameters)

    def action_probes(self) -> None:
        """Go on to the follow-up questions."""
        self.dismiss(PROBES)

    def action_work_on(self) -> None:
        """Rehearse the one part to work on."""
        if self._advice.part:
            self.dismiss(self._advice.part)

    def action_again(self) -> None:
        """Rehearse the same once more."""
        self.dismiss(AGAIN)


class _Told(Static):
    """The debrief, fitted to the width that it has."""

    def __init__(self, debrief: Debrief, calendar: Calendar) -> None:
        super().__init__(id="debrief", markup=False)
        self._debrief, self._calendar = debrief, calendar

    def on_resize(self) -> None:
        """Draw the table for this width."""
        text = debrief_text(self._debrief, self._calendar, self.size.width)
        self.update(HangingIndent(text))
