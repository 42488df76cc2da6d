"""The drill: each section said against its countdown, then compared and rated.

The way from the library through all five sections to the record is in test_whole_path.
"""

from pathlib import Path

import pytest
from textual.events import Paste

from starprep.tui.themes import THEMES
from tests.practice.times import FakeClock
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
    inside,
    kept,
    press,
    prose,
    reversed_,
    settle,
    shown,
    styled,
    underlined,
    until,
)

GREEN = THEMES["dark"].success

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
        assert "Tell me about a time you thought about the broader" in shown(app, "QuestionLine")
        assert "Webhook drop rate  /  Rehearse" in shown(app, "TopBar")
        names, times = shown(app, "Rail").split("\n")[:2]
        if size == NARROW:
            assert names.split() == [
                "S",
                "0:30",
                "T",
                "0:20",
                "A",
                "1:30",
                "R",
                "0:20",
                "R",
                "0:15",
                "0:00",
            ]
        else:
            parts = ["Situation", "Task", "Action", "Result", "Reflection", "total"]
            assert names.split() == parts
            assert times.split() == [
                "of",
                "0:30",
                "of",
                "0:20",
                "of",
                "1:30",
                "of",
                "0:20",
                "of",
                "0:15",
                "0:00",
            ]
        assert footer(app).startswith("space Start   c Cue")
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
        assert "0:25 -0:05" in shown(app, "RatingLine")
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
        assert "PAUSED" in shown(app, "BlockDigits")
        assert "paused at 1:37, over 0:30" in shown(app, "AttemptClock")


