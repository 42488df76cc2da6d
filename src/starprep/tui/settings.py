"""The candidate's own settings: one small TOML file, read by hand because it is read first.

The file is checked without Pydantic, whose import would delay the first screen.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, get_args

from starprep.library.parts import Level
from starprep.library.problems import KeyPath, Problem, suggest
from starprep.library.reading import parse
from starprep.library.text import one_line
from starprep.tui.keys import clashes, defaults, is_key
from starprep.tui.themes import THEMES

Value = str | bool
"""What can stand in the file for a setting that is chosen on the screen."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a setting is told and chosen.

    Args:
        title: its name on the screen.
        meaning: what it does, in a few words.
        values: what may stand in the file, with the words for each; none where any text may.
        unset: the words for it as long as nothing is chosen.
        example: a text such as it might be, where any may stand.
        made: makes what the settings hold of what stands in the file.
    """

    title: str
    meaning: str
    values: Mapping[Value, str] = field(default_factory=dict)
    unset: str = ""
    example: str = ""
    made: Callable[[Any], Any] = lambda value: value

    @property
    def kind(self) -> type:
        """The type of what may stand in the file."""
        return type(next(iter(self.values), ""))

    @property
    def wanted(self) -> str:
        """What may stand in the file, as it is written there."""
        *others, last = [json.dumps(each) for each in self.values] or ['"a line of text"']
        return f"{', '.join(others)} or {last}" if others else last

    def said(self, value: Value | None) -> str:
        """Return the words for a value."""
        if value is None or value == "":
            return self.unset
        return self.values.get(value, str(value))

    def after(self, value: Value | None) -> Value:
        """Return the value that follows one, round and round; the first one after none."""
        values = list(self.values)
        return values[(values.index(value) + 1) % len(values)] if value in values else values[0]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a candidate can choose, each with its default, in the order of the screen.

    The check of the file and the rows of the screen are made from what is told here.
    """

    theme: Annotated[str, Setting("Theme", "light or dark", {name: name for name in THEMES})] = (
        "dark"
    )
    bell: Annotated[
        bool, Setting("Bell", "rings in the last fifth, and at zero", {True: "on", False: "off"})
    ] = False
    level: Annotated[
        Level | None,
        Setting(
            "Level",
            "what to prepare for",
            {each.value: each.label for each in Level},
            unset="as each walkthrough is written",
            made=Level,
        ),
    ] = None
    confirm_rating: Annotated[
        bool,
        Setting(
            "Rating",
            "what 1 to 4 does once a section is said",
            {True: "waits for enter", False: "goes on by itself"},
        ),
    ] = False
    reminder: Annotated[
        str,
        Setting(
            "Reminder",
            "a line of your own, in sight while you rehearse",
            unset="none yet",
            example="slow down at the numbers",
            made=one_line,
        ),
    ] = ""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for actions: the action's name, then the keys, joined by commas."""


ROWS: Mapping[str, Setting] = {
    each.name: told
    for each in fields(Settings)
    for told in get_args(each.type)
    if isinstance(told, Setting)
}
"""The settings that are chosen on the screen, by their names in the file."""


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
    good = {key: value for key, value in source.data.items() if key not in bad}
    chosen = {key: ROWS[key].made(value) for key, value in good.items() if key in ROWS}
    bad_keys = {key[1] for key, _, _ in wrong if len(key) == 2}
    keys = {
        name: keys.replace(" ", "")
        for name, keys in good.get("keys", {}).items()
        if name not in bad_keys
    }
    return replace(Settings(), keys=keys, **chosen), source.problems(iter(wrong))


def _wrong(data: dict[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    for key, value in data.items():
        if key == "keys":
            if isinstance(value, dict):
                yield from _wrong_keys(value)
            else:
                fix = 'use a table such as [keys] with "drill.cue" = "x"'
                yield (key,), "is of the wrong kind", fix
        elif (setting := ROWS.get(key)) is None:
            yield (key,), "is not a setting", suggest(key, [*ROWS, "keys"])
        elif type(value) is not setting.kind:
            yield (key,), "is of the wrong kind", f"use {key} = {setting.wanted}"
        elif setting.values and value not in setting.values:
            yield (key,), f'is "{value}"', f"use {key} = {setting.wanted}"


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


def write_setting(path: Path, key: str, value: Value) -> None:
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
