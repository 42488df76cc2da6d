"""The follow-up questions: one open at a time, answered against its own countdown."""

from pathlib import Path

from textual.events import AppBlur, AppFocus

from starprep.tui.widgets.scroll import TextScroll
from tests.examples import walkthrough_data, write_library, write_walkthrough
from tests.practice.times import FakeClock
from tests.tui.driver import (
    NARROW,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    countdown,
    footer,
    hurry,
    inside,
    kept,
    press,
    prose,
    reversed_,
    settle,
    shown,
    underlined,
)

PROBES = "enter 2 end enter"
"""The keys from the library to the follow-up questions."""
FIRST, SECOND, THIRD, FOURTH = (
    "It was their service.",
    "Nobody had asked you.",
    "You said $8,000 a week.",
    "What would you do differently",
)


@at_every_size
async def test_all_questions_are_folded_at_first(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, PROBES, size):
        for number, words in enumerate((FIRST, SECOND, THIRD, FOURTH), 1):
            assert f"+ {number}. {words}" in prose(app)
        assert countdown(app) == ""
        assert "It probes" not in shown(app)
        assert footer(app) == "enter Open/done   esc Back   ? Help"


@at_every_size
async def test_an_open_question_shows_what_it_probes_and_its_clock_but_no_reply(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} enter", size):
        assert f"- 1. {FIRST}" in prose(app)
        assert "It probes Cross-team work" in prose(app)
        assert countdown(app) == "0:45"
        assert "space starts the clock" in prose(app)
        for words in ("weak reply", "strong reply", "Why it fails", "Remember", "escalated"):
            assert words not in prose(app)
        assert footer(app).endswith("esc Back   ? Help")


