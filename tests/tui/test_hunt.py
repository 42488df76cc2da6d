"""The red-flag hunt on the screen."""

from pathlib import Path

from tests.examples import walkthrough_data, write_library, write_walkthrough
from tests.practice.times import FakeClock
from tests.tui.rooms import (
    Size,
    at_every_size,
    countdown,
    footer,
    hurry,
    inside,
    kept,
    press,
    prose,
    room,
    shown,
)

WEAK = walkthrough_data()["weak_answer"] | {
    "text": "Parcels got lost, so I told the other team. They fixed [it], and it was better.",
    "flags": [
        {"quote": "I told the other team", "why": "That is passing it on."},
        {"quote": "it was better", "why": "By how much?"},
        {"why": "There is no number."},
    ],
}


def library(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "content")
    write_walkthrough(folder / "walkthroughs", weak_answer=WEAK)
    return folder


@at_every_size
async def test_from_the_overview_to_what_was_found_missed_and_imagined(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = room(tmp_path, content=library(tmp_path), clock=clock)
    async with inside(app, "enter", size) as pilot:
        await press(pilot, "h")
        assert "Find the words that sank it." in prose(app)
        assert countdown(app) == "0:20"
        await press(pilot, "enter")
        assert "[ ] Parcels got lost," in prose(app)
        assert "[ ] They fixed [it]," in prose(app)
        await press(pilot, "space j space")
        assert "[x] so I told the other team." in prose(app)
        assert "2 marked" in shown(app, "TopBar")
        clock.advance(9)
        await press(pilot, "enter")
        text = prose(app)
        for _ in range(6):
            await press(pilot, "pagedown")
            text += " " + prose(app)
        assert "1 of 2 red flags found in 0:09." in text
        assert "Found + “I told the other team”: That is passing it on." in text
        assert "Missed ! “it was better”: By how much?" in text
        assert "Imagined ? “Parcels got lost,”" in text
        assert "What it does not say - There is no number." in text
        assert "What the Bar Raiser thinks" in text
        await press(pilot, "enter")
        assert "1 of 2 red flags found, today" in prose(app, "#level")
    (event,) = kept(app)
    assert (event["kind"], event["found"], event["missed"], event["imagined"]) == ("hunt", 1, 1, 1)
    assert event["seconds"] == 9


async def test_the_clock_goes_on_past_its_end(tmp_path: Path) -> None:
    clock = FakeClock()
    app = room(tmp_path, content=library(tmp_path), clock=clock)
    async with inside(app, "enter h enter") as pilot:
        clock.advance(27)
        await press(pilot, "space enter")
        assert "in 0:27" in prose(app)


async def test_leaving_in_the_middle_is_asked_about_and_keeps_nothing(tmp_path: Path) -> None:
    clock = FakeClock()
    app = room(tmp_path, content=library(tmp_path), clock=clock)
    async with inside(app, "enter h enter space escape") as pilot:
        assert "This hunt is not kept." in prose(app)
        clock.advance(60)
        await press(pilot, "n")  # the clock stood still meanwhile
        assert "paused" in prose(app, "AttemptClock")
        await press(pilot, "space")
        assert "of 0:20" in prose(app, "AttemptClock")
        await press(pilot, "escape enter")
        assert "Rehearse" in shown(app, "#modes")
    assert kept(app) == []


async def test_again_begins_anew_and_both_are_kept(tmp_path: Path) -> None:
    app = room(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h enter j space enter") as pilot:
        assert "r Again" in footer(app)
        await press(pilot, "r enter")
        assert "[x]" not in shown(app)
        await press(pilot, "enter")
        assert "0 of 2 red flags found" in prose(app)
    assert [event["found"] for event in kept(app)] == [1, 0]


async def test_keys_held_down_break_nothing(tmp_path: Path) -> None:
    app = room(tmp_path, content=library(tmp_path))
    async with inside(app, "enter") as pilot:
        await hurry(pilot, "h h enter space space j j j j space r enter r r enter enter escape")
        assert app.is_running
