"""A text to read, and nothing else."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.texts.styled import Text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import READ
from starprep.tui.page import Page
from starprep.tui.widgets.more import More


class ReadingScreen(Page[None]):
    """A text that can be scrolled.

    Args:
        told: the text.
        crumbs: where one is, outermost first.
    """

    CSS_PATH = "../styles/reading.tcss"
    BINDINGS = READ

    def __init__(self, told: Text, *crumbs: str) -> None:
        super().__init__(*crumbs)
        self._told = told

    def body(self) -> Iterable[Widget]:
        """The text, and how much more of it there is."""
        with VerticalScroll(classes="text") as text:
            yield Static(HangingIndent(self._told), classes="prose")
        yield More(text, "page_text(1)")
