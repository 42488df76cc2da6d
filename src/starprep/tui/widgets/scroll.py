"""A text that is scrolled by the screen's keys alone."""

from textual.containers import VerticalScroll


class TextScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Leaves the arrows to what has the focus inside it, however long the text is.

    What was changed is laid out a moment later, so its end is where it should be only then.
    """

    shows_end = False
    """Whether the end is kept in sight, until the start is asked for."""

    def show_start(self) -> None:
        """Show the start."""
        self.shows_end = False
        self.scroll_home(animate=False, immediate=True)

    def show_end(self) -> None:
        """Show the end; and the new end, where the text becomes longer or shorter."""
        self.shows_end = True
        self._to_end()

    def watch_virtual_size(self) -> None:
        """Follow the end, if it is what is shown, once all is laid out."""
        if self.shows_end:
            self.call_later(self._to_end)

    def _to_end(self) -> None:
        if self.shows_end:
            self.scroll_end(animate=False, immediate=True)
