"""Keys that come in one go: what a terminal pasted, told from what a hand pressed."""

TOGETHER = 0.03
"""Keys this close together, in seconds, come in one go: no hand presses enter and then another key
as fast, and what a terminal pastes comes many times faster even on a busy machine."""

BY_HAND = 8
"""More keys than this in one go are pasted. A few that were pressed by hand can arrive together,
over a slow line or while the machine was busy."""


class Burst:
    """Follows the keys by the times at which they come, in seconds of a monotonic clock.

    A terminal that is not asked to mark what it pastes, or does not know how to, sends it as keys,
    its line breaks as enter. Nothing but the time tells these from the ones that somebody pressed.
    """

    def __init__(self) -> None:
        self._last: float | None = None
        self._length = 0
        self._has_break = False

    def take(self, time: float) -> bool:
        """Take in a key; return whether it comes in one go with the one before."""
        together = self._last is not None and time - self._last <= TOGETHER
        if not together:
            self._length, self._has_break = 0, False
        self._last = time
        self._length += 1
        return together

    def broke(self) -> None:
        """Take in that a key of this burst was a line break, or a tab, in a text."""
        self._has_break = True

    @property
    def is_pasted(self) -> bool:
        """Whether what comes now is surely no key that somebody pressed."""
        return self._has_break or self._length > BY_HAND
