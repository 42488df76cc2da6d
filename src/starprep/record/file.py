"""The record of practice: one list of events in one file, only ever added to."""

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from starprep.record.events import Event, HuntEvent

FORMAT = 2
"""The newest version of the record's format that this starprep reads. 2 knows hunts; a record
without any is written as 1, so that an older starprep can read it."""

LOCK_SECONDS = 2.0
"""How long another window may hold the file, in seconds, before saving is given up."""


class RecordNewer(Exception):
    """The record is of a format that this starprep does not know."""


class RecordUnreadable(Exception):
    """The record cannot be understood."""


class RecordUnwritable(Exception):
    """The record could not be saved; its events are still held."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)

    format: int
    events: tuple[Event, ...]


def read_events(path: Path) -> tuple[Event, ...]:
    """Read the events in the file at `path`, in its order; none where there is no file.

    Raises:
        RecordNewer: the file's format is newer than this starprep knows.
        RecordUnreadable: the file cannot be opened or is not a record.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise RecordUnreadable((error.strerror or str(error)).lower()) from error
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise RecordUnreadable(f"it is not JSON: {error}") from error
    found = data.get("format") if isinstance(data, dict) else None
    if isinstance(found, int) and found > FORMAT:
        raise RecordNewer(f"it has format {found}, and this starprep knows format {FORMAT}")
    if found not in range(1, FORMAT + 1):
        raise RecordUnreadable('it has no "format": 1')
    try:
        return _File.model_validate(data).events
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise RecordUnreadable(f"{where}: {first['msg'].lower()}") from error


class Record:
    """The events known, and the file in which they are kept.

    Two windows may hold the same file: before it is written it is read again if it has changed,
    and the union of both is written. Nothing is written where `is_read_only`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.events: tuple[Event, ...] = ()
        self.notice: str | None = None
        """What the candidate should be told about the file, or None."""
        self.is_read_only = False
        self._seen: tuple[int, int, int] | None = None  # the file's state at the last reading

    @classmethod
    def open(cls, path: Path, now: datetime) -> "Record":
        """Open the record at `path`, for which nothing need exist yet.

        A file that cannot be understood is moved aside under a new name, with the time `now` in
        it; a newer one is left alone. Either is told in `notice`.
        """
        record = cls(path)
        record._refresh(now)
        return record

    def add(self, events: Iterable[Event], now: datetime) -> None:
        """Add those of `events` that are not in it, told by their ids, and write the whole record.

        Raises:
            RecordUnwritable: it could not be written; the events are held, and the next call
                tries again.
        """
        self.events = _union(self.events, events)
        if self.is_read_only:
            return
        from filelock import FileLock

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=LOCK_SECONDS, mode=0o600):
                self._refresh(now)
                if not self.is_read_only:
                    self._write()
        except OSError as error:
            raise RecordUnwritable((error.strerror or str(error)).lower()) from error

    def _refresh(self, now: datetime) -> None:
        """Take in what another window has written since the file was last read."""
        state = _state(self.path)
        if state is None or state == self._seen:
            return
        try:
            self.events = _union(read_events(self.path), self.events)
            self._seen = state
        except RecordNewer as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} was written by a newer starprep: {error}. "
                "It is left as it is, and nothing of this session is saved."
            )
        except RecordUnreadable as error:
            self._move_aside(now, str(error))

    def _move_aside(self, now: datetime, why: str) -> None:
        stem = f"{self.path.stem}.unreadable-{now:%Y%m%dT%H%M%SZ}"
        aside = self.path.with_name(f"{stem}{self.path.suffix}")
        number = 1
        while aside.exists():
            number += 1
            aside = self.path.with_name(f"{stem}-{number}{self.path.suffix}")
        try:
            self.path.rename(aside)
        except OSError as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} cannot be read ({why}) nor moved aside "
                f"({(error.strerror or str(error)).lower()}). Nothing of this session is saved."
            )
        else:
            self.notice = (
                f"{self.path} cannot be read: {why}. It is kept as {aside.name} beside a new one."
            )

    def _write(self) -> None:
        """Write everything to a new file in the same folder, then put it in the old one's place."""
        target = self.path.resolve()
        lines = ",\n".join(event.model_dump_json(exclude_none=True) for event in self.events)
        version = FORMAT if any(isinstance(event, HuntEvent) for event in self.events) else 1
        text = f'{{"format": {version}, "events": [\n{lines}\n]}}\n'
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        _flush_folder(target.parent)
        self._seen = _state(self.path)


def _union(first: tuple[Event, ...], second: Iterable[Event]) -> tuple[Event, ...]:
    """Return `first`, followed by what only `second` holds."""
    known = {event.id for event in first}
    return (*first, *(event for event in second if event.id not in known))


def _state(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever the file is written anew; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0, 0, 0)
    return found.st_ino, found.st_mtime_ns, found.st_size


def _flush_folder(folder: Path) -> None:
    """Have the renaming itself reach the disk, on systems that can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
