"""A lesson: the pages of a walkthrough that are read, and where one is in them."""

from collections.abc import Mapping

from starprep.library.parts import Level, Part
from starprep.library.principle import Principle
from starprep.library.walkthrough import Walkthrough
from starprep.record.events import LearnEvent, Stamper

PRINCIPLE = "principle"
PAGES = (
    *(part.value for part in Part),
    "follow-ups",
    PRINCIPLE,
    "weak-answer",
    "adaptations",
    "levels",
)
"""The pages in order, by the names that the record keeps."""


def pages_of(walkthrough: Walkthrough) -> tuple[str, ...]:
    """Return the pages that there is something to read on, in order."""
    there = {
        "follow-ups": walkthrough.probes,
        PRINCIPLE: walkthrough.principle,
        "weak-answer": walkthrough.weak_answer,
        "adaptations": walkthrough.adaptations,
        "levels": walkthrough.levels,
    }
    return tuple(page for page in PAGES if page in walkthrough.parts or there.get(page))


class Lesson:
    """Reading a walkthrough, one page at a time.

    Args:
        walkthrough: the story.
        principle: the principle that its question tests, if there is one.
        names: the principles' names by id.
        level: the level to prepare for.
        stamp: makes the id and time of the event.
    """

    def __init__(
        self,
        walkthrough: Walkthrough,
        principle: Principle | None,
        names: Mapping[str, str],
        level: Level,
        stamp: Stamper,
    ) -> None:
        self.walkthrough, self.principle, self.names = walkthrough, principle, names
        self.level = level
        self.pages = pages_of(walkthrough)
        """The pages that there is something to read on."""
        self.index = 0
        """The number of the open page, from 0."""
        self._stamp = stamp
        self._left_at: int | None = None  # where one was when the principle was looked up
        self._opened = [self.page]

    @property
    def page(self) -> str:
        """The name of the open page, one of `pages`."""
        return self.pages[self.index]

    def may_turn(self, by: int) -> bool:
        """Tell whether there is a page `by` pages on."""
        return 0 <= self.index + by < len(self.pages)

    def turn(self, by: int) -> None:
        """Turn to the page `by` pages on.

        Raises:
            IndexError: there is none.
        """
        if not self.may_turn(by):
            raise IndexError(self.index + by)
        self._left_at = None
        self._open(self.index + by)

    def look_up(self) -> None:
        """Open the principle's page; on it, go back to where one was, or to the first page.

        Raises:
            ValueError: the story is on no principle.
        """
        if self.page == PRINCIPLE:
            back, self._left_at = self._left_at or 0, None
            self._open(back)
        else:
            self._left_at = self.index
            self._open(self.pages.index(PRINCIPLE))

    def finish(self) -> LearnEvent:
        """Return what to record: the pages that were opened, in the order of their opening."""
        identifier, time = self._stamp()
        return LearnEvent(
            id=identifier, time=time, walkthrough=self.walkthrough.id, pages=tuple(self._opened)
        )

    def _open(self, index: int) -> None:
        self.index = index
        if self.page not in self._opened:
            self._opened.append(self.page)
