"""The red-flag hunt on the screen."""

from pathlib import Path

from textual.pilot import Pilot

from starprep.practice.mode import Mode, Request
from starprep.tui.app import StarprepApp
from tests.examples import walkthrough_data, write_library, write_walkthrough
from tests.practice.times import FakeClock, stamper
from tests.tui.driver import (
    USUAL,
    WIDE,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    headline,
    hurry,
    inside,
    kept,
    press,
    prose,
    shown,
    squeezed,
    told,
    until,
)

WEAK = walkthrough_data()["weak_answer"] | {
    "text": "Parcels got lost, so I told the other team. They fixed [it], and it was better.",
    "flags": [
        {"quote": "I told the other team", "why": "That is passing it on."},
        {"quote": "it was better", "why": "By how much?"},
        {"why": "There is no number."},
    ],
}


async def read_through(app: StarprepApp, pilot: Pilot[None]) -> str:
    """Return all of a result: what was found, missed and imagined, then the answer."""
    screens = []
    for _ in range(6):
        screens += [prose(app, part) for part in ("#told", "#answer")]
        await press(pilot, "pagedown")
    return " ".join(screens)


def library(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "content")
    write_walkthrough(folder / "walkthroughs", weak_answer=WEAK)
    return folder


@at_every_size
async def test_from_the_overview_to_what_was_found_missed_and_imagined(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=library(tmp_path), clock=clock)
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
        assert headline(app) == "1 of 2 red flags found in 0:09 of 0:20"
        assert countdown(app) == ""  # the clock has made room
        text = await read_through(app, pilot)
        assert "Found + [1] “I told the other team”: That is passing it on." in text
        assert "Missed ! [2] “it was better”: By how much?" in text
        assert "so I told the other team [1]. They fixed [it], and it was better [2]." in text
        assert "Imagined ? “Parcels got lost,”" in text
        assert "What it does not say - There is no number." in text
        assert "What the Bar Raiser thinks" in text
        await press(pilot, "enter")
        await press(pilot, "pagedown pagedown pagedown")
        assert "1 of 2 red flags found, today" in prose(app, "#about")
    (event,) = kept(app)
    assert (event["kind"], event["found"], event["missed"], event["imagined"]) == ("hunt", 1, 1, 1)
    assert event["seconds"] == 9


async def test_the_clock_goes_on_past_its_end(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=library(tmp_path), clock=clock)
    async with inside(app, "enter h enter") as pilot:
        clock.advance(27)
        await press(pilot, "space enter")
        assert headline(app).endswith("red flags found in 0:27 of 0:20, 0:07 over")


async def test_where_there_is_room_the_answer_stands_beside_what_was_found(tmp_path: Path) -> None:
    for size, beside in ((USUAL, False), (WIDE, True)):
        app = app_in(tmp_path, content=library(tmp_path), stamp=stamper(f"{size}"))
        async with inside(app, "enter h enter space enter", size):
            found, answer = (app.screen.query_one(each).region for each in ("#told", "#answer"))
            assert (answer.x > found.x) is beside
            assert (answer.y == found.y) is beside


