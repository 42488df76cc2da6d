import errno
import json
import os
import re
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest

from starprep.record import file as record_module
from starprep.record.contents import RecordNewer, RecordUnreadable
from starprep.record.file import Record, RecordUnwritable
from tests.record.records import (
    FIRST,
    NOW,
    SECOND,
    THIRD,
    file_of,
    ids,
    names,
    read_events,
    refuse,
)

ASIDE = "progress.unreadable-20260105T093015Z.json"


@pytest.mark.parametrize(
    ("holder", "name"),
    [(os, "fsync"), (Path, "replace"), (os, "fdopen"), (tempfile, "mkstemp")],
)
def test_a_failed_write_leaves_the_old_file_and_loses_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch, holder: Any, name: str
) -> None:
    before = kept.read_bytes()
    record = Record.open(kept, NOW)
    with monkeypatch.context() as broken:
        broken.setattr(holder, name, refuse)
        with pytest.raises(RecordUnwritable, match=r"^no space left on device$"):
            record.add([SECOND], NOW)
    assert kept.read_bytes() == before
    assert names(kept.parent) == {"progress.json"}
    assert record.events == (FIRST, SECOND)
    record.add([THIRD], NOW)
    assert read_events(kept) == (FIRST, SECOND, THIRD)


def test_a_write_that_is_interrupted_leaves_the_old_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_given: object) -> NoReturn:
        raise KeyboardInterrupt

    before = kept.read_bytes()
    record = Record.open(kept, NOW)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        record.add([SECOND], NOW)
    assert kept.read_bytes() == before
    assert names(kept.parent) == {"progress.json"}


