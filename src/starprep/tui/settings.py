"""The candidate's own settings: one small TOML file, read by hand because it is read first.

The file is checked without Pydantic, whose import would delay the first screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from starprep.library.parts import Level
from starprep.library.problems import KeyPath, Problem, suggest
from starprep.library.reading import parse
from starprep.library.text import one_line
from starprep.tui.keys import clashes, defaults, is_key
from starprep.tui.themes import THEMES


@dataclass(frozen=True, slots=True)
class Settings:
    """What a candidate can choose, each with its default."""

    theme: str = "dark"
    """dark or light."""
    bell: bool = False
    """Ring the terminal's bell in the last fifth of a section and at zero."""
    reminder: str = ""
    """A line of the candidate's own that stays in sight while rehearsing."""
    level: Level | None = None
    """The level to prepare for; None is the one each walkthrough is written for."""
    confirm_rating: bool = False
    """Whether a rating waits for enter; else it goes on by itself."""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for actions: the action's name, then the keys, joined by commas."""


_KINDS = {
    "theme": str,
    "bell": bool,
    "reminder": str,
    "level": str,
    "confirm_rating": bool,
    "keys": dict,
}
_WANTED = {
    "theme": 'theme = "dark" or "light"',
    "bell": "bell = true or false",
    "reminder": 'reminder = "a line of text"',
    "level": 'level = "sde1", "sde2" or "senior"',
    "confirm_rating": "confirm_rating = true or false",
    "keys": 'a table such as [keys] with "drill.cue" = "x"',
}


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings at `path`; where there is no file, all have their defaults.

    What is wrong comes back as problems; each wrong setting keeps its default.
    """
    if not path.exists():
        return Settings(), ()
    source, problems = parse(path).value, parse(path).problems
    if source is None:
        return Settings(), problems
    wrong = list(_wrong(source.data))
    bad = {key[0] for key, _, _ in wrong if len(key) == 1}
    chosen = {key: value for key, value in source.data.items() if key in _KINDS and key not in bad}
    bad_keys = {key[1] for key, _, _ in wrong if len(key) == 2}
    keys = {name: keys for name, keys in chosen.get("keys", {}).items() if name not in bad_keys}
    chosen["keys"] = {name: keys.replace(" ", "") for name, keys in keys.items()}
    if "reminder" in chosen:
        chosen["reminder"] = one_line(chosen["reminder"])
    if "level" in chosen:
        chosen["level"] = Level(chosen["level"])
    return replace(Settings(), **chosen), source.problems(iter(wrong))


def _wrong(data: dict[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    for key, value in data.items():
        if key not in _KINDS:
            yield (key,), "is not a setting", suggest(key, list(_KINDS))
        elif type(value) is not _KINDS[key]:
            yield (key,), "is of the wrong kind", f"use {_WANTED[key]}"
        elif (key == "theme" and value not in THEMES) or (
            key == "level" and value not in list(Level)
        ):
            yield (key,), f'is "{value}"', f"use {_WANTED[key]}"
        elif key == "keys":
            yield from _wrong_keys(data["keys"])


def _wrong_keys(keys: dict[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    own = defaults()
    good = {}
    for name, chosen in keys.items():
        if name not in own:
            yield ("keys", name), "is not an action", suggest(name, list(own))
        elif not isinstance(chosen, str):
            yield ("keys", name), "is not text", f'use keys in quotes, such as "{own[name]}"'
        elif unknown := [key for key in chosen.replace(" ", "").split(",") if not is_key(key)]:
            fix = "use a letter, or a name such as space, enter, comma, ctrl+e"
            yield ("keys", name), f'"{unknown[0]}" is not a key', fix
        else:
            good[name] = chosen.replace(" ", "")
    for first, second, key in clashes(good):
        changed, other = (first, second) if first in good else (second, first)
        fix = "choose another key for one of them"
        yield ("keys", changed), f'has the key "{key}", and so has {other}', fix


def write_setting(path: Path, key: str, value: str | bool) -> None:
    """Set one setting in the file at `path`; everything else in it stays, comments too.

    Raises:
        OSError: the file cannot be read or written.
        ValueError: the file is not TOML; it is left as it is.
    """
    import tomlkit

    from starprep.writing import write_whole

    reading = parse(path) if path.exists() else None
    if reading and reading.value is None:
        raise ValueError(f"{reading.problems[0]}. Mend it first; it is left as it is.")
    document = tomlkit.parse(reading.value.text if reading and reading.value else "")
    document[key] = value
    write_whole(path, tomlkit.dumps(document).encode())
