"""Leaving: nothing under way is cut short without a question, and the system is heeded."""

import asyncio
import signal
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.driver import Driver

from starprep.tui.page import PracticePage


def practice_pages(app: App[Any]) -> list[PracticePage]:
    """Return the screens on which something may be under way, the top one last."""
    return [screen for screen in app.screen_stack if isinstance(screen, PracticePage)]


def ask_to_leave(app: App[None], page: PracticePage, leave: Callable[[], None]) -> None:
    """Ask whether to leave `page` in the middle, unless that is being asked; on a yes, `leave`."""
    from starprep.tui.screens.ask_screen import AskScreen

    if isinstance(app.screen, AskScreen):
        return

    def answered(yes: bool | None) -> None:
        if yes:
            leave()

    app.push_screen(AskScreen("Leave in the middle?", page.parting), answered)


def outliving_the_terminal(usual: type[Driver]) -> type[Driver]:
    """Return a driver that ends with its terminal, where Textual's would wait for ever.

    Windows' own driver, and one that the environment asks for, are returned as they are.
    """
    if usual.__name__ != "LinuxDriver":
        return usual
    from starprep.tui.terminal import TerminalDriver

    return TerminalDriver


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
