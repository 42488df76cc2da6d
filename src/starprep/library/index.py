"""What was read of each file before, so that a long library need not be read again at every start.

The index is a cache: it may be deleted at any time, and whatever is wrong with its file makes the
next start slower and nothing else.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from starprep.writing import write_whole

FORMAT = 3
"""The version of the index's own format. One of another version is not used."""

Summary = dict[str, Any]
"""What a file says of itself, as plain data."""

FileState = tuple[int, int]
"""When a file was last changed, in nanoseconds, and its size in bytes."""


class Index:
    """The summaries of files by their path, each good for as long as its file stays as it is."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[FileState, bool, Summary]] = {}
        self._basis = ""
        self._is_changed = False

    @classmethod
    def read(cls, path: Path | None) -> "Index":
        """Read the index at `path`; it is empty where there is none that can be used."""
        index = cls()
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            data = json.loads(path.read_bytes()) if path else {}
            if data["format"] == FORMAT:
                index._basis = str(data["basis"])
                index._entries = {
                    name: ((changed, size), bool(sound), dict(summary))
                    for name, (changed, size, sound, summary) in data["files"].items()
                }
        return index

    def write(self, path: Path) -> None:
        """Write the index to `path` if it has changed; where that fails it stays unwritten."""
        if not self._is_changed:
            return
        files = {
            name: (*state, sound, summary)
            for name, (state, sound, summary) in self._entries.items()
            if os.path.exists(name)  # noqa: PTH110, a thousand of them
        }
        data = {"format": FORMAT, "basis": self._basis, "files": files}
        with suppress(OSError):
            write_whole(path, json.dumps(data).encode())
            self._is_changed = False

    def state(self, path: Path) -> FileState | None:
        """Return what changes when the file at `path` does; None where there is no file."""
        try:
            found = os.stat(path)  # noqa: PTH116, a thousand of them
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def summary(self, path: Path) -> Summary | None:
        """Return the summary of the file at `path`; None where it is not known or has changed."""
        state, _, summary = self._entries.get(_name(path), (None, False, None))
        return summary if summary is not None and state == self.state(path) else None

    def add(self, path: Path, state: FileState | None, summary: Summary) -> None:
        """Keep the summary of a file that had `state` before it was read."""
        if state is not None:
            self._entries[_name(path)] = (state, False, summary)
            self._is_changed = True

    def judge_by(self, basis: str) -> None:
        """Forget which files are sound if that was found on another basis."""
        if basis != self._basis:
            self._basis = basis
            self._entries = {
                name: (state, False, summary) for name, (state, _, summary) in self._entries.items()
            }
            self._is_changed = True

    def is_sound(self, path: Path) -> bool:
        """Tell whether the file at `path` was read whole and nothing was wrong with it."""
        return self._entries.get(_name(path), (None, False))[1]

    def mark_sound(self, path: Path) -> None:
        """Keep that nothing is wrong with the file at `path`, if its summary is known."""
        if entry := self._entries.get(_name(path)):
            self._entries[_name(path)] = (entry[0], True, entry[2])
            self._is_changed = True

    def clear(self) -> None:
        """Forget everything."""
        self._entries = {}
        self._is_changed = True


def _name(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100, a thousand of them
