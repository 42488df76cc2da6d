"""What a record's file holds: events, those that this version cannot understand among them.

An event is kept as it was read, beside what was understood of it. A save adds to the bytes that
were there and changes none of them, so that whatever an older, a newer or another program wrote
stays as it is.
"""

import codecs
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from starprep.library.text import one_line
from starprep.record.events import Event
from starprep.record.scanning import scan

FORMAT = 2
"""The newest format that this starprep reads. It has read 1 and 2 alike and writes new files as 1;
the number grows only when what is there already comes to mean something else."""


class RecordNewer(Exception):
    """The record is of a format that this starprep does not know."""


class RecordUnreadable(Exception):
    """The record cannot be understood."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One event as it stands in the file."""

    id: str
    text: str
    """Its JSON, word for word."""
    event: Event | None
    """What it says; None where this version cannot understand it."""

    @classmethod
    def of(cls, event: Event) -> "Kept":
        """Write a new event on one line."""
        return cls(event.id, event.model_dump_json(exclude_none=True), event)


_NEW = b'{"format": 1, "events": [\n]}\n'


@dataclass(frozen=True, slots=True)
class Contents:
    """The events in a file, in its order, and all its bytes."""

    kept: tuple[Kept, ...] = ()
    raw: bytes = _NEW
    """The whole file."""
    end: int = _NEW.index(b"[") + 1
    """How many of its bytes stand before what is added: the end of the last event."""
    codec: str = "utf-8"
    """How new events are written in it."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that this version understands."""
        return tuple(each.event for each in self.kept if each.event is not None)

    def with_added(self, new: Iterable[Kept]) -> "Contents":
        """Return these contents with `new`, of which there is at least one, after the last."""
        more = tuple(new)
        lines = (",\n" if self.kept else "\n") + ",\n".join(each.text for each in more)
        added = lines.encode(self.codec, "surrogatepass")
        old = memoryview(self.raw)  # a long record is copied once
        raw = b"".join((old[: self.end], added, old[self.end :]))
        return Contents((*self.kept, *more), raw, self.end + len(added), self.codec)


def read_contents(raw: bytes) -> Contents:
    """Return what a file of these bytes holds.

    Raises:
        RecordNewer: its format is newer than this starprep knows.
        RecordUnreadable: it is no record, or holds an event without an id, a time or a kind.
    """
    encoding = json.detect_encoding(raw)
    try:
        text = raw.decode(encoding, "surrogatepass")
        found = scan(text)
    except (ValueError, RecursionError) as error:
        raise RecordUnreadable(f"it is not JSON: {error}") from error
    version = found.fields.get("format")
    if isinstance(version, int | float) and version > FORMAT:
        raise RecordNewer(f"it has format {version}, and this starprep knows format {FORMAT}")
    if isinstance(version, bool) or version not in range(1, FORMAT + 1):
        raise RecordUnreadable('it has no "format": 1')
    if not isinstance(found.fields.get("events"), list):
        raise RecordUnreadable('it has no list of "events"')
    codec = _codec(encoding, raw)
    end = len(raw) - len(text[found.end :].encode(codec, "surrogatepass"))
    kept = (
        _kept(number, value, text[start:stop])
        for number, (value, (start, stop)) in enumerate(
            zip(found.fields["events"], found.spans, strict=True)
        )
    )
    return Contents(tuple(kept), raw, end, codec)


def _codec(encoding: str, raw: bytes) -> str:
    """Return the encoding of what is added to a file: the file's own, with no mark before it."""
    if encoding in ("utf-16", "utf-32"):
        order = "le" if raw.startswith(codecs.BOM_UTF16_LE) else "be"
        return f"{encoding}-{order}"
    return encoding.removesuffix("-sig")


def _kept(number: int, value: Any, text: str) -> Kept:
    """Take in the event at `number`, from 0, which is `value` and stands in the file as `text`."""
    wrong = _wrong(value)
    if wrong:
        name = value.get("id") if isinstance(value, dict) else None
        told = f' ("{one_line(name)}")' if isinstance(name, str) and name else ""
        raise RecordUnreadable(f"events[{number}]{told} {wrong}")
    try:
        event = _events().validate_python(value)
    except ValueError:  # of a kind or with values that only another version knows
        event = None
    return Kept(value["id"], text, event)


def _wrong(value: Any) -> str | None:
    """Say what keeps `value` from being an event of any version; None where nothing does."""
    if not isinstance(value, dict):
        return "is no event"
    for key in ("id", "time", "kind"):
        if not isinstance(value.get(key), str) or not value[key]:
            return f'has no "{key}"'
    try:
        zone = datetime.fromisoformat(value["time"]).tzinfo
    except ValueError:
        return 'has a "time" that is not written as ISO 8601 has it'
    return None if zone else 'has a "time" without a zone'


@cache
def _events() -> TypeAdapter[Event]:
    return TypeAdapter(Event)
