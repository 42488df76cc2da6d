"""The library: what it offers, what it reads at once, and what reading on brings."""

from pathlib import Path

import pytest

from starprep.library.browse import Grouping
from starprep.library.index import Index
from starprep.library.library import Library, Progress
from starprep.library.problems import Problem
from starprep.library.shelf import Shelf
from tests.examples import put, walkthrough_data, write_library, write_tables, write_walkthrough

IDS = ["high-up", "lost-parcels", "more-parcels"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three walkthroughs on one principle, one of them senior."""
    content = write_library(tmp_path / "content")
    write_walkthrough(content / "walkthroughs", id="more-parcels")
    write_walkthrough(content / "walkthroughs", id="high-up", level="senior")
    return content


def offered(library: Library) -> list[str]:
    return sorted(each.id for each in library.offered)


def test_what_has_a_problem_is_no_longer_offered_and_told_once(folder: Path) -> None:
    library = Library([folder])
    listing = library.listing("high-up")
    assert listing is not None
    problem = Problem(listing.path, 3, "quiz", "is wrong", "mend it")
    library.take([problem])
    library.take([problem])
    assert library.problems == {listing.path: [problem]}
    assert offered(library) == IDS[1:]
    library.take(library.shelf)  # and it stays so when more is read
    assert offered(library) == IDS[1:]
    assert "level:senior" not in library.words


def test_groups_are_of_what_is_wanted(folder: Path) -> None:
    groups = Library([folder]).groups(Grouping.PRINCIPLE, "level:senior")
    assert [(each.word, len(each.listings)) for each in groups] == [("principle:ownership", 1)]


def test_a_walkthrough_is_read_whole_or_its_problems_are_kept(folder: Path) -> None:
    library = Library([folder])
    whole = library.walkthrough("lost-parcels")
    assert whole is not None
    assert whole.id == "lost-parcels"
    path = folder / "walkthroughs" / "lost-parcels.toml"
    write_tables(path, put(walkthrough_data(), "quiz[0].answer", 9))
    assert library.walkthrough("lost-parcels") is None
    assert [each.key for each in library.problems[path]] == ["quiz[0].answer"]
    assert library.walkthrough("not-there") is None


def test_a_principle_whose_file_has_gone_wrong_is_what_the_list_knows_of_it(folder: Path) -> None:
    library = Library([folder])
    principle = library.principle("ownership")
    assert principle is not None
    assert principle.name == library.principle_names["ownership"]
    (folder / "principles" / "ownership.toml").write_text("broken")
    again = library.principle("ownership")
    assert again is not None
    assert (again.name, again.looks_like) == (principle.name, ())
    assert library.principle("not-there") is None


def test_only_so_many_new_files_are_read_at_once_but_always_the_one_that_is_wanted(
    folder: Path,
) -> None:
    assert offered(Library([folder], most=1)) == IDS[:1]
    assert offered(Library([folder], most=0, wanted="more-parcels")) == IDS[2:]
    assert offered(Library([folder])) == IDS


def test_reading_on_brings_the_rest_and_what_is_wrong_deep_inside(
    tmp_path: Path, folder: Path
) -> None:
    broken = folder / "walkthroughs" / "more-parcels.toml"
    data = put(put(walkthrough_data(), "quiz[0].answer", 9), "id", "more-parcels")
    write_tables(broken, data)
    index = tmp_path / "index.json"
    library = Library([folder], index, most=1)
    news = list(library.read_on("1.0"))
    assert offered(library) == IDS[:1]  # nothing changes until it is taken in
    progress, shelf, problems = news
    assert progress == Progress(0, 2)
    assert isinstance(shelf, Shelf)
    library.take(shelf)
    assert offered(library) == IDS
    assert isinstance(problems, tuple)
    assert [problem.path for problem in problems if isinstance(problem, Problem)] == [broken]
    assert offered(Library([folder], index, most=0)) == IDS  # all are known at the next start


def test_reading_that_is_given_up_keeps_what_is_known_by_then(tmp_path: Path, folder: Path) -> None:
    index = tmp_path / "index.json"
    reading = Library([folder], index, most=1).read_on("1.0")
    next(reading)
    reading.close()
    known = Index.read(index)
    paths = sorted((folder / "walkthroughs").iterdir())
    assert [known.summary(path) is not None for path in paths] == [True, False, False]
