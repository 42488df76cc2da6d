"""The app as a test starts it, in folders of its own; hands for its keys, eyes for its screen."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Digits

from starprep.places import Places, built_in_content
from starprep.practice.mode import Request
from starprep.record.events import Stamper
from starprep.tui.app import StarprepApp
from starprep.tui.widgets.block_digits import block_rows
from starprep.tui.widgets.text_field import TextField
from tests.examples import write_library
from tests.practice.times import START, FakeClock, stamper

Size = tuple[int, int]

NARROW, USUAL, WIDE = (60, 20), (80, 24), (120, 40)
BUILT_IN = (built_in_content(),)
WEBHOOK = (
    built_in_content() / "walkthroughs" / "webhook-drop-rate.toml",
    built_in_content() / "principles",
)
"""One of the built-in walkthroughs, alone in the library with all the principles."""
NOW = START + timedelta(hours=3)
SEED = 7

at_every_size = pytest.mark.parametrize(
    "size", [NARROW, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}"
)

# -- starting ----------------------------------------------------------------------------------


def app_in(
    tmp_path: Path,
    *,
    content: Path | Sequence[Path] | None = None,
    settings: str = "",
    request: Request | None = None,
    clock: FakeClock | None = None,
    stamp: Stamper | None = None,
    now: datetime = NOW,
    seed: int = SEED,
) -> StarprepApp:
    """Make an app with a small library, or with the content in a folder; all of it in `tmp_path`.

    `settings` is written where there is no settings file yet: a second app in the same folder
    finds what the first one left. Give that one a `stamp` of its own to tell their events apart.
    """
    places = places_in(tmp_path, content or write_library(tmp_path / "content"))
    if settings and not places.settings.exists():
        places.settings.parent.mkdir(parents=True)
        places.settings.write_text(settings, encoding="utf-8")
    return StarprepApp(
        places,
        request,
        clock=clock or FakeClock(),
        stamp=stamp or stamper(),
        now=lambda: now,
        seed=lambda: seed,
    )


def places_in(tmp_path: Path, content: Path | Sequence[Path]) -> Places:
    """Return the places of an app in `tmp_path`."""
    data = tmp_path / "data"
    own = (data / "walkthroughs", data / "principles")
    folders = (content,) if isinstance(content, Path) else content
    settings = tmp_path / "config" / "settings.toml"
    return Places((*folders, *own), data, settings, tmp_path / "cache" / "index.json")


@asynccontextmanager
async def inside(
    app: StarprepApp, keys: str = "", size: Size = USUAL
) -> AsyncIterator[Pilot[None]]:
    """Start the app, wait until every file is read, and press `keys`."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: "record" in vars(app.session), "the record is read")
        await app.workers.wait_for_complete()
        await settle(pilot)
        await press(pilot, keys)
        yield pilot


# -- hands -------------------------------------------------------------------------------------

_CHARACTERS = {"space": " ", "slash": "/", "comma": ",", "question_mark": "?"}


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys by name, divided by spaces; `type:some_words` types letters (`_` is a space).

    Unlike the pilot's own `press` it does not wait for an idle processor, which takes ten times as
    long and fails on a busy machine, but until there is nothing left to do.
    """
    for key in keys.split():
        _send(pilot, key, by_hand=True)
        await settle(pilot)


async def hurry(pilot: Pilot[None], keys: str) -> None:
    """Press keys faster than the screens can follow."""
    for key in keys.split():
        _send(pilot, key, by_hand=True)
    await settle(pilot)


async def at_once(pilot: Pilot[None], keys: str) -> None:
    """Send keys in one go, as a terminal does that pastes without brackets, or a slow line."""
    _keyboard.press()
    for key in keys.split():
        _send(pilot, key, by_hand=False)
    await settle(pilot)


class _Keyboard:
    """The time at which keys come: by hand a second after each other, however fast the test is."""

    def __init__(self) -> None:
        self.seconds = 0

    def press(self) -> float:
        self.seconds += 1
        return self.seconds


_keyboard = _Keyboard()


def _send(pilot: Pilot[None], key: str, *, by_hand: bool) -> None:
    if key.startswith("type:"):
        letters = key.removeprefix("type:")
        names = ["space" if letter == "_" else letter for letter in letters]
    else:
        names = [key]
    for name in names:
        printed = name if len(name) == 1 else _CHARACTERS.get(name)
        pressed = Key(name, printed)
        pressed.time = _keyboard.press() if by_hand else _keyboard.seconds
        pilot.app.post_message(pressed)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for is done and drawn, and only timers and threads may wake it.

    No screen is compared with another, and no processor watched: the loop itself knows whether any
    task of the app can go on.
    """
    loop = asyncio.get_running_loop()
    for _ in range(10_000):
        await asyncio.sleep(0)  # every task that can takes a step
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if not pilot.app.is_running:
            return
        await pilot.wait_for_animation()  # it draws now, and not at the next sixtieth of a second
        if not loop._ready:  # type: ignore[attr-defined]
            if not _is_waiting(pilot):
                return
            await asyncio.sleep(TextField.WAIT)
    pytest.fail(f"the app does not come to rest:\n{shown(pilot.app)}")