async def test_replies_come_after_the_answer_the_weak_one_first(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{PROBES} enter space") as pilot:
        clock.advance(52)
        await press(pilot, "space")
        assert countdown(app) == "+0:07"
        assert "A weak reply" not in shown(app)
        await press(pilot, "enter")
        text = prose(app)
        for words in (
            "0:52 +0:07",
            "A weak reply I did.",
            "Why it fails Telling is not owning.",
            "A strong reply I brought them the label.",
            "Remember The label, not the news.",
        ):
            assert words in text
            text = text[text.index(words) :]


async def test_the_line_to_remember_is_marked_in_the_strong_reply(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    probe = walkthrough_data()["probes"][0]
    strong = {
        "reply": "I came with it. The label, not the news.",
        "line": "The label, not the news",
    }
    write_walkthrough(folder / "walkthroughs", probes=[probe | {"strong": strong}])
    app = app_in(tmp_path, content=folder)
    async with inside(app, f"{PROBES} enter v"):
        assert "I came with it. The label, not the news." in shown(app)
        assert underlined(app) == ["The label, not the news"]


async def test_the_files_own_seconds_are_counted_down(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    probes = walkthrough_data()["probes"]
    write_walkthrough(folder / "walkthroughs", probes=[probes[0] | {"target_seconds": 75}])
    app = app_in(tmp_path, content=folder)
    async with inside(app, f"{PROBES} enter space"):
        assert countdown(app) == "1:15"


async def test_a_rating_is_asked_for_and_the_next_question_has_the_cursor(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} enter space") as pilot:
        clock.advance(30)
        await press(pilot, "enter enter")
        assert "How did it go?" in shown(app)
        assert kept(app) == []
        await press(pilot, "1 3")
        assert reversed_(app, "RatingLine") == ["3 good"]
        await press(pilot, "enter")
        assert f"+ 1. {FIRST}" in prose(app)
        assert "answered" in shown(app)
        (event,) = kept(app)
        assert event == {
            "id": event["id"],
            "time": event["time"],
            "walkthrough": "webhook-drop-rate",
            "kind": "probe",
            "place": 0,
            "answer": "I brought a solution, not just a problem.",
            "question": event["question"],
            "target_seconds": 45,
            "seconds": 30,
            "rating": 3,
        }
        assert event["question"].startswith(FIRST)
        await press(pilot, "enter")
        assert f"- 2. {SECOND}" in prose(app)
        assert countdown(app) == "0:45"


async def test_bodies_are_built_when_first_opened_and_not_before(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, PROBES) as pilot:
        assert len(app.screen.query("AttemptClock")) == 0
        await press(pilot, "down enter")
        assert len(app.screen.query("AttemptClock")) == 1
        await press(pilot, "down enter")
        assert len(app.screen.query("AttemptClock")) == 2
        await press(pilot, "up enter")
        assert len(app.screen.query("AttemptClock")) == 2


async def test_moving_on_folds_the_question_and_stops_at_both_ends(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} j enter") as pilot:
        assert f"- 2. {SECOND}" in prose(app)
        await press(pilot, "k k k enter")
        assert f"- 1. {FIRST}" in prose(app)
        assert f"+ 2. {SECOND}" in prose(app)
        await press(pilot, "down down down down down enter")
        assert f"- 4. {FOURTH}" in prose(app)


async def test_the_cursor_stays_while_the_clock_runs(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} enter space down j"):
        assert f"- 1. {FIRST}" in prose(app)
        assert "of 0:45" in shown(app)


async def test_pausing_moving_and_starting_again(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} enter space") as pilot:
        clock.advance(10)
        await press(pilot, "space")
        clock.advance(99)
        await press(pilot, "right")
        assert countdown(app) == "0:30"
        assert "paused" in shown(app)
        await press(pilot, "left space r")
        assert countdown(app) == "0:45"
        clock.advance(8)
        await press(pilot, "enter 4 r")  # a finished reply is kept, and another begins
        assert [event["seconds"] for event in kept(app)] == [8]
        assert countdown(app) == "0:45"


async def test_reading_the_replies_without_answering_is_no_practice(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} enter v") as pilot:
        assert "A weak reply" in shown(app)
        assert "1 again" not in shown(app)
        await press(pilot, "3 enter escape")
        assert "2  Rehearse" in shown(app, "#modes")
    assert kept(app) == []


async def test_an_opened_question_can_be_left_without_asking(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{PROBES} enter escape"):
        assert "2  Rehearse" in shown(app, "#modes")
    assert kept(app) == []


async def test_leaving_while_speaking_asks_and_pauses(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{PROBES} enter space") as pilot:
        clock.advance(5)
        await press(pilot, "escape")
        assert "Leave in the middle?" in shown(app)
        clock.advance(50)
        await press(pilot, "escape")
        assert countdown(app) == "0:40"
        assert "paused" in shown(app)
        await press(pilot, "escape enter")
        assert "2  Rehearse" in shown(app, "#modes")
    assert kept(app) == []


async def test_an_unrated_reply_is_kept_when_one_moves_on_or_leaves(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} enter space") as pilot:
        clock.advance(20)
        await press(pilot, "enter down")
        assert [event["seconds"] for event in kept(app)] == [20]
        await press(pilot, "enter space")
        clock.advance(30)
        await press(pilot, "enter 2 escape")
    events = kept(app)
    assert [(event["seconds"], event.get("rating")) for event in events] == [(20, None), (30, 2)]


async def test_quitting_keeps_a_finished_reply(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{PROBES} enter space enter 3 ctrl+q"):
        assert not app.is_running
    assert [event["rating"] for event in kept(app)] == [3]


async def test_however_fast_one_is_the_open_question_is_at_the_top(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, PROBES, NARROW) as pilot:
        await hurry(pilot, "down down down enter")
        assert f"- 4. {FOURTH}" in prose(app)
        assert "space starts the clock" in prose(app)
        await hurry(pilot, "up up up enter space enter")
        assert f"- 1. {FIRST}" in prose(app)


async def test_back_in_the_window_one_reads_on_where_one_was(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} down enter space enter pagedown pageup", NARROW) as pilot:
        app.screen.query_one(TextScroll).scroll_relative(y=3, animate=False, immediate=True)
        await settle(pilot)
        before = prose(app)
        assert SECOND not in before
        pilot.app.post_message(AppBlur())
        await settle(pilot)
        pilot.app.post_message(AppFocus())
        await settle(pilot)
        assert prose(app) == before


async def test_the_help_leaves_the_cursor_where_it_was(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} down question_mark escape enter") as pilot:
        assert f"- 2. {SECOND}" in prose(app)
        await press(pilot, "question_mark escape space")
        assert "of 0:45" in shown(app)
        await settle(pilot)


async def test_questions_answered_before_say_so(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} down enter space enter 3 enter escape 2 end enter"):
        lines = [line for line in shown(app).split("\n") if "answered" in line]
        assert len(lines) == 1
        assert f"+ 2. {SECOND}" in prose(app)
