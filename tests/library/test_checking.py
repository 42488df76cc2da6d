from pathlib import Path

import pytest

from starprep.library.checking import check, check_walkthroughs
from starprep.library.files import Files, files_in
from starprep.library.shelf import read_shelf
from starprep.places import built_in_content
from tests.examples import line_of, write_library, write_principle, write_walkthrough


def test_a_library_without_problems_has_none(tmp_path: Path) -> None:
    files = files_in([write_library(tmp_path)])
    assert check(files, files) == ()
    assert check(files, Files()) == ()


def test_the_content_that_comes_with_starprep_has_no_problems() -> None:
    files = files_in([built_in_content()])
    assert check(files, files) == ()


def test_a_walkthrough_may_name_the_principles_of_the_library(tmp_path: Path) -> None:
    library = files_in([write_library(tmp_path / "library")])
    asked = files_in([write_walkthrough(tmp_path / "drafts", id="draft")])
    assert check(asked, library) == ()
    assert [problem.key for problem in check(asked, Files())] == [
        "principle",
        "adaptations[0].principle",
    ]


def test_only_the_files_asked_for_are_told(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    write_walkthrough(library / "walkthroughs", id="bad", level="none")
    (library / "principles" / "bad.toml").write_text("=")
    draft = files_in([write_walkthrough(tmp_path / "drafts", id="draft")])
    assert check(draft, files_in([library])) == ()


def test_every_problem_of_every_file_is_told_by_file_and_line(tmp_path: Path) -> None:
    write_library(tmp_path)
    late = write_walkthrough(tmp_path / "walkthroughs", id="z", question="", tags=[""])
    early = write_principle(tmp_path / "principles", id="a", name="", essence="")
    broken = tmp_path / "walkthroughs" / "broken.toml"
    broken.write_text("a = 1\nb\n")
    files = files_in([tmp_path])
    assert [(each.path, each.line, each.key) for each in check(files, files)] == [
        (early, line_of(early, "name"), "name"),
        (early, line_of(early, "essence"), "essence"),
        (broken, 2, ""),
        (late, line_of(late, 'question = ""'), "question"),
        (late, line_of(late, '    ""'), "tags[0]"),
    ]


def test_a_fault_in_a_principle_is_not_told_again_where_it_is_named(tmp_path: Path) -> None:
    write_library(tmp_path)
    bad = write_principle(tmp_path / "principles", name="")
    files = files_in([tmp_path])
    assert [problem.path for problem in check(files, files)] == [bad]


@pytest.mark.parametrize("kind", ["walkthroughs", "principles"])
@pytest.mark.parametrize("asked", ["both", "later"])
def test_of_two_files_with_one_id_the_later_is_told_naming_both(
    tmp_path: Path, kind: str, asked: str
) -> None:
    first = write_library(tmp_path / "z")
    write = write_walkthrough if kind == "walkthroughs" else write_principle
    later = write(tmp_path / "a" / kind)
    both = [first, tmp_path / "a"]
    (problem,) = check(files_in(both if asked == "both" else [later]), files_in(both))
    assert (problem.path, problem.line, problem.key) == (later, line_of(later, "id = "), "id")
    assert problem.what == f'"{later.stem}" is already the id of {first / kind / later.name}'
    assert problem.fix == f"rename {later.name} and its id; the other file is used"
    assert problem in read_shelf(both).problems


def test_the_file_whose_id_another_takes_is_not_told(tmp_path: Path) -> None:
    first, later = write_library(tmp_path / "z"), write_walkthrough(tmp_path / "a")
    library = files_in([first, later.parent])
    assert check(files_in([first]), library) == ()
    assert check(files_in([first / "walkthroughs" / later.name]), library) == ()


def test_a_file_with_the_id_of_another_leaves_it_to_the_file_of_that_name(tmp_path: Path) -> None:
    write_library(tmp_path)
    copy = write_walkthrough(tmp_path / "walkthroughs", stem="a-copy")
    files = files_in([tmp_path])
    owner = tmp_path / "walkthroughs" / "lost-parcels.toml"
    assert [(each.path, each.key, each.what) for each in check(files, files)] == [
        (copy, "id", f'"lost-parcels" is already the id of {owner}'),
        (copy, "id", '"lost-parcels" is not the file\'s name'),
    ]
    assert [listing.path for listing in read_shelf([tmp_path]).walkthroughs] == [owner]


def test_a_file_reached_by_two_ways_does_not_clash_with_itself(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    (tmp_path / "link").symlink_to(folder)
    assert check(files_in([tmp_path / "link"]), files_in([folder])) == ()


def test_files_without_an_id_do_not_clash(tmp_path: Path) -> None:
    write_library(tmp_path)
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.toml").write_text("format = 1\nid = 1\n")
    files = files_in([tmp_path])
    told = [each.what for each in check(files, files) if each.key == "id"]
    assert told == ["is a whole number", "is a whole number"]


def test_walkthroughs_are_checked_against_the_principles_given(tmp_path: Path) -> None:
    one, two = write_walkthrough(tmp_path, id="one"), write_walkthrough(tmp_path, id="two")
    told = check_walkthroughs([two, one], ["ownership"])
    assert [(each.path, each.key) for each in told] == [
        (two, "adaptations[0].principle"),
        (one, "adaptations[0].principle"),
    ]
