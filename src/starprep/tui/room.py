"""What leads through the screens needs of the app, and no more."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from starprep.tui.screens.library_screen import LibraryScreen
from starprep.tui.settings import Settings

if TYPE_CHECKING:
    from starprep.record.events import Event


class Room(Protocol):
    """What the journey needs of the app."""

    library: LibraryScreen
    settings: Settings

    def push_screen(
        self, screen: Screen[Any], callback: Callable[[Any], None] | None = None
    ) -> object:
        """Show a screen; hand its result to `callback`."""

    def open_problems(self, path: Path) -> None:
        """Show all that is wrong with the file at `path`."""

    def keep(self, *events: "Event") -> None:
        """Add events to the record."""

    def tell(self, title: str, text: str | None) -> None:
        """Say in the corner what the candidate should know, if anything."""
