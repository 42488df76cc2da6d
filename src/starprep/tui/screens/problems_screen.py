"""What is wrong with a file, all of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.library.problems import Problem
from starprep.texts.library_texts import all_problems
from starprep.tui.keys import READ
from starprep.tui.looks import content
from starprep.tui.page import Page


class ProblemsScreen(Page[None]):
    """The problems of one file, by line, each with what would be right.

    Args:
        path: the file.
        problems: what is wrong with it.
        is_held: whether what the file held before is still offered.
    """

    CSS_PATH = "../styles/reading.tcss"
    BINDINGS = READ

    def __init__(self, path: Path, problems: Sequence[Problem], *, is_held: bool = False) -> None:
        super().__init__(path.name)
        self._told = all_problems(path, problems, is_held=is_held)

    def body(self) -> Iterable[Widget]:
        """One text to scroll."""
        with VerticalScroll(classes="text"):
            yield Static(content(self._told), classes="prose")
