"""Review: one writes, and the remarks follow beside the words."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from starprep.practice.mode import Mode, Request
from starprep.tui.screens.review_screen import ReviewScreen
from starprep.tui.widgets.draft import Draft
from tests.tui.driver import (
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    footer,
    inside,
    kept,
    press,
    prose,
    reversed_,
    settle,
    shown,
    told,
    underlined,
    until,
)

WEAK = "I told the [Platform] team. They handled it. I learned that communication is key."


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("starprep.tui.screens.review_screen.PAUSE", 0.001)


async def write(pilot: Pilot[None], text: str) -> None:
    """Paste a text, and wait until it is heard."""
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    screen.query_one(Draft).insert(text)
    draft = screen.query_one(Draft)
    await until(pilot, lambda: screen.heard_text == draft.text, "it is heard")
    await settle(pilot)


@at_every_size
async def test_from_the_library_remarks_follow_what_one_writes(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v", size) as pilot:
        assert "Write or paste an answer" in prose(app)
        await write(pilot, WEAK)
        heard = prose(app, "#heard")
        assert "First: Say what you did about it, and not whom you told." in heard
        assert "! routing “I told the [Platform] team”" in heard
        assert "whole answer · SDE2" in shown(app, "TopBar")
        assert "I told the [Platform] team" in " ".join(underlined(app, "#draft"))


async def test_tab_leads_to_the_remarks_and_their_words_are_shown(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v", WIDE) as pilot:
        await write(pilot, WEAK)
        await press(pilot, "tab")
        assert "The problem is handed on here." in prose(app, "#about")
        assert reversed_(app, "#draft") == ["I told the [Platform] team"]
        await press(pilot, "j")
        assert reversed_(app, "#draft") == ["They handled it"]
        assert "Action" in prose(app, "#about")  # how long each part takes
        await press(pilot, "tab")
        assert footer(app).startswith("tab Remarks")
        assert "They handled it" not in reversed_(app, "#draft")


async def test_part_and_level_are_keys_beside_the_text_and_letters_in_it(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v") as pilot:
        await press(pilot, "type:plq?")
        assert "plq?" in shown(app, "#draft")
        await write(pilot, " I told the team.")
        await press(pilot, "tab p p p l")
        assert "Action · Senior" in shown(app, "TopBar")
        await press(pilot, "p p p")
        assert "whole answer · Senior" in shown(app, "TopBar")


async def test_leaving_with_a_text_is_asked_about_and_without_one_is_not(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v") as pilot:
        await press(pilot, "escape")
        assert "1 walkthrough" in shown(app, "TopBar")
        await press(pilot, "v a b escape")
        assert "What you wrote here is not kept." in prose(app)
        await press(pilot, "n")
        assert "ab" in shown(app, "#draft")
        await press(pilot, "ctrl+q enter")
    assert kept(app) == []


async def test_from_the_overview_it_knows_the_signals(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter v", WIDE) as pilot:
        assert "Review / Webhook drop rate" in prose(app, "TopBar")
        await write(pilot, "I noticed it, and nobody asked me. It was not my team.")
        assert "Signals 3 of 23" in prose(app, "#about")


@pytest.mark.parametrize(
    ("asked_for", "title"),
    [
        (Request(Mode.REVIEW), "starprep / Review"),
        (Request(Mode.REVIEW, "lost-parcels"), "starprep / Review / Lost parcels"),
    ],
)
async def test_a_command_opens_it_at_once(tmp_path: Path, asked_for: Request, title: str) -> None:
    app = app_in(tmp_path, request=asked_for)
    async with inside(app):
        assert title in prose(app, "TopBar")


async def test_hostile_text_is_text(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v") as pilot:
        await write(pilot, "They [/x] handled [bold]it[/bold] \x1b[2J \u202e I told the team.")
        await press(pilot, "tab j")
        assert "[bold]it[/bold]" in prose(app, "#draft")
        assert "\x1b" not in shown(app)
        assert "\u202e" not in shown(app)


async def test_a_fault_in_ones_own_rules_is_told_and_the_others_hold(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    app.places.rules.parent.mkdir(parents=True, exist_ok=True)
    app.places.rules.write_text("[rules.hedg]\n")
    async with inside(app, "v", WIDE) as pilot:
        await until(pilot, lambda: "is not a rule" in told(app), "it says so")
        await write(pilot, WEAK)
        assert "! routing" in prose(app)
