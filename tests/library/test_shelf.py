import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.files import Files, files_in
from starprep.library.key import Key
from starprep.library.parts import Level
from starprep.library.reading import read_principle, read_walkthrough
from starprep.library.shelf import Listing, QuizEntry, read_shelf
from starprep.library.text import one_line
from starprep.library.walkthrough import Walkthrough
from starprep.places import built_in_content
from tests.examples import (
    drop,
    line_of,
    principle_data,
    put,
    walkthrough_data,
    write_library,
    write_principle,
    write_tables,
    write_walkthrough,
)


def test_a_folder_holds_walkthroughs_and_principles_and_files_right_inside_it(
    tmp_path: Path,
) -> None:
    write_library(tmp_path)
    loose = write_walkthrough(tmp_path, id="loose")
    files = files_in([tmp_path])
    assert files.walkthroughs == (loose, tmp_path / "walkthroughs" / "lost-parcels.toml")
    assert files.principles == (
        tmp_path / "principles" / "customer-obsession.toml",
        tmp_path / "principles" / "ownership.toml",
    )


def test_a_folder_called_principles_holds_principles_right_inside_it(tmp_path: Path) -> None:
    path = write_principle(tmp_path / "principles")
    assert files_in([tmp_path / "principles"]) == Files(principles=(path,))


def test_a_folder_called_principles_is_known_by_its_name_from_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_principle(tmp_path / "principles").parent)
    assert files_in([Path()]).walkthroughs == ()
    assert files_in([Path("ownership.toml")]).principles == (Path("ownership.toml"),)


def test_hidden_files_other_files_and_deeper_folders_are_skipped(tmp_path: Path) -> None:
    write_walkthrough(tmp_path, stem=".hidden")
    write_walkthrough(tmp_path / "walkthroughs", stem=".#lost-parcels")
    write_walkthrough(tmp_path / "walkthroughs" / "deeper")
    (tmp_path / "walkthroughs" / "notes.md").write_text("notes")
    assert files_in([tmp_path]) == Files()


def test_a_folder_or_file_that_does_not_exist_holds_nothing(tmp_path: Path) -> None:
    assert files_in([tmp_path / "none", tmp_path / "none.toml"]) == Files()
    shelf = read_shelf([tmp_path / "none"])
    assert (shelf.principles, shelf.walkthroughs, shelf.problems) == ((), (), ())


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path / "drafts")
    assert files_in([path]) == Files(walkthroughs=(path,))


def test_a_file_reached_twice_counts_once_where_it_was_reached_first(tmp_path: Path) -> None:
    first = write_library(tmp_path / "first")
    second = write_library(tmp_path / "second")
    link = tmp_path / "link"
    link.symlink_to(first)
    files = files_in([first, second, first / "walkthroughs", link, first])
    assert files == files_in([first, second])
    assert [path.parent.parent for path in files.walkthroughs] == [first, second]
    assert files_in([first]) + files_in([second]) + files_in([link]) == files


