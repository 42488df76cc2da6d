"""A line to type in, whose enter is told in the footer."""

from textual.widgets import Input

from starprep.tui.keys import LINE


class Line(Input):
    """One line of text. What its enter does is named by the screen, as the key of `submit`."""

    BINDINGS = LINE

    def __init__(self, value: str, placeholder: str) -> None:
        super().__init__(value, placeholder, compact=True)
        self.cursor_blink = False
