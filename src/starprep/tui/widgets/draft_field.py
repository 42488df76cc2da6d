"""The space to write an answer in, with the words that remarks are about standing out."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text

from starprep.library.phrases import Span
from starprep.tui.keys import DRAFT
from starprep.tui.widgets.text_field import TextField


class DraftField(TextField):
    """A text area that marks spans of its text. Tab leaves it, as every other key writes.

    What each look is, the styles of the screen say: `draft--serious` and so on, and `draft--here`.
    """

    BINDINGS = DRAFT
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft--serious",
        "draft--minor",
        "draft--good",
        "draft--signal",
        "draft--here",
    }

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(text, id=id)
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
        text = super().get_line(line_index)
        if line_index >= len(self._starts):
            return text
        start = self._starts[line_index]
        for span, name in self._marks:
            first, last = span.start - start, span.end - start
            if first < len(text) and last > 0:
                style = self.get_component_rich_style(f"draft--{name}", partial=True)
                text.stylize(style, max(0, first), last)
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
