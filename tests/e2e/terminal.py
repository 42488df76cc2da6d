"""A terminal without a window: a program on a pseudo-terminal, and the screen that it draws."""

import os
import re
import select
import signal
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

import pexpect
import psutil
import pyte

# A shell stands between the terminal and the program, as it does at home. It begins and ends when
# it is sent a line. Were the program itself at the head of the session, the system would reset the
# terminal when it ends, and nobody could tell whether the program had done so.
_SHELL = ("/bin/sh", ["-c", 'read -r go; "$@"; code=$?; read -r done; exit $code', "sh"])

_KEYS = {
    "enter": "\r", "escape": "\x1b", "space": " ", "tab": "\t", "ctrl+q": "\x11",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
}  # fmt: skip

_ON_FROM_THE_START = {7: "line wrap", 25: "the cursor"}
_OFF_FROM_THE_START = {
    1: "cursor keys of an application", 47: "the other screen", 1000: "mouse clicks",
    1002: "mouse drags", 1003: "mouse moves", 1004: "focus reports", 1006: "mouse, SGR",
    1015: "mouse, urxvt", 1016: "mouse, pixels", 1047: "the other screen",
    1049: "the other screen", 2004: "bracketed paste", 2026: "a synchronised update",
    2048: "resize reports",
}  # fmt: skip
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([<>])[\d;]*u")

_CAN_SYNC = (b"\x1b[?2026$p", b"\x1b[?2026;2$y")
"""How a program asks whether output can be held until an update is whole; the answer: yes."""


class Terminal:
    """Runs `argv` with nothing but `env` around it, on a screen of `columns` by `rows`.

    Nothing the program writes is read while nobody waits for it.
    """

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        command, leading = _SHELL
        self._shell = pexpect.spawn(
            command, [*leading, *argv], env=dict(env), dimensions=(rows, columns), timeout=None
        )
        self._shell.delaybeforesend = None
        self._shell.delayafterclose = 0
        self.output = bytearray()
        """All that was read so far."""
        self.cells = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.cells)
        self._settings = termios.tcgetattr(self._shell.child_fd)
        self.started = time.monotonic()
        self.program = self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.is_running:
            self.program.kill()
        self._shell.close(force=True)

    def _begin(self) -> psutil.Process:
        self._shell.send("\n")
        limit = time.monotonic() + 10
        while time.monotonic() < limit:
            for process in psutil.Process(self._shell.pid).children():
                return process
        raise AssertionError("the program never started")

    # -- what a person does ----------------------------------------------------------------------

    def press(self, key: str) -> None:
        """Press a key: a name such as `enter`, or any text."""
        self._shell.send(_KEYS.get(key, key))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen."""
        self.cells.resize(rows, columns)
        self._shell.setwinsize(rows, columns)

    def hang_up(self, seconds: float = 20) -> None:
        """Close the window with the program in it, and wait until it has ended."""
        self._shell.ptyproc.fileobj.close()
        limit = time.monotonic() + seconds
        while self.is_running:
            if time.monotonic() > limit:
                raise AssertionError("it goes on, though its window is closed")
            time.sleep(0.01)

    def stop(self, number: signal.Signals) -> None:
        """Send the program a signal that stops it, and read on until it stands still."""
        self.program.send_signal(number)
        limit = time.monotonic() + 20
        while self.program.status() != psutil.STATUS_STOPPED:
            self.read(0.01)
            if time.monotonic() > limit:
                raise AssertionError("it does not stop")

    def go_on(self) -> None:
        """Let the program go on that was stopped."""
        self.program.send_signal(signal.SIGCONT)

    # -- what a person sees ----------------------------------------------------------------------

    @property
    def screen(self) -> str:
        """The text on the screen, as far as it was read."""
        return "\n".join(line.rstrip() for line in self.cells.display)

    def wait_for(self, *texts: str, seconds: float = 20) -> str:
        """Wait until all `texts` are on the screen, and return the screen."""
        return self.wait_until(lambda: all(text in self.screen for text in texts), texts, seconds)

    def wait_until(self, holds: Callable[[], bool], what: object, seconds: float = 20) -> str:
        """Wait until `holds` after some output, and return the screen."""
        limit = time.monotonic() + seconds
        while not holds():
            goes_on = self.is_running  # asked first: what it wrote at its end is read all the same
            if time.monotonic() > limit or not (self.read(0.1) or goes_on):
                raise AssertionError(f"waited in vain for {what} on:\n{self.screen}")
        return self.screen

    def read(self, seconds: float) -> bool:
        """Read and draw what the program writes within `seconds`; tell whether it wrote."""
        received = self.receive(seconds)
        self.draw(received)
        return bool(received)

    def receive(self, seconds: float) -> bytes:
        """Return what the program writes within `seconds`, without drawing it."""
        if not select.select([self._shell.child_fd], [], [], seconds)[0]:
            return b""
        try:
            received = os.read(self._shell.child_fd, 65536)
        except OSError:  # the shell has ended too
            return b""
        question, answer = _CAN_SYNC
        if question in received:
            self._shell.send(answer)
        self.output += received
        return received

    def draw(self, received: bytes) -> None:
        """Draw what was received."""
        self._stream.feed(received)

    # -- how it ends -----------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return self.program.is_running() and self.program.status() != psutil.STATUS_ZOMBIE

    def end(self, seconds: float = 20) -> int:
        """Wait until the program has ended by itself, and return its exit code."""
        limit = time.monotonic() + seconds
        while self.is_running:
            self.read(0.05)
            if time.monotonic() > limit:
                raise AssertionError(f"it goes on:\n{self.screen}")
        self.left = self.changed()
        self._shell.send("\n")
        while self.read(1):
            pass
        return int(self._shell.wait())

    def changed(self) -> list[str]:
        """Return what is otherwise now than it was before the program.

        What a program wrote last may take a moment to come through, though it has ended since.
        """
        while self.read(0.1):
            pass
        return list(self._changed())

    def _changed(self) -> Iterator[str]:
        modes = dict.fromkeys(_ON_FROM_THE_START, True)
        for match in _MODE.finditer(self.output):
            modes |= {int(mode): match[2] == b"h" for mode in match[1].split(b";")}
        for mode, is_on in modes.items():
            if is_on and mode in _OFF_FROM_THE_START:
                yield f"on: {_OFF_FROM_THE_START[mode]}"
            if not is_on and mode in _ON_FROM_THE_START:
                yield f"off: {_ON_FROM_THE_START[mode]}"
        steps = [match[1] for match in _KEYBOARD.finditer(self.output)]
        if steps.count(b">") > steps.count(b"<"):
            yield "on: the kitty keyboard"
        if termios.tcgetattr(self._shell.child_fd) != self._settings:
            yield "the settings of the line (termios)"
