"""The drill: each section said against its countdown, then compared and rated.

The way from the library through all five sections to the record is in test_whole_path.
"""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.practice.times import FakeClock
from tests.tui.driver import (
    NARROW,
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    inside,
    kept,
    press,
    prose,
    reversed_,
    settle,
    shown,
    underlined,
)

SITUATION = "enter 2 down enter"
"""The keys from the library to the first section alone."""


@at_every_size
async def test_before_speaking_it_shows_the_part_its_target_the_cue_and_the_ledger(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter", size):
        assert "Situation  What was wrong, and for whom." in shown(app)
        assert countdown(app) == "0:30"
        assert "target 0:30" in shown(app)
        assert "Cue: full example" in shown(app)
        assert "I was on the order service" in prose(app)
        names, times = shown(app, "Rail").split("\n")[:2]
        parts = ["Situation", "Task", "Action", "Result", "Reflection"]
        short = [part[0] for part in parts]
        assert names.split() == [*(short if size == NARROW else parts), "even"]
        assert times.split() == ["0:30", "0:20", "1:30", "0:20", "0:15", "0:00"]
        assert "space Start/pause" in footer(app)
        assert footer(app).endswith("esc Back   ? Help")


@at_every_size
async def test_after_speaking_it_shows_example_checklist_rating_and_on_scrolling_the_rest(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 enter space", size) as pilot:
        clock.advance(25)
        await press(pilot, "enter")
        assert "A strong Situation" in shown(app)
        assert "I noticed" in " ".join(underlined(app, "#script"))
        for signal in ("I noticed", "no ticket", "I decided to act"):
            assert f"[ ] {signal}" in shown(app)
        assert "0:25 (-0:05)" in shown(app, "RatingLine")
        for rating in ("1 again", "2 hard", "3 good", "4 easy"):
            assert rating in shown(app, "RatingLine")
        text = ""
        for _ in range(4):
            text += prose(app, "#script")
            await press(pilot, "pagedown")
        assert "Coaching Say what was broken" in text
        assert "Common mistake Ninety seconds of architecture" in text
        assert footer(app).endswith("esc Back   ? Help")


async def test_says_in_words_how_the_clock_stands(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        for seconds, reading, words in [
            (20, "0:10", "of 0:30"),
            (5, "0:05", "last seconds of 0:30"),
            (5, "0:00", "over 0:30: bring it home"),
            (7, "+0:07", "over 0:30: bring it home"),
            (60, "+1:07", "over 0:30: bring it home"),
        ]:
            clock.advance(seconds)
            await press(pilot, "c")
            assert countdown(app) == reading
            assert words in shown(app, "AttemptClock")
        await press(pilot, "space")
        assert "paused, over 0:30" in shown(app, "AttemptClock")


async def test_a_pause_takes_no_time(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(10)
        await press(pilot, "space")
        clock.advance(1000)
        await press(pilot, "space")
        clock.advance(5)
        await press(pilot, "enter 3 enter")
    assert kept(app)[0]["seconds"] == 15


async def test_starting_again_forgets_the_time_so_far(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(33)
        await press(pilot, "r")
        assert countdown(app) == "0:30"
        assert "paused" not in shown(app)
        clock.advance(12)
        await press(pilot, "enter 3 enter")
    assert [event["seconds"] for event in kept(app)] == [12]


async def test_r_in_the_review_keeps_the_first_attempt_and_begins_a_second(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(40)
        await press(pilot, "enter 1 r")
        assert "target 0:30" in shown(app)
        assert "+0:10" in shown(app, "Rail")
        await press(pilot, "space")
        clock.advance(28)
        await press(pilot, "enter 3 enter")
        assert "0:28 -0:02" in prose(app)
    events = kept(app)
    assert [(event["seconds"], event["rating"]) for event in events] == [(40, 1), (28, 3)]
    assert events[0]["run"] == events[1]["run"]


async def test_time_over_and_spare_is_carried_forward(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter space") as pilot:
        clock.advance(37)
        await press(pilot, "enter 3 enter")
        assert shown(app, "Rail").split("\n")[0].split()[-1] == "over"
        assert shown(app, "Rail").split("\n")[1].split()[:2] == ["0:37", "+0:07"]
        assert shown(app, "Rail").split("\n")[1].split()[-1] == "+0:07"
        await press(pilot, "space")
        clock.advance(8)
        await press(pilot, "enter 3 enter")
        assert shown(app, "Rail").split("\n")[0].split()[-1] == "spare"
        assert shown(app, "Rail").split("\n")[1].split()[-1] == "-0:05"


async def test_ticks_are_counted_taken_away_and_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter space space") as pilot:
        assert "[x] I noticed" in shown(app)
        assert "[x] nobody had asked" in shown(app)
        assert "2/2 signals" in shown(app)
        await press(pilot, "home space")
        assert "[ ] I noticed" in shown(app)
        assert "1/2 signals" in shown(app)
        await press(pilot, "3 enter")
    assert kept(app)[0]["signals"] == ["nobody had asked"]


async def test_the_rating_chosen_last_counts(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter 1") as pilot:
        assert reversed_(app, "RatingLine") == ["1 again"]
        await press(pilot, "4")
        assert reversed_(app, "RatingLine") == ["4 easy"]
        await press(pilot, "enter")
    assert kept(app)[0]["rating"] == 4


async def test_the_cue_that_was_shown_is_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} c c space enter 3 enter"):
        assert kept(app)[0]["cue"] == "name"


@pytest.mark.parametrize("keys", ["1", "r", "left", "right", "v", "n"])
async def test_keys_that_do_not_apply_yet_do_nothing(tmp_path: Path, keys: str) -> None:
    app = app_in(tmp_path)
    async with inside(app, SITUATION) as pilot:
        before = shown(app)
        await press(pilot, keys)
        assert shown(app) == before
        assert kept(app) == []


# -- typing --------------------------------------------------------------------------------------


@at_every_size
async def test_the_typed_text_is_in_sight_and_the_clock_runs_from_the_first_letter(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{SITUATION} t", size) as pilot:
        clock.advance(9)  # before the first letter time does not count
        await press(pilot, "type:I_noticed")
        clock.advance(4)
        await press(pilot, "type:_it")
        assert "I noticed it" in shown(app, "#answer")
        assert "enter Done" in footer(app)
        await press(pilot, "tab space")
        assert countdown(app) == "0:26"
        assert "paused" in shown(app)
        await press(pilot, "t type:.")  # one more letter, and the clock runs on
        clock.advance(6)
        await press(pilot, "enter")
        assert "What you typed I noticed it." in prose(app, "#script")
        assert "I noticed" in underlined(app, "#script")
        assert "[x] I noticed" in shown(app)
        await press(pilot, "3 enter")
    (event,) = kept(app)
    assert (event["text"], event["seconds"]) == ("I noticed it.", 10)


@at_every_size
async def test_what_was_typed_is_heard_as_an_interviewer_would(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t", size) as pilot:
        app.post_message(Paste("They never listened. Nobody asked me. I noticed [/x] the parcels."))
        await settle(pilot)
        await press(pilot, "enter")
        assert "[x] nobody had asked" in shown(app)  # heard by what it means
        text = prose(app, "#script")
        for _ in range(8):
            await press(pilot, "pagedown")
            text += " " + prose(app, "#script")
        assert "What an interviewer hears" in text
        assert "blame: Others are judged here." in text
        assert "“They never listened”" in text
        assert "A strong Situation" in text


async def test_what_was_only_said_aloud_is_not_reviewed(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter"):
        assert "What an interviewer hears" not in prose(app, "#script")


async def test_letters_that_are_keys_elsewhere_are_typed(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t type:crt1jk question_mark comma slash"):
        assert "crt1jk?,/" in shown(app, "#answer")


async def test_pasted_text_keeps_its_lines(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t") as pilot:
        app.post_message(Paste("I noticed\n\nthat nobody had asked\n"))
        await settle(pilot)
        await press(pilot, "enter")
        assert "[x] I noticed" in shown(app)
        assert "[x] nobody had asked" in shown(app)
        await press(pilot, "3 enter")
    assert kept(app)[0]["text"] == "I noticed\n\nthat nobody had asked"


async def test_what_was_typed_when_time_is_up_is_kept(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} t type:I_noticed") as pilot:
        clock.advance(31)
        await press(pilot, "type:_late")
        assert "I noticed late" in shown(app, "#answer")
        await press(pilot, "enter 2 enter")
    assert (kept(app)[0]["text"], kept(app)[0]["seconds"]) == ("I noticed late", 31)


async def test_the_next_section_begins_without_the_typed_text(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 enter t type:first enter 3 enter") as pilot:
        assert not app.screen.query("#answer")
        await press(pilot, "t type:second enter 3 enter space enter 3 enter")
    assert [event.get("text") for event in kept(app)] == ["first", "second", None]


# -- leaving -------------------------------------------------------------------------------------


@at_every_size
async def test_staying_goes_on_where_it_was_with_the_clock_paused(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space", size) as pilot:
        clock.advance(10)
        await press(pilot, "escape")
        assert "Leave in the middle?" in shown(app)
        assert "What you have finished is kept." in shown(app)
        assert "enter Leave   esc Stay" in shown(app)
        clock.advance(100)
        await press(pilot, "n")
        assert "Leave in the middle?" not in shown(app)
        assert countdown(app) == "0:20"
        assert "paused" in shown(app)
        await press(pilot, "space")
        assert "of 0:30" in shown(app)


async def test_leaving_while_speaking_keeps_nothing_of_the_section(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space escape y"):
        assert "2  Rehearse" in shown(app, "#modes")
        assert kept(app) == []


async def test_leaving_the_review_keeps_rating_and_ticks(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter space 2 escape enter"):
        (event,) = kept(app)
        assert (event["rating"], event["signals"]) == (2, ["I noticed"])
        assert "single parts only" in prose(app, "#modes")


async def test_staying_after_ctrl_q_pauses_too(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space ctrl+q escape"):
        assert app.is_running
        assert "paused" in shown(app)


async def test_ctrl_q_before_anything_leaves_at_once(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} ctrl+q"):
        assert not app.is_running
    assert app.return_code == 0


async def test_the_example_and_the_checklist_stand_side_by_side_where_there_is_room(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{SITUATION} space enter", WIDE):
        (line,) = [line for line in shown(app).split("\n") if "[ ] I noticed" in line]
        assert line.index("[ ]") > 76
