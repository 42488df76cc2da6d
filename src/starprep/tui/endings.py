"""Leaving when the system asks: the record kept, the terminal put back as it was."""

import asyncio
import signal
from collections.abc import Callable


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
