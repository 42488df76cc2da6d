"""Found stories as files: what the tables hold, and that no file is ever overwritten."""

import stat
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from starprep.library.library import Library
from starprep.library.parts import Part
from starprep.stories.importing.found import FoundPrinciple, FoundProbe, FoundStory
from starprep.stories.importing.write_stories import State, plan, tables, write_story
from tests.examples import write_principle

STORY = FoundStory(
    id="the-outage",
    title="The outage",
    question="When did you fail?",
    principles=(FoundPrinciple("Raising the Bar"), FoundPrinciple("Ownership", "ownership")),
    parts={Part.SITUATION: "I ran it.", Part.ACTION: "I moved it.", Part.REFLECTION: "Look."},
    probes=(FoundProbe("Why?", "Because."), FoundProbe("Who?")),
    also_asks=("What broke?",),
    tags=("ops", "ops"),
)


def write(*stories: FoundStory, folder: Path) -> None:
    for each in plan(stories, folder):
        write_story(each)


def test_the_tables_hold_what_a_story_of_ones_own_needs() -> None:
    assert tables(STORY, "the-outage") == {
        "format": 1,
        "id": "the-outage",
        "title": "The outage",
        "question": "When did you fail?",
        "principle": "ownership",
        "tags": ["ops", "Raising the Bar"],
        "also_asks": ["What broke?"],
        "sections": [
            {"part": "situation", "example": "I ran it."},
            {"part": "action", "example": "I moved it."},
            {"part": "reflection", "example": "Look."},
        ],
        "probes": [{"question": "Why?", "strong": {"reply": "Because."}}, {"question": "Who?"}],
    }


def test_without_a_question_the_title_is_asked() -> None:
    bare = replace(STORY, question=None, principles=(), probes=(), also_asks=(), tags=())
    held = tables(bare, "the-outage")
    assert held["question"] == "Tell me about “The outage”."
    assert set(held) == {"format", "id", "title", "question", "sections"}


def test_a_story_is_written_for_its_owner_alone_and_is_there_the_second_time(
    tmp_path: Path,
) -> None:
    write(STORY, folder=tmp_path)
    (path,) = tmp_path.iterdir()
    assert path.name == "the-outage.toml"
    assert tomllib.loads(path.read_text(encoding="utf-8")) == tables(STORY, "the-outage")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (again,) = plan([STORY], tmp_path)
    assert (again.state, again.path) == (State.SAME, path)


def test_what_changed_is_told_and_the_file_stays(tmp_path: Path) -> None:
    write(STORY, folder=tmp_path)
    before = (tmp_path / "the-outage.toml").read_bytes()
    parts = {**STORY.parts, Part.ACTION: "I moved all of it.", Part.RESULT: "It stood."}
    (planned,) = plan([replace(STORY, parts=parts, probes=())], tmp_path)
    assert (planned.state, planned.changes) == (State.CHANGED, ("action", "follow-ups", "result"))
    with pytest.raises(FileExistsError):
        write_story(planned)
    assert (tmp_path / "the-outage.toml").read_bytes() == before


def test_what_was_added_by_hand_is_no_change(tmp_path: Path) -> None:
    write(STORY, folder=tmp_path)
    path = tmp_path / "the-outage.toml"
    path.write_text('level = "sde2"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert plan([STORY], tmp_path)[0].state is State.SAME


def test_another_story_of_the_same_name_gets_a_name_of_its_own(tmp_path: Path) -> None:
    other = replace(STORY, question="What else?", parts={Part.TASK: "Another."}, probes=())
    write(STORY, folder=tmp_path)
    write(other, folder=tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "the-outage-2.toml",
        "the-outage.toml",
    ]
    assert [each.state for each in plan([STORY, other], tmp_path)] == [State.SAME, State.SAME]
    (planned,) = plan([replace(STORY, id="taken")], tmp_path, {"taken"})
    assert planned.path.name == "taken-2.toml"


def test_a_broken_file_of_that_name_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "the-outage.toml").write_text("[[", encoding="utf-8")
    (planned,) = plan([STORY], tmp_path)
    assert (planned.state, planned.path.name) == (State.NEW, "the-outage-2.toml")


def test_what_is_written_is_a_story_of_the_library(tmp_path: Path) -> None:
    write(STORY, folder=tmp_path)
    write_principle(tmp_path / "principles")
    library = Library([tmp_path])
    (listing,) = library.offered
    assert listing.title == "The outage"
    story = library.walkthrough("the-outage")
    assert story is not None
    assert {part: story.section(part).example for part in story.parts} == STORY.parts
