"""The footer: the keys that matter now, as many as fit, and the way to all of them."""

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from starprep.texts.styled import Role, joined
from starprep.tui.text import content

ALL_FROM = 100
"""From this width on, in cells, as many keys as fit are named."""
FEW = 3
"""How many keys are named on a shorter line, beside those for back and help."""
_LAST = ("back", "help")


class KeyBar(Widget):
    """One line made from the bindings in force. None is ever cut in half."""

    def on_mount(self) -> None:
        """Draw anew whenever the bindings change."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Take the bindings in the order in which the screen lists them; back and help end it."""
        width = self.size.width
        keys: dict[str, Content] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            wanted = binding.show or binding.id == "help"
            if wanted and active.enabled and binding.action not in keys:
                key = self.app.get_key_display(binding)
                named = joined((key, Role.STRONG), " ", (binding.description, Role.MUTED))
                keys[binding.action] = content(named)
        last = [keys.pop(action) for action in _LAST if action in keys]
        taken: list[Content] = []
        for pair in list(keys.values())[: FEW if width < ALL_FROM else None]:
            if _length([*taken, pair, *last]) > width:
                break
            taken.append(pair)
        return Content("   ").join([*taken, *last])


def _length(pairs: list[Content]) -> int:
    return sum(pair.cell_length for pair in pairs) + 3 * (len(pairs) - 1)
