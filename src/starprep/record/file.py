"""The record of practice: one list of events in one file, only ever added to."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from starprep.record.contents import (
    Contents,
    Kept,
    RecordNewer,
    RecordUnreadable,
    read_contents,
)
from starprep.record.events import Event
from starprep.writing import move_aside, write_whole

LOCK_SECONDS = 2.0
"""How long another window may hold the file, in seconds, before saving is given up."""


class RecordUnwritable(Exception):
    """The record could not be saved; its events are still held."""


def read_record(path: Path) -> Contents:
    """Read the file at `path`; it holds nothing where there is none.

    Raises:
        RecordNewer: the file's format is newer than this starprep knows.
        RecordUnreadable: the file cannot be opened or is not a record.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Contents()
    except OSError as error:
        raise RecordUnreadable((error.strerror or str(error)).lower()) from error
    return read_contents(raw)


class Record:
    """The events known, and the file in which they are kept.

    Two windows may hold the same file: before it is written it is read again if it has changed,
    and the union of both is written. Nothing is written where `is_read_only`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.events: tuple[Event, ...] = ()
        """The events that this version understands, those not yet saved last."""
        self.notice: str | None = None
        """What the candidate should be told about the file, or None."""
        self.is_read_only = False
        self._file = Contents()  # what the file holds
        self._unsaved: list[Kept] = []  # what it does not hold yet
        self._ids: set[str] = set()  # of both
        self._seen: _State | None = None  # the file's state at the last reading

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
        """Add those of `events` that are not in it, told by their ids, and write them to the file.

        Raises:
            RecordUnwritable: they could not be written; the events are held, and the next call
                tries again.
        """
        new = {event.id: event for event in events if event.id not in self._ids}
        self._ids.update(new)
        self._unsaved += map(Kept.of, new.values())
        self.events = (*self.events, *new.values())
        if self.is_read_only:
            return
        from filelock import FileLock

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=LOCK_SECONDS, mode=0o600):
                self._refresh(now)
                if self._unsaved and not self.is_read_only:
                    self._write()
        except OSError as error:
            raise RecordUnwritable((error.strerror or str(error)).lower()) from error

    def _refresh(self, now: datetime) -> None:
        """Take in what another window has written since the file was last read."""
        state = _state(self.path)
        if state == self._seen:
            return
        try:
            self._take(read_record(self.path))
            self._seen = state
        except RecordNewer as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} was written by a newer starprep: {error}. "
                "It is left as it is, and nothing of this session is saved."
            )
        except RecordUnreadable as error:
            self._move_aside(now, str(error))

    def _take(self, found: Contents) -> None:
        """Go on from what the file holds now; what is held and not in it is still to be saved."""
        there = {each.id for each in found.kept}
        held = (*self._file.kept, *self._unsaved)
        self._unsaved = [each for each in held if each.id not in there]
        self._file = found
        self._ids = there | {each.id for each in self._unsaved}
        unsaved = (each.event for each in self._unsaved if each.event is not None)
        self.events = (*found.events, *unsaved)

    def _move_aside(self, now: datetime, why: str) -> None:
        try:
            aside = move_aside(self.path, now)
        except OSError as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} cannot be read ({why}) nor moved aside "
                f"({(error.strerror or str(error)).lower()}). Nothing of this session is saved."
            )
        else:
            self._take(Contents())
            self.notice = (
                f"{self.path} cannot be read: {why}. It is kept as {aside.name} beside a new one."
            )

    def _write(self) -> None:
        """Write the file anew: what was there, byte for byte, then what is not saved yet."""
        whole = self._file.with_added(self._unsaved)
        write_whole(self.path, whole.raw)
        self._file, self._unsaved = whole, []
        self._seen = _state(self.path)


_State = tuple[int, int, int]


def _state(path: Path) -> _State | None:
    """Return what changes whenever the file is written anew; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0, 0, 0)
    return found.st_ino, found.st_mtime_ns, found.st_size
