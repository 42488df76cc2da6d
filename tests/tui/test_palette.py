"""The command palette: it finds modes, principles and stories by their words."""

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from starprep.tui.app import StarprepApp
from tests.examples import principle_data, walkthrough_data, write_tables
from tests.tui.driver import (
    BUILT_IN,
    WEBHOOK,
    app_in,
    footer,
    inside,
    kept,
    press,
    prose,
    settle,
    shown,
    until,
)


async def find(pilot: Pilot[None], app: StarprepApp, words: str) -> str:
    """Open the palette, type `words`, and return what is found once it is the same twice."""
    await press(pilot, "ctrl+p")
    await settled(pilot, app)
    if words:
        await press(pilot, f"type:{words}")
        await settled(pilot, app)
    return prose(app, "CommandList")


async def settled(pilot: Pilot[None], app: StarprepApp) -> None:
    """Wait until the search is over."""
    await app.workers.wait_for_complete()
    await settle(pilot)


async def take(pilot: Pilot[None], app: StarprepApp) -> None:
    """Take the first find, and wait until the palette has gone."""
    await press(pilot, "enter")
    await until(pilot, lambda: not app.screen.query(CommandList), "the palette closes")
    await settle(pilot)


@pytest.mark.parametrize("keys", ["", "end enter", "enter 1 n", "enter 2", "enter 3", "comma"])
async def test_a_story_is_found_by_its_name_and_opened_from_anywhere(
    tmp_path: Path, keys: str
) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app, keys) as pilot:
        assert "Log bill Tell me about a time you brought down" in await find(
            pilot, app, "log_bill"
        )
        await take(pilot, app)
        assert "brought down a cost" in prose(app, "#question")
        await press(pilot, "escape")
        assert "/ Filter" in footer(app)


async def test_a_story_is_found_by_the_words_of_its_question(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app) as pilot:
        assert "Log bill" in await find(pilot, app, "COST_nobody")
        await press(pilot, "escape")
        assert "Log bill" not in await find(pilot, app, "cost_zeppelin")


async def test_a_principle_is_found_by_its_name_and_narrows_the_library(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app) as pilot:
        assert "Dive Deep the stories on this principle" in await find(pilot, app, "dive_deep")
        await take(pilot, app)
        wanted = "principle:dive-deep"
        await until(pilot, lambda: wanted in shown(app, "#search"), "the filter says so")
        assert "2 walkthroughs" in shown(app)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("learn", "/  Situation"),
        ("rehearse", "Rehearse"),
        ("test_webhook", "starprep  /  Test"),
        ("hunt", "Hunt"),
        ("review_my", "Review"),
    ],
)
async def test_a_mode_begins_with_the_story_in_sight(
    tmp_path: Path, words: str, title: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter") as pilot:
        first = await find(pilot, app, "")
        assert first.startswith("Learn Webhook drop rate Rehearse Webhook drop rate")
        await press(pilot, "escape")
        await find(pilot, app, words)
        await take(pilot, app)
        assert title in shown(app, "TopBar")


async def test_what_was_read_is_kept_when_the_palette_leads_away(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app, "enter 1 n") as pilot:
        await find(pilot, app, "log_bill")
        await take(pilot, app)
        (event,) = kept(app)
        assert event["pages"] == ["situation", "task"]


async def test_in_the_middle_of_a_section_it_leads_nowhere_else(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter space") as pilot:
        found = await find(pilot, app, "webhook")
        assert "Webhook drop rate" not in found


async def test_hostile_names_are_shown_as_they_are(tmp_path: Path) -> None:
    hostile = "[/x] [bold] $primary list[int]"
    folder = tmp_path / "content"
    data = walkthrough_data(question=f"Why {hostile}?")
    write_tables(folder / "walkthroughs" / f"{data['id']}.toml", data)
    for name in ("ownership", "customer-obsession"):
        principle = principle_data(id=name, name=f"{name} {hostile}")
        write_tables(folder / "principles" / f"{name}.toml", principle)
    app = app_in(tmp_path, content=folder)
    async with inside(app) as pilot:
        found = await find(pilot, app, "[/x]")
        assert f"Why {hostile}?" in found
        assert f"ownership {hostile}" in found
        await press(pilot, "enter")
        assert app.is_running
