"""The terminal that the screens are drawn on, which may be stopped, or be gone at any moment.

Not for Windows, whose consoles end differently.
"""

import os
import select
import signal
from codecs import getincrementaldecoder
from typing import IO, TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

LOOK_UP = 0.1
"""How long a key is waited for, in seconds, before it is asked whether there is more to do."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, for which a terminal that is gone is an end like any other.

    With the window the system sends SIGHUP and SIGCONT; Textual takes SIGCONT for the end of a
    pause, and starts a second reader and a second writer. The writer dies at the first thing it
    cannot write, nobody empties its queue, and the main thread waits for ever to add to it.

    Here a pause begins only between two steps of the app and ends only where one began, the writer
    outlives the terminal, and where the terminal goes without a word, the program is told as the
    system would have told it: by SIGHUP.
    """

    def __init__(
        self,
        app: "App[None]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = Output(self._file)  # type: ignore[assignment]
        # Textual answers these two wherever the main thread happens to be. Where that is just
        # handing something to the writer, giving the terminal back would wait for a lock it holds.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def resume_application_mode(self) -> None:
        """Take the terminal back, if it was given away: then there is no writer."""
        if self._writer_thread is None or not self._writer_thread.is_alive():
            super().resume_application_mode()

    def run_input_thread(self) -> None:
        """Send on what is typed, until the screen is left or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], LOOK_UP)[0]:
                try:
                    typed = os.read(self.fileno, 4096)
                except OSError:
                    typed = b""
                if not typed:
                    hang_up()
                    return
                # Of a letter that is not whole yet nothing is decoded, and that is no end.
                for message in parser.feed(text) if (text := decode(typed)) else ():
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)


class Output:
    """A file to write to for as long as there is one; what comes later is dropped.

    Args:
        file: the terminal.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()

    def write(self, text: str) -> None:
        """Write `text`, or lose it."""
        try:
            self._file.write(text)
        except OSError:
            self._give_up()

    def flush(self) -> None:
        """Send on what was written, or lose it."""
        try:
            self._file.flush()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        """Lead all that is still to come nowhere, what waits in buffers too."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)
        hang_up()


def hang_up() -> None:
    """Tell this program that its terminal is gone, as the system does when a window is closed."""
    os.kill(os.getpid(), signal.SIGHUP)
