"""Rehearse: the whole answer, one part of it, or the follow-up questions."""

from collections.abc import Iterable
from datetime import datetime

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level, Part, clock_text, difference_text
from starprep.library.walkthrough import Walkthrough
from starprep.record.fading import suggest_cue
from starprep.record.history import History, ago_text
from starprep.tui.keys import PLAN
from starprep.tui.page import Page
from starprep.tui.text import MUTED, joined, lines, plain
from starprep.tui.widgets.choices import Choices

WHOLE, PROBES = "whole", "probes"


class PlanScreen(Page[str]):
    """Its result is `whole`, `probes`, or a part's name."""

    CSS_PATH = "../styles/plan.tcss"
    BINDINGS = PLAN

    def __init__(
        self, walkthrough: Walkthrough, level: Level, history: History | None, today: datetime
    ) -> None:
        super().__init__("Rehearse", aside=level.label)
        self._walkthrough, self._level = walkthrough, level
        self._history, self._today = history, today

    def body(self) -> Iterable[Widget]:
        """One line a choice, and how to go about it."""
        yield Static(plain("What do you want to say aloud?", "bold"), classes="heading")
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
        total = sum(self._walkthrough.target(part, self._level) for part in Part)
        runs = self._history.runs if self._history else ()
        done = "not said yet"
        if runs:
            last = runs[-1]
            took = f"{clock_text(last.seconds)} ({difference_text(last.difference)})"
            done = f"last {took}, {ago_text(last.time, self._today)}"
        yield Option(_row("The whole answer", clock_text(total), done), id=WHOLE)
        for part in Part:
            target = clock_text(self._walkthrough.target(part, self._level))
            yield Option(_row(f"  {part.title}", target, self._part(part)), id=part.value)
        probes = self._walkthrough.probes
        answered = self._history.probes_answered if self._history else frozenset()
        count = sum(probe.question in answered for probe in probes)
        seconds = clock_text(sum(probe.target_seconds for probe in probes))
        done = f"{count} of {len(probes)} answered"
        yield Option(_row("Follow-up questions", seconds, done), id=PROBES)

    def _part(self, part: Part) -> str:
        drills = self._history.drills_of(part) if self._history else ()
        here = [event for event in drills if event.level is self._level]
        if not here:
            return "not said yet"
        off = difference_text(here[-1].seconds - here[-1].target_seconds)
        rated = f", {here[-1].rating.name.lower()}" if here[-1].rating else ""
        return (
            f"last {clock_text(here[-1].seconds)} ({off}){rated}; next: {suggest_cue(here).label}"
        )

    def action_open(self) -> None:
        """Begin with what is under the cursor."""
        self.dismiss(self.query_one("#choices", Choices).chosen)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()


def _row(name: str, target: str, done: str) -> Content:
    return lines(joined(f"{name:<21}", (f"{target:>5}", "bold"), (f"   {done}", MUTED)))