@at_every_size
async def test_the_footer_names_only_what_works_now(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h", size) as pilot:
        told = []
        for keys in ("enter", "space enter", ""):
            told.append(footer(app).strip().removesuffix("   esc Back   ? Help"))
            await press(pilot, keys)
        assert told == ["space Start", "space Mark   enter Done", "enter Done   r Again"]


async def test_leaving_in_the_middle_is_asked_about_and_keeps_nothing(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=library(tmp_path), clock=clock)
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
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h enter j space enter") as pilot:
        assert "r Again" in footer(app)
        await press(pilot, "r enter")
        assert "[x]" not in shown(app)
        await press(pilot, "space enter")
        assert headline(app).startswith("0 of 2 red flags found")
    assert [event["found"] for event in kept(app)] == [1, 0]


async def test_keys_held_down_break_nothing(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter") as pilot:
        await hurry(pilot, "h h enter space space j j j j space r enter r r enter enter escape")
        assert app.is_running


async def test_keys_pressed_in_a_hurry_keep_a_hunt_once(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h") as pilot:
        await hurry(pilot, "enter space space j j space r enter r r enter enter enter escape")
        assert "This hunt is not kept." in prose(app)
    assert len(kept(app)) == 1


async def test_enter_held_down_keeps_no_hunt_in_which_nothing_was_marked(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h") as pilot:
        await hurry(pilot, "enter " * 8)
        assert "mark something first" in shown(app, "TopBar")
        assert "[ ] Parcels got lost," in shown(app)
        await press(pilot, "space")
        assert "1 marked" in shown(app, "TopBar")
    assert kept(app) == []


async def test_space_starts_and_every_key_that_moves_stays_among_the_phrases(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h space") as pilot:
        assert "of 0:20" in prose(app, "AttemptClock")
        for keys, marked in (
            ("p left space", "Parcels got lost,"),
            ("n space", "so I told the other team."),
            ("right right right right space", "and it was better."),
            ("k space", "They fixed [it],"),
        ):
            await press(pilot, keys)
            assert f"[x] {marked}" in shown(app, "#phrases")
        assert "4 marked" in shown(app, "TopBar")


@at_every_size
async def test_in_a_long_answer_the_cursor_stays_in_sight(tmp_path: Path, size: Size) -> None:
    said = " ".join(f"This is sentence number {number} of it." for number in range(60))
    folder = library(tmp_path)
    flags = [{"quote": "number 59", "why": "It is the last."}]
    write_walkthrough(folder / "walkthroughs", weak_answer=WEAK | {"text": said, "flags": flags})
    app = app_in(tmp_path, content=folder)
    async with inside(app, "enter h enter", size) as pilot:
        await press(pilot, "pagedown space")
        assert "[x] This is sentence number 0 of it." not in prose(app)
        assert "[x] This is sentence" in shown(app, "#phrases")
        await press(pilot, "pageup end space")
        assert "[x] This is sentence number 59 of it." in shown(app, "#phrases")
        await press(pilot, "home space")
        assert "[x] This is sentence number 0 of it." in shown(app, "#phrases")
        await press(pilot, "enter")
        assert headline(app).startswith("1 of 1 red flags found")


@at_every_size
async def test_hostile_words_are_shown_as_they_are(tmp_path: Path, size: Size) -> None:
    hostile, folder = "[/x][bold]$primary🙂שלום", library(tmp_path)
    weak = WEAK | {
        "text": f"We did {hostile} once\n\n***\n\nand then no more. They did, and {hostile} won.",
        "flags": [{"quote": hostile, "why": f"Why {hostile}?"}, {"why": f"No {hostile}."}],
        "verdict": f"Not {hostile}.",
    }
    write_walkthrough(folder / "walkthroughs", weak_answer=weak)
    app = app_in(tmp_path, content=folder)
    async with inside(app, "enter h enter", size) as pilot:
        assert f"[]Wedid{hostile}once***[]andthen" in squeezed(app, "#phrases")
        assert "" not in [row.strip() for row in shown(app, "#phrases").split("\n")[:4]]
        await press(pilot, "space end space enter")
        text = (await read_through(app, pilot)).replace(" ", "")
        for words in (f"“{hostile}”:Why{hostile}?", f"No{hostile}.", f"Not{hostile}."):
            assert words in text


async def test_the_machines_sleep_pauses_the_clock_until_the_next_mark(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=library(tmp_path), clock=clock)
    async with inside(app, "enter h enter") as pilot:
        clock.advance(2)
        clock.sleep(600)
        await until(pilot, lambda: "The machine slept" in told(app), "it is told")
        clock.advance(30)
        await press(pilot, "space")
        clock.advance(3)
        await press(pilot, "enter")
    assert [event["seconds"] for event in kept(app)] == [5]


async def test_quitting_in_the_middle_asks_and_keeps_nothing(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path))
    async with inside(app, "enter h enter space ctrl+q") as pilot:
        assert "This hunt is not kept." in prose(app)
        await press(pilot, "enter")
    assert kept(app) == []


async def test_the_command_goes_straight_to_the_hunt(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=library(tmp_path), request=Request(Mode.HUNT, "lost-parcels"))
    async with inside(app) as pilot:
        assert "Hunt the red flags" in shown(app, "TopBar")
        await press(pilot, "escape")
        assert "Rehearse" in shown(app, "#modes")
