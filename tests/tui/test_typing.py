"""Typing instead of speaking: every letter arrives, in order, and none is lost on any way out."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste

from starprep.record.drafts import read_drafts
from starprep.tui.app import StarprepApp
from starprep.tui.widgets.answer_field import AnswerField
from tests.practice.times import stamper
from tests.record.records import refuse
from tests.tui.driver import (
    NARROW,
    NOW,
    USUAL,
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    at_once,
    footer,
    inside,
    kept,
    press,
    prose,
    settle,
    shown,
    told,
)

SITUATION = "enter 2 down enter"


def drafts(app: StarprepApp) -> list[str]:
    """Return the texts in the file of drafts."""
    return [draft.text for draft in read_drafts(app.places.drafts).values()]


def typed(app: StarprepApp) -> str:
    """Return what is in the space to type in."""
    return app.screen.query_one("#answer", AnswerField).text


# -- letters in order ------------------------------------------------------------------------------


async def test_enter_in_one_go_with_the_last_letters_loses_none_of_them(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:I_notice") as pilot:
        await at_once(pilot, "d . enter")
        assert "What you typed I noticed." in prose(app, "#script")
        await press(pilot, "3 enter")
    assert kept(app)[0]["text"] == "I noticed."


async def test_what_comes_in_one_go_with_the_key_that_opens_the_space_goes_into_it(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, SITUATION) as pilot:
        await at_once(pilot, "t c r 1 type:I_ q comma question_mark")
        assert "cr1I q,?" in shown(app, "#answer")
        assert app.is_running
    assert drafts(app) == []


async def test_a_paste_in_one_go_with_the_key_that_opens_the_space_goes_into_it(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, SITUATION) as pilot:
        await at_once(pilot, "t a")
        app.post_message(Paste("b\nc"))
        await at_once(pilot, "d")
        assert typed(app) == "ab\ncd"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("I enter i t", "I\nit"),
        ("type:I_noticed enter type:that enter", "I noticed\nthat\n"),
        ("enter I", "\nI"),
        ("type:I_noticed_it enter", "I noticed it\n"),
        ("I tab c enter enter r", "I\tc\n\nr"),
        ("I ctrl+j t", "I\nt"),
    ],
)
async def test_a_paste_without_brackets_is_text_with_its_line_breaks_and_tabs(
    tmp_path: Path, keys: str, text: str
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t") as pilot:
        await at_once(pilot, keys)
        assert typed(app) == text
        assert footer(app).startswith("enter Done")
        await press(pilot, "enter")
        assert "What you typed" in prose(app, "#script")


async def test_keys_of_ones_own_end_and_leave_as_well(tmp_path: Path) -> None:
    settings = '[keys]\n"typing.done" = "ctrl+d"\n"typing.leave" = "ctrl+g"\n'
    app = app_in(tmp_path, settings=settings)
    async with inside(app, f"{SITUATION} t type:one enter type:two ctrl+g c") as pilot:
        assert "- nobody had asked" in shown(app)
        await press(pilot, "t ctrl+d")
        assert "What you typed one two" in prose(app, "#script")


async def test_what_could_steer_a_terminal_is_neither_shown_nor_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t") as pilot:
        app.post_message(Paste("I \x1b[2Jnoticed\x07\r\n\u202eit\x9b"))
        await settle(pilot)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown(app))
        await press(pilot, "enter 3 enter")
    assert kept(app)[0]["text"] == "I [2Jnoticed\nit"


# -- drafts ----------------------------------------------------------------------------------------


@at_every_size
@pytest.mark.parametrize("way", ["escape enter escape", "ctrl+q enter", "tab r"])
async def test_a_draft_is_kept_on_every_way_out_and_offered_again(
    tmp_path: Path, size: Size, way: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{SITUATION} t type:I_noticed_that {way}", size):
        assert drafts(app) == ["I noticed that"]
    assert stat.S_IMODE(app.places.drafts.stat().st_mode) == 0o600
    again = app_in(tmp_path, content=WEBHOOK, now=NOW + timedelta(days=20), stamp=stamper("b"))
    async with inside(again, f"{SITUATION} t", size) as pilot:
        assert "You had typed 3 words here on 5 January: enter takes them up." in prose(again)
        assert "I noticed that" in prose(again, "#answer")
        await press(pilot, "enter type:_it enter")
        assert "What you typed I noticed that it" in prose(again, "#script")
        assert drafts(again) == ["I noticed that"]  # until it is in the record
        await press(pilot, "3 enter")
    assert kept(again)[0]["text"] == "I noticed that it"
    assert drafts(again) == []


async def test_leaving_says_that_what_was_typed_is_kept_and_staying_changes_nothing(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:I_noticed escape") as pilot:
        assert "What you have typed is kept as a draft." in prose(app)
        await press(pilot, "n type:_it enter")
        assert "What you typed I noticed it" in prose(app, "#script")


async def test_the_system_asking_to_leave_keeps_what_is_typed(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:I_noticed") as pilot:
        app.leave(129)
        await settle(pilot)
    assert app.return_code == 129
    assert drafts(app) == ["I noticed"]


async def test_a_draft_that_is_not_taken_up_stands_below_what_is_typed_anew(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:old escape enter") as pilot:
        await press(pilot, "2 down enter t x escape enter")
        assert drafts(app) == ["x\n\nold"]


async def test_what_was_finished_and_left_before_rating_is_in_the_record_and_no_draft(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:I_noticed enter escape enter"):
        assert [event["text"] for event in kept(app)] == ["I noticed"]
        assert not app.places.drafts.exists()


@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE], ids=str)
async def test_what_was_typed_last_time_can_be_seen_and_taken_up(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:I_noticed_it enter 2 r", size) as pilot:
        await press(pilot, "t")
        assert "You typed 3 words here today: enter takes them up." in prose(app)
        assert "I noticed it" in shown(app, "#answer")
        await press(pilot, "enter type:! enter 3 enter")
    assert [event["text"] for event in kept(app)] == ["I noticed it", "I noticed it!"]


async def test_a_file_of_drafts_that_cannot_be_read_is_told_and_kept_aside(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    app.places.drafts.parent.mkdir(parents=True)
    app.places.drafts.write_text("no drafts")
    async with inside(app, f"{SITUATION} t"):
        assert "cannot be read" in told(app)
    (aside,) = app.places.data.glob("drafts.unreadable-*")
    assert aside.read_text() == "no drafts"


async def test_a_folder_that_cannot_be_written_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_in(tmp_path)
    monkeypatch.setattr("starprep.writing.os.fsync", refuse)
    async with inside(app, f"{SITUATION} t type:one escape enter") as pilot:
        assert "no space left" in told(app)
        await press(pilot, "2 down enter t")
        offered = app.screen.query_one("#answer", AnswerField).placeholder
        assert "You had typed 1 word here today" in str(offered)  # below the note in the corner
        await press(pilot, "enter type:_two escape enter")
        assert told(app).count("held only until you leave") == 1
