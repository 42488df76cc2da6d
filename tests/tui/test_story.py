"""A story of one's own: a question, five boxes, and nothing of it is ever lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from starprep.library.parts import Part
from starprep.library.reading import read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.practice.mode import Mode, Request
from starprep.record.drafts import read_drafts
from starprep.tui.app import StarprepApp
from starprep.tui.widgets.draft_field import DraftField
from tests.practice.times import stamper
from tests.tui.driver import (
    NOW,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    footer,
    inside,
    press,
    prose,
    settle,
    shown,
    told,
    until,
)

TEXT = "I_traced_it_to_one_lock."


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("starprep.tui.screens.story_screen.PAUSE", 0.001)


def own(app: StarprepApp) -> list[Walkthrough]:
    """Return the stories in the folder of one's own."""
    readings = [
        read_walkthrough(path, ["customer-obsession", "success-and-scale"])
        for path in sorted(app.places.own_walkthroughs.glob("*.toml"))
    ]
    assert all(each.value for each in readings), [each.problems for each in readings]
    return [each.value for each in readings if each.value]


def texts(story: Walkthrough) -> dict[Part, str]:
    """Return what is written of each part."""
    return {section.part: section.example_for(story.level) for section in story.sections}


@at_every_size
async def test_from_a_question_to_a_story_that_can_be_rehearsed(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "n", size) as pilot:
        assert "What will they ask?" in prose(app)
        await press(pilot, "enter type:Tell_me_about_a_lock. enter")
        assert "What was wrong, and for whom." in prose(app, "#purpose")
        await press(pilot, "tab right tab right")
        assert "What you did, step by step." in prose(app, "#purpose")
        await press(pilot, f"type:{TEXT}")
        await until(pilot, lambda: "[ ] I traced it to one lock" in prose(app, "#remarks"), "heard")
        assert "of 1:30" in prose(app, "#length")
        await press(pilot, "tab space")
        assert "[x] I traced it to one lock" in prose(app, "#remarks")
        assert own(app)[0].section(Part.ACTION).signals == ("I traced it to one lock",)
        await press(pilot, "escape")
        assert "is under Yours, 1 part of 5" in told(app)
        assert "Tell me about a lock" in prose(app, "#walkthroughs")
        await press(pilot, "enter 2")
        assert "Action" in prose(app)


async def test_a_question_of_a_principle_brings_the_principle(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "n down") as pilot:
        await press(pilot, f"enter type:{TEXT} escape")
    (story,) = own(app)
    assert story.principle == "customer-obsession"


@pytest.mark.parametrize("way_out", ["quit", "hang-up", "escape", "next", "palette"])
async def test_no_letter_is_lost_on_any_way_out(tmp_path: Path, way_out: str) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"n enter type:A_lock enter type:{TEXT}") as pilot:
        match way_out:
            case "quit":
                await press(pilot, "ctrl+q")
            case "hang-up":
                app.leave(129)
                await settle(pilot)
            case "escape":
                await press(pilot, "escape")
            case "next":
                await press(pilot, "tab n")
            case "palette":
                await app.screen.dismiss(None)
        await settle(pilot)
        (story,) = own(app)
    assert texts(story) == {Part.SITUATION: TEXT.replace("_", " ")}


async def test_an_unfinished_story_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"n enter type:A_lock enter type:{TEXT} escape n") as pilot:
        assert "Go on with “A lock”" in prose(app)
        await press(pilot, "enter")
        assert "whose job" in prose(app, "#purpose")
        await press(pilot, "type:It_was_mine. tab p")
        assert "I traced it" in prose(app, "#draft")
        app.screen.query_one(DraftField).clear()
        await press(pilot, "enter tab")  # a part is taken away again
    (story,) = own(app)
    assert texts(story) == {Part.TASK: "It was mine."}


async def test_what_cannot_be_saved_stays_on_the_screen_and_is_a_draft(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    app.places.data.mkdir(parents=True)
    app.places.own_walkthroughs.write_text("in the way")
    async with inside(app, f"n enter type:A_lock enter type:{TEXT} tab") as pilot:
        assert "Your text is kept as a draft" in told(app)
        assert "I traced it" in prose(app, "#draft")
        await press(pilot, "n type:Mine. escape")
        await press(pilot, "n down enter type:A_lock enter type:Another_one. ctrl+q")
    assert len(read_drafts(app.places.drafts)) == 2  # a second story takes no place of the first
    app.places.own_walkthroughs.unlink()
    again = app_in(tmp_path, now=NOW + timedelta(days=1), stamp=stamper())
    async with inside(again, "n") as pilot:
        assert "Go on with “A lock" in prose(again)
        await press(pilot, "enter escape n enter escape")
    second, first = own(again)  # as their files are named
    assert texts(first) == {Part.SITUATION: TEXT.replace("_", " "), Part.TASK: "Mine."}
    assert texts(second) == {Part.SITUATION: "Another one."}
    assert read_drafts(again.places.drafts) == {}


async def test_letters_are_text_while_one_writes_and_hostile_text_is_text(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "n enter type:[/x] enter type:npq?") as pilot:
        assert "npq?" in shown(app, "#draft")
        app.screen.query_one(DraftField).insert(" [bold]it[/bold] \x1b[2J I told [/x] the team.")
        await settle(pilot)
        await press(pilot, "tab j j")
        assert "\x1b" not in shown(app)
        assert "tab Write on" in footer(app) or "enter Write on" in footer(app)
        await press(pilot, "escape")
    assert "[bold]it[/bold]" in texts(own(app)[0])[Part.SITUATION]


async def test_a_command_opens_the_questions_at_a_principle(tmp_path: Path) -> None:
    request = Request(Mode.WRITE, principle="ownership")
    app = app_in(tmp_path, content=WEBHOOK, request=request)
    async with inside(app):
        assert "a decision that you had made." in prose(app, "#about")


ANSWER = (
    "Every night our export lost two orders in a hundred. It was not my job, and nobody asked. "
    "I pulled the logs. I traced it to one lock. I wrote a test that fails. "
    "The loss fell from 2% to zero. Since then I ask for the number first."
)


async def test_what_is_written_in_the_review_becomes_a_story_without_losing_a_word(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "v") as pilot:
        app.screen.query_one(DraftField).insert(ANSWER)
        await settle(pilot)
        await press(pilot, "tab m enter type:A_lock enter")  # a question to choose
        assert "Your story" in prose(app, "TopBar")
        await press(pilot, "escape")
        assert "Review" in prose(app, "TopBar")
        (story,) = own(app)
        assert " ".join(texts(story).values()) == ANSWER
        assert len(texts(story)) > 2


async def test_a_part_reviewed_for_a_walkthrough_becomes_that_part_of_a_story(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"enter v type:{TEXT} tab p p p m") as pilot:
        assert "Your story" in prose(app, "TopBar")
        await press(pilot, "escape")
    (story,) = own(app)
    assert texts(story) == {Part.ACTION: TEXT.replace("_", " ")}
    assert story.principle == "success-and-scale"
