"""The space to type an answer in."""

from textual.widgets import TextArea

from starprep.tui.keys import TYPING


class AnswerField(TextArea):
    """A text area whose enter ends the section and whose tab leads back to the clock.

    An answer is spoken prose: it needs no line breaks of its own. Pasted ones stay.
    """

    BINDINGS = TYPING

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, compact=True, tab_behavior="focus")
        self.cursor_blink = False
        self.show_line_numbers = False

    def action_leave(self) -> None:
        """Give the keys back to the screen."""
        self.screen.set_focus(None)
