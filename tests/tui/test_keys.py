"""Keys pressed faster than the screens follow, and in any order: nothing breaks, nothing is lost.

What each key does, and a candidate's own keys, are in test_keys_and_settings.
"""

import json
import random
from pathlib import Path

import pytest

from tests.practice.times import FakeClock
from tests.record.records import read_events
from tests.tui.driver import WEBHOOK, app_in, footer, hurry, inside, kept, press, settle, shown

WALK = [
    "space", "enter", "c", "t", "r", "left", "right", "1", "2", "3", "4", "j", "k", "down", "up",
    "n", "v", "p", "tab", "escape", "x", "pagedown", "home", "question_mark", "comma", "slash",
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "keys", "back"),
    [
        ("", "enter enter enter", "escape"),
        ("enter", "1 1 1", "escape"),
        ("enter", "2 2 2", "escape"),
        ("enter", "3 3 3", "escape"),
        ("", "comma comma comma", "escape"),
        ("", "slash slash", "escape"),
    ],
)
async def test_a_key_held_down_opens_a_screen_once(
    tmp_path: Path, start: str, keys: str, back: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, start) as pilot:
        before = (shown(app, "TopBar"), footer(app))
        await hurry(pilot, keys)
        assert (shown(app, "TopBar"), footer(app)) != before
        await press(pilot, back)
        assert (shown(app, "TopBar"), footer(app)) == before


@pytest.mark.parametrize(
    ("start", "keys"),
    [
        ("enter 2 enter", "space enter 3 enter enter 3 enter"),
        ("enter 2 down enter", "space enter 3 enter w w"),
        ("enter 2 enter", "t a enter 3 t b enter 3 t c"),
        ("enter 2 enter", "t t t a tab r r t"),
        ("enter 2 enter", "space escape escape escape escape y y"),
        ("enter 2 enter", "space ctrl+q ctrl+q escape ctrl+q"),
        ("enter 2 end enter", "enter enter enter 3 space enter 3 v v enter enter t a enter r"),
        ("enter 2 end enter", "enter space enter 3 escape escape escape"),
        ("enter 3", "1 1 enter enter 1 enter enter enter escape escape"),
        ("enter 1", "n n n n n n n n n n n p p escape escape"),
        ("", "comma enter escape comma end enter a b enter escape escape"),
        ("", "slash a escape slash b enter enter escape escape"),
    ],
)
async def test_keys_pressed_in_a_hurry_break_nothing(tmp_path: Path, start: str, keys: str) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, start) as pilot:
        await hurry(pilot, keys)
        assert app.is_running
        assert shown(app).strip().startswith("starprep")


@pytest.mark.parametrize(
    ("start", "keys"),
    [
        ("enter 2 enter", "space enter 3 ctrl+q"),
        ("enter 2 end enter", "space enter 3 ctrl+q"),
        ("enter 2 end enter", "space enter ctrl+q"),
        ("enter 3", "1 ctrl+q"),
    ],
)
async def test_what_was_done_just_before_quitting_is_kept(
    tmp_path: Path, start: str, keys: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, start) as pilot:
        await hurry(pilot, keys)
        if app.is_running:  # in the middle of the answer, it asks
            await press(pilot, "enter")
        await settle(pilot)
    assert len(kept(app)) == 1


@pytest.mark.parametrize("start", ["enter 2 enter", "enter 2 end enter"], ids=["drill", "probes"])
@pytest.mark.parametrize("seed", [1, 2])
async def test_two_hundred_keys_in_any_order_leave_a_sound_record(
    tmp_path: Path, start: str, seed: int
) -> None:
    chance, clock = random.Random(seed), FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, start) as pilot:
        for _ in range(50):
            clock.advance(chance.random() * 40)
            if chance.random() < 0.1:
                clock.sleep(100)
            await hurry(pilot, " ".join(chance.choices(WALK, k=4)))
            if "1 walkthrough" in shown(app).partition("\n")[0]:  # in the library: in again
                await press(pilot, f"escape home {start}")
        assert app.is_running
    events = kept(app)
    assert events
    assert len({event["id"] for event in events}) == len(events)
    assert [event["time"] for event in events] == sorted(event["time"] for event in events)
    again = [json.loads(event.model_dump_json(exclude_none=True)) for event in
             read_events(app.places.record)]  # fmt: skip
    assert again == events
    for run in {event["run"] for event in events if event["kind"] == "drill"}:
        parts = [event["part"] for event in events if event.get("run") == run]
        order = ["situation", "task", "action", "result", "reflection"]
        assert parts == sorted(parts, key=order.index)
