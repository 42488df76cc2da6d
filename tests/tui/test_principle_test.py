"""A test over several walkthroughs: of one principle, or mixed."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from starprep.practice.mode import Mode, Request
from starprep.record.file import Record
from starprep.tui.app import StarprepApp
from tests.examples import write_library, write_walkthrough
from tests.practice.times import START
from tests.record.happened import quiz
from tests.tui.driver import (
    BUILT_IN,
    Size,
    app_in,
    at_every_size,
    footer,
    headline,
    inside,
    kept,
    press,
    prose,
    settle,
    shown,
)


def library(folder: Path) -> Path:
    """Write two walkthroughs on ownership and one on customer obsession, six questions each."""
    write_library(folder)
    others = {"emphasize": ["This."], "downplay": ["That."], "lead": "It."}
    for name, principle, other in [
        ("lost-parcels", "ownership", "customer-obsession"),
        ("late-train", "ownership", "customer-obsession"),
        ("angry-caller", "customer-obsession", "ownership"),
    ]:
        write_walkthrough(
            folder / "walkthroughs",
            id=name,
            principle=principle,
            adaptations=[{"principle": other, **others}],
            quiz=[
                {
                    "prompt": f"{name}, {difficulty} {number}?",
                    "options": ["Yes, right", "No, wrong"],
                    "answer": 0,
                    "explanation": f"Reason of {name}, {difficulty} {number}.",
                    "difficulty": difficulty,
                }
                for difficulty in ("easy", "medium", "hard")
                for number in (1, 2)
            ],
        )
    return folder


async def answer(pilot: Pilot[None], app: StarprepApp, *, right: bool) -> None:
    """Choose the right or the wrong option of the question in sight, and go on."""
    first = "Yes, right" in shown(app, "#options").split("\n")[0]
    await press(pilot, f"{1 if first is right else 2} enter")


async def test_ten_questions_on_the_principle_from_easy_to_hard(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "down t") as pilot:
        seen = []
        for number in range(1, 11):
            assert f"{number} of 10" in shown(app, "TopBar")
            assert "starprep / Ownership" in prose(app, "TopBar")
            seen.append(prose(app, "#prompt"))
            await answer(pilot, app, right=True)
        assert headline(app) == "10 of 10 right at the first try"
        assert "Nothing to reread." in prose(app)
    assert [each.split()[1] for each in seen] == ["easy"] * 3 + ["medium"] * 4 + ["hard"] * 3
    assert len(set(seen)) == 10
    assert not any("angry-caller" in each for each in seen)
    events = kept(app)
    assert {event["walkthrough"] for event in events} == {"lost-parcels", "late-train"}
    assert {event["kind"] for event in events} == {"quiz"}


async def test_a_mixed_test_is_over_all_principles(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "m") as pilot:
        assert "starprep / Mixed test" in prose(app, "TopBar")
        for _ in range(10):
            await answer(pilot, app, right=True)
    asked = [event["walkthrough"] for event in kept(app)]
    assert asked.count("angry-caller") == 5  # half of it: the questions are spread


async def test_the_result_says_by_difficulty_and_story_what_to_reread(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "down t", (120, 60)) as pilot:
        missed = prose(app, "#prompt")
        await answer(pilot, app, right=False)
        for _ in range(9):
            await answer(pilot, app, right=True)
        assert "missed ones: 1 of 1" in shown(app, "TopBar")
        await answer(pilot, app, right=True)
        assert headline(app) == "9 of 10 right at the first try"
        assert "easy 2 of 3 medium 4 of 4 hard 3 of 3" in prose(app)
        story = missed.partition(",")[0].replace("-", " ").capitalize()
        assert f"Reread {story}" in prose(app)
        assert f"Reason of {missed.rstrip('?')}." in prose(app)
        await press(pilot, "enter")
        assert "3 walkthroughs" in shown(app)


async def test_what_was_missed_or_never_asked_comes_first_the_next_time(tmp_path: Path) -> None:
    folder = library(tmp_path / "content")
    app = app_in(tmp_path, content=folder)
    async with inside(app, "down t") as pilot:
        missed = prose(app, "#prompt")
        await answer(pilot, app, right=False)
        for _ in range(10):
            await answer(pilot, app, right=True)
        asked = {event["prompt"] for event in kept(app)}
        await press(pilot, "enter t")
        again = []
        for _ in range(10):
            again.append(prose(app, "#prompt"))
            await answer(pilot, app, right=True)
    assert missed in again
    assert len(set(again) - asked) == 2  # all that were left


@at_every_size
async def test_the_story_behind_a_question_is_one_key_away(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "m", size) as pilot:
        story = prose(app, "#prompt").partition(",")[0].replace("-", " ").capitalize()
        assert story in prose(app, "#about")
        assert "s Story" in footer(app)
        await press(pilot, "s")
        assert "Parcels got lost on the way, and I found out why." in prose(app)
        await press(pilot, "s")
        assert "I found out why" not in prose(app)
        await press(pilot, "s 1")
        assert "I found out why" in prose(app, "#story")  # it stays for the verdict
        await press(pilot, "enter")
        assert "I found out why" not in prose(app)


async def test_the_quiz_of_one_walkthrough_names_its_story_too(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "enter 3") as pilot:
        assert "Angry caller" in prose(app, "#about")
        assert "s Story" in footer(app)
        await press(pilot, "s")
        assert "I found out why" in prose(app, "#story")


async def test_the_overview_leads_to_the_test_of_its_principle(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "down enter t") as pilot:
        assert "starprep / Ownership" in prose(app, "TopBar")
        assert "1 of 10" in shown(app, "TopBar")
        await answer(pilot, app, right=True)
        await press(pilot, "escape")
        assert "of 6 right" in prose(app, "#modes") or "not tried yet" in prose(app, "#modes")


async def test_a_file_that_broke_since_the_start_is_left_out_and_told(tmp_path: Path) -> None:
    folder = library(tmp_path / "content")
    app = app_in(tmp_path, content=folder)
    async with inside(app) as pilot:
        (folder / "walkthroughs" / "late-train.toml").write_text("=")
        await press(pilot, "down t")
        count = int(shown(app, "TopBar").rpartition(" of ")[2].split()[0])
        assert 4 <= count <= 6  # what the other walkthrough gave to the paper
        await press(pilot, "escape")
        assert "! late-train.toml" in shown(app)


@pytest.mark.parametrize(
    ("asked_for", "title"),
    [(Request(Mode.TEST), "Mixed test"), (Request(Mode.TEST, None, "dive-deep"), "Dive Deep")],
)
async def test_a_command_opens_it_at_once(tmp_path: Path, asked_for: Request, title: str) -> None:
    app = app_in(tmp_path, content=BUILT_IN, request=asked_for)
    async with inside(app) as pilot:
        assert f"starprep / {title}" in prose(app, "TopBar")
        assert "1 of 10" in shown(app, "TopBar")
        await press(pilot, "escape")
        assert "walkthroughs" in shown(app, "TopBar")


async def test_a_mixed_test_marks_no_story_as_practised_and_counts_what_it_asked(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=library(tmp_path / "content"))
    async with inside(app, "m") as pilot:
        await answer(pilot, app, right=True)
        await press(pilot, "escape")
        assert "today" not in shown(app, "#walkthroughs")
        (event,) = kept(app)
        assert event["over"] == "mixed"
        app.journey.open(event["walkthrough"])
        await settle(pilot)
        assert "6 questions 1 of 1 asked right, 6 in all" in prose(app, "#modes")


async def test_a_question_that_is_no_longer_in_the_file_is_told_on_the_overview(
    tmp_path: Path,
) -> None:
    content = write_library(tmp_path / "content")
    app = app_in(tmp_path, content=content)
    Record.open(app.places.record, START).add([quiz(prompt="One that was deleted")], START)
    async with inside(app, "enter") as pilot:
        assert "not tried yet" in prose(app, "#modes")
        await press(pilot, "pagedown pagedown")
        assert "1 answer is to a question that is no longer in the file." in prose(app, "#about")
