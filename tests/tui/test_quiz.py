"""The quiz: one question at a time, the reason after each, missed ones again at the end."""

import random
import tomllib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from starprep.library.walkthrough import Walkthrough
from starprep.tui.app import StarprepApp
from starprep.tui.widgets.scroll import TextScroll
from tests.examples import write_library, write_walkthrough
from tests.practice.times import stamper
from tests.tui.driver import (
    NARROW,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    footer,
    headline,
    inside,
    kept,
    press,
    prose,
    settle,
    shown,
    styled,
)

EASY, MEDIUM, SIX = "Which is easy?", "Which is medium?", "Which of six?"


def quiz_content(tmp_path: Path) -> Path:
    """Write a walkthrough with three questions; the right option of each begins with Yes."""
    folder = write_library(tmp_path / "content")
    questions = [
        question(EASY, ["No one", "Yes two"], 1, "easy"),
        question(MEDIUM, ["Yes one", "No two", "No three"], 0, "medium"),
        question(SIX, ["No 1", "No 2", "Yes 3", "No 4", "No 5", "No 6"], 2, "hard"),
    ]
    write_walkthrough(folder / "walkthroughs", quiz=questions)
    return folder


def long_content(tmp_path: Path) -> Path:
    """Write a walkthrough with two questions, whose options fill more than one screen."""
    folder = write_library(tmp_path / "content")
    long = [f"{word}" + " so long" * 30 for word in ("Yes", "No", "Nor", "Not", "Never", "Nay")]
    quiz = [question(prompt, long, 0, "hard") for prompt in (SIX, MEDIUM)]
    write_walkthrough(folder / "walkthroughs", quiz=quiz)
    return folder


def question(
    prompt: str, options: list[str], answer: int, difficulty: str
) -> dict[str, str | int | list[str]]:
    return {
        "prompt": prompt,
        "options": options,
        "answer": answer,
        "explanation": f"Because of {prompt}",
        "difficulty": difficulty,
    }


def options(app: StarprepApp) -> list[str]:
    """Return the options as they are shown, in order, without number, mark and verdict."""
    rows = [line.strip() for line in shown(app, "#options").split("\n")]
    return [row[5:].strip() for row in rows if row[:1].isdigit()]


async def read_through(app: StarprepApp, pilot: Pilot[None]) -> str:
    """Return all of a text, screenful by screenful."""
    text = prose(app)
    for _ in range(4):
        await press(pilot, "pagedown")
        text += " " + prose(app)
    return text


async def choose(app: StarprepApp, pilot: Pilot[None], *, right: bool) -> None:
    """Choose the right option, or the first wrong one, by its number."""
    shown_now = [each.startswith("Yes") for each in options(app)]
    await press(pilot, str(shown_now.index(right) + 1))


