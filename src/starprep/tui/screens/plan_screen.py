"""Rehearse: the whole answer, one part of it, or the follow-up questions."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level
from starprep.library.walkthrough import Walkthrough
from starprep.practice.plan import Choice, choices, comes_next
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.texts.plan_texts import heads, row
from starprep.tui.keys import PLAN
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.question_line import QuestionLine

HOW = (
    "Stand or sit as you will in the interview, and speak at full voice. "
    "The clock goes on counting past zero, as an interviewer's does."
)


class PlanScreen(Page[Choice]):
    """Its result is what to say.

    Args:
        walkthrough: the story.
        story: its name.
        level: the level to prepare for.
        history: what was practised of it.
        calendar: tells how long ago that was.
    """

    CSS_PATH = "../styles/plan.tcss"
    BINDINGS = PLAN

    def __init__(
        self,
        walkthrough: Walkthrough,
        story: str,
        level: Level,
        history: History | None,
        calendar: Calendar,
    ) -> None:
        super().__init__(story, "Rehearse", aside=level.label)
        self._walkthrough, self._level = walkthrough, level
        self._history, self._calendar = history, calendar

    def body(self) -> Iterable[Widget]:
        """One line a choice, and how to go about it."""
        yield QuestionLine(self._walkthrough.question)
        yield Static(content(heads()), id="heads")
        yield Choices(id="choices")
        yield Static(HOW, classes="prose hint", markup=False)

    def on_mount(self) -> None:
        """Offer what comes next first."""
        offered = self.query_one("#choices", Choices)
        offered.add_options(self._options())
        following = comes_next(self._walkthrough, self._level, self._history)
        offered.highlighted = choices(self._walkthrough).index(following)
        offered.focus()

    def _options(self) -> Iterable[Option]:
        for choice in choices(self._walkthrough):
            told = row(choice, self._walkthrough, self._level, self._history, self._calendar)
            yield Option(content(told), id=choice)

    def action_open(self) -> None:
        """Begin with what is under the cursor."""
        chosen = self.query_one("#choices", Choices).highlighted
        self.dismiss(choices(self._walkthrough)[chosen] if chosen is not None else None)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()
