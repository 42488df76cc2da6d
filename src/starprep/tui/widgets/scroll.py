"""A text that is scrolled by the screen's keys alone."""

from textual.containers import VerticalScroll


class TextScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Leaves the arrows to what has the focus inside it, however long the text is."""

    def show_start(self) -> None:
        """Show the start."""
        self.scroll_home(animate=False, immediate=True)
