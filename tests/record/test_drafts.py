"""What was typed and not finished is kept, whatever happens to its file."""

import json
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import Part
from starprep.library.text import as_typed
from starprep.record.drafts import (
    Drafts,
    DraftsNewer,
    DraftsUnreadable,
    DraftsUnwritable,
    Subject,
    read_drafts,
)
from tests.record.records import NOW, names, refuse

SITUATION = Subject("drill", "lost-parcels", Part.SITUATION)
TASK = Subject("drill", "lost-parcels", Part.TASK)
REVIEW = Subject("review")


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "starprep" / "drafts.json"


def test_a_draft_is_there_again_with_its_time_in_a_file_for_its_owner_alone(path: Path) -> None:
    Drafts.open(path, NOW).keep(SITUATION, "I noticed\n it", NOW)
    drafts = Drafts.open(path, NOW + timedelta(days=1))
    found = drafts.of(SITUATION)
    assert found is not None
    assert (found.text, found.time) == ("I noticed\n it", NOW)
    assert drafts.of(TASK) is None
    assert drafts.notice is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_subject_has_one_draft_the_latest(path: Path) -> None:
    drafts = Drafts.open(path, NOW)
    for subject, text in ((SITUATION, "one"), (TASK, "two"), (REVIEW, "three"), (TASK, "four")):
        drafts.keep(subject, text, NOW)
    texts = {subject: draft.text for subject, draft in read_drafts(path).items()}
    assert texts == {SITUATION: "one", TASK: "four", REVIEW: "three"}


@pytest.mark.parametrize("blank", ["", " \n\t"])
def test_a_cleared_or_emptied_draft_is_gone(path: Path, blank: str) -> None:
    drafts = Drafts.open(path, NOW)
    for subject in (SITUATION, TASK, REVIEW):
        drafts.keep(subject, "text", NOW)
    drafts.clear(SITUATION, NOW)
    drafts.keep(TASK, blank, NOW)
    assert list(read_drafts(path)) == [REVIEW]


def test_nothing_is_written_where_nothing_changes(path: Path) -> None:
    drafts = Drafts.open(path, NOW)
    drafts.clear(SITUATION, NOW)
    drafts.keep(SITUATION, "  ", NOW)
    assert not path.parent.exists()
    drafts.keep(SITUATION, "text", NOW)
    before = path.stat()
    drafts.keep(SITUATION, "text", NOW + timedelta(days=1))
    assert path.stat() == before


@given(text=st.text(st.characters()).filter(lambda text: as_typed(text).strip()))
def test_any_text_comes_back_without_what_could_steer_a_terminal(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "drafts.json"
    Drafts.open(path, NOW).keep(REVIEW, text, NOW)
    assert read_drafts(path)[REVIEW].text == as_typed(text)


def test_two_windows_keep_each_others_drafts(path: Path) -> None:
    one, other = Drafts.open(path, NOW), Drafts.open(path, NOW)
    one.keep(SITUATION, "mine", NOW)
    other.keep(TASK, "yours", NOW)
    one.clear(SITUATION, NOW)
    assert list(read_drafts(path)) == [TASK]


# -- in trouble ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        b"not json",
        b"[]",
        b"{}",
        b'{"format": 1, "drafts": [{"text": "no subject"}]}',
        b'{"format": true}',
        b'{"format": 1, "drafts": [], "more": 1}',
        b"\xff\xfe\x00",
    ],
)
def test_a_file_that_cannot_be_understood_is_kept_aside_and_told(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    drafts = Drafts.open(path, NOW)
    aside = path.with_name("drafts.unreadable-20260105T093015Z.json")
    assert aside.read_bytes() == raw
    assert drafts.notice is not None
    assert str(path) in drafts.notice
    assert aside.name in drafts.notice
    drafts.keep(REVIEW, "text", NOW)
    assert names(path.parent) == {path.name, aside.name}


def test_a_newer_file_is_left_as_it_is_and_drafts_are_held(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 2, "texts": {}}')
    drafts = Drafts.open(path, NOW)
    drafts.keep(REVIEW, "text", NOW)
    held = drafts.of(REVIEW)
    assert held is not None
    assert held.text == "text"
    assert "newer starprep" in (drafts.notice or "")
    assert json.loads(path.read_bytes()) == {"format": 2, "texts": {}}
    with pytest.raises(DraftsNewer):
        read_drafts(path)


def test_a_failed_write_is_told_and_made_good_by_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts.open(path, NOW)
    drafts.keep(SITUATION, "before", NOW)
    with monkeypatch.context() as full:
        full.setattr("starprep.writing.os.fsync", refuse)
        with pytest.raises(DraftsUnwritable, match="no space left"):
            drafts.keep(TASK, "held", NOW)
    assert list(read_drafts(path)) == [SITUATION]
    held = drafts.of(TASK)
    assert held is not None
    assert held.text == "held"
    drafts.keep(TASK, "held", NOW)
    assert list(read_drafts(path)) == [SITUATION, TASK]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open all")
def test_a_file_that_may_not_be_opened_is_unreadable(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{}")
    path.chmod(0)
    with pytest.raises(DraftsUnreadable, match="permission"):
        read_drafts(path)


def test_a_folder_in_its_place_is_moved_aside_with_all_in_it(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "note").write_text("mine")
    drafts = Drafts.open(path, NOW)
    drafts.keep(REVIEW, "text", NOW)
    (aside,) = path.parent.glob("drafts.unreadable-*")
    assert (aside / "note").read_text() == "mine"
    assert path.is_file()
