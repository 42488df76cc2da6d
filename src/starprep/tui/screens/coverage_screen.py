"""Coverage: which stories serve which principles, and from each principle to its questions."""

from collections.abc import Iterable

from textual import on
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.stories.coverage import Coverage
from starprep.texts import coverage_texts
from starprep.tui.keys import COVERAGE
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.scroll import TextScroll

_SCROLLBAR = 1
"""The cells beside the text that the matrix must leave."""


class CoverageScreen(Page[None]):
    """The matrix; below it the cursor goes over the gaps, or without any over all principles."""

    CSS_PATH = "../styles/coverage.tcss"
    BINDINGS = COVERAGE

    class Asked(Message):
        """The questions of a principle were asked for, by its id."""

        def __init__(self, principle: str) -> None:
            super().__init__()
            self.principle = principle

    def __init__(self, coverage: Coverage) -> None:
        super().__init__("Coverage")
        self._coverage = coverage

    def body(self) -> Iterable[Widget]:
        """The matrix, the principles to choose from, and which stories do too much."""
        with TextScroll(classes="text"):
            yield Static(id="matrix", markup=False)
            yield Static(content(coverage_texts.choosing(self._coverage)), id="choosing")
            yield Choices(*self._options(), id="principles")
            yield Static(id="after", markup=False)

    def on_mount(self) -> None:
        """Take the focus to the principles."""
        principles = self.query_one("#principles", Choices)
        principles.focus()
        principles.action_first()

    @on(Resize)
    def _draw(self) -> None:
        """Draw as wide as the screen is now."""
        width = self.size.width - _SCROLLBAR
        told = coverage_texts.above(self._coverage, width)
        self.query_one("#matrix", Static).update(content(told))
        after = coverage_texts.after(self._coverage, width)
        self.query_one("#after", Static).update(content(after))

    def _options(self) -> Iterable[Option]:
        for each in self._coverage.gaps or self._coverage.principles:
            yield Option(content(each.name), id=each.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only where there is a principle."""
        if action == "open":
            return bool(self._coverage.principles)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Ask for the questions of the principle under the cursor."""
        if chosen := self.query_one("#principles", Choices).chosen:
            self.post_message(self.Asked(chosen))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()
