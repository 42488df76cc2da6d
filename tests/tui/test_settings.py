"""The settings screen: each change saved at once; what is wrong in the file told.

What stands in the file and what a wrong file brings is in test_keys_and_settings.
"""

import os
import stat
import tomllib
from pathlib import Path

import pytest
from rich.color import Color

from starprep.tui.settings import write_setting
from tests.record.records import refuse
from tests.tui.driver import (
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    hurry,
    inside,
    press,
    prose,
    reversed_,
    settle,
    shown,
    squeezed,
    styled,
    told,
    until,
)


@at_every_size
async def test_shows_every_setting_its_value_and_where_the_file_is(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path)
    async with inside(app, "comma", size):
        text = prose(app)
        for words in (
            "Theme dark light or dark",
            "Bell off rings in the last fifth, and at zero",
            "Level as each walkthrough is written",
            "Reminder none yet a line of your own",
        ):
            assert words in text
        assert str(app.places.settings) in squeezed(app)
        assert footer(app) == "enter Change   esc Back   ? Help"
    assert not app.places.settings.exists()  # looking changes nothing


async def test_each_change_is_written_at_once(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "comma") as pilot:
        for keys, shown_as, written in [
            ("enter", "Theme light", {"theme": "light"}),
            ("enter", "Theme dark", {"theme": "dark"}),
            ("down enter", "Bell on", {"theme": "dark", "bell": True}),
            ("enter", "Bell off", {"theme": "dark", "bell": False}),
            ("down enter", "Level SDE1", {"theme": "dark", "bell": False, "level": "sde1"}),
            ("enter enter", "Level Senior", {"theme": "dark", "bell": False, "level": "senior"}),
        ]:
            await press(pilot, keys)
            assert shown_as in prose(app)
            assert tomllib.loads(app.places.settings.read_text(encoding="utf-8")) == written


async def test_the_level_chosen_here_is_the_one_that_is_prepared_for(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "comma down down enter escape enter") as pilot:
        assert reversed_(app, "#level") == ["SDE1"]
        await press(pilot, "2 down enter")
        assert countdown(app) == "0:20"
    again = app_in(tmp_path)
    async with inside(again, "enter"):
        assert reversed_(again, "#level") == ["SDE1"]


async def test_the_reminder_is_written_changed_and_in_sight_while_rehearsing(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, "comma end enter type:slow_down enter") as pilot:
        assert "Reminder slow down" in prose(app)
        await press(pilot, "enter")
        assert "slow down" in shown(app, "#line")
        await press(pilot, "end type:! enter escape enter 2 enter")
        assert "slow down!" in shown(app)
        await press(pilot, "space")
        assert "slow down!" in shown(app)
        await press(pilot, "enter")
        assert "slow down!" in shown(app)
    assert tomllib.loads(app.places.settings.read_text())["reminder"] == "slow down!"


async def test_escape_leaves_the_reminder_as_it_was_and_then_the_screen(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings='reminder = "breathe"\n')
    async with inside(app, "comma end enter type:xyz escape") as pilot:
        assert "Reminder breathe" in prose(app)
        assert "xyz" not in shown(app)
        await press(pilot, "escape")
        assert "1 walkthrough" in shown(app)
    assert app.places.settings.read_text() == 'reminder = "breathe"\n'


async def test_an_emptied_reminder_is_gone(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings='reminder = "oh"\n')
    async with inside(app, "comma end enter backspace backspace enter"):
        assert "none yet" in shown(app)
    assert tomllib.loads(app.places.settings.read_text())["reminder"] == ""


@at_every_size
async def test_what_is_wrong_in_the_file_stays_on_the_screen(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, settings='theme = "blue"\n\n[keys]\n"drill.cu" = "x"\n')
    async with inside(app, "comma", size) as pilot:
        app.clear_notifications()  # as time does
        await settle(pilot)
        text = squeezed(app)
        for _ in range(4):
            await press(pilot, "pagedown")
            text += squeezed(app, "VerticalScroll")
        assert "Notused,untilitismended:" in text
        assert 'settings.toml:1:theme:is"blue"' in text  # a page may end in the middle of a path
        assert 'keys.drill.cu:isnotanaction;didyoumean"drill.cue"?' in text


async def test_opens_from_the_overview_and_goes_back_there(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter comma") as pilot:
        assert "Theme" in shown(app)
        await press(pilot, "escape")
        assert "2  Rehearse" in shown(app)


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file, where the folder should be")
    app = app_in(tmp_path)
    async with inside(app, "comma enter", (120, 40)) as pilot:
        await until(pilot, lambda: "Settings not saved" in told(app), "it says so")
        assert "Theme dark" in prose(app)


async def test_the_palette_changes_the_theme_and_opens_the_settings(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "ctrl+p type:theme") as pilot:
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "Theme: light" in shown(app)
        await press(pilot, "enter enter")
        await settle(pilot)
        assert app.theme == "starprep-light"
    assert tomllib.loads(app.places.settings.read_text()) == {"theme": "light"}


async def test_a_change_just_before_leaving_is_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "comma") as pilot:
        await hurry(pilot, "enter escape")
        assert "1 walkthrough" in shown(app)
    assert tomllib.loads(app.places.settings.read_text()) == {"theme": "light"}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "keys", ["", "enter", "enter 1", "enter 2 enter", "enter 2 enter space enter", "enter 3 1"]
)
async def test_without_colour_every_letter_can_be_told_from_its_ground(
    tmp_path: Path, theme: str, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_in(tmp_path, settings=f'theme = "{theme}"\n')
    async with inside(app, keys):
        assert "starprep" in shown(app)
        assert styled(app, lambda style: style.color == style.bgcolor and not style.reverse) == []
        greys = styled(app, lambda style: not _is_grey(style.color) or not _is_grey(style.bgcolor))
        assert greys == []


def _is_grey(color: Color | None) -> bool:
    return color is None or color.triplet is None or len(set(color.triplet)) == 1


def test_a_full_disk_leaves_the_old_settings_and_nothing_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("bell = true\n", "utf-8")
    path.chmod(0o644)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        with pytest.raises(OSError, match="No space left"):
            write_setting(path, "bell", False)
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]
    assert path.read_text("utf-8") == "bell = true\n"
    write_setting(path, "bell", False)
    assert path.read_text("utf-8") == "bell = false\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
