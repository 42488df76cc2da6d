"""The space to write an answer in, with the words that remarks are about standing out."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.widgets import TextArea

from starprep.library.phrases import Span
from starprep.library.text import printable
from starprep.tui.keys import DRAFT


class Draft(TextArea, inherit_bindings=True):
    """A text area that marks spans of its text. Tab leaves it, as every other key writes."""

    BINDINGS = DRAFT
    STYLES: ClassVar[dict[str, Style]] = {
        "serious": Style(bold=True, underline=True),
        "minor": Style(underline=True),
        "good": Style(bold=True),
        "here": Style(reverse=True),
    }

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(text, id=id, soft_wrap=True, compact=True, tab_behavior="focus")
        self.cursor_blink = False
        self.show_line_numbers = False
        self._marks: list[tuple[Span, str]] = []
        self._starts: list[int] = [0]

    def mark(self, marks: Iterable[tuple[Span, str]]) -> None:
        """Mark these spans of the text, each in the style of that name; the last one wins."""
        self._marks = list(marks)
        self._starts = _line_starts(self.text.split("\n"))
        self.notify_style_update()
        self.refresh()

    def show_span(self, span: Span) -> None:
        """Bring the words of a span into sight."""
        row = max(n for n, start in enumerate(self._starts) if start <= span.start)
        self.move_cursor((row, span.start - self._starts[row]))

    def get_line(self, line_index: int) -> Text:
        """Return a line with its marks."""
        line = printable(self.document.get_line(line_index))
        text = Text(line, end="", no_wrap=True)
        if line_index >= len(self._starts):
            return text
        start = self._starts[line_index]
        for span, name in self._marks:
            first, last = span.start - start, span.end - start
            if first < len(line) and last > 0:
                text.stylize(self.STYLES[name], max(0, first), last)
        return text

    def action_leave(self) -> None:
        """Give the keys to the remarks."""
        self.screen.focus_next()


def _line_starts(lines: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts
