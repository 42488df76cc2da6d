"""The help: every key of the screen below, made from its bindings."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from starprep.texts.styled import Role, Styled, joined, lines
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import HELP
from starprep.tui.looks import content
from starprep.tui.widgets.more import More

_MOVING = ("list", "page", "scroll")
"""What the names of actions that move begin with."""
_EVERYWHERE = ("back", "help", "quit")
"""The actions that are the same on nearly every screen."""

Row = tuple[str, str]
"""The keys of an action, and what it does."""


class HelpScreen(ModalScreen[None]):
    """A panel over the screen that it tells about.

    Args:
        active: the bindings of that screen by their keys, as Textual has them.
        name_of: names a binding's key.
    """

    CSS_PATH = "../styles/modal.tcss"
    BINDINGS = HELP
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (110, "-two")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]

    def __init__(
        self, active: Mapping[str, ActiveBinding], name_of: Callable[[Binding], str]
    ) -> None:
        super().__init__()
        keys: dict[str, list[str]] = {}
        groups: dict[str, str] = {}
        for key, each in active.items():
            if each.enabled and each.binding.tooltip:
                name = name_of(each.binding.with_key(key))
                keys.setdefault(each.binding.tooltip, []).append(name)
                groups.setdefault(each.binding.tooltip, _group(each.binding.id or ""))
        self._wide = max((len(" ".join(names)) for names in keys.values()), default=0)
        self._groups: dict[str, list[Row]] = {"here": [], "everywhere": [], "moving": []}
        for meaning, names in keys.items():
            said = meaning[:1].lower() + meaning[1:]  # Textual's own begin with a capital
            self._groups[groups[meaning]].append((" ".join(names), said))

    def compose(self) -> ComposeResult:
        """This screen's own keys first, those that are the same everywhere and move after them."""
        with Vertical(classes="panel"):
            yield Static(content(("Keys on this screen", Role.STRONG)))
            with VerticalScroll(classes="text", can_focus=False) as text, Container(id="columns"):
                yield Static(HangingIndent(self._told("here")))
                yield Static(HangingIndent(lines(self._told("everywhere"), self._told("moving"))))
            yield More(text, "page_text(1)")
            hint = "Escape closes this. Settings can change keys."
            yield Static(content((hint, Role.MUTED)))

    def _told(self, group: str) -> Styled:
        rows = self._groups[group]
        return lines(
            *(joined((f"{keys:>{self._wide}}", Role.KEY), "  ", what) for keys, what in rows)
        )

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

    def action_scroll_text(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page_text(self, by: int) -> None:
        """Scroll by panels."""
        text = self.query_one(VerticalScroll)
        text.scroll_relative(y=by * max(1, text.size.height - 1), animate=False)


def _group(name: str) -> str:
    if name in _EVERYWHERE:
        return "everywhere"
    return "moving" if name.partition(".")[0] in _MOVING else "here"
