"""One question before something is cut short or taken away."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from starprep.texts.styled import Role
from starprep.tui.keys import ASK
from starprep.tui.looks import content
from starprep.tui.widgets.key_bar import KeyBar


class AskScreen(ModalScreen[bool]):
    """Its result is True for a yes.

    Args:
        question: what is asked.
        kept: what stays whatever is answered.
        yes: what the footer calls the one answer.
        no: what it calls the other.
    """

    CSS_PATH = "../styles/modal.tcss"
    BINDINGS = ASK
    AUTO_FOCUS = ""

    def __init__(self, question: str, kept: str, yes: str = "Leave", no: str = "Stay") -> None:
        super().__init__()
        self._question, self._kept = question, kept
        self._answers = {"yes": yes, "no": no}

    def compose(self) -> ComposeResult:
        """The question, what is kept, the two keys."""
        with Vertical(classes="panel"):
            yield Static(content((self._question, Role.STRONG)))
            yield Static(content(self._kept))
            yield KeyBar(lambda binding: self._answers[binding.action])

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)
