"""The overview: what the story is, the level, and three ways to prepare."""

from datetime import timedelta
from pathlib import Path

import pytest

from starprep.tui.widgets.choices import Choices
from tests.tui.driver import (
    NARROW,
    NOW,
    USUAL,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    inside,
    press,
    prose,
    reversed_,
    shown,
)

QUESTION = "Tell me about a time you solved a problem that nobody had given you."


@at_every_size
async def test_shows_question_principle_modes_and_level(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter", size):
        assert "Success and Scale Bring Broad Respons" in shown(app, "TopBar")
        question = "Tell me about a time you thought about the broader impact your work has on"
        assert question in prose(app, "#question")
        modes = shown(app, "#modes")
        for number, name in enumerate(("Learn", "Rehearse", "Test"), 1):
            assert f"{number}  {name}" in modes
        assert modes.split("\n") == [
            " 1  Learn     about 10 min  not read yet",
            " 2  Rehearse  2:55 aloud    not rehearsed yet",
            " 3  Test      10 questions  not tried yet",
        ]
        assert "l  Level     SDE1  SDE2  Senior" in shown(app, "#level")
        assert "2:30 to 3:00" in shown(app, "#level")
        assert "The bar  Clear proof that you took on a problem" in shown(app, "#bar")
        assert "h Hunt   v Review" in footer(app)
        assert footer(app).endswith("esc Back   ? Help")


@pytest.mark.parametrize(("size", "least"), [(NARROW, 4), (USUAL, 8)])
async def test_the_story_has_room_and_says_that_there_is_more(
    tmp_path: Path, size: Size, least: int
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter", size) as pilot:
        story = shown(app, "#about VerticalScroll").split("\n")
        assert story[0].strip() == "The story"
        assert sum(bool(line.strip()) for line in story[1:]) >= least
        more = shown(app, "#about More").strip()
        assert more.endswith("more lines: pgdn")
        count = int(more.split()[1])
        await press(pilot, "pagedown")
        assert int(shown(app, "#about More").split()[1]) < count
        await press(pilot, " ".join(["pagedown"] * 6))
        assert shown(app, "#about More").strip() == ""
        assert "in the voice of SDE2" in prose(app, "#about")


async def test_the_bar_is_one_line_and_stands_below_the_story_whole(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter", USUAL) as pilot:
        assert shown(app, "#bar").endswith("…")
        await press(pilot, "pagedown pagedown")
        assert "The bar at SDE2" in shown(app, "#about")
        assert "and left something that they kept." in prose(app, "#about")


async def test_the_cursor_stands_on_what_comes_next(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter") as pilot:
        modes = app.screen.query_one("#modes", Choices)
        assert modes.chosen == "learn"
        await press(pilot, "1 n n n n escape")
        assert modes.chosen == "rehearse"
        await press(pilot, "2 enter")
        for _ in range(5):
            await press(pilot, "space enter 3 enter")
        await press(pilot, "enter")
        assert modes.chosen == "test"
    later = app_in(tmp_path, now=NOW + timedelta(days=3))
    async with inside(later, "enter"):
        assert later.screen.query_one("#modes", Choices).chosen == "rehearse"


@at_every_size
async def test_page_keys_scroll_through_scenario_summary_and_takeaways(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter", size) as pilot:
        text = prose(app, "VerticalScroll")
        for _ in range(6):
            await press(pilot, "pagedown")
            text += prose(app, "VerticalScroll")
        for words in (
            "The story",
            "Parcels got lost on the way",
            "Why it works",
            "It starts outside your own job",
            "Remember",
            "- Say that nobody asked.",
            "- End on the number.",
            "logistics · unasked · in the voice of SDE2",
        ):
            assert words in text
        await press(pilot, " ".join(["pageup"] * 6))
        assert "The story" in shown(app, "VerticalScroll")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("1", "Lost parcels  /  Situation"),
        ("2", "Say aloud"),
        ("3", "Lost parcels, easy"),
        ("enter", "Lost parcels  /  Situation"),
        ("down enter", "Say aloud"),
        ("j j enter", "Lost parcels, easy"),
        ("end k enter", "Say aloud"),
    ],
)
async def test_a_mode_begins_by_its_number_or_with_enter(
    tmp_path: Path, keys: str, words: str
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"enter {keys}") as pilot:
        assert words in shown(app)
        await press(pilot, "escape")
        assert QUESTION in shown(app, "#question")


async def test_the_level_goes_round_both_ways_and_changes_limit_and_bar(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter") as pilot:
        for keys, name, limit, bar in [
            ("l", "Senior", "2:30 to 3:20", "It lasts."),
            ("right", "SDE1", "1:30 to 2:00", "You did it."),
            ("left", "Senior", "2:30 to 3:20", "It lasts."),
            ("left left", "SDE1", "1:30 to 2:00", "You did it."),
        ]:
            await press(pilot, keys)
            assert reversed_(app, "#level") == [name]
            assert name in shown(app, "TopBar")
            assert limit in shown(app, "#level")
            assert f"The bar  {bar}" in shown(app, "#bar")
        assert "1:30 to 2:00, shortened" in shown(app, "#level")
        await press(pilot, "pagedown")
        assert "shortened to fit this level's limit" in prose(app, "#about")


async def test_the_level_stays_chosen_on_every_screen_after_it(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter left 2") as pilot:
        assert "Situation 0:20" in prose(app)  # 30 s of 175 s, where 120 s are allowed
        await press(pilot, "down enter")
        assert countdown(app) == "0:20"
        await press(pilot, "escape escape enter")
        assert reversed_(app, "#level") == ["SDE1"]


@at_every_size
async def test_shows_what_was_done_after_coming_back(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n escape", size) as pilot:
        assert "3 of 10 parts read" in shown(app, "#modes")
        await press(pilot, "2 down enter space enter 3 escape")
        assert "single parts only, today" in prose(app, "#modes")
        await press(pilot, "2 enter")
        for _ in range(5):
            await press(pilot, "space enter 3")
        await press(pilot, "escape")
        assert "1 whole answer, today" in prose(app, "#modes")
        await press(pilot, "3")
        for _ in range(4):
            await press(pilot, "1 enter")
        await press(pilot, "escape")
        modes = shown(app, "#modes")
        assert "0 of 1 right" in modes or "1 of 1 right" in modes


async def test_escape_goes_back_to_the_library(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter escape"):
        assert "1 walkthrough" in shown(app)
        assert "/ Filter" in footer(app)
