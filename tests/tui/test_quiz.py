"""The quiz: one question at a time, the reason after each, missed ones again at the end."""

import random
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from starprep.tui.app import StarprepApp
from starprep.tui.widgets.scroll import TextScroll
from tests.examples import write_library, write_walkthrough
from tests.tui.driver import (
    NARROW,
    WEBHOOK,
    Size,
    app_in,
    at_every_size,
    footer,
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
    """Return the options as they are shown, in order, without number and mark."""
    return [line.strip()[5:].strip() for line in shown(app, "#options").split("\n")]


async def choose(app: StarprepApp, pilot: Pilot[None], *, right: bool) -> None:
    """Choose the right option, or the first wrong one, by its number."""
    shown_now = [each.startswith("Yes") for each in options(app)]
    await press(pilot, str(shown_now.index(right) + 1))


@at_every_size
async def test_shows_one_question_with_its_difficulty_and_place(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 3", size):
        assert "Test  /  easy" in shown(app, "TopBar")
        assert "1 of 10" in shown(app, "TopBar")
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
        assert "Not this one: the right one is" in prose(app)
        assert "A ready-to-merge fix means that you did the work" in prose(app)
        assert "you owned the reminders" in prose(app)
        assert "Enter goes on." in prose(app)
        assert "+  I sent the Platform team" in shown(app)


async def test_a_verdict_below_the_screen_is_scrolled_into_sight(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=long_content(tmp_path))
    async with inside(app, "enter 3", NARROW) as pilot:
        assert SIX in shown(app)
        await press(pilot, "1")
        assert f"Because of {SIX}" in prose(app)
        await press(pilot, "pageup pageup pageup")
        assert f"Because of {SIX}" not in prose(app)
        await press(pilot, "pagedown pagedown pagedown")
        assert f"Because of {SIX}" in prose(app)
        await press(pilot, "enter")
        assert MEDIUM in shown(app)


async def test_a_question_begins_at_its_first_word_and_a_verdict_ends_at_its_last(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 3", NARROW) as pilot:
        shown_before = set()
        for _question in range(10):
            prompt = app.screen.query_one("#prompt", Static).region
            assert app.screen.query_one(TextScroll).region.contains_region(prompt)
            shown_before.add(prose(app, "#prompt"))
            await press(pilot, "2")
            assert "Enter goes on." in shown(app)
            await press(pilot, "enter")
    assert len(shown_before) == 10


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
        assert "Enter goes on." in before
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
        assert "Not this one: the right one is" in shown(app)
        assert "It comes again at the end." in shown(app)
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
        assert "1 of 2, missed ones again" in shown(app, "TopBar")
        await choose(app, pilot, right=False)
        await press(pilot, "enter")
        assert SIX in shown(app)
        await choose(app, pilot, right=True)
        await press(pilot, "enter")
        assert EASY in shown(app)
        assert "1 of 1, missed ones again" in shown(app, "TopBar")
        await choose(app, pilot, right=True)
        await press(pilot, "enter")
        assert "1 of 3 right at the first try." in shown(app)
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
async def test_the_result_tells_what_to_reread(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3", size) as pilot:
        for right in (True, False, True, True):
            await choose(app, pilot, right=right)
            await press(pilot, "enter")
        text = prose(app)
        assert "2 of 3 right at the first try." in text
        assert "easy 1 of 1 medium 0 of 1 hard 1 of 1" in text
        assert f"Reread these - {MEDIUM} Because of {MEDIUM}" in text
        assert EASY not in text
        assert "Enter goes back." in text
        assert footer(app).endswith("esc Back   ? Help")
        await press(pilot, "1 enter")
        assert "2 of 3 right" in prose(app, "#modes")
    assert len(kept(app)) == 4


async def test_with_all_right_there_is_nothing_to_reread(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3") as pilot:
        for _ in range(3):
            await choose(app, pilot, right=True)
            await press(pilot, "enter")
        assert "3 of 3 right at the first try." in shown(app)
        assert "Nothing to reread." in shown(app)


async def test_leaving_in_the_middle_keeps_the_answers_so_far(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=quiz_content(tmp_path))
    async with inside(app, "enter 3 1 escape"):
        assert "of 1 asked right, 3 in all" in prose(app, "#modes")
    assert len(kept(app)) == 1