def test_the_same_folder_twice_is_no_problem(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    once = read_shelf([folder])
    assert once.problems == ()
    assert read_shelf([folder, folder, folder / "walkthroughs"]) == once


def test_a_listing_and_a_heading_hold_what_the_files_say(tmp_path: Path) -> None:
    shelf = read_shelf([write_library(tmp_path)])
    (listing,) = shelf.walkthroughs
    assert (listing.id, listing.principle, listing.level) == (
        "lost-parcels",
        "ownership",
        Level.SDE2,
    )
    assert listing.path == tmp_path / "walkthroughs" / "lost-parcels.toml"
    assert listing.question == walkthrough_data()["question"]
    assert listing.scenario == walkthrough_data()["overview"]["scenario"]
    assert listing.tags == ("logistics", "unasked")
    assert listing.seconds == 175
    heading = shelf.principle("ownership")
    assert heading is not None
    assert (heading.name, heading.order) == ("Ownership", 2)
    assert heading.essence == principle_data()["essence"]


def test_principles_stand_by_their_place_and_walkthroughs_by_principle_and_id(
    tmp_path: Path,
) -> None:
    write_library(tmp_path)
    write_principle(tmp_path / "principles", id="a-last", order=99)
    put(other := principle_data(id="b-last"), "name", "B")
    write_tables(tmp_path / "principles" / "b-last.toml", drop(other, "order"))
    for name, principle in [("b", "a-last"), ("z", "customer-obsession"), ("a", "ownership")]:
        write_walkthrough(tmp_path, id=name, principle=principle)
    shelf = read_shelf([tmp_path])
    names = [heading.id for heading in shelf.principles]
    assert names == ["customer-obsession", "ownership", "a-last", "b-last"]
    assert [listing.id for listing in shelf.walkthroughs] == ["z", "a", "lost-parcels", "b"]
    assert shelf.principle_ids == set(names)


@pytest.mark.parametrize("left_out", ["order", "questions"])
def test_a_heading_says_what_the_full_reader_says(tmp_path: Path, left_out: str) -> None:
    path = write_tables(
        tmp_path / "principles" / "ownership.toml", drop(principle_data(), left_out)
    )
    (heading,) = read_shelf([tmp_path]).principles
    principle = read_principle(path).value
    assert principle is not None
    assert (heading.id, heading.name, heading.essence, heading.order, heading.path) == (
        principle.id,
        principle.name,
        principle.essence,
        principle.order,
        path,
    )


def test_what_is_asked_for_by_id_is_found_or_none(tmp_path: Path) -> None:
    shelf = read_shelf([write_library(tmp_path)])
    assert shelf.walkthrough("lost-parcels") == shelf.walkthroughs[0]
    assert shelf.principle("ownership") == shelf.principles[1]
    assert shelf.walkthrough("ownership") is None
    assert shelf.principle("lost-parcels") is None


@pytest.mark.parametrize(
    ("wanted", "matches"),
    [
        ("", True),
        ("lost", True),
        ("PARCEL logis", True),
        ("ownership", True),
        ("sde2 unasked", True),
        ("nobody  given", True),
        ("customer", False),
        ("lost treasure", False),
    ],
)
def test_a_filter_wants_every_word_somewhere_in_the_listing(
    tmp_path: Path, wanted: str, matches: bool
) -> None:
    (listing,) = read_shelf([write_library(tmp_path)]).walkthroughs
    assert listing.matches(wanted) is matches


def test_a_filter_knows_the_principles_name(tmp_path: Path) -> None:
    write_principle(tmp_path / "principles", name="Owning Straße")
    write_walkthrough(tmp_path)
    (listing,) = read_shelf([tmp_path]).walkthroughs
    assert listing.matches("owning STRASSE")


BAD = {
    "not-toml": "= 1",
    "not-there": "",
    "no-tables": "overview = 1",
    "odd-lists": 'principle = ["ownership"]\nsections = [1]\nid = "odd-lists"',
    "deep": "a = " + "[" * 5000,
}


@pytest.mark.parametrize("folder", ["walkthroughs", "principles"])
@pytest.mark.parametrize(("stem", "text"), BAD.items())
def test_a_bad_file_is_told_and_keeps_no_other_from_loading(
    tmp_path: Path, folder: str, stem: str, text: str
) -> None:
    write_library(tmp_path)
    good = read_shelf([tmp_path])
    bad = tmp_path / folder / f"{stem}.toml"
    bad.write_text(text)
    shelf = read_shelf([tmp_path])
    assert shelf.walkthroughs == good.walkthroughs
    assert shelf.principles == good.principles
    assert {problem.path for problem in shelf.problems} == {bad}


@pytest.mark.parametrize(
    "folder",
    [pytest.param("walkthroughs", id="walkthrough"), pytest.param("principles", id="principle")],
)
def test_a_link_to_nowhere_and_a_folder_named_like_a_file_are_told(
    tmp_path: Path, folder: str
) -> None:
    write_library(tmp_path)
    (tmp_path / folder / "a.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / folder / "b.toml").mkdir()
    shelf = read_shelf([tmp_path])
    assert len(shelf.walkthroughs) == 1
    assert [(each.path.name, each.line) for each in shelf.problems] == [
        ("a.toml", 0),
        ("b.toml", 0),
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "found-parcels"),
        ("id", 3),
        ("id", "lost\x1bparcels"),
        ("question", ""),
        ("question", 3),
        ("principle", "nowhere"),
        ("principle", ["ownership"]),
        ("principle", {"id": "ownership"}),
        ("level", "sde9"),
        ("level", {"a": 1}),
        ("tags", 3),
        ("tags[0]", 3),
        ("tags[0]", " "),
        ("overview", "x"),
        ("overview.scenario", 3),
        ("sections", 3),
        ("sections[0]", "x"),
        ("sections[0].target_seconds", "30"),
        ("sections[0].target_seconds", [30]),
    ],
)
def test_a_heading_that_cannot_be_listed_is_told_as_the_full_reader_tells_it(
    tmp_path: Path, key: str, value: Any
) -> None:
    write_library(tmp_path)
    path = tmp_path / "walkthroughs" / "lost-parcels.toml"
    write_tables(path, put(walkthrough_data(), key, value))
    shelf = read_shelf([tmp_path])
    assert shelf.walkthroughs == ()
    assert shelf.problems
    assert shelf.problems == read_walkthrough(path, shelf.principle_ids).problems


