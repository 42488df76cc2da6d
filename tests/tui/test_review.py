"""Review: one writes, and the remarks follow beside the words."""

from datetime import timedelta
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from starprep.practice.mode import Mode, Request
from starprep.record.drafts import read_drafts
from starprep.tui.screens.review_screen import ReviewScreen
from starprep.tui.widgets.draft_field import DraftField
from tests.tui.driver import (
    NOW,
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
    styled,
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
    screen.query_one(DraftField).insert(text)
    draft = screen.query_one(DraftField)
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
        assert "! 4 serious - 2 minor + 0 good" in heard
        assert "! Passed on “I told the [Platform] team”" in heard
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


@at_every_size
async def test_the_text_is_kept_wherever_one_leaves_and_is_there_again(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "v escape", size) as pilot:
        assert not app.places.drafts.exists()
        await press(pilot, "v type:I_noticed escape")
        assert "1 walkthrough" in shown(app, "TopBar")
        assert "Your 2 words are kept as a draft." in told(app)
        assert "The review opens with them next time." in told(app)
        await press(pilot, "enter v")  # that of a story is another one
        assert "Write or paste an answer" in prose(app)
        await press(pilot, "type:not_my_team ctrl+q")
        assert not app.is_running
    again = app_in(tmp_path, content=WEBHOOK, now=NOW + timedelta(days=20))
    async with inside(again, "enter v", size) as pilot:
        assert shown(again, "#draft").strip("▌█ \n").startswith("not my team")
        assert "Your draft, left on 5 January." in prose(again, "#headline")
        await press(pilot, "type:! escape escape v")
        assert "I noticed" in shown(again, "#draft")
        await press(pilot, "tab x escape")  # cleared: nothing is left to keep
        await press(pilot, "v")
        assert "Write or paste an answer" in prose(again)
    texts = [draft.text for draft in read_drafts(again.places.drafts).values()]
    assert texts == ["not my team!"]
    assert kept(again) == []


async def test_more_than_four_remarks_are_in_sight(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "v") as pilot:
        await write(pilot, f"{WEAK} I think they never listened. The rate improved a lot.")
        rows = [row for row in shown(app, "#remarks").split("\n") if row.strip()]
        assert len(rows) > 4


async def test_each_weight_has_its_sign_and_its_colour_in_the_list_and_in_the_text(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter v", WIDE) as pilot:
        await write(pilot, "I told the team. I think I noticed it. It cost $8,000 a month.")
        theme = app.theme_variables
        for sign, text, colour in [
            ("!", "I told the team", theme["error"]),
            ("-", "I think", theme["warning"]),
            ("+", "$8,000", theme["success"]),
            ("*", "I noticed", theme["primary"]),
        ]:
            wanted = Color.parse(colour).rich_color

            def is_so(style: Style, wanted: object = wanted) -> bool:
                return style.color == wanted

            assert any(text in each for each in styled(app, is_so, "#draft")), sign
            assert any(each.startswith(sign) for each in styled(app, is_so, "#remarks")), sign
            assert any(each.startswith(sign) for each in styled(app, is_so, "#legend")), sign


async def test_from_the_overview_it_knows_the_signals(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter v", WIDE) as pilot:
        assert "Review / Webhook drop rate" in prose(app, "TopBar")
        await write(pilot, "I noticed it, and nobody asked me. It was not my team.")
        assert "* nobody had asked “nobody asked”" in prose(app, "#remarks")
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
        assert "! Passed on" in prose(app)
