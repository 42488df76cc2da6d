"""What a reply is compared with: what was asked for, the weak reply and the strong one."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from starprep.practice.probing import Reply
from starprep.review.review import Review
from starprep.texts import probe_texts
from starprep.texts.styled import Text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.widgets.scroll import TextScroll


class Compared(TextScroll):
    """A text, and below it two replies, side by side where there is room; or the text alone."""

    def __init__(self) -> None:
        super().__init__(classes="text")

    def compose(self) -> ComposeResult:
        """The text, then the two."""
        yield Static(id="told", markup=False)
        with Container(id="replies"):
            yield Static(id="weak", classes="prose", markup=False)
            yield Static(id="strong", classes="prose", markup=False)

    def show_replies(self, reply: Reply, found: Review | None) -> None:
        """Show what a reply that is over is compared with, and what was `found` in it."""
        self._update("#told", probe_texts.after(reply, found))
        self._update("#weak", probe_texts.weak(reply.probe))
        self._update("#strong", probe_texts.strong(reply.probe))
        self.query_one("#replies").display = True
        self.show_start()

    def show_text(self, text: Text) -> None:
        """Show a text alone."""
        self._update("#told", text)
        self.query_one("#replies").display = False
        self.show_start()

    def _update(self, selector: str, text: Text) -> None:
        self.query_one(selector, Static).update(HangingIndent(text))
