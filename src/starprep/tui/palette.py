"""What the command palette finds: modes, principles and stories, beside the app's own commands."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import DiscoveryHit, Hit, Hits
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from starprep.practice.mode import Mode, Request
from starprep.texts.styled import Role, lines
from starprep.tui.leaving import practice_pages
from starprep.tui.looks import content

if TYPE_CHECKING:
    from starprep.tui.journey import Journey

MOST = 50
"""How many modes, principles and stories are shown; for another one types one letter more."""

MODES = {
    Mode.LEARN: "Learn",
    Mode.REHEARSE: "Rehearse",
    Mode.FOLLOW_UPS: "Follow-up questions",
    Mode.TEST: "Test",
    Mode.HUNT: "Hunt red flags",
    Mode.REVIEW: "Review my answer",
}
"""What each mode is called there."""


class Find(NamedTuple):
    """Something that can be gone to."""

    name: str
    about: str
    go: Callable[[], Awaitable[None]]

    @property
    def prompt(self) -> Content:
        """Its two lines. They are never read as markup, whatever a file holds."""
        return content(lines(self.name, (self.about, Role.MUTED)))

    def score(self, wanted: list[str]) -> float:
        """Return how well it fits the words in `wanted`, from 0 to 1; 0 where one is missing."""
        name, about = f" {self.name.casefold()}", self.about.casefold()
        if not all(word in name or word in about for word in wanted):
            return 0
        return (1 + sum(f" {word}" in name for word in wanted)) / (1 + len(wanted))


class Finds(SystemCommandsProvider):
    """Goes back to the library first, and from there to what was found."""

    async def discover(self) -> Hits:
        """Offer the modes of the story in sight, then the app's commands."""
        for find in (*self._modes(), *self._cue_sheet()):
            yield DiscoveryHit(find.prompt, find.go, find.name)
        async for hit in super().discover():
            yield hit

    async def search(self, query: str) -> Hits:
        """Find modes, principles and stories by their words, and the app's commands."""
        wanted = query.casefold().split()
        scored = ((find.score(wanted), find) for find in self._all())
        for score, find in islice((each for each in scored if each[0]), MOST):
            yield Hit(score, find.prompt, find.go, find.name)
        async for hit in super().search(query):
            yield hit

    # -- what there is ---------------------------------------------------------------------------

    @property
    def _journey(self) -> "Journey":
        return cast("Journey", vars(self.app)["journey"])

    @property
    def _may_leave(self) -> bool:
        """Whether nothing is under way that leaving would cut short."""
        return not any(page.is_under_way for page in practice_pages(self.app))

    def _all(self) -> Iterator[Find]:
        yield from self._modes()
        yield from self._cue_sheet()
        if self._may_leave:
            yield from self._principles()
            yield from self._stories()

    def _modes(self) -> Iterator[Find]:
        story = self._journey.story
        if story and self._may_leave:
            for mode, name in MODES.items():
                yield Find(name, story.title, partial(self._begin, Request(mode, story.id)))

    def _cue_sheet(self) -> Iterator[Find]:
        story = self._journey.story
        if story and self._may_leave:
            yield Find("Cue sheet", story.title, partial(self._show_cue_sheet, story.id))

    def _principles(self) -> Iterator[Find]:
        for heading in self._journey.library.shelf.principles:
            go = partial(self._narrow, f"principle:{heading.id}")
            yield Find(heading.name, "the stories on this principle", go)

    def _stories(self) -> Iterator[Find]:
        for listing in self._journey.library.offered:
            yield Find(listing.title, listing.question, partial(self._open, listing.id))

    # -- going there -----------------------------------------------------------------------------

    async def _begin(self, request: Request) -> None:
        await self._back_to_the_library()
        self._journey.enter(request)

    async def _show_cue_sheet(self, story: str) -> None:
        self._journey.show_cue_sheet(story)

    async def _open(self, story: str) -> None:
        await self._back_to_the_library()
        self._journey.open(story)

    async def _narrow(self, word: str) -> None:
        await self._back_to_the_library()
        await self._journey.library_screen.narrow_to(word)

    async def _back_to_the_library(self) -> None:
        while self.app.screen is not self._journey.library_screen:
            await self.app.screen.dismiss(None)
