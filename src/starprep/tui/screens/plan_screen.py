"""Rehearse: the whole answer, one part of it, or the follow-up questions."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.texts import plan_texts
from starprep.texts.styled import Role, Text
from starprep.tui.keys import PLAN
from starprep.tui.page import Page
from starprep.tui.text import content
from starprep.tui.widgets.choices import Choices

WHOLE, PROBES = "whole", "probes"


class PlanScreen(Page[str]):
    """Its result is `whole`, `probes`, or a part's name."""

    CSS_PATH = "../styles/plan.tcss"
    BINDINGS = PLAN

    def __init__(
        self, walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
    ) -> None:
        super().__init__("Rehearse", aside=level.label)
        self._walkthrough, self._level = walkthrough, level
        self._history, self._calendar = history, calendar

    def body(self) -> Iterable[Widget]:
        """One line a choice, and how to go about it."""
        yield Static(content(("What do you want to say aloud?", Role.STRONG)), classes="heading")
        yield Choices(id="choices")
        yield Static(
            "Stand or sit as you will in the interview, and speak at full voice. "
            "The clock goes on counting past zero, as an interviewer's does.",
            classes="prose hint",
            markup=False,
        )

    def on_mount(self) -> None:
        """Offer the whole answer first."""
        choices = self.query_one("#choices", Choices)
        choices.add_options(self._options())
        choices.highlighted = 0
        choices.focus()

    def _options(self) -> Iterable[Option]:
        story, level, history = self._walkthrough, self._level, self._history
        rows: dict[str, Text] = {WHOLE: plan_texts.whole(story, level, history, self._calendar)}
        for part in Part:
            rows[part.value] = plan_texts.part_alone(part, story, level, history)
        rows[PROBES] = plan_texts.probes(story, history)
        return (Option(content(row), id=name) for name, row in rows.items())

    def action_open(self) -> None:
        """Begin with what is under the cursor."""
        self.dismiss(self.query_one("#choices", Choices).chosen)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()
