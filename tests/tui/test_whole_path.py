"""The path of a stranger: learn, rehearse, answer the probes, take the quiz, come back tomorrow."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from starprep.practice.mode import Mode, Request
from starprep.tui.app import StarprepApp
from tests.practice.times import FakeClock, stamper
from tests.tui.driver import (
    NARROW,
    NOW,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    headline,
    inside,
    kept,
    press,
    prose,
    reversed_,
    settle,
    shown,
    told,
    underlined,
)

PARTS = ["situation", "task", "action", "result", "reflection"]
DRILL_KEYS = {
    "id", "time", "kind", "walkthrough", "run", "part", "level",
    "target_seconds", "seconds", "cue", "signals", "wanted", "rating",
}  # fmt: skip


async def speak(pilot: Pilot[None], clock: FakeClock, seconds: float) -> None:
    """Start the clock, speak, and end the section."""
    await press(pilot, "space")
    clock.advance(seconds)
    await press(pilot, "enter")


@at_every_size
async def test_a_rehearsal_from_the_library_to_the_debrief_and_the_record(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 enter", size) as pilot:
        assert countdown(app) == "0:30"
        for spoken in (34, 20, 90, 20, 15):
            await speak(pilot, clock, spoken)
            assert "1 again" in prose(app)
            assert "[ ]" in prose(app)
            await press(pilot, "space 3")
        assert "Debrief" in shown(app)
        assert "Work on this next" in prose(app)
        assert "0:34 0:30 +0:04" in prose(app)
        assert "2:59" in prose(app)
        events = kept(app)
        assert [event["part"] for event in events] == PARTS
        assert len({event["run"] for event in events}) == 1
        assert all(set(event) == DRILL_KEYS for event in events)
        assert events[0]["seconds"] == 34
        assert events[0]["signals"] == ["I noticed"]
        await press(pilot, "escape")
        assert "1 whole answer" in prose(app)
        await press(pilot, "escape")
        assert "today" in prose(app, "#walkthroughs")
    again = app_in(tmp_path, content=WEBHOOK, now=NOW + timedelta(days=1))
    async with inside(again, "", size):
        assert "yesterday" in prose(again, "#walkthroughs")


@at_every_size
async def test_the_ten_pages_of_learn(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    seen = []
    async with inside(app, "enter 1", size) as pilot:
        for number in range(1, 11):
            assert f"{number} of 10" in shown(app)
            seen.append(prose(app, "#page"))
            await press(pilot, "n")
        await press(pilot, "escape")
        assert "10 of 10 parts read" in prose(app)
    for words, text in zip(
        ("I noticed", "I took ownership", "dead-letter-queue", "$8,000 a week", "alert on silent"),
        seen[:5],
        strict=True,
    ):
        assert words in text or size == NARROW
    assert "It was their service." in seen[5]
    assert "Success and Scale Bring Broad Responsibility" in seen[6]
    assert "[1]" in seen[7]
    assert "Customer Obsession" in seen[8]
    (event,) = kept(app)
    assert (event["kind"], len(event["pages"])) == ("learn", 10)


async def test_signals_stand_out_of_the_example_and_flags_out_of_the_weak_answer(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1 n n", (120, 50)) as pilot:
        marked = " ".join(underlined(app, "#page"))
        assert "I pulled" in marked
        assert "delivery logs" in marked
        assert "two weeks of" not in marked  # the words that … skips
        await press(pilot, "n n n n n")
        assert "they handled it" in " ".join(underlined(app, "#page"))


async def test_the_level_changes_the_reflection_the_bar_and_the_limit(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter", (120, 40)) as pilot:
        assert reversed_(app, "#level") == ["SDE2"]
        bar = prose(app, "#bar")
        await press(pilot, "l")
        assert reversed_(app, "#level") == ["Senior"]
        assert prose(app, "#bar") != bar
        await press(pilot, "1 n n n n")
        assert "organisational" in prose(app, "#page")
        await press(pilot, "escape l 2 enter")
        assert "SDE1" in shown(app)
        assert countdown(app) == "0:20"  # 30 s of 175 s, where 120 s are allowed


@at_every_size
async def test_overtime_pause_restart_and_moving_the_clock(tmp_path: Path, size: Size) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 down enter space", size) as pilot:
        clock.advance(37)
        await press(pilot, "space")
        assert countdown(app) == "+0:07"
        assert "paused" in prose(app)
        clock.advance(60)
        await press(pilot, "left")
        assert countdown(app) == "+0:02"
        await press(pilot, "right")
        assert countdown(app) == "+0:07"
        await press(pilot, "space")
        assert "over 0:30" in prose(app)
        await press(pilot, "r")
        assert countdown(app) == "0:30"
        assert "esc Back" in footer(app)
        assert "? Help" in footer(app)


async def test_cues_fade_by_one_key(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 down enter") as pilot:
        assert "I was on the order service" in prose(app, "#cue")
        await press(pilot, "c")
        assert "I was on the order service" not in prose(app, "#cue")
        assert "- no ticket" in prose(app, "#cue")
        await press(pilot, "c")
        assert prose(app, "#cue").startswith("Cue: name only, by hand.")
        await press(pilot, "c")
        assert prose(app, "#cue") == "No cue, by hand."
        await press(pilot, "c")
        assert "I was on the order service" in prose(app, "#cue")


async def test_enter_without_a_rating_asks_for_it_and_goes_nowhere(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 down enter space enter enter") as pilot:
        assert "How did it go?" in prose(app)
        assert kept(app) == []
        await press(pilot, "2")
        assert kept(app)[0]["rating"] == 2
        assert "Debrief" in shown(app)


@at_every_size
async def test_a_typed_answer_ticks_its_signals_and_is_kept_as_if_spoken(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 down enter t type:I_noticed_no_ticket", size) as pilot:
        clock.advance(35)
        await press(pilot, "enter")
        assert "[x] I noticed" in prose(app)
        assert "[x] no ticket" in prose(app)
        await press(pilot, "4")
    (event,) = kept(app)
    assert event["text"] == "I noticed no ticket"
    assert event["signals"] == ["I noticed", "no ticket"]
    assert (event["seconds"], event["typed"]) == (1.6, True)


async def test_leaving_in_the_middle_asks_once_and_keeps_what_was_finished(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 enter") as pilot:
        await speak(pilot, clock, 30)
        await press(pilot, "3 space escape")
        assert "Leave in the middle?" in prose(app)
        await press(pilot, "escape")
        assert "paused" in prose(app)
        await press(pilot, "space")
        clock.advance(9)
        await press(pilot, "enter escape enter")
        assert "Learn" in shown(app)
    assert [(each["part"], each.get("rating")) for each in kept(app)] == [
        ("situation", 3),
        ("task", None),
    ]


async def test_leaving_before_anything_is_said_asks_nothing(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter escape"):
        assert "Leave" not in shown(app)
        assert "2  Rehearse" in shown(app)


async def test_quitting_in_the_middle_asks_too(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter space enter ctrl+q") as pilot:
        assert "Leave in the middle?" in prose(app)
        await press(pilot, "enter")
        await settle(pilot)
    assert [each["part"] for each in kept(app)] == ["situation"]


async def test_told_twice_to_leave_it_keeps_what_was_finished_once(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter space enter") as pilot:
        app.leave(129)
        app.leave(129)
        await settle(pilot)
    assert [each["part"] for each in kept(app)] == ["situation"]
    assert app.return_code == 129


async def test_the_reminder_stays_in_sight(tmp_path: Path) -> None:
    reminder = "breathe [b]out[/x] first"
    app = app_in(tmp_path, content=WEBHOOK, settings=f'reminder = "{reminder}"\n')
    async with inside(app, "enter 2 enter", NARROW) as pilot:
        assert reminder in prose(app)
        await press(pilot, "space enter")
        assert reminder in prose(app)


async def test_the_machines_sleep_pauses_the_clock_and_says_so(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 down enter space") as pilot:
        clock.advance(5)
        clock.sleep(600)
        await press(pilot, "left right")
        assert "paused" in prose(app)
        assert "slept" in told(app)
        assert countdown(app) == "0:25"


@at_every_size
async def test_a_follow_up_question_answered_against_its_clock(tmp_path: Path, size: Size) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 end enter", size) as pilot:
        assert countdown(app) == "0:45"
        assert "A weak reply" not in prose(app)
        await speak(pilot, clock, 50)
        assert "0:50 +0:05" in prose(app)
        await press(pilot, "pagedown pagedown")
        assert "Remember" in prose(app)
        await press(pilot, "3")
        assert "2 of 4" in prose(app)
        (event,) = kept(app)
        assert (event["kind"], event["seconds"], event["rating"]) == ("probe", 50, 3)
        await press(pilot, "v")
        await press(pilot, "pagedown")
        assert "A strong reply" in prose(app)
        await press(pilot, "escape")
    assert len(kept(app)) == 1


async def test_a_reply_finished_and_left_is_kept(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, "enter 2 end enter") as pilot:
        await speak(pilot, clock, 40)
        await press(pilot, "escape")
    assert [each["kind"] for each in kept(app)] == ["probe"]


@at_every_size
async def test_the_quiz_tells_why_and_asks_missed_ones_again(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 3", size) as pilot:
        for _ in range(60):
            if "Result" in shown(app, "TopBar"):
                break
            await press(pilot, "1 enter")
        assert "right at the first try" in headline(app)
        await press(pilot, "enter")
        assert "Test" in shown(app)
    events = kept(app)
    missed = [event for event in events if not event["correct"]]
    assert all(
        any(later["prompt"] == event["prompt"] and later["round"] == event["round"] + 1
            for later in events)
        for event in missed
    )  # fmt: skip
    assert {event["seed"] for event in events} == {7}


async def test_a_quiz_answer_shows_the_verdict_and_the_reason_at_once(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 3 2"):
        (event,) = kept(app)
        verdict = "Right." if event["correct"] else "Missed: this is the right one."
        assert verdict in prose(app)
        assert "A ready-to-merge fix means" in prose(app)


@pytest.mark.parametrize(
    ("mode", "words"),
    [("rehearse", "Cue: full example"), ("learn", "Situation 1 of 10"), ("test", "1 of 10")],
)
async def test_a_mode_opens_at_once_and_escape_leads_to_the_overview(
    mode: str, words: str, tmp_path: Path
) -> None:
    app = app_in(tmp_path, content=WEBHOOK, request=Request(Mode(mode), "webhook-drop-rate"))
    async with inside(app) as pilot:
        assert words in prose(app)
        await press(pilot, "escape")
        assert "Why it works" in prose(app) or "The story" in prose(app)


async def test_going_on_to_the_follow_ups_and_saying_it_again(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 down enter space enter 3") as pilot:
        await press(pilot, "r")
        assert "Cue: full example, as before: the last was too short" in prose(app)
        await press(pilot, "space enter 3 enter")
        assert "Follow-ups" in shown(app, "TopBar")


async def finish_a_section(app: StarprepApp) -> None:
    """Start another app, say one section, rate it easy."""
    async with inside(app, "enter 2 down enter space enter 4 enter"):
        pass


async def test_two_apps_on_one_record_keep_both_events(tmp_path: Path) -> None:
    first = app_in(tmp_path, content=WEBHOOK)
    second = app_in(tmp_path, content=WEBHOOK, stamp=stamper("other"))
    async with inside(first, "enter 2 down enter space enter 3 enter"):
        await finish_a_section(second)
    assert sorted(event["rating"] for event in kept(first)) == [3, 4]
