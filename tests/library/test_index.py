"""The index: what is known need not be read again, and nothing else ever changes by it."""

import json
import os
import stat
from pathlib import Path

import pytest

from starprep.library import summaries
from starprep.library.index import Index
from starprep.library.reading import parse
from starprep.library.shelf import read_shelf
from tests.examples import write_library, write_principle, write_walkthrough
from tests.record.records import refuse


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened to be read."""
    names: list[str] = []

    def watched(path: Path) -> object:
        names.append(path.name)
        return parse(path)

    monkeypatch.setattr("starprep.library.summaries.parse", watched)
    return names


def kept(tmp_path: Path, index: Index) -> Index:
    index.write(tmp_path / "cache" / "index.json")
    return Index.read(tmp_path / "cache" / "index.json")


def test_what_is_known_is_not_read_again_and_says_the_same(
    tmp_path: Path, opened: list[str]
) -> None:
    folder = write_library(tmp_path)
    index = Index()
    first = read_shelf([folder], index)
    assert len(opened) == 3
    assert read_shelf([folder], kept(tmp_path, index)) == first
    assert len(opened) == 3


def test_a_file_that_changed_is_read_again(tmp_path: Path, opened: list[str]) -> None:
    folder = write_library(tmp_path)
    index = Index()
    read_shelf([folder], index)
    opened.clear()
    write_walkthrough(folder / "walkthroughs", question="Tell me about another time.")
    (listing,) = read_shelf([folder], kept(tmp_path, index)).walkthroughs
    assert listing.question == "Tell me about another time."
    assert opened == ["lost-parcels.toml"]


def test_a_file_that_keeps_its_size_is_read_again_when_its_time_changed(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    index = Index()
    read_shelf([folder], index)
    path = write_walkthrough(folder / "walkthroughs", tags=["logistics", "UNASKED"])
    os.utime(path, ns=(1, 1))
    (listing,) = read_shelf([folder], kept(tmp_path, index)).walkthroughs
    assert listing.tags == ("logistics", "UNASKED")


def test_a_principles_new_name_is_found_by_the_filter_of_a_known_walkthrough(
    tmp_path: Path,
) -> None:
    folder = write_library(tmp_path)
    index = Index()
    read_shelf([folder], index)
    write_principle(folder / "principles", name="Proprietorship")
    (listing,) = read_shelf([folder], kept(tmp_path, index)).walkthroughs
    assert listing.matches("proprietor")


def test_a_file_with_a_problem_is_told_every_time(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    write_walkthrough(folder / "walkthroughs", id="bad", level="none")
    index = Index()
    first = read_shelf([folder], index)
    assert len(first.problems) == 1
    assert read_shelf([folder], kept(tmp_path, index)).problems == first.problems


def test_only_so_many_new_files_are_read_and_the_rest_is_left_for_later(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    for name in ("more", "most"):
        write_walkthrough(folder / "walkthroughs", id=name)
    index = Index()
    some = read_shelf([folder], index, most=1)
    assert [each.id for each in some.walkthroughs] == ["lost-parcels"]
    assert [path.stem for path in some.unread] == ["more", "most"]
    for path in some.unread:
        summaries.summary_of(path, summaries.walkthrough_summary, index, [])
    everything = read_shelf([folder], index, most=0)
    assert everything == read_shelf([folder])
    assert everything.unread == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 99}', '{"format": 1, "basis": "", "files": {"a": 3}}']
)
def test_an_index_that_cannot_be_used_is_empty(tmp_path: Path, text: str) -> None:
    folder = write_library(tmp_path / "content")
    path = tmp_path / "index.json"
    path.write_text(text)
    assert read_shelf([folder], Index.read(path)) == read_shelf([folder])


def test_cards_that_no_file_could_have_are_read_anew(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    index = Index()
    read_shelf([folder], index)
    path = tmp_path / "index.json"
    index.write(path)
    data = json.loads(path.read_text())
    for entry in data["files"].values():
        entry[-1] = {"id": 3}
    path.write_text(json.dumps(data))
    assert read_shelf([folder], Index.read(path)) == read_shelf([folder])


def test_where_it_cannot_be_written_nothing_happens(tmp_path: Path) -> None:
    index = Index()
    read_shelf([write_library(tmp_path / "content")], index)
    (tmp_path / "file").write_text("")
    index.write(tmp_path / "file" / "index.json")
    assert (tmp_path / "file").read_text() == ""


def test_files_that_are_gone_are_forgotten_and_an_unchanged_index_is_not_written(
    tmp_path: Path,
) -> None:
    folder = write_library(tmp_path / "content")
    gone = write_walkthrough(folder / "walkthroughs", id="gone")
    index = Index()
    read_shelf([folder], index)
    gone.unlink()
    again = kept(tmp_path, index)
    path = tmp_path / "cache" / "index.json"
    assert "gone.toml" not in path.read_text()
    assert [each.name for each in path.parent.iterdir()] == ["index.json"]
    path.unlink()
    again.write(path)
    assert not path.exists()


def test_a_file_is_sound_until_it_changes_or_is_judged_otherwise(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    path = folder / "walkthroughs" / "lost-parcels.toml"
    index = Index()
    index.judge_by("one")
    read_shelf([folder], index)
    assert not index.is_sound(path)
    index.mark_sound(path)
    again = kept(tmp_path, index)
    again.judge_by("one")
    assert again.is_sound(path)
    write_walkthrough(folder / "walkthroughs", question="Tell me more.")
    read_shelf([folder], again)
    assert not again.is_sound(path)
    index.judge_by("two")
    assert not index.is_sound(path)


def test_a_full_disk_leaves_the_old_index_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index()
    read_shelf([write_library(tmp_path / "content")], index)
    path = tmp_path / "cache" / "index.json"
    path.parent.mkdir()
    path.write_text("old")
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        index.write(path)
    assert [each.name for each in path.parent.iterdir()] == ["index.json"]
    assert path.read_text() == "old"
    path.chmod(0o644)
    index.write(path)
    assert Index.read(path).summary(tmp_path / "content" / "walkthroughs" / "lost-parcels.toml")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