async def test_a_pause_takes_no_time(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(10)
        await press(pilot, "space")
        clock.advance(1000)
        await press(pilot, "space")
        clock.advance(5)
        await press(pilot, "enter 3")
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
        await press(pilot, "enter 3")
    assert [event["seconds"] for event in kept(app)] == [12]


async def test_r_in_the_review_keeps_the_first_attempt_and_begins_a_second(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(40)
        await press(pilot, "enter r")
        assert "target 0:30" in shown(app)
        assert "+0:10" in shown(app, "Rail")
        await press(pilot, "space")
        clock.advance(28)
        await press(pilot, "enter 3")
        assert "0:28 0:30 -0:02" in prose(app)
    events = kept(app)
    assert [(event["seconds"], event.get("rating")) for event in events] == [(40, None), (28, 3)]
    assert events[0]["run"] == events[1]["run"]


async def test_the_rail_fills_while_one_speaks_and_carries_the_total(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)

    def rail() -> tuple[str, str, float]:
        """Read the first part's time, the total, and how full the first cell is."""
        _, times, cells = (row.strip() for row in shown(app, "Rail").split("\n"))
        first = cells.split()[0]
        said = sum(each in "━═" for each in first) / len(first)
        return times[:12].strip(), times[65:].strip(), round(said, 1)

    async with inside(app, "enter 2 enter space") as pilot:
        clock.advance(15)
        await press(pilot, "c")
        assert rail() == ("0:15/0:30", "0:15", 0.5)
        clock.advance(22)
        await press(pilot, "c")
        assert rail() == ("0:37 +0:07", "0:37 +0:07", 1.0)
        await press(pilot, "enter")
        assert rail() == ("0:37 +0:07", "0:37 +0:07", 1.0)
        await press(pilot, "3 space")
        clock.advance(8)
        await press(pilot, "c")
        assert rail() == ("0:37 +0:07", "0:45 +0:07", 1.0)  # still over, whatever comes
        await press(pilot, "enter")
        assert rail() == ("0:37 +0:07", "0:45 -0:05", 1.0)
        assert styled(app, lambda style: str(style.color) == GREEN, "Rail") == []  # not all is well


async def test_the_rail_moves_by_itself_once_a_second(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter space") as pilot:
        clock.advance(3)
        await until(pilot, lambda: "0:03/0:30" in shown(app, "Rail"), "a second passes")
        assert countdown(app) == "0:27"


@at_every_size
async def test_no_cue_is_the_question_and_the_clock(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter c c c", size) as pilot:
        assert "No cue, by hand." in shown(app)
        await press(pilot, "space")
        text = prose(app)
        assert "Tell me about a time" in text
        for part in ("Situation", "S 0", "Task", "Action", "Result", "What was wrong", "cue"):
            assert part not in text
        await press(pilot, "enter")
        assert "A strong Situation" in shown(app)


@pytest.mark.parametrize(
    ("size", "rows"), [(NARROW, (3, 3, 5, 5)), (USUAL, (5, 5, 8, 8)), (WIDE, (8, 8, 15, 15))]
)
async def test_the_digits_grow_as_the_cue_shrinks(
    tmp_path: Path, size: Size, rows: tuple[int, ...]
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    seen = []
    async with inside(app, "enter 2 down down down enter space", size) as pilot:  # the Action
        for _ in range(4):
            face = shown(app, "BlockDigits").split("\n")
            seen.append(sum(bool(row.strip()) for row in face))
            await press(pilot, "c")
    assert all(one >= least for one, least in zip(seen, rows, strict=True)), seen


@at_every_size
async def test_digits_bar_and_words_stand_on_one_axis(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter c c", size):
        *face, bar, words = [row for row in shown(app, "AttemptClock").split("\n") if row.strip()]
        middle = len(bar) / 2
        left = min(len(row) - len(row.lstrip()) for row in face)
        right = max(len(row) for row in face)
        assert bar == "▄" * app.screen.query_one("AttemptClock").size.width
        assert abs((left + right) / 2 - middle) <= 1
        assert abs((len(words) - len(words.lstrip()) + len(words)) / 2 - middle) <= 1


async def test_the_bar_drains_and_is_broken_once_time_is_up(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(15)
        await press(pilot, "c")
        assert shown(app, "Bar") == "▄" * 38 + "_" * 38
        clock.advance(30)
        await press(pilot, "c")
        assert shown(app, "Bar") == "▄ " * 19 + "_" * 38


@at_every_size
async def test_the_cue_of_the_next_section_is_in_sight_too(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 enter space enter 3", size):
        assert "Task  What you took on" in shown(app)
        assert "So, the scope. It was not my team's code, I had no" in prose(app)
        assert "next: signals only." in prose(app)


async def test_enter_starts_as_well_as_space(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} enter") as pilot:
        clock.advance(7)
        await press(pilot, "enter 3")
    assert kept(app)[0]["seconds"] == 7


async def test_one_key_ticks_all_and_takes_all_away(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter space a") as pilot:
        assert "2/2 signals" in shown(app)
        await press(pilot, "a")
        assert "0/2 signals" in shown(app)
        assert "[x]" not in shown(app)
        await press(pilot, "a 3")
    assert kept(app)[0]["signals"] == ["I noticed", "nobody had asked"]
    assert kept(app)[0]["wanted"] == 2


async def test_the_keys_that_tick_are_told_as_they_were_chosen(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings='[keys]\n"drill.mark-all" = "x"\n')
    async with inside(app, f"{SITUATION} space enter"):
        assert "space ticks what you said, x all; 1-4 rates it and goes on" in shown(app)


async def test_the_footer_says_what_the_clocks_key_does_now(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 enter") as pilot:
        for label in ("Start", "Pause", "Go on", "Pause"):
            assert footer(app).startswith(f"space {label}   ")
            await press(pilot, "space")


@at_every_size
@pytest.mark.parametrize("said", ["space", "t o n e"])
async def test_enter_without_a_rating_asks_for_one_and_cuts_nothing_short(
    tmp_path: Path, size: Size, said: str
) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"enter 2 enter {said} enter enter", size):
        assert "…" not in shown(app, "RatingLine")
        assert " -0:" in shown(app, "RatingLine")


@at_every_size
async def test_the_footer_keeps_the_cue_while_speaking(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space", size):
        assert "space Pause   enter Done   c Cue" in footer(app)
        assert footer(app).endswith("esc Back   ? Help")


async def test_the_cue_says_why_it_faded_and_what_comes_next(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, f"{SITUATION} space") as pilot:
        clock.advance(28)
        await press(pilot, "enter a 3 r")
        why = "Cue: signals only, less, as the last went well. If it goes well, next: name only."
        assert why in prose(app)
        await press(pilot, "space")
        assert "Cue:" not in shown(app)
        assert "- nobody had asked" in shown(app)


@at_every_size
async def test_at_a_shorter_level_what_to_leave_out_is_told(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK, settings='level = "sde1"\n')
    async with inside(app, f"{SITUATION} space", size) as pilot:
        assert "At SDE1 leave out what is grey, in [brackets]: 2 of 5 sentences." in prose(app)
        for _ in range(3):
            await press(pilot, "pagedown")
        assert "so I decided to act.]" in prose(app)


async def test_ticks_are_counted_taken_away_and_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} space enter space space") as pilot:
        assert "[x] I noticed" in shown(app)
        assert "[x] nobody had asked" in shown(app)
        assert "2/2 signals" in shown(app)
        await press(pilot, "home space")
        assert "[ ] I noticed" in shown(app)
        assert "1/2 signals" in shown(app)
        await press(pilot, "3")
    assert kept(app)[0]["signals"] == ["nobody had asked"]


async def test_where_a_rating_waits_for_enter_the_one_chosen_last_counts(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings="confirm_rating = true\n")
    async with inside(app, f"{SITUATION} space enter 1") as pilot:
        assert "1-4 rates it; enter goes on" in shown(app)
        assert reversed_(app, "RatingLine") == ["1 again"]
        await press(pilot, "4")
        assert reversed_(app, "RatingLine") == ["4 easy"]
        await press(pilot, "enter")
    assert kept(app)[0]["rating"] == 4


async def test_the_cue_that_was_shown_is_kept(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} c c space enter 3"):
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
async def test_the_typed_text_is_in_sight_and_the_clock_tells_how_long_it_takes_to_say(
    tmp_path: Path, size: Size
) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, clock=clock)
    async with inside(app, f"{SITUATION} t type:I_noticed", size) as pilot:
        clock.advance(90)  # however long one types
        await press(pilot, "type:_that_it_was_late")
        assert "I noticed that it was late" in shown(app, "#answer")
        assert "enter Done" in footer(app)
        assert countdown(app) == "0:28"
        assert "typed, of 0:30 if spoken" in shown(app)
        await press(pilot, "tab space 1")  # there is no clock to stop, and nothing to rate
        assert countdown(app) == "0:28"
        await press(pilot, "t type:. enter")
        assert "What you typed I noticed that it was late." in prose(app, "#script")
        assert "I noticed" in underlined(app, "#script")
        assert "[x] I noticed" in shown(app)
        assert "typed 0:02" in shown(app) or "typed, 0:02 if spoken" in shown(app)
        await press(pilot, "3")
    (event,) = kept(app)
    assert event["text"] == "I noticed that it was late."
    assert (event["seconds"], event["typed"]) == (2.4, True)


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
        assert "Blame: Others are judged here." in text
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
        await press(pilot, "3")
    assert kept(app)[0]["text"] == "I noticed\n\nthat nobody had asked"


async def test_what_is_typed_past_the_time_is_kept_and_told_as_over(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, f"{SITUATION} t") as pilot:
        app.post_message(Paste("I noticed it one Monday. " * 20))
        await settle(pilot)
        assert countdown(app) == "+0:10"
        assert "typed, over 0:30 if spoken" in shown(app)
        await press(pilot, "type:late enter")
        assert "typed, 0:40 if spoken +0:10" in shown(app)
        await press(pilot, "2")
    (event,) = kept(app)
    assert event["text"].endswith("one Monday. late")
    assert event["seconds"] == 40.4


async def test_the_next_section_begins_without_the_typed_text(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 2 enter t type:first enter 3") as pilot:
        assert not app.screen.query("#answer")
        await press(pilot, "t type:second enter 3 space enter 3")
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
    app = app_in(tmp_path, settings="confirm_rating = true\n")
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
