"""Every text of a walkthrough and of its principle is met on some screen, letter for letter."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from tests.examples import principle_data, walkthrough_data, write_tables
from tests.tui.driver import inside, press, room, shown

SIZE = (100, 60)
"""One column, and room for whole pages."""
HOSTILE = "[/x][bold]$primary[b]list[int]\\[🙂שלום"
NAMES = {"id", "level", "part", "leaning", "difficulty", "principle"}

TOUR = [
    "", "enter", "1", *["n"] * 8, "escape", "l", "1 n n n n", "escape",
    "2", "down enter", "space enter", "3 enter", "p", "enter v", "escape", "3", "1", "enter",
    "escape",
]  # fmt: skip
"""Keys to every screen; after each, what is shown is read."""


def words() -> Iterator[str]:
    """Yield hostile words, each unlike all others; none is a part of another."""
    return (f"{HOSTILE}{number}." for number in count(1))


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


def content(folder: Path) -> tuple[Path, set[str]]:
    """Write a library of hostile words; return it and all of them."""
    word = words()
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


async def test_no_text_is_left_out_or_altered(tmp_path: Path) -> None:
    folder, wanted = content(tmp_path / "content")
    assert len(wanted) > 60
    app = room(tmp_path, content=folder, settings=f"reminder = '{HOSTILE}'\n")
    async with inside(app, "", SIZE) as pilot:
        assert "Files with problems" not in shown(app)
        seen = ""
        for keys in TOUR:
            await press(pilot, keys)
            seen += "".join(shown(app).split()) + "\n"
        missing = {each for each in wanted if each not in seen}
        assert not missing
        await press(pilot, "2 down enter t")
        await press(pilot, f"type:{HOSTILE.replace('_', '')}")
        assert HOSTILE in "".join(shown(app, "#answer").split())
        assert HOSTILE in shown(app, "#reminder")
        await press(pilot, "enter")
        assert f"Whatyoutyped{HOSTILE}" in "".join(shown(app).split())
