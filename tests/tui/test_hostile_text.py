"""Text from files and people shows as that text, whatever it holds."""

from pathlib import Path
from typing import Any

import pytest

from starprep.tui.app import StarprepApp
from tests.examples import principle_data, walkthrough_data, write_tables
from tests.practice.times import FakeClock
from tests.tui.driver import NARROW, WIDE, Size, inside, kept, press, prose, room, shown, told

PIECES = ["[/x]", "[bold]", "$primary", "list[int]", "🙂", "שלום", "\\[x", "[@click=app.quit]x[/]"]
HOSTILE = "".join(PIECES)
"""Markup that crashes, markup that vanishes, a variable, wide and right-to-left letters: one word,
so that no wrapping divides it."""

KEPT_AS_THEY_ARE = {"id", "principle", "level", "part", "leaning", "difficulty", "name"}


def spoilt(value: Any, hostile: str, key: str = "") -> Any:
    """Return `value` with `hostile` at the end of every text that is no name."""
    if isinstance(value, dict):
        return {name: spoilt(each, hostile, name) for name, each in value.items()}
    if isinstance(value, list):
        return [spoilt(each, hostile, key) for each in value]
    if isinstance(value, str) and key not in KEPT_AS_THEY_ARE:
        return f"{value} {hostile}"
    return value


def spoilt_walkthrough(hostile: str) -> dict[str, Any]:
    """Return a walkthrough in which every text holds `hostile`; signals still fit the example."""
    data: dict[str, Any] = spoilt(walkthrough_data(), hostile)
    for section in data["sections"]:
        texts = section.get("examples", {"": section.get("example")})
        section["signals"] = [signal.removesuffix(f" {hostile}") for signal in section["signals"]]
        section["signals"].append(hostile)
        assert all(hostile in text for text in texts.values())
    for flag in data["weak_answer"]["flags"]:
        if "quote" in flag:
            flag["quote"] = flag["quote"].removesuffix(f" {hostile}")
    return data


def library(folder: Path, hostile: str) -> Path:
    """Write a library of hostile texts."""
    data = spoilt_walkthrough(hostile)
    write_tables(folder / "walkthroughs" / f"{data['id']}.toml", data)
    for name in ("ownership", "customer-obsession"):
        principle = spoilt(principle_data(id=name, name=name), hostile) | {"id": name}
        write_tables(
            folder / "principles" / f"{name}.toml", principle | {"name": f"{name} {hostile}"}
        )
    return folder


def unwrapped(app: StarprepApp) -> str:
    """Return what is shown with no space at all, as a long word may be folded anywhere."""
    return "".join(shown(app).split())


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["60x20", "120x40"])
async def test_every_screen_shows_hostile_text_as_it_is(tmp_path: Path, size: Size) -> None:
    hostile = HOSTILE
    content = library(tmp_path / "content", hostile)
    clock = FakeClock()
    app = room(tmp_path, content=content, settings=f"reminder = '{hostile}'\n", clock=clock)
    async with inside(app, "", size) as pilot:
        for keys in ("enter", "1", "n", "n", "n", "n", "n", "n", "n", "n", "escape"):
            await press(pilot, keys)
            assert hostile in unwrapped(app)
        for keys in ("2 down enter", "space enter", "3", "enter"):
            await press(pilot, keys)
            assert hostile in unwrapped(app) or "Debrief" in shown(app) or "The story" in shown(app)
        await press(pilot, "2 end enter enter")
        assert hostile in unwrapped(app)
        await press(pilot, "v pagedown pagedown")
        assert hostile in unwrapped(app)
        await press(pilot, "escape 3")
        assert hostile in unwrapped(app)
        await press(pilot, "1")
        assert hostile in unwrapped(app)
        for keys in ("escape h", "enter", "space enter"):
            await press(pilot, keys)
            assert hostile in unwrapped(app)
        await press(pilot, "escape comma")
        assert hostile in unwrapped(app)
        await press(pilot, "question_mark")
    assert kept(app)


async def test_words_of_four_thousand_letters_wrap(tmp_path: Path) -> None:
    content = library(tmp_path / "content", "x" * 4000)
    app = room(tmp_path, content=content)
    async with inside(
        app, "enter 1 n n n n n n n n escape 2 down enter space enter 3 enter"
    ) as pilot:
        await press(pilot, "2 end enter enter v escape 3 1 escape")
        assert "xxxx" in prose(app)


async def test_control_characters_never_reach_the_screen(tmp_path: Path) -> None:
    data = walkthrough_data(question="Tell me\x1b[2J about \x07 it")
    path = write_tables(tmp_path / "content" / "walkthroughs" / "lost-parcels.toml", data)
    library(tmp_path / "content", "plain")
    write_tables(path, data)
    app = room(tmp_path, content=tmp_path / "content")
    async with inside(app) as pilot:
        assert "Files with problems" in shown(app)
        assert "U+001B" in shown(app)
        await press(pilot, "enter")
        assert "\x1b" not in shown(app)
        assert "\x07" not in shown(app)
        assert told(app) == ""


async def test_a_typed_answer_is_text_too(tmp_path: Path) -> None:
    app = room(tmp_path)
    async with inside(app, "enter 2 down enter t") as pilot:
        await press(pilot, "type:[/x]")
        await press(pilot, "enter")
        assert "[/x]" in shown(app)
        await press(pilot, "3")
    assert kept(app)[0]["text"] == "[/x]"
