"""Rehearse: what to say aloud, and how it went the last time."""

from pathlib import Path

import pytest

from starprep.tui.app import StarprepApp
from starprep.tui.widgets.choices import Choices
from tests.practice.times import FakeClock
from tests.tui.driver import (
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    inside,
    kept,
    press,
    prose,
    shown,
)


@at_every_size
async def test_offers_the_whole_its_parts_and_the_follow_ups(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2", size):
        rows = [line.split("  ") for line in shown(app, "#choices").split("\n")]
        assert [[each.strip() for each in row if each.strip()] for row in rows] == [
            ["The whole answer", "2:55", "not said yet"],
            ["Situation", "0:30", "not said yet"],
            ["Task", "0:20", "not said yet"],
            ["Action", "1:30", "not said yet"],
            ["Result", "0:20", "not said yet"],
            ["Reflection", "0:15", "not said yet"],
            ["Follow-ups", "3:00", "0 of 4 answered"],
        ]
        assert prose(app, "#heads") == "Say aloud Target Last Rated Next cue"
        assert "Webhook drop rate / Rehearse" in prose(app, "TopBar")
        assert shown(app, "QuestionLine").startswith("Tell me about a time")
        assert prose(app, "QuestionLine").endswith("work has on society.")
        assert footer(app) == "enter Begin   esc Back   ? Help"


@pytest.mark.parametrize(
    ("keys", "seconds", "parts"),
    [
        ("", "0:30", "Situation Task Action Result Reflection total"),
        ("down", "0:30", "Situation"),
        ("j j j", "1:30", "Action"),
        ("end up k", "0:20", "Result"),
    ],
)
async def test_begins_with_what_is_under_the_cursor(
    tmp_path: Path, keys: str, seconds: str, parts: str
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"enter 2 {keys} enter"):
        assert countdown(app) == seconds
        assert " ".join(shown(app, "Rail").split("\n")[0].split()) == parts


async def test_one_part_alone_is_a_rehearsal_of_its_own(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 down down down enter space") as pilot:
        clock.advance(95)
        await press(pilot, "enter space 4")
        assert "Debrief" in shown(app)
        assert "1:35 1:30 +0:05" in prose(app)
        assert "In all" not in prose(app)
        assert "answers take" not in prose(app)
    (event,) = kept(app)
    assert (event["part"], event["seconds"], event["rating"]) == ("action", 95, 4)


@at_every_size
async def test_tells_how_each_part_went_and_the_cue_to_try_next(tmp_path: Path, size: Size) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", size) as pilot:
        for spoken, rating in ((34, 3), (45, 3), (80, 1), (20, 4), (15, 2)):
            await press(pilot, "space")
            clock.advance(spoken)
            await press(pilot, f"enter a {rating}")
        await press(pilot, "escape 2")
        text = prose(app, "#choices")
        assert "The whole answer 2:55 3:14 +0:19 today" in text
        assert "Situation 0:30 0:34 +0:04 good signals only" in text
        assert "Task 0:20 0:45 +0:25 good full example" in text  # far over the target
        assert "Action 1:30 1:20 -0:10 again full example" in text
        assert "Result 0:20 0:20 0:00 easy signals only" in text
        assert "Reflection 0:15 0:15 0:00 hard full example" in text


async def test_the_cursor_stands_on_what_comes_next(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 enter") as pilot:
        for rating in (3, 3, 1, 3, 3):
            await press(pilot, f"space enter {rating}")
        await press(pilot, "escape 2")
        assert cursor(app) == "Action"
        await press(pilot, "enter space enter 3 escape 2")
        assert cursor(app) == "Follow-ups"
        await press(pilot, "enter enter enter 3 enter 2")
        assert cursor(app) == "The whole answer"


def cursor(app: StarprepApp) -> str:
    """Return what the row under the cursor is called."""
    number = app.screen.query_one("#choices", Choices).highlighted
    assert number is not None
    return shown(app, "#choices").split("\n")[number].split("  ")[0].strip()


async def test_what_was_said_for_another_level_does_not_count(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 down enter space enter 3 escape l 2"):
        assert shown(app, "#choices").count("not said yet") == 6


async def test_the_follow_ups_tell_how_many_were_answered(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 end enter space enter 3 escape 2"):
        assert "1 of 4 answered" in shown(app, "#choices")


async def test_escape_goes_back_to_the_overview(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 escape"):
        assert "2  Rehearse" in shown(app)
