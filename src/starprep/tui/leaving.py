"""Leaving: what is finished is kept, and nothing under way is cut short without a question."""

import asyncio
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from starprep.tui.page import PracticePage

if TYPE_CHECKING:
    from starprep.record.events import Event


class LeavingApp(App[None]):
    """An app that is left with care."""

    def keep(self, *events: "Event") -> None:
        """Add events to the record."""
        raise NotImplementedError

    async def action_quit(self) -> None:
        """Leave starprep; ask first where something is under way."""
        page = next((page for page in self._practice_pages() if page.is_under_way), None)
        if page is None:
            self.leave()
        else:
            page.hold()
            self._ask_to_leave(page, self.leave)

    def leave(self, code: int = 0) -> None:
        """Keep what is finished, and end."""
        pages = self._practice_pages()
        for page in pages:
            self.keep(*page.unkept())
        # What a screen has said a moment ago is still on its way here, and is kept first.
        (pages[-1] if pages else self.screen).call_later(
            self.call_later, self.exit, return_code=code
        )

    def _practice_pages(self) -> "list[PracticePage]":
        return [screen for screen in self.screen_stack if isinstance(screen, PracticePage)]

    def on_practice_page_leaving(self, message: PracticePage.Leaving) -> None:
        """Ask before a screen is left in the middle."""
        page = message.page

        def leave() -> None:
            self.keep(*page.unkept())
            page.dismiss(False)

        self._ask_to_leave(page, leave)

    def _ask_to_leave(self, page: PracticePage, leave: Callable[[], None]) -> None:
        from starprep.tui.screens.ask_screen import AskScreen

        if isinstance(self.screen, AskScreen):
            return

        def answered(yes: bool | None) -> None:
            if yes:
                leave()

        question = AskScreen("Leave in the middle?", page.PARTING)
        self.push_screen(question, answered)


def leave_when_asked(leave: Callable[[int], None]) -> None:
    """Have SIGTERM and SIGHUP call `leave` with the exit code that shells expect, 128 + number.

    Left to itself, Textual dies of them with the terminal in its own modes. Where there are no
    such signals, or the loop runs outside the main thread, nothing is changed.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, leave, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return
