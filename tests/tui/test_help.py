"""The help: every key of the screen below it, and a way back."""

from pathlib import Path

import pytest

from tests.practice.times import FakeClock
from tests.tui.driver import (
    NARROW,
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    countdown,
    inside,
    press,
    prose,
    shown,
)


def lines_of(screen: str) -> list[str]:
    """Return the lines of the panel, without its frame."""
    return [" ".join(line.replace("│", " ").split()) for line in screen.split("\n")]


@pytest.mark.parametrize("key", ["escape", "question_mark", "enter", "q"])
async def test_four_keys_close_it(tmp_path: Path, key: str) -> None:
    app = app_in(tmp_path)
    async with inside(app, "question_mark") as pilot:
        assert "Keys on this screen" in shown(app)
        await press(pilot, key)
        assert "Keys on this screen" not in shown(app)
        assert app.is_running


async def test_each_line_has_all_the_keys_of_an_action_and_what_it_does(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "question_mark", (80, 40)):
        rows = lines_of(shown(app))
        for row in (
            "j down move down",
            "k up move up",
            "home move to the first",
            "enter open the walkthrough",
            "/ filter by any word as you type",
            ", theme, bell, reminder, level",
            "q leave starprep",
            "? show every key of this screen",
        ):
            assert any(row in each for each in rows), row
        assert not any("go back one screen" in row for row in rows)  # there is none before it


async def test_lists_only_what_can_be_done_now(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 enter question_mark", (80, 50)) as pilot:
        assert "start the clock" in shown(app)
        assert "type the answer" in shown(app)
        assert "rate it good" not in shown(app)
        assert "start this section again" not in shown(app)
        await press(pilot, "escape space enter question_mark")
        assert "rate it good" in shown(app)
        assert "tick a signal that you said" in shown(app)
        assert "start this section again" in shown(app)
        assert "type the answer" not in shown(app)


async def test_tells_the_candidates_own_keys(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings='[keys]\n"library.filter" = "x"\n"list.down" = "w,down"\n')
    async with inside(app, "question_mark", (80, 40)):
        rows = lines_of(shown(app))
        assert "x filter by any word as you type" in rows
        assert any("w down move down" in row for row in rows)
        assert not any(row.startswith("/") for row in rows)


async def test_the_screens_own_keys_stand_first_and_those_that_move_last(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter question_mark", (80, 40)):
        text = shown(app)
        places = [
            text.index(words)
            for words in (
                "begin with the chosen mode",
                "theme, bell, reminder, level",
                "go back one screen",
                "show every key of this screen",
                "move down",
                "scroll the text back",
            )
        ]
        assert places == sorted(places)


async def test_there_are_two_columns_where_there_is_room(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "question_mark", WIDE):
        (line,) = [line for line in lines_of(shown(app)) if "filter by any word" in line]
        assert "move down" in line


async def test_what_is_out_of_sight_is_counted(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "question_mark", NARROW) as pilot:
        assert "more lines: pgdn" in shown(app)
        await press(pilot, "pagedown pagedown pagedown")
        assert "more line" not in shown(app, "HelpScreen More")


@at_every_size
async def test_a_long_list_scrolls_to_its_end(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 end enter question_mark", size) as pilot:
        assert "Escape closes this." in shown(app)
        text = prose(app)
        for key in ("pagedown", "pagedown", "j", "down", "pagedown"):
            await press(pilot, key)
            text += prose(app)
        for words in ("start the clock", "read the replies", "scroll the text back", "leave st"):
            assert words in text
        await press(pilot, "pageup pageup pageup k up")
        assert "Keys on this screen" in shown(app)


async def test_the_clock_below_goes_on(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter space question_mark") as pilot:
        clock.advance(7)
        await press(pilot, "escape c")
        assert countdown(app) == "0:23"
        assert "paused" not in shown(app)
