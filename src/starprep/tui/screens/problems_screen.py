"""What is wrong with a file, all of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.library.problems import Problem
from starprep.tui.keys import READ
from starprep.tui.page import Page
from starprep.tui.text import MUTED, blocks, joined, lines, plain


class ProblemsScreen(Page[None]):
    """The problems of one file, by line, each with what would be right."""

    CSS_PATH = "../styles/reading.tcss"
    BINDINGS = READ

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__(path.name)
        self._path, self._problems = path, problems

    def body(self) -> Iterable[Widget]:
        """One text to scroll."""
        found = (
            lines(
                joined((f"line {problem.line}  " if problem.line else "", "bold"), problem.key),
                joined("  ", problem.what),
                joined(("  " + problem.fix, MUTED)),
            )
            for problem in sorted(self._problems)
        )
        text = blocks(
            plain(str(self._path), "bold"),
            "This file is not used until it is mended. "
            "The command `starprep check` with its name tells the same.",
            *found,
        )
        with VerticalScroll(classes="text"):
            yield Static(text, classes="prose")
