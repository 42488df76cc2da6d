"""What came of something, as the largest thing on the screen."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Static

from starprep.texts.styled import Role, Text
from starprep.tui.looks import content


class ResultLine(Horizontal):
    """A sentence that begins with a number: the number large, its other words beside it."""

    def compose(self) -> ComposeResult:
        """The number, then the words in two lines."""
        yield Digits()
        with Vertical():
            yield Static(classes="words", markup=False)
            yield Static(classes="below", markup=False)

    def show(self, sentence: str, below: Text = "") -> None:
        """Say `sentence`, and something lesser `below` it."""
        number, _, words = sentence.partition(" ")
        self.query_one(Digits).update(number)
        self.query_one(".words", Static).update(content((words, Role.STRONG)))
        self.query_one(".below", Static).update(content(below))
