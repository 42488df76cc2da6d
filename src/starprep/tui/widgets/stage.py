"""What stands before the candidate while a section is said: title, clock, cue, typed text."""

from textual.containers import Vertical

from starprep.tui.widgets.attempt_clock import AttemptClock

TYPED_ROWS = 4
"""How many lines of what is typed are in sight at least."""


class Stage(Vertical):
    """Divides its height: the cue gets what it needs, but the clock keeps its least.

    It holds a `#title`, an `AttemptClock` and a `#cue`; `-typing` says that there is text below.
    """

    def on_resize(self) -> None:
        """Divide anew, as also when it comes into sight: until then it has no height."""
        self.divide_soon()

    def divide_soon(self) -> None:
        """Divide once the title and the cue are laid out."""
        self.call_after_refresh(self._divide)

    def _divide(self) -> None:
        if not self.size.height or not self.query(AttemptClock):  # out of sight, or being left
            return
        least = self.query_one(AttemptClock).styles.min_height
        cue, title = self.query_one("#cue"), self.query_one("#title")
        taken = int(least.value if least else 0) + title.outer_size.height * title.display
        taken += cue.styles.margin.height + (TYPED_ROWS if self.has_class("-typing") else 0)
        cue.styles.max_height = max(1, self.size.height - taken)
