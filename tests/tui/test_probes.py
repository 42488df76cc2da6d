"""The follow-up questions: one at a time, as an interviewer asks them."""

from pathlib import Path

import pytest
from textual.events import AppBlur, AppFocus

from starprep.tui.widgets.scroll import TextScroll
from tests.examples import walkthrough_data, write_library, write_walkthrough
from tests.practice.times import FakeClock, stamper
from tests.tui.driver import (
    NARROW,
    USUAL,
    WEBHOOK,
    WIDE,
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
LATER = ("It probes", "weak reply", "strong reply", "Why it fails", "Remember", "escalated")
OVERVIEW = "2  Rehearse"


@at_every_size
async def test_one_question_is_asked_and_the_next_is_not_seen(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, PROBES, size):
        assert f"1. {FIRST}" in prose(app)
        assert "1 of 4" in shown(app, "TopBar")
        for words in (SECOND, THIRD, FOURTH, *LATER):
            assert words not in prose(app)
        assert countdown(app) == "0:45"
        assert "Answer aloud in 0:45. Enter starts the clock, and ends your reply." in prose(app)
        assert footer(app).startswith("enter Start   t Type")
        assert footer(app).endswith("esc Back   ? Help")


@at_every_size
async def test_the_storys_question_and_name_stand_on_top(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, PROBES, size):
        assert "Lost parcels / Follow-ups" in prose(app, "TopBar")
        assert shown(app, "QuestionLine").startswith("Tell me about a time you solved a problem")


@pytest.mark.parametrize("start", ["enter", "space"])
async def test_what_it_probes_and_the_replies_come_after_the_answer(
    tmp_path: Path, start: str
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{PROBES} {start}") as pilot:
        assert footer(app).startswith("enter Done   space Pause")
        clock.advance(52)
        await press(pilot, "space")
        assert countdown(app) == "+0:07"
        for words in LATER:
            assert words not in prose(app)
        await press(pilot, "enter")
        text = prose(app)
        for words in (
            "It probes Whether you stay with a problem.",
            "A weak reply I did.",
            "Why it fails Telling is not owning.",
            "A strong reply I brought them the label.",
            "Remember The label, not the news.",
            "0:52 +0:07",
            "1 again 2 hard 3 good 4 easy",
        ):
            assert words in text
            text = text[text.index(words) :]


async def test_the_replies_stand_side_by_side_where_there_is_room(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} v", WIDE):
        assert any(
            "A weak reply" in row and "A strong reply" in row for row in shown(app).split("\n")
        )


async def test_the_line_to_remember_is_marked_in_the_strong_reply(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    probe = walkthrough_data()["probes"][0]
    strong = {
        "reply": "I came with it. The label, not the news.",
        "line": "The label, not the news",
    }
    write_walkthrough(folder / "walkthroughs", probes=[probe | {"strong": strong}])
    app = app_in(tmp_path, content=folder)
    async with inside(app, f"{PROBES} v"):
        assert "I came with it. The label, not the news." in shown(app)
        assert underlined(app) == ["The label, not the news"]


async def test_the_files_own_seconds_are_counted_down(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    probes = walkthrough_data()["probes"]
    write_walkthrough(folder / "walkthroughs", probes=[probes[0] | {"target_seconds": 75}])
    app = app_in(tmp_path, content=folder)
    async with inside(app, f"{PROBES} space"):
        assert countdown(app) == "1:15"


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_space_reads_on_after_the_reply(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} space enter", size) as pilot:
        assert footer(app).startswith("space Read on   r Again")
        assert "Remember" not in prose(app)
        await press(pilot, "space space")
        assert "Remember" in prose(app)


async def test_a_rating_is_asked_for_and_goes_on_by_itself(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} enter") as pilot:
        clock.advance(30)
        await press(pilot, "enter enter")
        assert "How did it go?" in shown(app)
        assert kept(app) == []
        await press(pilot, "3")
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
        assert f"2. {SECOND}" in prose(app)
        assert FIRST not in prose(app)
        assert "2 of 4" in shown(app, "TopBar")
        assert countdown(app) == "0:45"
        assert "It probes" not in shown(app)


@at_every_size
async def test_the_summary_tells_how_each_went_and_what_comes_next(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, PROBES, size) as pilot:
        for seconds, rating in ((52, 2), (30, 3), (20, 1)):
            await press(pilot, "enter")
            clock.advance(seconds)
            await press(pilot, f"enter {rating}")
        await press(pilot, "v enter")
        assert "3 of 4 follow-ups answered, 1 over time, 1 in less than half the time." in prose(
            app
        )
        text = prose(app)
        await press(pilot, "pagedown pagedown")
        text += " " + prose(app)
        for words in (
            f"1. {FIRST}",
            "0:52 of 0:45 +0:07 hard",
            f"2. {SECOND}",
            "0:30 of 0:45 -0:15 good",
            "read, not answered",
            "Come back today (lowest rating: again)",
            "r asks the 2 rated again or hard once more; enter goes back to the overview",
        ):
            assert words in text
        assert footer(app).startswith("enter Done   r Again")
        await press(pilot, "enter")
        assert OVERVIEW in shown(app)


async def test_r_asks_those_that_went_badly_once_more(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    keys = f"{PROBES} enter enter 3 enter enter 1 enter enter 4 enter enter 2"
    async with inside(app, f"{keys} r") as pilot:
        assert "1 of 2" in shown(app, "TopBar")
        assert f"1. {SECOND}" in prose(app)
        await press(pilot, "enter enter 3")
        assert FOURTH in prose(app)
        await press(pilot, "enter enter 4")
        assert "2 of 2 follow-ups answered" in prose(app)
        assert "r Again" not in footer(app)
        await press(pilot, "r")  # there is none left
        assert "2 of 2 follow-ups answered" in prose(app)
    assert [event["place"] for event in kept(app)] == [0, 1, 2, 3, 1, 3]


async def test_pausing_moving_and_starting_again(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} space") as pilot:
        clock.advance(10)
        await press(pilot, "space")
        clock.advance(99)
        await press(pilot, "right")
        assert countdown(app) == "0:30"
        await press(pilot, "left space r")
        assert countdown(app) == "0:45"
        clock.advance(8)
        await press(pilot, "enter r")  # a finished reply is kept, and another begins
        assert [event["seconds"] for event in kept(app)] == [8]
        assert f"1. {FIRST}" in prose(app)
        assert countdown(app) == "0:45"


async def test_a_reply_can_be_typed_and_is_heard_as_an_action(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{PROBES} t type:We_did_it_with_them. enter") as pilot:
        text = prose(app)
        for words in (
            "It probes",
            "What you typed We did it with them.",
            "What an interviewer hears",
        ):
            assert words in text
        assert "Say I, or say who." in text
        await press(pilot, "2")
        assert "0:02 of 0:45 -0:43 hard typed" in prose(app)
    (event,) = kept(app)
    assert (event["text"], event["typed"], event["seconds"]) == ("We did it with them.", True, 2)


async def test_a_reply_left_in_the_middle_is_there_again_the_next_time(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{PROBES} t type:I_saw_no_owner escape enter") as pilot:
        assert "Say aloud" in shown(app) or "2  Rehearse" in shown(app)
        again = app_in(tmp_path, stamp=stamper("second"))
    async with inside(again, f"{PROBES} t") as pilot:
        assert "You had typed 4 words here" in prose(again)
        await press(pilot, "enter enter 3")
    (event,) = kept(again)
    assert event["text"] == "I saw no owner"
    last = app_in(tmp_path, stamp=stamper("third"))
    async with inside(last, f"{PROBES} t"):
        assert "You had typed" not in prose(last)  # it is in the record now


async def test_what_was_typed_before_is_offered_from_the_record(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} t type:I_asked_them. enter 3 escape 2 end enter t"):
        assert "You typed 3 words here" in prose(app)
        assert "Answer aloud" not in prose(app)


async def test_letters_typed_in_one_go_with_enter_are_all_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, PROBES) as pilot:
        await hurry(pilot, "t type:I_did_it. enter")
        assert "What you typed I did it." in prose(app)


async def test_after_a_typed_reply_the_next_can_be_spoken(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} t type:I_did. enter 3 space"):
        assert f"2. {SECOND}" in prose(app)
        assert countdown(app) == "0:45"
        assert not app.screen.query("#answer")


async def test_reading_the_replies_without_answering_is_no_practice(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} v") as pilot:
        assert "A weak reply" in shown(app)
        assert "1 again" not in shown(app)
        assert "Enter asks the next question." in shown(app)
        assert footer(app).startswith("enter Next")
        await press(pilot, "3")
        assert f"1. {FIRST}" in prose(app)
        await press(pilot, "enter")
        assert f"2. {SECOND}" in prose(app)
        await press(pilot, "v enter v enter v")
        assert "Enter goes on to the summary." in shown(app)
        await press(pilot, "escape")
        assert OVERVIEW in shown(app)
    assert kept(app) == []


async def test_between_two_replies_one_can_leave_without_being_asked(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} enter enter 3 escape"):
        assert OVERVIEW in shown(app)
    assert len(kept(app)) == 1


async def test_leaving_while_speaking_asks_and_pauses(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{PROBES} space") as pilot:
        clock.advance(5)
        await press(pilot, "escape")
        assert "Leave in the middle?" in shown(app)
        clock.advance(50)
        await press(pilot, "escape")
        assert countdown(app) == "0:40"
        await press(pilot, "escape enter")
        assert OVERVIEW in shown(app)
    assert kept(app) == []


async def test_an_unrated_reply_is_kept_when_one_leaves(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{PROBES} space") as pilot:
        clock.advance(20)
        await press(pilot, "enter escape")
    assert [(event["seconds"], event.get("rating")) for event in kept(app)] == [(20, None)]


async def test_quitting_keeps_a_finished_reply(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{PROBES} space enter ctrl+q"):
        assert not app.is_running
    assert [event.get("rating") for event in kept(app)] == [None]


async def test_however_fast_one_is_each_reply_begins_at_its_top(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, PROBES, NARROW) as pilot:
        await hurry(pilot, "v pagedown pagedown enter v")
        assert f"2. {SECOND}" in prose(app)
        assert "It probes" in shown(app)


async def test_back_in_the_window_one_reads_on_where_one_was(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} v", NARROW) as pilot:
        app.screen.query_one(TextScroll).scroll_relative(y=3, animate=False, immediate=True)
        await settle(pilot)
        before = prose(app)
        assert "It probes" not in before
        pilot.app.post_message(AppBlur())
        await settle(pilot)
        pilot.app.post_message(AppFocus())
        await settle(pilot)
        assert prose(app) == before


async def test_the_help_lets_one_go_on_where_one_was(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} v enter question_mark escape space", USUAL):
        assert f"2. {SECOND}" in prose(app)
        assert "of 0:45" in shown(app)


async def test_j_and_k_scroll_what_is_read(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, f"{PROBES} v", NARROW) as pilot:
        assert "It probes" in shown(app)
        await press(pilot, "j j j")
        assert "It probes" not in shown(app)
        await press(pilot, "k k k")
        assert "It probes" in shown(app)