@pytest.mark.parametrize(
    ("key", "value"),
    [("id", "other"), ("id", 3), ("name", " "), ("essence", 3), ("order", "2"), ("order", 1.5)],
)
def test_a_principle_that_cannot_be_listed_is_told_as_the_full_reader_tells_it(
    tmp_path: Path, key: str, value: Any
) -> None:
    path = write_tables(tmp_path / "principles" / "a.toml", principle_data(id="a") | {key: value})
    shelf = read_shelf([tmp_path])
    assert shelf.principles == ()
    assert shelf.problems
    assert shelf.problems == read_principle(path).problems


@pytest.mark.parametrize("key", ["id", "question", "sections"])
def test_a_heading_that_lacks_a_key_is_told(tmp_path: Path, key: str) -> None:
    path = write_tables(tmp_path / "lost-parcels.toml", drop(walkthrough_data(), key))
    write_principle(tmp_path / "principles")
    write_principle(tmp_path / "principles", id="customer-obsession")
    shelf = read_shelf([tmp_path])
    assert shelf.walkthroughs == ()
    assert [(each.path, each.key, each.what) for each in shelf.problems] == [
        (path, key, "is missing")
    ]


@pytest.mark.parametrize("kind", ["walkthroughs", "principles"])
def test_of_two_files_with_one_id_the_earlier_stays_and_the_later_is_told_naming_both(
    tmp_path: Path, kind: str
) -> None:
    first, second = write_library(tmp_path / "z"), tmp_path / "a"
    if kind == "walkthroughs":
        later = write_walkthrough(second / kind, question="Another question?")
    else:
        later = write_principle(second / kind, name="Another name")
    shelf = read_shelf([first, second, first])
    assert shelf.principles == read_shelf([first]).principles
    assert shelf.walkthroughs == read_shelf([first]).walkthroughs
    (problem,) = shelf.problems
    assert (problem.path, problem.line, problem.key) == (later, line_of(later, "id = "), "id")
    assert problem.what == f'"{later.stem}" is already the id of {first / kind / later.name}'
    assert problem.fix == f"rename {later.name} and its id; the other file is used"


