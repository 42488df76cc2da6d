"""One question before leaving in the middle."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from starprep.texts.styled import Role
from starprep.tui.keys import ASK
from starprep.tui.text import content
from starprep.tui.widgets.key_bar import KeyBar


class AskScreen(ModalScreen[bool]):
    """Its result is True to leave, False to stay."""

    CSS_PATH = "../styles/modal.tcss"
    BINDINGS = ASK
    AUTO_FOCUS = ""

    def __init__(self, question: str, kept: str) -> None:
        super().__init__()
        self._question, self._kept = question, kept

    def compose(self) -> ComposeResult:
        """The question, what is kept, the two keys."""
        with Vertical(classes="panel"):
            yield Static(content((self._question, Role.STRONG)))
            yield Static(content(self._kept))
            yield KeyBar()

    def action_yes(self) -> None:
        """Leave."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Stay."""
        self.dismiss(False)