def test_what_was_not_saved_meets_what_another_window_wrote_meanwhile(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, other = Record.open(kept, NOW), Record.open(kept, NOW)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        with pytest.raises(RecordUnwritable):
            record.add([SECOND], NOW)
    other.add([THIRD], NOW)
    record.add([], NOW)
    assert sorted(ids(read_events(kept))) == ["first", "second", "third"]


def test_a_window_that_holds_the_file_for_ever_does_not_hold_up_this_one(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    record = Record.open(kept, NOW)
    monkeypatch.setattr(record_module, "LOCK_SECONDS", 0)
    with Path(f"{kept}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(RecordUnwritable):
            record.add([SECOND], NOW)
    record.add([], NOW)
    assert read_events(kept) == (FIRST, SECOND)


BROKEN = {
    "empty": (b"", "it is not JSON"),
    "no JSON": (b'{"format": 1, "events": [', "it is not JSON"),
    "no text": (b"\xff\xfe\x00\x81", "it is not JSON"),
    "too deep": (b"[" * 100_000, "it is not JSON"),
    "too long a number": (b'{"format": ' + b"1" * 5000 + b"}", "it is not JSON"),
    "a list": (b"[]", 'it has no "format": 1'),
    "null": (b"null", 'it has no "format": 1'),
    "no format": (b'{"events": []}', 'it has no "format": 1'),
    "an old format": (b'{"format": 0, "events": []}', 'it has no "format": 1'),
    "a format in words": (b'{"format": "one", "events": []}', 'it has no "format": 1'),
    "more than one value": (b'{"format": 1, "events": []} {}', "it is not JSON"),
    "a name without quotes": (b'{"format": 1, 3: []}', "it is not JSON"),
    "no comma": (b'{"format": 1 "events": []}', "it is not JSON"),
    "a comma too many": (b'{"format": 1, "events": [],}', "it is not JSON"),
    "no events": (b'{"format": 1}', 'it has no list of "events"'),
    "events of another type": (b'{"format": 1, "events": 5}', 'it has no list of "events"'),
    "an event that is none": (b'{"format": 1, "events": [3]}', "events[0] is no event"),
    "an event without an id": (file_of(FIRST, {"kind": "nap"}), 'events[1] has no "id"'),
    "an event with an empty id": (file_of({"kind": "nap", "id": ""}), 'events[0] has no "id"'),
    "an event without a time": (
        file_of({"kind": "drill", "id": "x"}),
        'events[0] ("x") has no "time"',
    ),
    "an event without a kind": (
        file_of({"id": "x", "time": "2026-01-05T09:00:00Z"}),
        'events[0] ("x") has no "kind"',
    ),
    "a time without a zone": (
        file_of(json.loads(FIRST.model_dump_json()) | {"time": "2026-01-05T09:00:00"}),
        'events[0] ("first") has a "time" without a zone',
    ),
    "a time that is none": (
        file_of(json.loads(FIRST.model_dump_json()) | {"time": "yesterday"}),
        'events[0] ("first") has a "time" that is not written as ISO 8601 has it',
    ),
    "an id that would steer a terminal": (
        file_of({"id": "\x1b[2J"}),
        'events[0] ("\N{REPLACEMENT CHARACTER}[2J") has no "time"',
    ),
}


@pytest.mark.parametrize(("raw", "why"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_understood_is_kept_aside_and_told(
    path: Path, raw: bytes, why: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    with pytest.raises(RecordUnreadable, match="^" + re.escape(why)):
        read_events(path)
    record = Record.open(path, NOW)
    assert record.events == ()
    assert not record.is_read_only
    assert record.notice is not None
    assert record.notice.startswith(f"{path} cannot be read: {why}")
    assert record.notice.endswith(f". It is kept as {ASIDE} beside a new one.")
    record.add([FIRST], NOW)
    assert read_events(path) == (FIRST,)
    assert path.with_name(ASIDE).read_bytes() == raw
    assert names(path.parent) == {"progress.json", ASIDE}


def test_reading_alone_moves_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"[]")
    with pytest.raises(RecordUnreadable):
        read_events(path)
    assert names(path.parent) == {"progress.json"}


def test_what_was_kept_aside_before_is_never_overwritten(path: Path) -> None:
    path.parent.mkdir()
    for number, now in enumerate([NOW, NOW, NOW, NOW + timedelta(seconds=1)]):
        path.write_bytes(b"broken %d" % number)
        Record.open(path, now)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == {
        "progress.unreadable-20260105T093015Z.json": b"broken 0",
        "progress.unreadable-20260105T093015Z-2.json": b"broken 1",
        "progress.unreadable-20260105T093015Z-3.json": b"broken 2",
        "progress.unreadable-20260105T093016Z.json": b"broken 3",
    }


def test_a_file_broken_while_it_is_open_is_kept_aside_and_nothing_held_is_lost(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.write_bytes(b"half a fi")
    record.add([SECOND], NOW)
    assert kept.with_name(ASIDE).read_bytes() == b"half a fi"
    assert record.notice is not None
    assert read_events(kept) == record.events == (FIRST, SECOND)


@pytest.mark.parametrize(
    "raw", [b'{"format": 3, "events": []}', b'{"format": 4, "entries": {"new": true}}']
)
def test_a_newer_record_is_left_as_it_is_and_told(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    with pytest.raises(RecordNewer):
        read_events(path)
    record = Record.open(path, NOW)
    assert record.is_read_only
    assert record.notice is not None
    assert record.notice == (
        f"{path} was written by a newer starprep: it has format {json.loads(raw)['format']}, and "
        "this starprep knows format 2. "
        "It is left as it is, and nothing of this session is saved."
    )
    record.add([FIRST], NOW)
    assert record.events == (FIRST,)
    assert path.read_bytes() == raw
    assert [each.name for each in path.parent.iterdir()] == ["progress.json"]


def test_a_record_that_a_newer_window_took_over_is_left_to_it(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.write_bytes(b'{"format": 3, "events": []}')
    record.add([SECOND], NOW)
    assert kept.read_bytes() == b'{"format": 3, "events": []}'
    assert record.is_read_only
    assert record.notice is not None
    assert record.events == (FIRST, SECOND)


def test_a_folder_in_the_records_place_is_moved_aside_with_all_in_it(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "mine.txt").write_text("mine")
    record = Record.open(path, NOW)
    assert record.notice is not None
    assert "is a directory" in record.notice
    record.add([FIRST], NOW)
    assert read_events(path) == (FIRST,)
    assert (path.with_name(ASIDE) / "mine.txt").read_text() == "mine"


def test_a_broken_file_that_cannot_be_moved_is_left_and_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"broken")
    monkeypatch.setattr(Path, "rename", refuse)
    record = Record.open(path, NOW)
    assert record.is_read_only
    assert record.notice is not None
    assert record.notice.startswith(f"{path} cannot be read (it is not JSON: ")
    assert record.notice.endswith(
        ") nor moved aside (no space left on device). Nothing of this session is saved."
    )
    record.add([FIRST], NOW)
    assert record.events == (FIRST,)
    assert path.read_bytes() == b"broken"


def test_a_folder_that_may_not_be_written_in_is_told_and_the_events_are_held(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.read_bytes()
    record = Record.open(kept, NOW)
    opened = os.open

    def read_only(name: Any, flags: int, *given: Any, **named: Any) -> int:
        if flags & os.O_CREAT and str(name).startswith(str(kept.parent)):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(name, flags, *given, **named)

    Path(f"{kept}.lock").unlink()
    with monkeypatch.context() as locked:
        locked.setattr(os, "open", read_only)
        with pytest.raises(RecordUnwritable, match="permission denied"):
            record.add([SECOND], NOW)
    assert kept.read_bytes() == before
    assert record.events == (FIRST, SECOND)
    record.add([], NOW)
    assert read_events(kept) == (FIRST, SECOND)


def test_a_file_where_the_folder_should_be_is_left_and_told(tmp_path: Path) -> None:
    (tmp_path / "starprep").write_text("mine")
    record = Record.open(tmp_path / "starprep" / "progress.json", NOW)
    assert record.is_read_only
    assert record.notice is not None
    record.add([FIRST], NOW)
    assert record.events == (FIRST,)
    assert (tmp_path / "starprep").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told_and_the_events_are_held(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record.open(path, NOW)
    with monkeypatch.context() as full:
        full.setattr(Path, "mkdir", refuse)
        with pytest.raises(RecordUnwritable, match="no space left on device"):
            record.add([FIRST], NOW)
    record.add([SECOND], NOW)
    assert read_events(path) == (FIRST, SECOND)


def test_a_file_that_may_not_be_opened_is_kept_aside(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.read_bytes()
    with monkeypatch.context() as locked:
        locked.setattr(Path, "read_bytes", refuse)
        record = Record.open(kept, NOW)
    assert record.notice is not None
    assert record.notice.startswith(f"{kept} cannot be read: no space left on device.")
    assert kept.with_name(ASIDE).read_bytes() == before
