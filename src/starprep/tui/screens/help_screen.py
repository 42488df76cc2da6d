"""The help: every key of the screen below, made from its bindings."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from starprep.texts.styled import Role, joined, lines
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import HELP
from starprep.tui.text import content


class HelpScreen(ModalScreen[None]):
    """A panel over the screen that it tells about.

    Args:
        active: the bindings of that screen by their keys, as Textual has them.
        name_of: names a binding's key.
    """

    CSS_PATH = "../styles/modal.tcss"
    BINDINGS = HELP
    AUTO_FOCUS = ""

    def __init__(
        self, active: Mapping[str, ActiveBinding], name_of: Callable[[Binding], str]
    ) -> None:
        super().__init__()
        keys: dict[str, list[str]] = {}
        for key, each in active.items():
            if each.enabled and each.binding.tooltip:
                name = name_of(each.binding.with_key(key))
                keys.setdefault(each.binding.tooltip, []).append(name)
        self._keys = [(" ".join(names), meaning) for meaning, names in keys.items()]

    def compose(self) -> ComposeResult:
        """Keys on the left, what they do on the right."""
        wide = max((len(key) for key, _ in self._keys), default=0)
        rows = (joined((f"{key:>{wide}}", Role.KEY), "  ", what) for key, what in self._keys)
        with Vertical(classes="panel"):
            yield Static(content(("Keys on this screen", Role.STRONG)))
            with VerticalScroll(classes="text", can_focus=False):
                yield Static(HangingIndent(lines(*rows)))
            hint = "Escape closes this. Your settings file can change any key."
            yield Static(content((hint, Role.MUTED)))

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

    def action_scroll_text(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page_text(self, by: int) -> None:
        """Scroll by panels."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 8, animate=False)
