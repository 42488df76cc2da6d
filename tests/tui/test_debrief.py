"""The debrief: how the parts went, and the one thing to work on next."""

from pathlib import Path

from textual.pilot import Pilot

from tests.practice.times import FakeClock, stamper
from tests.tui.driver import (
    NARROW,
    USUAL,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    inside,
    kept,
    press,
    prose,
    shown,
)

IN_TIME = (30, 20, 90, 20, 15)


async def say_it(pilot: Pilot[None], clock: FakeClock, *seconds: int, ticks: str = "") -> None:
    """Say the parts, tick signals in each, and rate them good."""
    for spoken in seconds:
        await press(pilot, "space")
        clock.advance(spoken)
        await press(pilot, f"enter {ticks} 3")


@at_every_size
async def test_bars_times_signals_and_ratings_stand_in_a_table(tmp_path: Path, size: Size) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", size) as pilot:
        await say_it(pilot, clock, 34, 18, 90, 20, 15, ticks="space")
        text = prose(app)
        assert "Situation 0:34 0:30 +0:04 1/2" in text
        assert "0:18 0:20 -0:02 1/2" in text
        assert "Reflection 0:15 0:15 0:00 1/1" in text
        assert "In all 2:57 5/9" in text
        assert "SDE2 answers take 2:00 to 3:00: within it." in text
        assert shown(app, "#debrief").count("  good") == 5
        (situation,) = [row for row in shown(app).split("\n") if "Situation" in row and "━" in row]
        assert "━│━" in situation  # past its target
        (task,) = [row for row in shown(app).split("\n") if "Task" in row and "━" in row]
        assert "·│ " in task
        assert "Lost parcels / Debrief" in prose(app, "TopBar")


@at_every_size
async def test_the_footer_leads_on_and_offers_the_part_to_work_on(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", size) as pilot:
        await say_it(pilot, clock, 30, 20, 130, 20, 15, ticks="space")
        assert footer(app).startswith("enter Follow-ups   w Work on it")
        assert footer(app).endswith("esc Back   ? Help")


async def test_what_was_not_said_is_named_by_part(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", (120, 40)) as pilot:
        await say_it(pilot, clock, *IN_TIME, ticks="space")
        text = prose(app)
        assert "Not said this time Situation: nobody had asked Task: I took it …" in text
        assert "Reflection:" not in text


async def test_it_leads_with_one_thing_to_work_on(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", USUAL) as pilot:
        await say_it(pilot, clock, 30, 20, 130, 20, 15, ticks="space")
        rows = [line.strip() for line in shown(app).split("\n")]
        place = rows.index("Work on this next")
        assert rows[place + 1] == "Cut the Action: it ran furthest over its target."
        assert "0:35 too long" in prose(app)
        assert shown(app).count("0:40") == 1
        await press(pilot, "r")
        await say_it(pilot, clock, *IN_TIME, ticks="space")
        assert "Next time, with less help." in prose(app)
        assert "Come back in 3 days, Thursday 8 January (lowest rating: good)" in prose(app)


async def test_w_rehearses_the_part_to_work_on_now(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter") as pilot:
        await say_it(pilot, clock, 30, 20, 130, 20, 15, ticks="space")
        await press(pilot, "w")
        assert countdown(app) == "1:30"
        await say_it(pilot, clock, 130)
        assert "Cut the Action down to 1:30." in prose(app)
        assert "w Work on it" not in footer(app)  # r rehearses the same
        await press(pilot, "w")
        assert "Cut the Action down to 1:30." in prose(app)
    assert [event["part"] for event in kept(app)][5:] == ["action"]


async def test_it_compares_with_the_last_runs(tmp_path: Path) -> None:
    clock = FakeClock()
    first = app_in(tmp_path, clock=clock, stamp=stamper("first"))
    async with inside(first, "enter 2 enter") as pilot:
        await say_it(pilot, clock, 40, 20, 90, 20, 15)
        assert "0:40 0:30 +0:10 0/2 good" in prose(first)
    second = app_in(tmp_path, clock=clock, stamp=stamper("second"))
    async with inside(second, "enter 2 home enter") as pilot:
        await say_it(pilot, clock, *IN_TIME)
        assert "Situation 0:30 0:30 0:00 0/2 0:40 good" in prose(second)
        assert "In all 2:55 0/9 3:05" in prose(second)
    third = app_in(tmp_path, clock=clock, stamp=stamper("third"))
    async with inside(third, "enter 2 home enter", NARROW) as pilot:
        await say_it(pilot, clock, *IN_TIME)
        assert "Usually" not in shown(third)  # there is no room for it


async def test_enter_goes_on_to_the_follow_up_questions_and_escape_to_the_overview(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 down enter space enter 3 enter") as pilot:
        assert "1.  Why did you not tell the other team?" in shown(app)
        await press(pilot, "escape")
        assert "2  Rehearse" in shown(app)


async def test_r_rehearses_the_same_again_as_a_run_of_its_own(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 down down enter space enter 3 r space enter 2"):
        assert "Debrief" in shown(app)
    events = kept(app)
    assert [event["part"] for event in events] == ["task", "task"]
    assert events[0]["run"] != events[1]["run"]
    assert [event["cue"] for event in events] == ["full", "full"]


async def test_escape_goes_back_to_the_overview(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 down enter space enter 3 escape"):
        assert "2  Rehearse" in shown(app)
