"""The line on which an attempt is rated."""

from textual.content import Content
from textual.widget import Widget

from starprep.library.parts import clock_text, difference_text
from starprep.practice.attempt import Attempt
from starprep.record.scales import Rating
from starprep.tui.text import MUTED, columns, joined, pace_style

ROOM_TO_ASK = 84
"""From this width on, in cells, the question stands before the four answers."""


class RatingLine(Widget):
    """How long it took, how many signals were said, and 1 to 4."""

    def __init__(self) -> None:
        super().__init__()
        self._attempt: Attempt | None = None
        self._insists = False

    def show(self, attempt: Attempt) -> None:
        """Show `attempt` as it stands."""
        self._attempt, self._insists = attempt, False
        self.refresh()

    def insist(self) -> None:
        """Ask for a rating more plainly."""
        self._insists = True
        self.refresh()

    def render(self) -> Content:
        """Facts on the left, the choice on the right."""
        attempt = self._attempt
        if attempt is None:
            return Content("")
        off = attempt.difference
        facts = joined(clock_text(attempt.seconds))
        if attempt.was_spoken:
            colour = pace_style(attempt.seconds, attempt.target_seconds)
            facts = joined(facts, (f" ({difference_text(off)})", colour))
        if attempt.signals:
            facts = joined(facts, f"  {len(attempt.marked)}/{len(attempt.signals)} signals")
        asking = ("How did it go?  ", "bold $warning" if self._insists else MUTED)
        roomy = self.size.width >= ROOM_TO_ASK or self._insists
        names = (
            (
                f" {each.value} {each.name.lower()} ",
                "reverse bold" if each is attempt.rating else "",
            )
            for each in Rating
        )
        return columns(self.size.width, facts, joined(*([asking] if roomy else []), *names))
