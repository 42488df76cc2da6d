"""The line below a text that goes on out of sight."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from starprep.texts.styled import Role, counted
from starprep.tui.looks import content
from starprep.tui.widgets.key_bar import bindings_in_force


class More(Widget):
    """Says how many lines are still to come, and which key shows them; else it is empty.

    Args:
        text: what is scrolled.
        action: the screen's action that scrolls it.
    """

    def __init__(self, text: VerticalScroll, action: str) -> None:
        super().__init__(classes="more")
        self._text, self._action = text, action

    def on_mount(self) -> None:
        """Draw anew whenever the text, its room or what is seen of it changes."""
        for name in ("scroll_y", "virtual_size", "container_size"):
            self.watch(self._text, name, self._changed, init=False)

    def _changed(self) -> None:
        self.refresh()

    def render(self) -> Content:
        """Count the lines below the last one in sight."""
        below = round(self._text.max_scroll_y - self._text.scroll_y)
        if below <= 0:
            return Content("")
        keys = (
            f": {self.app.get_key_display(binding)}"
            for binding in bindings_in_force(self.screen)
            if binding.action == self._action
        )
        return content((f"… {counted(below, 'more line')}{next(keys, '')}", Role.MUTED))
