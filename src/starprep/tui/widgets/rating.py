"""The line on which an attempt is rated."""

from textual.content import Content
from textual.widget import Widget

from starprep.practice.attempt import Attempt
from starprep.record.scales import Rating
from starprep.texts.attempt_texts import outcome
from starprep.texts.styled import Role, Styled, joined
from starprep.tui.looks import columns

QUESTION_FROM = 84
"""From this width on, in cells, the question stands before the four answers, if all has room."""

BRIEF_BELOW = 76
"""Below this width, in cells, the facts are told in fewer words."""


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
        width = self.size.width
        said = outcome(attempt, brief=width < BRIEF_BELOW)
        asks = width >= QUESTION_FROM or self._insists
        choice = self._choice(attempt.rating, asks=asks)
        if len(said.plain) + len(choice.plain) >= width:
            choice = self._choice(attempt.rating, asks=False)
        return columns(width, said, choice)

    def _choice(self, rating: Rating | None, *, asks: bool) -> Styled:
        """Return the four answers, behind the question where it `asks`.

        What insists, the question or else the answers, stands out.
        """
        look = Role.STRONG_WARNING if self._insists else Role.MUTED
        rest = Role.STRONG_WARNING if self._insists and not asks else Role.PLAIN
        names = (
            (f" {each.value} {each.name.lower()} ", Role.STRONG_CHOSEN if each is rating else rest)
            for each in Rating
        )
        return joined(*([("How did it go?  ", look)] if asks else []), *names)
