import errno
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starprep.practice import record as record_module
from starprep.practice.events import Event
from starprep.practice.record import (
    Record,
    RecordNewer,
    RecordUnreadable,
    RecordUnwritable,
    read_events,
)
from tests.practice.happened import any_event, drill, learn, probe, quiz

NOW = datetime(2026, 1, 5, 9, 30, 15, tzinfo=UTC)
ASIDE = "progress.unreadable-20260105T093015Z.json"
FIRST, SECOND, THIRD = drill(id="first"), quiz(id="second"), learn(id="third")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may be, in a folder that is not there yet."""
    return tmp_path / "starprep" / "progress.json"


@pytest.fixture
def kept(path: Path) -> Path:
    """A record that holds the first event."""
    Record.open(path, NOW).add([FIRST], NOW)
    return path


@pytest.fixture
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def refuse(*_given: object, **_named: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


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


def test_nothing_need_exist_and_looking_leaves_nothing(path: Path) -> None:
    record = Record.open(path, NOW)
    assert (record.events, record.notice, record.is_read_only) == ((), None, False)
    assert read_events(path) == ()
    assert not path.parent.exists()


def test_what_is_added_is_there_when_it_is_opened_again(path: Path) -> None:
    record = Record.open(path, NOW)
    record.add([FIRST, SECOND], NOW)
    record.add([THIRD], NOW)
    again = Record.open(path, NOW)
    assert again.events == record.events == read_events(path) == (FIRST, SECOND, THIRD)
    assert again.notice is None


def test_the_file_is_plain_json_with_times_in_utc_and_no_empty_keys(path: Path) -> None:
    Record.open(path, NOW).add([probe(id="first")], NOW)
    assert json.loads(path.read_text("utf-8")) == {
        "format": 1,
        "events": [
            {
                "id": "first",
                "time": "2026-01-05T09:00:00Z",
                "kind": "probe",
                "walkthrough": "lost-parcels",
                "question": "Why you?",
                "target_seconds": 45,
                "seconds": 40.0,
            }
        ],
    }


def test_each_event_stands_on_a_line_of_its_own(path: Path) -> None:
    Record.open(path, NOW).add([FIRST, drill(id="second", text="two\nlines")], NOW)
    found = [line for line in path.read_text("utf-8").splitlines() if '"id"' in line]
    assert len(found) == 2


@pytest.mark.usefixtures("_open_umask")
def test_nobody_else_may_read_the_record(path: Path) -> None:
    Record.open(path, NOW).add([FIRST], NOW)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert modes["progress.json"] == 0o600
    assert set(modes.values()) == {0o600}


@given(st.lists(st.lists(any_event, max_size=3), max_size=4))
@settings(max_examples=60)
def test_events_are_only_ever_added(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[Event]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "progress.json"
    record = Record.open(path, NOW)
    before: list[Any] = []
    for batch in batches:
        record.add(batch, NOW)
        after = json.loads(path.read_text("utf-8"))["events"]
        assert after[: len(before)] == before
        before = after
    assert Record.open(path, NOW).events == record.events
    assert set(ids(record.events)) == {event.id for batch in batches for event in batch}
    assert names(path.parent) <= {"progress.json"}


def test_two_windows_on_one_record_keep_what_both_did(kept: Path) -> None:
    one, other = Record.open(kept, NOW), Record.open(kept, NOW)
    one.add([SECOND], NOW)
    other.add([THIRD], NOW)
    assert ids(read_events(kept)) == ids(other.events) == ["first", "second", "third"]
    one.add([drill(id="fourth")], NOW)
    expected = ["first", "second", "third", "fourth"]
    assert ids(one.events) == ids(read_events(kept)) == expected
    assert one.notice is other.notice is None


def test_two_windows_that_both_start_with_no_file_keep_what_both_did(path: Path) -> None:
    one, other = Record.open(path, NOW), Record.open(path, NOW)
    one.add([FIRST], NOW)
    other.add([SECOND], NOW)
    assert read_events(path) == (FIRST, SECOND)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9)), max_size=12))
@settings(max_examples=60)
def test_any_interleaving_of_windows_ends_in_the_union(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("windows") / "progress.json"
    windows = [Record.open(path, NOW) for _window in range(3)]
    for window, number in turns:
        windows[window].add([drill(id=f"{number}")], NOW)
    assert sorted(ids(read_events(path))) == sorted({f"{number}" for _window, number in turns})
    for each in windows:
        each.add([], NOW)
        assert each.events == read_events(path)


def test_an_event_added_twice_is_kept_once(kept: Path) -> None:
    record = Record.open(kept, NOW)
    record.add([FIRST, SECOND], NOW)
    record.add([SECOND], NOW)
    assert record.events == read_events(kept) == (FIRST, SECOND)


def test_a_record_that_is_gone_is_written_anew_with_all_that_is_held(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.unlink()
    record.add([SECOND], NOW)
    assert read_events(kept) == (FIRST, SECOND)


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
        with pytest.raises(RecordUnwritable, match="no space left on device"):
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


def test_the_bytes_are_on_the_disk_before_they_take_the_old_files_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    flush, replace = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        flush(handle)
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")

    def replaced(self: Path, target: Path) -> Path:
        calls.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", replaced)
    Record.open(path, NOW).add([FIRST], NOW)
    assert calls == ["file", "replace", "folder"]


def test_a_system_that_cannot_flush_a_folder_saves_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            refuse()
        flush(handle)

    monkeypatch.setattr(os, "fsync", files_only)
    Record.open(path, NOW).add([FIRST], NOW)
    assert read_events(path) == (FIRST,)


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
    "no events": (b'{"format": 1}', "events: field required"),
    "events of another type": (b'{"format": 1, "events": 5}', "events: input should be"),
    "an unknown key": (file_of(mood="fine"), "mood: extra inputs"),
    "an event that is none": (file_of(FIRST, {"id": "x"}), "events.1: unable to extract tag"),
    "an unknown kind": (file_of({"kind": "nap"}), "events.0: input tag 'nap'"),
    "an incomplete event": (file_of(FIRST, {"kind": "drill"}), "events.1.drill.id: field required"),
    "a time without a zone": (
        file_of(json.loads(FIRST.model_dump_json()) | {"time": "2026-01-05T09:00:00"}),
        "events.0.drill.time: input should have timezone info",
    ),
    "a time before time": (
        file_of(json.loads(FIRST.model_dump_json()) | {"time": "0001-01-01T00:00:00+14:00"}),
        "events.0.drill.time: value error, is outside the calendar",
    ),
    "seconds without end": (
        file_of(json.loads(FIRST.model_dump_json()) | {"seconds": float("inf")}),
        "events.0.drill.seconds: input should be a finite number",
    ),
}


@pytest.mark.parametrize(("raw", "why"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_understood_is_kept_aside_and_told(
    path: Path, raw: bytes, why: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    with pytest.raises(RecordUnreadable, match="^" + why.replace(".", r"\.")):
        read_events(path)
    record = Record.open(path, NOW)
    assert record.events == ()
    assert not record.is_read_only
    assert record.notice is not None
    assert record.notice.startswith(f"{path} cannot be read: {why}")
    assert f"kept as {ASIDE}" in record.notice
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
    for number in range(3):
        path.write_bytes(b"broken %d" % number)
        Record.open(path, NOW)
    path.write_bytes(b"broken later")
    Record.open(path, NOW + timedelta(seconds=1))
    assert {each.read_bytes() for each in path.parent.iterdir()} == {
        b"broken 0",
        b"broken 1",
        b"broken 2",
        b"broken later",
    }


def test_a_file_broken_while_it_is_open_is_kept_aside_and_nothing_held_is_lost(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.write_bytes(b"half a fi")
    record.add([SECOND], NOW)
    assert kept.with_name(ASIDE).read_bytes() == b"half a fi"
    assert record.notice is not None
    assert read_events(kept) == record.events == (FIRST, SECOND)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_record_saved_by_an_editor_in_its_own_encoding_is_read(path: Path, encoding: str) -> None:
    path.parent.mkdir()
    path.write_bytes(file_of(FIRST, SECOND).decode().encode(encoding))
    assert Record.open(path, NOW).events == (FIRST, SECOND)


def test_events_that_stand_twice_in_the_file_are_left_there(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(file_of(FIRST, SECOND, FIRST))
    Record.open(path, NOW).add([THIRD], NOW)
    assert read_events(path) == (FIRST, SECOND, FIRST, THIRD)


@pytest.mark.parametrize(
    "raw", [b'{"format": 2, "events": []}', b'{"format": 3, "entries": {"new": true}}']
)
def test_a_newer_record_is_left_as_it_is_and_told(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    with pytest.raises(RecordNewer):
        read_events(path)
    record = Record.open(path, NOW)
    assert record.is_read_only
    assert record.notice is not None
    assert "newer starprep" in record.notice
    record.add([FIRST], NOW)
    assert record.events == (FIRST,)
    assert path.read_bytes() == raw
    assert [each.name for each in path.parent.iterdir()] == ["progress.json"]


def test_a_record_that_a_newer_window_took_over_is_left_to_it(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.write_bytes(b'{"format": 2, "events": []}')
    record.add([SECOND], NOW)
    assert kept.read_bytes() == b'{"format": 2, "events": []}'
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


def test_a_linked_record_stays_a_link(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "synced" / "practice.json"
    target.parent.mkdir()
    target.write_bytes(file_of(FIRST))
    path.parent.mkdir()
    path.symlink_to(target)
    Record.open(path, NOW).add([SECOND], NOW)
    assert path.is_symlink()
    assert not target.is_symlink()
    assert read_events(target) == (FIRST, SECOND)
    assert names(target.parent) == {"practice.json"}


def test_a_link_to_nothing_yet_is_followed(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "practice.json")
    Record.open(path, NOW).add([FIRST], NOW)
    assert path.is_symlink()
    assert read_events(tmp_path / "practice.json") == (FIRST,)


def test_a_broken_file_that_cannot_be_moved_is_left_and_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"broken")
    monkeypatch.setattr(Path, "rename", refuse)
    record = Record.open(path, NOW)
    assert record.is_read_only
    assert record.notice is not None
    assert "it is not JSON" in record.notice
    assert "nor moved aside (no space left on device)" in record.notice
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
    assert "no space left on device" in record.notice
    assert kept.with_name(ASIDE).read_bytes() == before
