"""A text that is scrolled by the screen's keys alone."""

from collections.abc import Callable

from textual.containers import VerticalScroll


class TextScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Leaves the arrows to what has the focus inside it, however long the text is.

    What was changed is laid out a moment later, so things are where they should be only then.
    """

    _bring: Callable[[], None] | None = None

    def show_start(self) -> None:
        """Show the start."""
        self._bring = None
        self.scroll_home(animate=False, immediate=True)

    def keep_in_sight(self, bring: Callable[[], None]) -> None:
        """Let `bring` scroll to what is to be seen, again where the text grows or shrinks.

        Until the start is asked for.
        """
        self._bring = bring
        self.call_later(self._bring_again)

    def watch_virtual_size(self) -> None:
        """Follow what is to be seen, once all is laid out."""
        if self._bring:
            self.call_later(self._bring_again)

    def _bring_again(self) -> None:
        if self._bring:
            self._bring()