@at_every_size
async def test_shows_one_question_with_its_difficulty_and_place(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 3", size):
        assert "starprep  /  Test" in shown(app, "TopBar")
        assert "1 of 10" in shown(app, "TopBar")
        assert prose(app, "#about") == "Webhook drop rate, easy"
        assert "Which phrase shows cross-team ownership best?" in prose(app)
        for number in range(1, 5):
            assert f"{number} " in shown(app, "#options")
        assert "I sent the Platform team a ready-to-merge fix" in prose(app, "#options")
        assert "Right." not in shown(app)
        assert footer(app).endswith("esc Back   ? Help")


@at_every_size
async def test_the_verdict_and_the_reason_are_in_sight(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 3", size) as pilot:
        before = prose(app, "#options").partition("I raised it with")[0]
        await press(pilot, before.split()[-1])
        assert "Missed: this is the right one. It comes again at the end." in prose(app)
        assert "A ready-to-merge fix means that you did the work" in prose(app)
        assert "you owned the reminders" in prose(app)
        assert "+  I sent the Platform team" in shown(app)
        assert footer(app).strip().startswith("enter Next")


@at_every_size
async def test_the_verdict_stands_below_the_right_option(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3", size) as pilot:
        for right, head in ((True, "Right."), (False, "Missed:")):
            await choose(app, pilot, right=right)
            rows = [row.strip() for row in shown(app, "#options").split("\n")]
            (at,) = [number for number, row in enumerate(rows) if "Yes" in row]
            assert rows[at + 1].startswith(head)
            assert "Because of" in " ".join(rows[at + 1 : at + 3])
            await press(pilot, "enter")


@at_every_size
async def test_the_score_runs_on_beside_the_storys_name(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3", size) as pilot:
        told = []
        for right in (True, False, True):
            told.append(prose(app, "#about"))
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        told.append(prose(app, "#about"))
        assert told == [
            "Lost parcels, easy",
            "Lost parcels, medium 1 of 1 right so far",
            "Lost parcels, hard 1 of 2 right so far",
            "Lost parcels, medium 2 of 3 right at the first try",
        ]
        await choose(app, pilot, right=True)  # what came again counts no more
        assert "2 of 3 right at the first try" in prose(app, "#about")


@pytest.mark.parametrize("seed", [1, 6, 3, 11], ids=["first", "second", "fifth", "last"])
async def test_a_verdict_below_the_screen_is_scrolled_into_sight(tmp_path: Path, seed: int) -> None:
    app = app_in(tmp_path, content=long_content(tmp_path), seed=seed)
    async with inside(app, "enter 3", NARROW) as pilot:
        assert SIX in shown(app)
        await press(pilot, "1")
        assert "+  Yes so long" in shown(app)
        assert f"Because of {SIX}" in prose(app)
        await press(pilot, "s s")  # the story comes and goes
        assert f"Because of {SIX}" in prose(app)
        await press(pilot, "pagedown pagedown pagedown")
        assert SIX not in prose(app, "#prompt")
        await press(pilot, "pageup pageup pageup")
        assert SIX in prose(app, "#prompt")
        await press(pilot, "enter")
        assert MEDIUM in shown(app)


async def test_a_question_is_whole_in_sight_and_so_are_the_right_option_and_its_reason(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    quiz = Walkthrough.model_validate(tomllib.loads(WEBHOOK[0].read_text(encoding="utf-8"))).quiz
    async with inside(app, "enter 3", NARROW) as pilot:
        for asked in quiz:
            prompt = app.screen.query_one("#prompt", Static).region
            assert app.screen.query_one(TextScroll).region.contains_region(prompt)
            assert prose(app, "#prompt") == asked.prompt
            await press(pilot, "2")
            assert asked.options[asked.answer] in prose(app)
            assert " ".join(asked.explanation.split()) in prose(app)
            await press(pilot, "enter")


async def test_the_cursor_stays_in_sight_among_options_longer_than_the_screen(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=long_content(tmp_path))
    async with inside(app, "enter 3", NARROW) as pilot:
        for number in range(1, 7):
            bold = styled(app, lambda style: bool(style.bold), "TextScroll")
            under_cursor = [run for run in bold if "so long" in run]
            assert under_cursor[0].startswith(f"{number} ")
            assert len(under_cursor) == 5
            await press(pilot, "down")
        await press(pilot, "home")
        assert SIX in shown(app)


async def test_the_focus_moves_no_text(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=long_content(tmp_path))
    async with inside(app, "enter 3 2", NARROW) as pilot:
        before = shown(app)
        assert "enter Next" in before
        await press(pilot, "shift+tab tab")
        app.screen.set_focus(None)
        app.screen.query_one("#options").focus()
        await settle(pilot)
        assert shown(app) == before


async def test_options_are_shuffled_by_the_seed_that_is_recorded(tmp_path: Path) -> None:
    orders = {}
    for seed in (1, 2, 3):
        app = app_in(tmp_path, content=quiz_content(tmp_path), seed=seed)
        async with inside(app, "enter 3") as pilot:
            await press(pilot, "1 enter 1 enter")
            orders[seed] = options(app)
            await press(pilot, "1")
            event = kept(app)[-1]
            assert event["seed"] == seed
            order = list(range(6))
            random.Random(f"{seed}/1/{SIX}").shuffle(order)
            assert event["chosen"] == order[0]
        app.places.record.unlink()
    assert len({tuple(order) for order in orders.values()}) > 1
    again = app_in(tmp_path, content=quiz_content(tmp_path), seed=2)
    async with inside(again, "enter 3 1 enter 1 enter"):
        assert options(again) == orders[2]


async def test_right_and_wrong_are_told_by_a_sign_and_a_word(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3") as pilot:
        await choose(app, pilot, right=False)
        lines = shown(app, "#options").split("\n")
        assert [line.split()[1:3] for line in lines if "Yes two" in line] == [["+", "Yes"]]
        assert [line.split()[1:3] for line in lines if "No one" in line] == [["x", "No"]]
        assert "Missed: this is the right one. It comes again at the end." in prose(app)
        await press(pilot, "enter")
        await choose(app, pilot, right=True)
        assert "Right." in shown(app)
        assert f"Because of {MEDIUM}" in shown(app)
        assert "x " not in shown(app, "#options")


async def test_all_six_numbers_choose_and_no_more_than_there_are(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3 3 6") as pilot:  # the first question has two options
        assert kept(app) == []
        await press(pilot, "2 enter 3 enter 6")
    assert len(kept(app)) == 3


async def test_arrows_and_enter_choose_and_go_on(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3 down") as pilot:
        bold = styled(app, lambda style: bool(style.bold), "#options")
        assert any(options(app)[1] in text for text in bold)
        await press(pilot, "enter")
        assert len(kept(app)) == 1
        await press(pilot, "1 2")  # a question is answered once
        assert len(kept(app)) == 1
        await press(pilot, "enter")
        assert "2 of 3" in shown(app, "TopBar")


async def test_missed_ones_come_again_until_they_are_right(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3") as pilot:
        for right in (False, True, False):
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        assert EASY in shown(app)
        assert "missed ones: 1 of 2" in shown(app, "TopBar")
        await choose(app, pilot, right=False)
        await press(pilot, "enter")
        assert SIX in shown(app)
        await choose(app, pilot, right=True)
        await press(pilot, "enter")
        assert EASY in shown(app)
        assert "missed ones: 1 of 1" in shown(app, "TopBar")
        await choose(app, pilot, right=True)
        await press(pilot, "enter")
        assert headline(app) == "1 of 3 right at the first try"
    assert [(event["prompt"], event["round"], event["correct"]) for event in kept(app)] == [
        (EASY, 1, False),
        (MEDIUM, 1, True),
        (SIX, 1, False),
        (EASY, 2, False),
        (SIX, 2, True),
        (EASY, 3, True),
    ]
    assert [event["difficulty"] for event in kept(app)[:3]] == ["easy", "medium", "hard"]


@at_every_size
async def test_the_result_tells_what_to_reread_and_what_to_do_next(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3", size) as pilot:
        for right in (True, False, True, True):
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        assert headline(app) == "2 of 3 right at the first try"
        assert "Choose" not in footer(app)
        keys = "enter Done   r Only the missed   esc Back   ? Help"
        assert footer(app).strip() == keys
        text = await read_through(app, pilot)
        assert "easy 1 of 1 medium 0 of 1 hard 1 of 1" in text
        assert f"Reread Lost parcels {MEDIUM} + Yes one Because of {MEDIUM}" in text
        assert "Next Reread what you missed, then ask for only the missed ones again." in text
        assert EASY not in text
        await press(pilot, "1 enter")
        assert "2 of 3 right" in prose(app, "#modes")
    assert len(kept(app)) == 4


async def test_at_the_end_a_key_asks_only_the_missed_ones_again(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3") as pilot:
        for right in (False, True, False, True, True):
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        await press(pilot, "r")
        assert "missed ones: 1 of 2" in shown(app, "TopBar")
        assert EASY in shown(app)
        for right in (True, False, True):
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        assert headline(app) == "1 of 2 missed ones right this time"
        await press(pilot, "r")
        assert SIX in shown(app)
        await choose(app, pilot, right=True)
        await press(pilot, "enter")
        assert headline(app) == "1 of 1 missed ones right this time"
        assert "You know them all now." in prose(app)
        assert "Only the missed" not in footer(app)
        await press(pilot, "r enter")
        assert "1 of 3 right" in prose(app, "#modes")  # what the first try told
    again = [(event["prompt"], event["round"], event["correct"]) for event in kept(app)[5:]]
    assert again == [(EASY, 3, True), (SIX, 3, False), (SIX, 4, True), (SIX, 5, True)]
    assert len({event["seed"] for event in kept(app)}) == 1


async def test_many_missed_ones_stand_in_two_columns_where_there_is_room(tmp_path: Path) -> None:
    for size, columns in (((80, 24), 1), ((120, 40), 2)):
        app = app_in(tmp_path, content=quiz_content(tmp_path), stamp=stamper(f"{size}"))
        async with inside(app, "enter 3", size) as pilot:
            for right in (False, False, False, True, True, True):
                await choose(app, pilot, right=right)
                await press(pilot, "enter")
            assert len({each.region.x for each in app.screen.query("#missed Static")}) == columns


async def test_an_option_that_speaks_of_the_others_keeps_its_place(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    asked = ["Yes, a number", "No, a word", "No, a wish", "None of these"]
    write_walkthrough(folder / "walkthroughs", quiz=[question(SIX, asked, 0, "hard")])
    seen = set()
    for seed in range(8):
        app = app_in(tmp_path, content=folder, seed=seed)
        async with inside(app, "enter 3"):
            seen.add(tuple(options(app)))
    assert len(seen) > 1
    assert {each[-1] for each in seen} == {"None of these"}


async def test_with_all_right_there_is_nothing_to_reread(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3") as pilot:
        for _ in range(3):
            await choose(app, pilot, right=True)
            await press(pilot, "enter")
        assert headline(app) == "3 of 3 right at the first try"
        assert "Next Nothing to reread." in prose(app)
        assert "Reread Lost" not in prose(app)
        assert "Only the missed" not in footer(app)


async def test_leaving_in_the_middle_keeps_the_answers_so_far(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3 1 escape"):
        assert "of 1 asked right, 3 in all" in prose(app, "#modes")
    assert len(kept(app)) == 1
