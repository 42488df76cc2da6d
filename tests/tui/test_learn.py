"""Learn: ten pages, the words that matter marked in them, and what was read kept."""

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from starprep.tui.app import StarprepApp
from tests.examples import walkthrough_data, write_library, write_walkthrough
from tests.tui.driver import (
    NARROW,
    USUAL,
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    footer,
    inside,
    kept,
    press,
    prose,
    shown,
    underlined,
)

PAGES = [
    "situation", "task", "action", "result", "reflection", "follow-ups",
    "principle", "weak-answer", "adaptations", "levels",
]  # fmt: skip


async def whole_page(app: StarprepApp, pilot: Pilot[None]) -> str:
    """Read a page to its end, and go back to its top."""
    text, before = prose(app, "VerticalScroll"), ""
    while before != prose(app, "VerticalScroll"):
        before = prose(app, "VerticalScroll")
        await press(pilot, "pagedown")
        text += " " + prose(app, "VerticalScroll")
    for _ in range(9):
        await press(pilot, "pageup")
    return text


@at_every_size
async def test_a_page_holds_example_signals_coaching_and_mistake(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1", size) as pilot:
        assert "Webhook drop rate  /  Situation" in shown(app, "TopBar")
        assert "1 of 10" in shown(app, "TopBar")
        assert footer(app).startswith("space Read on   n Next   o Principle")
        assert footer(app).endswith("esc Back   ? Help")
        assert shown(app, "QuestionLine").startswith("Tell me about a time")
        text = await whole_page(app, pilot)
        for words in (
            "Target 0:30. What was wrong, and for whom.",
            "I was on the order service, and I noticed",
            "What an interviewer writes down",
            "- 0.3% of its webhooks",
            "Coaching",
            "Keep the architecture for a question",
            "Common mistake",
            "Ninety seconds of architecture",
        ):
            assert words in text


@pytest.mark.parametrize(("on", "back"), [("n", "p"), ("right", "left"), ("enter", "p")])
async def test_turns_through_ten_pages_and_back(tmp_path: Path, on: str, back: str) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1") as pilot:
        for number in range(2, 11):
            await press(pilot, on)
            assert f"{number} of 10" in shown(app, "TopBar")
        await press(pilot, f"{on} {on}")  # there is none after the last
        assert "10 of 10" in shown(app, "TopBar")
        assert "Next" not in footer(app)
        await press(pilot, " ".join([back] * 11))
        assert "1 of 10" in shown(app, "TopBar")
        assert "Previous" not in footer(app)


async def test_space_reads_a_page_to_its_end_and_then_turns(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1 n n", (60, 20)) as pilot:
        text = ""
        for _ in range(9):
            assert "3 of 10" in shown(app, "TopBar")
            text += prose(app, "#page")
            if "writes down neither" in text:
                break
            await press(pilot, "space")
        await press(pilot, "space")
        assert "4 of 10" in shown(app, "TopBar")
        await press(pilot, " ".join(["space"] * 70))
        assert "10 of 10" in shown(app, "TopBar")


async def test_j_and_k_scroll_by_a_line(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1 n n") as pilot:
        top = shown(app, "#page").split("\n")
        await press(pilot, "j down")
        assert top[2].strip() in shown(app, "VerticalScroll").split("\n")[0]
        await press(pilot, "k up")
        assert shown(app, "#page").split("\n") == top


async def test_signals_are_marked_in_the_example(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1") as pilot:
        assert underlined(app, "#page") == ["I noticed", "Nobody had asked"]
        await press(pilot, "n")
        assert underlined(app, "#page") == ["not my team's work", "I took it", "to find the cause"]


async def test_the_reflection_is_the_one_of_the_level(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n n n") as pilot:
        assert "I learnt to test a label on the worst scanner." in prose(app)
        assert "- the worst scanner" in prose(app)
        assert "- no team owned" not in prose(app)
        await press(pilot, "escape l 1 n n n n")
        assert "No team owned the whole way of a parcel." in prose(app)
        assert "as Senior" in prose(app)


async def test_the_principle_is_told_whole(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n n n n n", WIDE):
        for words in (
            "Ownership",
            "Treat what you see as yours to put right.",
            "Does this person act where nobody told them to?",
            "Starts unasked.",
            "- “nobody had asked”",
            "- “so I decided to”",
            "Missed: It sounds assigned.",
            "- Doing everything alone.",
            "- Tell me about a time you took on something outside your job.",
        ):
            assert words in prose(app, "#page")


async def test_numbers_tie_the_red_flags_to_the_words_of_the_weak_answer(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1 n n n n n n n", WIDE):
        text = prose(app, "#page")
        assert "I told the Platform team [1]" in text
        assert "they handled it [2]" in text
        assert "the rate improved and the team was happy [3]" in text
        assert "[1] “I told the Platform team”: There is no ownership" in text
        assert "[4] Not said: The candidate is invisible" in text
        assert "[5] Not said: There is no reflection" in text
        assert "What the Bar Raiser thinks Pleasant, clear" in text
        assert "Leaning: No Hire" in text
        marked = " ".join(underlined(app, "#page"))
        assert "I told the Platform team" in marked
        assert "Slack" not in marked


async def test_flags_that_overlap_keep_all_words_and_both_numbers(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    weak = walkthrough_data()["weak_answer"] | {
        "flags": [
            {"quote": "told the other team. They fixed it", "why": "Long."},
            {"quote": "the other team", "why": "Short."},
        ]
    }
    write_walkthrough(folder / "walkthroughs", weak_answer=weak)
    app = app_in(tmp_path, content=folder)
    async with inside(app, "enter 1 n n n n n n n"):
        text = "Parcels got lost, so I told the other team [2]. They fixed it [1]."
        assert text in prose(app, "#page")


async def test_adaptations_have_the_principles_official_names(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n n n n n n n"):
        text = prose(app, "#page")
        assert text.startswith("Customer Obsession Lead with Those who waited for a parcel.")
        assert "Say more The people who waited. Say less The label." in text


async def test_levels_tell_focus_reflection_bar_and_time(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n n n n n n n n", WIDE):
        text = prose(app, "#page")
        assert "SDE1, 1:30 to 2:00 Focus The label." in text
        assert "SDE2, 2:00 to 3:00 (chosen) Focus The cause." in text
        assert "Reflection No team owned the whole way of a parcel." in text
        assert "The bar It lasts." in text


@at_every_size
async def test_a_line_names_the_pages_and_marks_the_open_one(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n", size):
        parts = {
            NARROW: ["S", "T", "A", "R", "R"],
            USUAL: ["S", "Task", "A", "R", "R"],
            WIDE: ["Situation", "Task", "Action", "Result", "Reflection"],
        }[size]
        rest = ["Follow-ups", "Principle", "Weak", "Adapt", "Levels"]
        assert prose(app, "Strip").split() == [*parts, *rest]
        assert underlined(app, "Strip") == [parts[1]]


@at_every_size
async def test_no_text_touches_the_scrollbar(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 1 n n n n n", size):
        text = app.screen.query_one(".text", VerticalScroll)
        assert text.show_vertical_scrollbar
        assert app.screen.query_one("#page").content_region.right < text.region.right - 1


async def test_the_follow_ups_are_read_with_both_replies(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n n n n"):
        assert prose(app, "#page") == (
            "1. Why did you not tell the other team? It probes Whether you stay with a problem. "
            "Weak I did. Why it fails Telling is not owning. "
            "Strong I brought them the label. Remember The label, not the news."
        )


async def test_the_principle_stands_beside_the_story_where_there_is_room(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1", WIDE) as pilot:
        beside = prose(app, "#beside")
        assert "Does this person act where nobody told them to?" in beside
        assert "What it looks like - Starts unasked." in beside
        assert "What it is not - Doing everything alone." in beside
        assert "one parcel in fifty" in prose(app, "#page")
        await press(pilot, "o")
        assert "so I decided to" in prose(app, "#page")  # the whole of it, with its phrases
        assert not app.screen.query_one("#beside").is_on_screen


@at_every_size
async def test_one_key_looks_up_the_principle_and_goes_back(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n n", size) as pilot:
        assert "o Principle" in footer(app)
        await press(pilot, "o")
        assert "Lost parcels / Principle" in prose(app, "TopBar")
        assert "Does this person act where nobody told them to?" in prose(app, "#page")
        await press(pilot, "o")
        assert "Lost parcels / Action" in prose(app, "TopBar")
        await press(pilot, "o n o o")  # turning from it forgets where one was
        assert "Lost parcels / Weak answer" in prose(app, "TopBar")
        await press(pilot, "p o")
        assert "Lost parcels / Situation" in prose(app, "TopBar")


async def test_leaving_keeps_the_pages_that_were_opened_once_each(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "enter 1 n p n n escape") as pilot:
        (event,) = kept(app)
        assert event["kind"] == "learn"
        assert event["walkthrough"] == "lost-parcels"
        assert event["pages"] == PAGES[:3]
        assert "3 of 10 parts read" in prose(app, "#modes")
        await press(pilot, "1 n n n n n n n n n escape")
        assert kept(app)[1]["pages"] == PAGES
        assert "10 of 10 parts read" in prose(app, "#modes")