def _is_waiting(pilot: Pilot[None]) -> bool:
    """Tell whether a space to type in waits for what may follow a key."""
    return any(field.is_waiting for field in pilot.app.screen.query(TextField))


async def until(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    """Let the app's own timers and threads run until `condition` holds."""
    for _ in range(1000):
        await settle(pilot)
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"never happened: {what}\n{shown(pilot.app)}")


# -- eyes --------------------------------------------------------------------------------------

_DRAWING = re.compile("[\u2500-\u259f]")


def shown(app: App[Any], selector: str = "") -> str:
    """Return the screen's text as a person sees it; or what they see of one widget."""
    return "\n".join(
        "".join(text for text, _ in row).rstrip() for row in _cells(app, selector)
    ).rstrip("\n")


def prose(app: App[Any], selector: str = "") -> str:
    """Return what is shown as one line, however it was wrapped, without rules and scrollbars."""
    return " ".join(_DRAWING.sub(" ", shown(app, selector)).split())


def squeezed(app: App[Any], selector: str = "") -> str:
    """Return what is shown without any white space: for paths, which wrap anywhere."""
    return prose(app, selector).replace(" ", "")


def told(app: App[Any]) -> str:
    """Return what the notes in the corner say, as one line."""
    rows = shown(app).split("\n")
    notes = [
        row[toast.region.x : toast.region.right]
        for toast in app.screen.query("Toast")
        for row in rows[toast.region.y : toast.region.bottom]
    ]
    return " ".join(" ".join(notes).replace("▌", "").split())


def styled(app: App[Any], wanted: Callable[[Style], bool], selector: str = "") -> list[str]:
    """Return each run of neighbouring characters on the screen whose style is wanted."""
    runs = []
    for row in _cells(app, selector):
        run = ""
        for text, style in [*row, ("", Style())]:
            if style is not None and wanted(style):
                run += text
            elif run:
                runs.append(run.strip())
                run = ""
        runs += [run.strip()] if run else []
    return runs


def underlined(app: App[Any], selector: str = "") -> list[str]:
    """Return what stands out of the text: signals of an example, red flags of a weak answer."""
    return styled(app, lambda style: bool(style.underline), selector)


def reversed_(app: App[Any], selector: str = "") -> list[str]:
    """Return what is shown as chosen."""
    return styled(app, lambda style: bool(style.reverse), selector)


def countdown(app: App[Any]) -> str:
    """Read the large digits, such as `0:30` or `+0:07`; empty where none are in sight."""
    if not any(face.is_on_screen for face in app.screen.query("BlockDigits")):
        return ""
    face = re.sub("[A-Z]", " ", shown(app, "BlockDigits")).split("\n")
    rows = [row.rstrip() for row in face if row.strip()]
    left = min(len(row) - len(row.lstrip()) for row in rows)
    seen = [row[left:] for row in rows]
    for size in range(1, 9):
        if read := _read_digits(seen, size):
            return read
    return ""


def _read_digits(rows: list[str], size: int) -> str:
    """Read digits of one size from left to right; empty where they are of another."""
    if len(rows) != len(block_rows("0", size)):
        return ""
    read = ""
    while any(rows):
        for each in "0123456789:+":
            glyph = block_rows(each, size)
            width = len(glyph[0])
            if [row[:width].ljust(width) for row in rows] == glyph:
                break
        else:
            return ""
        read += each
        rows = [row[width + size :] for row in rows]
    return read


def headline(app: App[Any]) -> str:
    """Read a result's headline: the large number, and the words beside it."""
    number = app.screen.query_one("ResultLine Digits", Digits)
    assert app.screen.region.contains_region(number.region)
    return f"{number.value} {prose(app, 'ResultLine Vertical')}"


def footer(app: App[Any]) -> str:
    """Return the last line: the keys that matter now."""
    return shown(app, "KeyBar")


def _cells(app: App[Any], selector: str) -> Iterable[list[tuple[str, Style | None]]]:
    strips = app.screen._compositor.render_strips()
    if selector:
        found = app.screen.query(selector)
        widget = next((each for each in found if each.is_on_screen), found.first())
        x, y, width, height = widget.region.intersection(app.screen.region)
        strips = [strip.crop(x, x + width) for strip in strips[y : y + height]]
    for strip in strips:
        yield [(segment.text, segment.style) for segment in strip]


# -- what is kept ------------------------------------------------------------------------------


def kept(app: StarprepApp) -> list[dict[str, Any]]:
    """Return the events that stand in the record's file."""
    if not app.places.record.exists():
        return []
    data = json.loads(app.places.record.read_text(encoding="utf-8"))
    assert data["format"] in (1, 2)
    events: list[dict[str, Any]] = data["events"]
    return events