def test_a_bad_file_does_not_take_the_id_from_a_good_one(tmp_path: Path) -> None:
    bad = write_walkthrough(tmp_path / "first" / "walkthroughs", level="none")
    good = write_library(tmp_path / "second") / "walkthroughs" / "lost-parcels.toml"
    shelf = read_shelf([tmp_path / "first", tmp_path / "second"])
    assert [listing.path for listing in shelf.walkthroughs] == [good]
    assert {problem.path for problem in shelf.problems} == {bad}


def test_no_control_character_of_a_file_reaches_a_list(tmp_path: Path) -> None:
    write_principle(tmp_path / "principles", name="Own\x1b[2Jership", essence="Own\x07 it.\n")
    write_walkthrough(tmp_path, question="Tell\x1b me", tags=["a\x9bb"])
    put(data := walkthrough_data(id="other"), "overview.scenario", "One\x1b\n\ntwo\u202e")
    write_tables(tmp_path / "other.toml", data)
    shelf = read_shelf([tmp_path])
    lost, other = shelf.walkthrough("lost-parcels"), shelf.walkthrough("other")
    assert lost is not None
    assert other is not None
    assert (lost.question, lost.tags) == ("Tell\ufffd me", ("a\ufffdb",))
    assert other.scenario == "One\ufffd\n\ntwo\ufffd"
    assert shelf.principles[0].name == "Own\ufffd[2Jership"
    assert shelf.principles[0].essence == "Own\ufffd it."
    assert "\x1b" not in lost.words


TEXTS = st.text(st.sampled_from("aß \n\té.\N{NO-BREAK SPACE}\N{ZERO WIDTH JOINER}"), max_size=8)
STORIES = st.fixed_dictionaries(
    {},
    optional={
        "question": TEXTS.map("a{}".format),
        "tags": st.lists(TEXTS.map("{}b".format), max_size=3),
        "level": st.sampled_from(Level).map(str),
        "principle": st.sampled_from(["ownership", "frugality"]),
        "overview.scenario": st.lists(TEXTS.map("{}c".format), min_size=1).map("\n\n".join),
        "sections[0].target_seconds": st.integers(1, 35),
        "sections[2].target_seconds": st.integers(1, 95),
        "quiz[0].answer": st.integers(0, 1),
    },
)
ODD = st.none() | st.booleans() | st.integers(-5, 200) | TEXTS | st.lists(TEXTS, max_size=2)


@given(STORIES, st.sampled_from(["question", "tags[0]", "level", "sections", "overview"]), ODD)
def test_whatever_the_full_reader_accepts_is_listed_with_the_same_heading(
    tmp_path_factory: pytest.TempPathFactory, story: dict[str, Any], odd_key: str, odd: Any
) -> None:
    folder = write_library(tmp_path_factory.mktemp("content"))
    write_principle(folder / "principles", id="frugality")
    changes = story if odd is None else {odd_key: odd}
    data = walkthrough_data()
    for key, value in changes.items():
        put(data, key, value)
    path = write_tables(folder / "walkthroughs" / "lost-parcels.toml", data)
    shelf = read_shelf([folder])
    listing = shelf.walkthrough("lost-parcels")
    reading = read_walkthrough(path, shelf.principle_ids)
    if listing is None:
        assert shelf.problems == reading.problems != ()
    elif reading.value is not None:
        assert shelf.problems == ()
        assert heading_of(reading.value) == (
            listing.id,
            listing.question,
            listing.principle,
            listing.level,
            listing.tags,
            one_line(listing.scenario),
            listing.seconds,
        )


def heading_of(story: Walkthrough) -> tuple[object, ...]:
    return (
        story.id,
        one_line(story.question),
        story.principle,
        story.level,
        tuple(map(one_line, story.tags)),
        one_line(story.overview.scenario if story.overview else ""),
        story.seconds,
    )


