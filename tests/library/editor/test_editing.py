"""The editor on files: which files it reads, where its findings stand, what files share."""

import re
from pathlib import Path

from starprep.library.editor import overlap
from starprep.library.editor.editing import edit
from starprep.library.editor.finding import EditRule
from starprep.library.files import Files, files_in
from tests.examples import (
    line_of,
    principle_data,
    put,
    walkthrough_data,
    write_library,
    write_principle,
    write_tables,
    write_walkthrough,
)

ROOT = Path(__file__).parents[3]
EIGHT = "nine lives of a cat named after Tuesday"


def test_a_finding_stands_at_its_line_and_names_its_rule(tmp_path: Path) -> None:
    path = write_walkthrough(write_library(tmp_path) / "walkthroughs", id="other")
    problems = [each for each in edit(files_in([path]), files_in([tmp_path])) if each.path == path]
    pace = next(each for each in problems if each.key == "sections[3].example")
    assert pace.line == line_of(path, "Losses fell from 2% to zero, which saved")
    assert str(pace).endswith("use 40 to 52 words [pace]")
    assert problems == sorted(problems)


def test_files_that_are_wrong_in_form_are_left_to_the_other_check(tmp_path: Path) -> None:
    write_library(tmp_path)
    bad = write_walkthrough(tmp_path / "walkthroughs", id="bad", level="none")
    broken = tmp_path / "walkthroughs" / "broken.toml"
    broken.write_text("=")
    wrong = write_principle(tmp_path / "principles", id="wrong", name="")
    told = {each.path for each in edit(files_in([bad, broken, wrong]), files_in([tmp_path]))}
    assert told == set()


def test_a_run_of_eight_words_that_two_files_share_is_told_in_both(tmp_path: Path) -> None:
    write_library(tmp_path)
    first = write_tables(
        tmp_path / "walkthroughs" / "lost-parcels.toml",
        put(walkthrough_data(), "overview.summary", f"They had {EIGHT}."),
    )
    second = write_principle(
        tmp_path / "principles", essence=f"Not {EIGHT.replace('lives', 'lives,').upper()}?"
    )
    files = files_in([tmp_path])
    found = [each for each in edit(files, files) if "[own-words]" in each.fix]
    shared = [each for each in found if "nine lives" in each.what]
    assert {(each.path, each.key) for each in shared} == {
        (first, "overview.summary"),
        (second, "essence"),
    }
    told = next(each for each in shared if each.path == first)
    assert told.what == f'shares "{EIGHT.lower()}" with ownership.toml: essence'


def test_a_file_may_be_checked_by_another_name_than_the_library_has_for_it(tmp_path: Path) -> None:
    library = files_in([write_library(tmp_path)])
    same = tmp_path / "walkthroughs" / ".." / "walkthroughs" / "lost-parcels.toml"
    problems = edit(Files(walkthroughs=(same,)), library)
    assert problems
    assert not [each for each in problems if "own-words" in each.fix]


def test_seven_words_the_same_questions_and_a_files_own_words_may_be_shared() -> None:
    seven = " ".join(EIGHT.split()[:7])
    texts = dict(overlap.prose(put(walkthrough_data(), "overview.summary", f"{seven} one")))
    others = dict(overlap.prose(principle_data(essence=f"{seven} two")))
    shared = overlap.shared_runs({Path("a"): texts, Path("b"): others})
    assert shared == {Path("a"): [], Path("b"): []}
    question = "Tell me about a time when you had to wait for a bus"
    texts = dict(overlap.prose(walkthrough_data(question=question)))
    others = dict(overlap.prose(principle_data(questions=[question])))
    assert not overlap.shared_runs({Path("a"): texts, Path("b"): others})[Path("a")]


def test_a_follow_up_question_is_its_authors_own(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "probes[0].question", f"Why {EIGHT}?")
    assert ("probes", 0, "question") in dict(overlap.prose(data))


def test_what_gives_answers_away_over_the_library_is_told_of_its_folder(tmp_path: Path) -> None:
    write_library(tmp_path)
    options = ["It got better.", "Losses fell from two in a hundred to zero."]
    names = [f"story-{number}" for number in range(12)]
    for name in names:
        quiz_of = walkthrough_data()["quiz"][0] | {"options": options}
        write_walkthrough(tmp_path / "walkthroughs", id=name, quiz=[quiz_of])
    files = files_in([tmp_path])
    told = [each for each in edit(files, files) if each.path == tmp_path / "walkthroughs"]
    assert [each.what for each in told] == [
        "over the library, the right option is the longest in 13 of 13 questions",
        "over the library, the right option is options[1] in 13 of 13 questions",
    ]


def test_every_rule_has_its_reason_in_the_docs() -> None:
    reasons = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^## `([a-z-]+)`", reasons, re.MULTILINE))
    assert described == {rule.value for rule in EditRule}
