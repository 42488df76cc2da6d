import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from starprep.library.library import Library
from starprep.practice.clock import SystemClock
from starprep.practice.session import Session
from starprep.record.calendar import Calendar
from starprep.record.file import Record
from tests.practice.times import FakeClock, stamper
from tests.record.happened import drill, probe
from tests.record.records import FIRST, SECOND, THIRD, ids, read_events, refuse

EVENING = datetime(2026, 1, 5, 23, 30, 15, tzinfo=timezone(timedelta(hours=13)))


def session_at(path: Path, **given: Any) -> Session:
    return Session(Library([]), path, **({"now": lambda: EVENING} | given))


def test_a_session_runs_on_what_it_is_given(path: Path) -> None:
    clock, stamp = FakeClock(), stamper()
    session = session_at(path, clock=clock, stamp=stamp, seed=lambda: 7)
    assert session.clock is clock
    assert session.stamp is stamp
    assert (session.now(), session.seed()) == (EVENING, 7)


def test_a_sessions_calendar_is_of_its_own_time_and_zone(path: Path) -> None:
    zone = EVENING.tzinfo
    assert session_at(path, zone=zone).calendar == Calendar(EVENING, zone)
    assert session_at(path).calendar == Calendar(EVENING)


def test_a_session_left_to_itself_runs_on_the_machine(path: Path) -> None:
    session = Session(Library([]), path)
    stamps = [session.stamp() for _each in range(50)]
    assert isinstance(session.clock, SystemClock)
    assert len({stamp.id for stamp in stamps}) == 50
    assert {stamp.time.tzinfo for stamp in stamps} == {UTC}
    assert session.now().tzinfo is not None
    assert len({session.seed() for _each in range(5)}) > 1


def test_nothing_is_read_or_written_before_it_is_needed(path: Path) -> None:
    session = session_at(path)
    path.parent.mkdir()
    path.write_bytes(b"broken")
    assert session.keep() is None
    assert path.read_bytes() == b"broken"
    assert session.record.notice is not None
    assert "unreadable-20260105T103015Z" in session.record.notice


def test_what_is_kept_is_in_the_record_and_in_the_history(kept: Path) -> None:
    session = session_at(kept)
    assert session.keep(SECOND, drill(id="other", walkthrough="other")) is None
    assert session.keep(THIRD) is None
    assert ids(read_events(kept)) == ["first", "second", "other", "third"]
    found = session.history("lost-parcels")
    assert found is not None
    assert (found.drills, found.quiz, found.visits) == ((FIRST,), (SECOND,), (THIRD,))
    assert set(session.histories()) == {"lost-parcels", "other"}
    assert session.history("never practised") is None


def test_a_failed_save_is_told_and_made_good_by_the_next(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_at(kept)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        told = session.keep(SECOND)
    assert told == (
        f"{kept} could not be written: no space left on device. "
        "What you did is held, and saving is tried again with the next."
    )
    assert session.keep(THIRD) is None
    assert read_events(kept) == (FIRST, SECOND, THIRD)


def test_what_happened_to_the_file_meanwhile_is_told_once(kept: Path) -> None:
    session = session_at(kept)
    assert session.keep(SECOND) is None
    kept.write_bytes(b"broken")
    told = session.keep(THIRD)
    assert told is not None
    assert told == session.record.notice
    assert session.keep(probe(id="fourth")) is None
    assert ids(read_events(kept)) == ["first", "second", "third", "fourth"]


def test_a_notice_from_the_opening_is_not_told_again(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"broken")
    session = session_at(path)
    assert isinstance(session.record, Record)
    assert session.record.notice is not None
    assert session.keep(FIRST) is None
