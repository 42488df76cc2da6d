"""What tests of the record share."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from starprep.record.events import Event
from starprep.record.file import read_record
from tests.record.happened import drill, learn, quiz

NOW = datetime(2026, 1, 5, 9, 30, 15, tzinfo=UTC)
FIRST, SECOND, THIRD = drill(id="first"), quiz(id="second"), learn(id="third")


def refuse(*_given: object, **_named: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def read_events(path: Path) -> tuple[Event, ...]:
    return read_record(path).events


def ids(events: tuple[Event, ...]) -> list[str]:
    return [event.id for event in events]


def names(folder: Path) -> set[str]:
    """What stands in a folder beside the lock."""
    return {each.name for each in folder.iterdir() if each.suffix != ".lock"}


def file_of(*events: Any, **more: Any) -> bytes:
    tables = [
        each if isinstance(each, dict) else json.loads(each.model_dump_json()) for each in events
    ]
    return json.dumps({"format": 1, "events": tables} | more).encode()
