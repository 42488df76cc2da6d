"""Texts of files and of people are met on the screens, letter for letter, whatever they hold."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from starprep.tui.app import StarprepApp
from tests.examples import principle_data, walkthrough_data, write_library, write_tables
from tests.tui.driver import NARROW, WIDE, Size, app_in, inside, kept, press, shown, told

ROOMY = (100, 60)
"""One column, and space for whole pages."""
PIECES = (
    "[/x]", "[bold]", "$primary", "[b]", "list[int]", "🙂", "שלום", "\\[x", "[@click=app.quit]x[/]",
)  # fmt: skip
"""Markup that crashes, markup that vanishes, a variable, wide and right-to-left letters."""
HOSTILE = "".join(PIECES)
"""All of them in one word, so that no space divides them."""
NAMES = {"id", "level", "part", "leaning", "difficulty", "principle"}
"""Keys whose values are no text but a choice."""

TOUR = [
    "", "enter", "1", *["n"] * 9, "escape", "l", "1 n n n n", "escape",
    "2", "down enter", "space enter", "3", "enter", "v", "enter", "escape", "3", "1", "enter",
    "escape",
]  # fmt: skip
"""Keys to every screen that shows content; after each, what is shown is read."""
NO_CONTENT = ("Debrief", "SayaloudTarget")
"""What stands on screens that show no text of a file."""
HUNT = ["h", "enter", "space enter", "escape"]


def words(hostile: str) -> Iterator[str]:
    """Yield hostile words, each unlike all others; none is a part of another."""
    return (f"{hostile}{number}." for number in count(1))


def spoilt(value: Any, word: Iterator[str], key: str = "") -> Any:
    """Return `value` with a word of its own in every text that is no name."""
    if isinstance(value, dict):
        return {name: spoilt(each, word, name) for name, each in value.items()}
    if isinstance(value, list):
        return [spoilt(each, word, key) for each in value]
    return next(word) if isinstance(value, str) and key not in NAMES else value


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Yield the hostile words in `value`."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each, key)
    elif isinstance(value, str) and key not in NAMES:
        yield from value.split()


def hostile_content(folder: Path, hostile: str = HOSTILE) -> tuple[Path, set[str]]:
    """Write a library of hostile words; return it and all of them."""
    word = words(hostile)
    data = spoilt(walkthrough_data(), word)
    for section in data["sections"]:
        quoted = " ".join(section["signals"])
        if "example" in section:
            section["example"] += f" {quoted}"
        for level in section.get("examples", {}):
            section["examples"][level] += f" {quoted}"
    weak = data["weak_answer"]
    weak["text"] += "".join(f" {flag['quote']}" for flag in weak["flags"] if "quote" in flag)
    write_tables(folder / "walkthroughs" / "lost-parcels.toml", data)
    found = set(texts(data))
    for name in ("ownership", "customer-obsession"):
        principle = spoilt(principle_data(id=name), word)
        write_tables(folder / "principles" / f"{name}.toml", principle)
        found |= set(texts(principle)) if name == "ownership" else {principle["name"]}
    return folder, found


def unwrapped(app: StarprepApp, selector: str = "") -> str:
    """Return what is shown with no space at all, as a long word may be folded anywhere."""
    return "".join(shown(app, selector).split())


async def test_no_text_is_left_out_or_altered(tmp_path: Path) -> None:
    folder, wanted = hostile_content(tmp_path / "content")
    assert len(wanted) > 60
    app = app_in(tmp_path, content=folder, settings=f"reminder = '{HOSTILE}'\n")
    async with inside(app, "", ROOMY) as pilot:
        assert "Files with problems" not in shown(app)
        seen = ""
        for keys in TOUR:
            await press(pilot, keys)
            seen += unwrapped(app) + "\n"
        missing = {each for each in wanted if each not in seen}
        assert not missing
        await press(pilot, "2 down enter t")
        await press(pilot, f"type:{HOSTILE}")
        assert HOSTILE in unwrapped(app, "#answer")
        assert HOSTILE in shown(app, "#reminder")
        await press(pilot, "enter")
        assert f"Whatyoutyped{HOSTILE}" in unwrapped(app)
        await press(pilot, "3 enter")
    assert kept(app)[-1]["text"] == HOSTILE


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["60x20", "120x40"])
async def test_no_text_breaks_a_screen_of_another_size(tmp_path: Path, size: Size) -> None:
    folder, _ = hostile_content(tmp_path / "content")
    app = app_in(tmp_path, content=folder, settings=f"reminder = '{HOSTILE}'\n")
    async with inside(app, "", size) as pilot:
        for keys in [*TOUR[1:], *HUNT, "comma"]:
            await press(pilot, keys)
            here = unwrapped(app)
            left_out = [piece for piece in PIECES if piece not in here]
            assert not left_out or any(words in here for words in NO_CONTENT), keys
    assert kept(app)


async def test_words_of_four_thousand_letters_wrap(tmp_path: Path) -> None:
    folder, _ = hostile_content(tmp_path / "content", "x" * 4000)
    app = app_in(tmp_path, content=folder)
    async with inside(app) as pilot:
        for keys in [*TOUR, *HUNT]:
            await press(pilot, keys)
        assert "xxxx" in shown(app)


async def test_control_characters_never_reach_the_screen(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    data = walkthrough_data(question="Tell me\x1b[2J about \x07 it")
    write_tables(folder / "walkthroughs" / "lost-parcels.toml", data)
    app = app_in(tmp_path, content=folder)
    async with inside(app, "end") as pilot:
        assert "Files with problems" in shown(app)
        assert "U+001B" in shown(app)
        await press(pilot, "enter")
        assert "\x1b" not in shown(app)
        assert "\x07" not in shown(app)
        assert told(app) == ""
