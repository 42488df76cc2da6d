import tomllib
from pathlib import Path
from typing import Any

import pytest

from starprep.library.problems import Problem
from starprep.library.reading import PLACEHOLDER, read_walkthrough
from starprep.library.shelf import read_shelf
from starprep.library.skeleton import skeleton, write_skeleton
from tests.examples import put, write_library, write_tables

PRINCIPLES = ("customer-obsession", "frugality", "ownership")


def placeholders(value: Any) -> list[str]:
    """Return every placeholder in `value`, in order."""
    if isinstance(value, str):
        return [value] if value.startswith(PLACEHOLDER) else []
    each = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in each for text in placeholders(item)]


def problems(path: Path) -> tuple[Problem, ...]:
    return read_walkthrough(path, PRINCIPLES).problems


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "new" / "walkthroughs" / "my-story.toml"
    write_skeleton(path, "frugality")
    return path


def test_it_is_toml_named_after_its_file(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert data == skeleton("my-story", "frugality")
    assert (data["format"], data["id"], data["principle"]) == (1, "my-story", "frugality")


def test_its_only_problems_are_texts_that_are_still_to_be_written(path: Path) -> None:
    wanted = placeholders(tomllib.loads(path.read_text(encoding="utf-8")))
    assert wanted
    assert {each.what for each in problems(path)} == {"is still to be written"}
    assert sorted(each.fix for each in problems(path)) == sorted(
        "replace it: " + text.removeprefix(PLACEHOLDER).lstrip(": …") for text in wanted
    )


def test_each_problem_stands_on_the_line_of_its_text_and_says_what_to_write(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for problem in problems(path):
        what = problem.fix.removeprefix("replace it: ")
        assert what
        assert what in lines[problem.line - 1]
        assert problem.key.split(".")[-1].split("[")[0] in "".join(lines[: problem.line])


def test_replacing_every_text_leaves_no_problems(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(f"{PLACEHOLDER}: ", "")
    path.write_text(text, encoding="utf-8")
    reading = read_walkthrough(path, PRINCIPLES)
    assert reading.problems == ()
    assert reading.value is not None
    assert reading.value.id == "my-story"


def test_replacing_one_text_after_another_leaves_only_the_rest_to_write(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    while found := problems(path):
        assert {each.what for each in found} == {"is still to be written"}
        for problem in found[::7]:
            put(data, problem.key, problem.fix.removeprefix("replace it: "))
        write_tables(path, data)
        assert len(problems(path)) < len(found)
    assert read_walkthrough(path, PRINCIPLES).value is not None


@pytest.mark.parametrize("principle", ["ownership", "customer-obsession", "frugality"])
def test_it_adapts_the_story_to_a_principle_other_than_its_own(
    tmp_path: Path, principle: str
) -> None:
    path = tmp_path / "my-story.toml"
    write_skeleton(path, principle)
    assert {each.what for each in problems(path)} == {"is still to be written"}


def test_its_targets_keep_the_shares_of_a_good_answer_and_fit_its_level() -> None:
    data = skeleton("my-story", "ownership")
    targets = {section["part"]: section["target_seconds"] for section in data["sections"]}
    whole = sum(targets.values())
    assert whole / 2 <= targets["action"] <= whole * 2 / 3
    assert targets["situation"] + targets["task"] <= whole / 3
    limits = {guide["level"]: guide["seconds"] for guide in data["levels"]}
    assert limits["sde2"][0] <= whole <= limits["sde2"][1]


def test_its_examples_say_how_many_words_fit_their_seconds() -> None:
    sections = skeleton("my-story", "ownership")["sections"]
    for section in sections:
        words = f"in about {section['target_seconds'] * 5 // 2} words"
        examples = section.get("examples", {"": section.get("example")})
        assert all(words in example for example in examples.values())


def test_the_answer_of_its_question_is_the_option_that_says_so() -> None:
    (question,) = skeleton("my-story", "ownership")["quiz"]
    assert "the right answer" in question["options"][question["answer"]]


def test_it_is_listed_before_it_is_written(tmp_path: Path) -> None:
    write_skeleton(write_library(tmp_path) / "walkthroughs" / "my-story.toml", "ownership")
    shelf = read_shelf([tmp_path])
    assert shelf.problems == ()
    assert [listing.id for listing in shelf.walkthroughs] == ["lost-parcels", "my-story"]


def test_a_file_that_is_there_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "my-story.toml"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_skeleton(path, "ownership")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("stem", ['a"b', "a\\b", "ünï"])
def test_a_name_that_is_no_id_is_told_and_breaks_nothing(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.toml"
    write_skeleton(path, "ownership")
    told = [each for each in problems(path) if each.what != "is still to be written"]
    assert [(each.key, each.what) for each in told] == [("id", f'is "{stem}"')]
