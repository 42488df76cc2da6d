"""What a record's file holds survives every save, byte for byte, whoever wrote it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starprep.record.contents import Contents, read_contents
from starprep.record.events import Event
from starprep.record.file import Record
from tests.record.happened import any_event, drill
from tests.record.records import FIRST, NOW, SECOND, THIRD, file_of, ids, names, read_events

NAP = {"id": "nap-1", "time": "2026-01-05T09:00:00+01:00", "kind": "nap", "minutes": 20}
MOOD = json.loads(drill(id="mood").model_dump_json()) | {"mood": {"before": 1e400, "after": [1]}}
WHISPER = json.loads(drill(id="whisper").model_dump_json()) | {"cue": "whisper"}
EARLY = json.loads(drill(id="early").model_dump_json()) | {"time": "0001-01-01T00:00:00+14:00"}

LAYOUTS: dict[str, dict[str, Any]] = {
    "one line": {},
    "indented": {"indent": 2},
    "no spaces": {"separators": (",", ":")},
    "letters as they are": {"ensure_ascii": False},
}


@pytest.fixture
def written(path: Path) -> Path:
    path.parent.mkdir()
    return path


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_events_of_another_version_stay_word_for_word(
    written: Path, layout: dict[str, Any], encoding: str
) -> None:
    tables = [NAP, MOOD, WHISPER, EARLY, NAP | {"id": "schläfchen"}]
    data = {"owner": {"name": "é"}, "format": 1, "events": tables, "sync": "of my own"}
    raw = json.dumps(data, **layout).encode(encoding)
    written.write_bytes(raw)
    record = Record.open(written, NOW)
    assert record.notice is None
    assert ids(record.events) == ["mood"]
    record.add([SECOND], NOW)
    record.add([THIRD], NOW)
    found = json.loads(written.read_bytes())
    assert found | {"events": found["events"][:5]} == json.loads(raw)
    assert ids(read_events(written)) == ["mood", "second", "third"]
    assert _without_added(written.read_bytes(), record, encoding) == raw


def _without_added(raw: bytes, record: Record, encoding: str) -> bytes:
    """Take the events that this version added out of the file again."""
    codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(
        encoding, encoding
    )
    for event in (SECOND, THIRD):
        raw = raw.replace(f",\n{event.model_dump_json(exclude_none=True)}".encode(codec), b"")
    return raw


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"format": 1, "events": [', "]}"),
        ('{"format": 1,\r\n "events": [', '\r\n ], "mood": "fine" }\r\n\r\n'),
        ('\n\t{ "events" : [', '  ], "format": 2}'),
        ('{"events": 3, "format": 1, "events": [', "]}"),
    ],
)
def test_an_empty_list_takes_events_where_it_stands(written: Path, before: str, after: str) -> None:
    written.write_bytes((before + after).encode())
    Record.open(written, NOW).add([FIRST, SECOND], NOW)
    raw = written.read_bytes().decode()
    assert raw.startswith(before)
    assert raw.endswith(after)
    assert read_events(written) == (FIRST, SECOND)


def test_what_another_window_adds_is_kept_whatever_its_version(kept: Path) -> None:
    record = Record.open(kept, NOW)
    kept.write_bytes(file_of(FIRST, NAP, SECOND))
    record.add([THIRD], NOW)
    events = json.loads(kept.read_bytes())["events"]
    assert [event["id"] for event in events] == ["first", "nap-1", "second", "third"]
    assert events[1] == NAP


def test_a_file_that_is_gone_or_broken_is_made_anew_with_events_of_every_version(
    written: Path,
) -> None:
    written.write_bytes(file_of(NAP, FIRST, WHISPER))
    record = Record.open(written, NOW)
    written.unlink()
    record.add([SECOND], NOW)
    assert [each["id"] for each in json.loads(written.read_bytes())["events"]] == [
        "nap-1", "first", "whisper", "second",
    ]  # fmt: skip
    written.write_bytes(b"broken")
    record.add([THIRD], NOW)
    events = json.loads(written.read_bytes())["events"]
    assert [events[0], events[2]] == [NAP, WHISPER]
    assert ids(record.events) == ["first", "second", "third"]
    assert len(names(written.parent)) == 2


def test_an_event_whose_id_an_unknown_one_has_is_not_added(written: Path) -> None:
    written.write_bytes(file_of(NAP))
    Record.open(written, NOW).add([drill(id="nap-1"), FIRST], NOW)
    assert [each["id"] for each in json.loads(written.read_bytes())["events"]] == ["nap-1", "first"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
_NAMED = st.builds(
    lambda more, named: more | named,
    st.dictionaries(st.text(), _JSON, max_size=4),
    st.fixed_dictionaries(
        {
            "id": st.text(min_size=1),
            "time": st.datetimes().map(lambda time: f"{time.isoformat()}+01:00"),
            "kind": st.sampled_from(["drill", "quiz", "nap", "\ud800"]) | st.text(min_size=1),
        }
    ),
)
_KNOWN = any_event.map(lambda event: json.loads(event.model_dump_json(exclude_none=True)))
_MORE = st.builds(lambda event, more: more | event, _KNOWN, st.dictionaries(st.text(), _JSON))


@given(
    st.lists(_KNOWN | _MORE | _NAMED, max_size=6),
    st.dictionaries(st.text(), _JSON, max_size=3),
    st.sampled_from([1, 2]),
    st.sampled_from(list(LAYOUTS)),
    st.lists(any_event, min_size=1, max_size=3, unique_by=lambda event: event.id),
)
@settings(max_examples=100)
def test_any_list_of_events_known_and_unknown_survives_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory,
    tables: list[dict[str, Any]],
    more: dict[str, Any],
    version: int,
    layout: str,
    added: list[Event],
) -> None:
    path = tmp_path_factory.mktemp("any") / "progress.json"
    data = more | {"format": version, "events": tables}
    raw = json.dumps(data, **LAYOUTS[layout]).encode("utf-8", "surrogatepass")
    path.write_bytes(raw)
    before = read_contents(raw)
    assert before.raw == raw
    assert [each.id for each in before.kept] == [table["id"] for table in tables]
    record = Record.open(path, NOW)
    record.add(added, NOW)
    new = [event for event in added if event.id not in {table["id"] for table in tables}]
    after = read_contents(path.read_bytes())
    assert after.raw.startswith(raw[: before.end])
    assert after.raw[after.end :] == raw[before.end :]
    assert after.kept[: len(before.kept)] == before.kept
    assert after.events == record.events == (*before.events, *new)
    assert names(path.parent) == {"progress.json"}
    again = Record.open(path, NOW)
    again.add(added, NOW)
    assert path.read_bytes() == after.raw


def test_an_empty_record_is_what_a_new_file_begins_as() -> None:
    assert read_contents(Contents().raw) == Contents()
