"""What a command asks to be opened at once, instead of the library."""

from dataclasses import dataclass

from starprep.library.parts import Level, Part
from starprep.tui.journey import Journey


@dataclass(frozen=True, slots=True)
class Opening:
    """Where to begin."""

    mode: str
    """learn, rehearse, test, hunt or review."""
    walkthrough: str | None = None
    """The walkthrough's id; None for a test over several, or a review of no walkthrough."""
    principle: str | None = None
    """The id of the principle to test; None for a mixed test."""
    part: Part | None = None
    """The one part to rehearse or to review; None for the whole answer."""
    level: Level | None = None
    """The level to prepare for; None for the settings' or the walkthrough's own."""

    def enter(self, journey: Journey) -> None:
        """Go there."""
        if self.mode == "review":
            journey.review(self.walkthrough, self.part)
        elif self.walkthrough is None:
            journey.test_many(self.principle)
        elif overview := journey.open(self.walkthrough):
            journey.begin(overview, self.mode, self.part)
