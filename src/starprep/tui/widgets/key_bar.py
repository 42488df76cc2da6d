"""The footer: the keys that matter now, as many as fit, and the way to all of them."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from textual.binding import Binding
from textual.content import Content
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widget import Widget

from starprep.texts.styled import Role, joined
from starprep.tui.looks import content

_LAST = ("back", "help")


class KeyBar(Widget):
    """One line made from the bindings in force. None is ever cut in half.

    Args:
        label: names what a key does now.
    """

    def __init__(self, label: Callable[[Binding], str] = attrgetter("description")) -> None:
        super().__init__()
        self._label = label

    def on_mount(self) -> None:
        """Draw anew whenever the bindings change."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Take the bindings in the order in which the screen lists them, each that has room; back
        and help end the line.
        """
        keys: dict[str, Content] = {}
        for binding in bindings_in_force(self.screen):
            if binding.action not in keys and (binding.show or binding.id == "help"):
                name = self.app.get_key_display(binding)
                named = joined((name, Role.STRONG), " ", (self._label(binding), Role.MUTED))
                keys[binding.action] = content(named)
        last = [keys.pop(action) for action in _LAST if action in keys]
        taken: list[Content] = []
        for pair in keys.values():
            if _length([*taken, pair, *last]) <= self.size.width:
                taken.append(pair)
        return Content("   ").join([*taken, *last])


def bindings_in_force(screen: Screen[Any]) -> Iterator[Binding]:
    """Yield what keys do now; a letter does nothing where it is being typed."""
    focused = screen.focused
    for key, active in screen.active_bindings.items():
        is_typed = focused is not None and focused.check_consume_key(key, key_to_character(key))
        if active.enabled and (active.binding.priority or not is_typed):
            yield active.binding


def _length(pairs: list[Content]) -> int:
    return sum(pair.cell_length for pair in pairs) + 3 * (len(pairs) - 1)
