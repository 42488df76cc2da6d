import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starprep.record import file as record_module
from starprep.record.events import Event
from starprep.record.file import Record
from tests.record.happened import any_event, drill, hunt, probe
from tests.record.records import FIRST, NOW, SECOND, THIRD, file_of, ids, names, read_events, refuse


@pytest.fixture
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


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


@given(st.lists(st.lists(any_event, min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=30)
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
@settings(max_examples=30)
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


def test_the_bytes_are_on_the_disk_before_they_take_the_old_files_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    flush, replace = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        flush(handle)
        found = os.fstat(handle)
        calls.append("folder" if stat.S_ISDIR(found.st_mode) else f"file of {found.st_size}")

    def replaced(self: Path, target: Path) -> Path:
        calls.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", replaced)
    Record.open(path, NOW).add([FIRST], NOW)
    assert calls == [f"file of {path.stat().st_size}", "replace", "folder"]


def test_saving_leaves_no_file_open(kept: Path) -> None:
    handles = Path("/dev/fd")
    if not handles.is_dir():
        pytest.skip("this system does not list a process's open files")
    record = Record.open(kept, NOW)
    record.add([SECOND], NOW)
    before = len(list(handles.iterdir()))
    record.add([THIRD], NOW)
    assert len(list(handles.iterdir())) == before


def test_a_file_that_nobody_else_wrote_is_not_read_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record.open(kept, NOW)
    monkeypatch.setattr(record_module, "read_record", refuse)
    record.add([SECOND], NOW)
    record.add([THIRD], NOW)
    monkeypatch.undo()
    assert read_events(kept) == (FIRST, SECOND, THIRD)


def test_the_folders_on_the_way_are_made(tmp_path: Path) -> None:
    path = tmp_path / "share" / "starprep" / "progress.json"
    Record.open(path, NOW).add([FIRST], NOW)
    assert read_events(path) == (FIRST,)


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


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_keeps_its_format_whatever_is_added(path: Path, version: int) -> None:
    path.parent.mkdir()
    path.write_bytes(file_of(FIRST, format=version))
    Record.open(path, NOW).add([hunt(id="two")], NOW)
    assert json.loads(path.read_text())["format"] == version
    assert ids(read_events(path)) == ["first", "two"]


def test_a_new_file_has_the_first_format_even_with_a_hunt_in_it(path: Path) -> None:
    Record.open(path, NOW).add([hunt()], NOW)
    assert json.loads(path.read_text())["format"] == 1


def test_a_record_that_others_may_read_stays_readable_for_them(kept: Path) -> None:
    kept.chmod(0o644)
    Record.open(kept, NOW).add([SECOND], NOW)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644


def test_where_nothing_is_new_nothing_is_written(kept: Path) -> None:
    before = kept.stat()
    Record.open(kept, NOW).add([FIRST], NOW)
    assert kept.stat() == before