def test_the_content_that_comes_with_starprep_has_no_problems() -> None:
    shelf = read_shelf([built_in_content()])
    assert shelf.problems == ()
    assert len(shelf.principles) == 16
    assert [heading.order for heading in shelf.principles] == list(range(1, 17))
    assert "webhook-drop-rate" in {listing.id for listing in shelf.walkthroughs}
    for listing in shelf.walkthroughs:
        assert read_walkthrough(listing.path, shelf.principle_ids).problems == ()
    for heading in shelf.principles:
        assert read_principle(heading.path).problems == ()


@pytest.mark.parametrize("other", ["", "textual, rich, pydantic"], ids=["light", "control"])
def test_a_shelf_is_read_without_the_models_and_the_screens(tmp_path: Path, other: str) -> None:
    code = f"""\
import sys
from pathlib import Path
from starprep.library.shelf import read_shelf
{f"import {other}" if other else ""}
shelf = read_shelf([Path(sys.argv[1])])
assert len(shelf.walkthroughs) == 1 and not shelf.problems
print(sorted({{"pydantic", "textual", "rich"}} & set(sys.modules)))
"""
    run = subprocess.run(
        [sys.executable, "-c", code, str(write_library(tmp_path))],
        capture_output=True,
        text=True,
        check=True,
    )
    expected = ["pydantic", "rich", "textual"] if other else []
    assert run.stdout == f"{expected}\n"


def test_listings_are_compared_by_all_they_hold(tmp_path: Path) -> None:
    (one,) = read_shelf([write_library(tmp_path)]).walkthroughs
    assert isinstance(one, Listing)
    assert "words='lost-parcels" not in repr(one)


@pytest.mark.parametrize("text", ["id = [", 'format = 1\nid = "ownership"\nname = "Ownership"\n'])
def test_a_faulty_principle_keeps_no_walkthrough_from_the_shelf(tmp_path: Path, text: str) -> None:
    library = write_library(tmp_path)
    faulty = library / "principles" / "ownership.toml"
    faulty.write_text(text)
    shelf = read_shelf([library])
    assert [listing.id for listing in shelf.walkthroughs] == ["lost-parcels"]
    assert {problem.path for problem in shelf.problems} == {faulty}
    heading = shelf.principle("ownership")
    assert heading is not None
    assert "has a problem" in heading.essence


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("level:sde2", True),
        ("level:sde", True),
        ("level:senior", False),
        ("Level:SDE2 tag:logistics", True),
        ("tag:logi", True),
        ("tag:gistics", False),
        ("principle:owner", True),
        ("principle:dive-deep", False),
        ("tag: parcels", True),
        ("question:parcels", False),
        ("tag:logistics zebra", False),
    ],
)
def test_a_filter_may_say_where_to_look(tmp_path: Path, wanted: str, found: bool) -> None:
    (one,) = read_shelf([write_library(tmp_path)]).walkthroughs
    assert one.matches(wanted) is found


def test_a_listing_knows_its_quiz(tmp_path: Path) -> None:
    (one,) = read_shelf([write_library(tmp_path)]).walkthroughs
    key = Key(None, "Which line shows the result best?", "Losses fell from 2% to zero.")
    assert one.quiz == (QuizEntry(key, "easy"),)
    why = "Why did you not tell the other team?"
    assert one.probes == (Key(None, why, "The label, not the news."),)


def test_a_listing_and_a_walkthrough_know_their_questions_by_the_same_keys(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    data = walkthrough_data()
    data["quiz"][0] |= {"id": "result-line", "prompt": " Which  line\nshows it? "}
    data["probes"][0] |= {"id": "other-team"}
    path = write_walkthrough(folder / "walkthroughs", **data)
    walkthrough = read_walkthrough(path, {"ownership", "customer-obsession"}).value
    (one,) = read_shelf([folder]).walkthroughs
    assert walkthrough is not None
    assert [each.key for each in one.quiz] == [each.key for each in walkthrough.quiz]
    assert list(one.probes) == [each.key for each in walkthrough.probes]
    assert one.quiz[0].key.id == "result-line"
