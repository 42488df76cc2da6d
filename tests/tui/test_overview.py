"""The overview: what the story is, the level, and three ways to prepare."""

from pathlib import Path

import pytest

from tests.tui.driver import (
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
        assert "about 7 min; not read yet" in modes
        assert "2:55 aloud, 4 follow-ups; not rehearsed" in modes
        assert "10 questions, about 5 min; not tried yet" in modes
        assert "SDE1  SDE2  Senior" in shown(app, "#level")
        assert "2:30 to 3:00 in all" in shown(app, "#level")
        assert "The bar: Clear proof that you took on a problem" in prose(app, "#level")
        assert footer(app).endswith("esc Back   ? Help")


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
        ("1", "Learn  /  Situation"),
        ("2", "What do you want to say aloud?"),
        ("3", "Lost parcels, easy"),
        ("enter", "Learn  /  Situation"),
        ("down enter", "What do you want to say aloud?"),
        ("j j enter", "Lost parcels, easy"),
        ("end k enter", "What do you want to say aloud?"),
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
            assert f"The bar: {bar}" in shown(app, "#level")
        assert "shortened to fit this level's limit" in prose(app, "#level")


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
        assert "3 of 9 parts read" in shown(app, "#modes")
        await press(pilot, "2 down enter space enter 3 enter")
        assert "single parts only, last today" in prose(app, "#modes")
        await press(pilot, "2 enter")
        for _ in range(5):
            await press(pilot, "space enter 3")
        await press(pilot, "enter")
        assert "1 whole answer, last today" in prose(app, "#modes")
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
