"""The library: what there is, when it was last practised, and which files have problems."""

from datetime import timedelta
from pathlib import Path

import pytest

from starprep.library.library import Progress
from tests.examples import (
    line_of,
    put,
    walkthrough_data,
    write_library,
    write_principle,
    write_tables,
    write_walkthrough,
)
from tests.practice.times import FakeClock, stamper
from tests.tui.driver import (
    BUILT_IN,
    NARROW,
    NOW,
    USUAL,
    WEBHOOK,
    WIDE,
    Size,
    app_in,
    at_every_size,
    footer,
    inside,
    press,
    prose,
    settle,
    shown,
    squeezed,
)

QUESTION = "Tell me about a time you solved a problem that nobody had given you."


def row(screen: str, words: str) -> str:
    """Return the only line of the screen that holds `words`."""
    (line,) = [line for line in screen.split("\n") if words in line]
    return line


def three_walkthroughs(folder: Path) -> Path:
    """Write walkthroughs on two principles, the later file names on the earlier principle."""
    write_library(folder)
    write_walkthrough(folder / "walkthroughs", id="late-train", question="Tell me about a delay.")
    write_walkthrough(
        folder / "walkthroughs",
        id="angry-caller",
        question="Tell me about a difficult customer.",
        principle="customer-obsession",
        tags=["telephone"],
        adaptations=[
            {"principle": "ownership", "lead": "It.", "emphasize": ["This."], "downplay": ["That."]}
        ],
    )
    return folder


@at_every_size
async def test_shows_the_walkthrough_its_target_time_and_the_keys(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, size=size):
        screen = shown(app)
        line = row(shown(app, "#walkthroughs"), "Webhook drop rate")
        assert "Success and Scale Bring Broad Responsibility" in screen
        assert "·····" in line
        assert "never" not in line
        assert "quiz" in row(screen, "STARR")
        assert "1 walkthrough" in screen
        assert "enter Open" in footer(app)
        assert "/ Filter" in footer(app)
        assert footer(app).endswith("? Help")


@at_every_size
async def test_shows_the_chosen_ones_question_and_scenario(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "down", size) as pilot:
        assert "Tell me about a delay." in prose(app, "#preview")
        text = prose(app, "#preview")
        await press(pilot, "space")
        text += prose(app, "#preview")
        assert "Parcels got lost on the way, and I found out why." in text
        assert "logistics · unasked" in text


async def test_groups_by_principle_in_the_published_order(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app):
        names = ["Customer Obsession", "Angry caller", "Ownership", "Late train", "Lost parcels"]
        lines = shown(app, "#walkthroughs").split("\n")
        found = [next((name for name in names if name in line), line) for line in lines if line]
        assert found == names
        assert "3 walkthroughs" in shown(app)


async def test_opens_the_one_that_the_arrows_lead_to(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "down j up enter"):
        assert "Tell me about a delay." in shown(app)
        assert "Rehearse" in shown(app)


async def test_first_and_last_are_one_key_away(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "end") as pilot:
        assert QUESTION in prose(app, "#about")
        await press(pilot, "home")
        assert "Tell me about a difficult customer." in prose(app, "#about")


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "yesterday"), (3, "3 days ago"), (30, "2026-01-05")]
)
async def test_shows_when_it_was_last_practised(tmp_path: Path, days: int, said: str) -> None:
    first = app_in(tmp_path)
    async with inside(first, "enter 1 escape") as pilot:
        await press(pilot, "escape")
        assert said == "today" or "today" in row(shown(first), "Lost parcels")
    later = app_in(tmp_path, now=NOW + timedelta(days=days))
    async with inside(later):
        assert said in row(shown(later), "Lost parcels")


async def test_shows_how_each_part_and_the_quiz_stand(tmp_path: Path) -> None:
    clock = FakeClock()
    app = app_in(tmp_path, clock=clock)
    async with inside(app, "enter 2 enter", USUAL) as pilot:
        for _ in range(5):
            await press(pilot, "space")
            clock.advance(20)
            await press(pilot, "enter space 3")
        await press(pilot, "escape 3 1 enter escape escape")
        # 20 s are in time for 30, 20, 20 and no more than said for 90 and 15
        assert "██▄█▄" in row(shown(app), "Lost parcels")
        assert "/1 " in row(shown(app), "Lost parcels")
        assert "█ said in time, with signals" in shown(app, "#legend")
    again = app_in(tmp_path, stamp=stamper("second"))
    async with inside(again, size=NARROW):
        line = row(shown(again), "Lost parcels")
        assert "██▄█▄" in line
        assert "today" in line
        assert "SDE2" not in line  # there is no room for it
    wide = app_in(tmp_path, stamp=stamper("third"))
    async with inside(wide, size=WIDE):
        told = prose(wide, "#preview")
        assert "So far Whole 1 time, last 1:40 (-1:15), today" in told
        assert "Situation 0:20 (-0:10), good, today" in told


@at_every_size
async def test_what_is_told_can_be_read_to_its_end_and_says_that_there_is_more(
    tmp_path: Path, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, size=size) as pilot:
        more = shown(app, "#preview More").strip()
        assert bool(more) is (size != WIDE)
        text = prose(app, "#preview VerticalScroll")
        while shown(app, "#preview More").strip():
            assert shown(app, "#preview More").strip().endswith(": space")
            await press(pilot, "space")
            text += prose(app, "#preview VerticalScroll")
        assert "Tell me about a time" in text
        assert "10 quiz questions" in text
        await press(pilot, "space")
        assert "Tell me about a time" in prose(app, "#preview")  # and round


async def test_who_is_new_is_pointed_at_the_first_story(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app, size=NARROW) as pilot:
        assert "New here? Begin with Webhook drop rate: enter opens it." in shown(app)
        assert "the broader impact your work has on society" in prose(app, "#preview")
        await press(pilot, "enter 1 escape escape")
        assert "New here?" not in shown(app)
        assert "· not said" in shown(app, "#legend")


async def test_the_cursor_is_where_it_was_after_an_overview_and_at_the_next_start(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path, content=BUILT_IN)
    async with inside(app, "slash type:reading_query enter 1 escape escape escape") as pilot:
        told = prose(app, "#preview")
        rows = shown(app, "#walkthroughs")
        await press(pilot, "enter escape")
        assert prose(app, "#preview") == told
        assert shown(app, "#walkthroughs") == rows
    again = app_in(tmp_path, content=BUILT_IN, stamp=stamper("second"))
    async with inside(again):
        assert prose(again, "#preview") == told


async def test_the_cursor_stays_in_its_group_where_a_story_stands_in_two(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "g g end") as pilot:
        chosen = app.library_screen._list.chosen
        assert chosen
        assert chosen.startswith("tag:unasked/")
        await press(pilot, "enter 1 escape escape")
        assert app.library_screen._list.chosen == chosen


# -- filtering -----------------------------------------------------------------------------------


async def test_filters_at_every_letter_by_question_principle_and_tag(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash") as pilot:
        for words, left in [
            ("type:dela", ["Late train"]),
            ("ctrl+u type:telephone", ["Angry caller"]),
            ("ctrl+u type:owner_parcels", ["Lost parcels"]),
            ("ctrl+u type:OWNERSHIP", ["Late train", "Lost parcels"]),
        ]:
            await press(pilot, words)
            names = ["Angry caller", "Late train", "Lost parcels"]
            assert [name for name in names if name in shown(app, "#walkthroughs")] == left


async def test_arrows_and_enter_work_from_the_filter_line(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:ownership") as pilot:
        assert "Tell me about a delay." in prose(app, "#about")
        assert "enter To the list   esc Clear" in footer(app)
        await press(pilot, "down")
        assert QUESTION in prose(app, "#about")
        await press(pilot, "enter")
        assert QUESTION in shown(app, "#question")


async def test_enter_in_the_filter_line_goes_to_the_list(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:ownership enter") as pilot:
        assert "Angry caller" not in shown(app)
        assert "/ Filter" in footer(app)
        await press(pilot, "j enter")
        assert QUESTION in shown(app, "#question")


async def test_enter_in_the_filter_line_opens_the_only_one_left(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:parcels") as pilot:
        assert "enter Open" in footer(app)
        await press(pilot, "enter")
        assert QUESTION in shown(app, "#question")
        await press(pilot, "escape")  # and the filter is still there
        assert "Late train" not in shown(app)


async def test_escape_clears_the_filter(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:parcels") as pilot:
        assert "esc Clear" in footer(app)
        await press(pilot, "escape")
        assert "Late train" in shown(app)
        assert "Angry caller" in shown(app)
        assert "parcels" not in shown(app, "#search")
        assert "esc Clear" not in footer(app)


async def test_keys_that_are_letters_are_typed_into_the_filter_line(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:jkq comma slash question_mark"):
        assert "jkq,/?" in shown(app, "#search")
        assert footer(app).strip() == "enter To the list   esc Clear"  # the others are letters
        assert app.is_running


@at_every_size
async def test_a_filter_that_nothing_matches_explains_itself(tmp_path: Path, size: Size) -> None:
    app = app_in(tmp_path)
    async with inside(app, "slash type:zeppelin", size) as pilot:
        assert "0 walkthroughs" in shown(app)
        assert "Nothing here has the words “zeppelin”." in prose(app)
        assert "Escape clears them." in prose(app)
        await press(pilot, "enter enter")  # there is nothing to open
        assert "0 walkthroughs" in shown(app)


async def test_a_filter_may_say_where_to_look_and_completes_what_it_knows(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "slash type:tag:telep") as pilot:
        assert "1 walkthrough" in shown(app)
        assert "Angry caller" in shown(app)
        await press(pilot, "right")
        assert "tag:telephone" in shown(app, "#search")
        await press(pilot, "type:_level:senior")
        assert "0 walkthroughs" in shown(app)


# -- grouping and narrowing ----------------------------------------------------------------------


def headings(screen: str) -> list[str]:
    """Return the list's lines that are headings: they stand left of the rows."""
    return [line.strip() for line in screen.split("\n") if line[:1] == " " and line[1:2] != " "]


async def test_one_key_groups_by_level_by_tag_and_by_principle_again(tmp_path: Path) -> None:
    folder = three_walkthroughs(tmp_path / "content")
    write_walkthrough(folder / "walkthroughs", id="high-up", level="senior", tags=["On call"])
    app = app_in(tmp_path, content=folder)
    async with inside(app, "down g") as pilot:
        assert headings(shown(app, "#walkthroughs")) == ["SDE2", "Senior"]
        assert "4 walkthroughs by level" in shown(app)
        await press(pilot, "g")
        assert headings(shown(app, "#walkthroughs")) == [
            "logistics", "on-call", "telephone", "unasked",
        ]  # fmt: skip
        assert "4 walkthroughs by tag" in shown(app)  # though two of them are there twice
        assert shown(app, "#walkthroughs").count("Late train") == 2
        await press(pilot, "g")
        assert headings(shown(app, "#walkthroughs")) == ["Customer Obsession", "Ownership"]


async def test_the_cursor_stays_on_its_walkthrough_when_the_groups_change(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "down") as pilot:
        for _ in range(4):
            assert "Tell me about a delay." in prose(app, "#about")
            await press(pilot, "g")


@at_every_size
async def test_narrowing_offers_what_there_is_and_shows_only_that(
    tmp_path: Path, size: Size
) -> None:
    folder = three_walkthroughs(tmp_path / "content")
    write_walkthrough(folder / "walkthroughs", id="high-up", level="senior")
    app = app_in(tmp_path, content=folder)
    async with inside(app, "f", size) as pilot:
        lines = [" ".join(line.split()) for line in shown(app, "#groups").split("\n")]
        assert lines[:4] == ["Level", "SDE2 3", "Senior 1", "Tag"]
        await press(pilot, "down enter")
        assert "1 walkthrough" in shown(app)
        assert "High up" in shown(app)
        assert "level:senior" in shown(app, "#search")
        await press(pilot, "f enter")  # another level takes the place of the first
        assert "3 walkthroughs" in shown(app)
        assert "level:sde2" in shown(app, "#search")
        await press(pilot, "escape")
        assert "4 walkthroughs" in shown(app)


async def test_narrowing_twice_keeps_both_and_going_back_changes_nothing(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=three_walkthroughs(tmp_path / "content"))
    async with inside(app, "f enter f down down enter") as pilot:
        assert "level:sde2 tag:telephone" in shown(app, "#search")
        assert "1 walkthrough" in shown(app)
        await press(pilot, "f escape")
        assert "1 walkthrough" in shown(app)


# -- many files ----------------------------------------------------------------------------------


async def test_files_left_for_later_come_in_behind_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("starprep.tui.app.MOST_AT_ONCE", 1)
    folder = three_walkthroughs(tmp_path / "content")
    app = app_in(tmp_path, content=folder)
    assert len(app.library.shelf.walkthroughs) == 1
    progress: list[Progress] = []
    show = app.library_screen.show_progress

    def watched(told: Progress) -> None:
        progress.append(told)
        show(told)

    monkeypatch.setattr(app.library_screen, "show_progress", watched)
    async with inside(app, "end enter"):
        assert progress == [Progress(0, 2)]
        assert QUESTION in shown(app, "#question")
    again = app_in(tmp_path, content=folder)  # now they are known
    assert len(again.library.shelf.walkthroughs) == 3
    async with inside(again):
        assert "3 walkthroughs" in shown(again)


async def test_progress_is_told_in_the_top_line(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app) as pilot:
        app.library_screen.show_progress(Progress(1200, 3000))
        await settle(pilot)
        assert "reading 1,200 of 3,000 new walkthroughs" in shown(app, "TopBar")
        app.library_screen.show_library()
        await settle(pilot)
        assert "1 walkthrough" in shown(app, "TopBar")


async def test_a_file_found_sound_is_not_read_whole_again_until_it_changes(
    tmp_path: Path,
) -> None:
    folder = write_library(tmp_path / "content")
    app = app_in(tmp_path, content=folder)
    async with inside(app):
        pass
    break_deep_inside(folder).unlink()
    again = app_in(tmp_path, content=folder)
    path = again.library.shelf.walkthroughs[0].path
    assert again.library._index.is_sound(path)
    data = put(walkthrough_data(), "quiz[0].answer", 9)
    write_tables(path, data)
    broken = app_in(tmp_path, content=folder)
    async with inside(broken):
        assert "! lost-parcels.toml" in shown(broken)


# -- empty, and files with problems --------------------------------------------------------------


@at_every_size
async def test_an_empty_library_says_what_to_do(tmp_path: Path, size: Size) -> None:
    (tmp_path / "nothing").mkdir()
    app = app_in(tmp_path, content=tmp_path / "nothing")
    async with inside(app, "enter", size):
        assert "There is no walkthrough here yet." in prose(app)
        assert "starprep new my-story" in prose(app)
        assert str(app.places.own_walkthroughs) in squeezed(app)
        assert "enter Open" not in footer(app)


async def test_reads_the_users_own_folder(tmp_path: Path) -> None:
    own = tmp_path / "data" / "walkthroughs"
    write_walkthrough(own, id="my-story", question="Tell me about my story.")
    app = app_in(tmp_path)
    async with inside(app, "home enter"):
        assert "Tell me about my story." in shown(app, "#question")


def break_syntax(folder: Path) -> Path:
    path = folder / "walkthroughs" / "torn.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('format = 1\nid = "torn\n', encoding="utf-8")
    return path


def break_deep_inside(folder: Path) -> Path:
    """Write a file whose heading is right, with three problems further down."""
    data = put(walkthrough_data(id="deep"), "sections[2].signals[0]", "words that nobody says")
    put(data, "quiz[0].answer", 9)
    put(data, "probes[0].colour", "red")
    return write_tables(folder / "walkthroughs" / "deep.toml", data)


@at_every_size
async def test_a_file_with_a_syntax_error_is_a_line_and_hides_no_other(
    tmp_path: Path, size: Size
) -> None:
    break_syntax(write_library(tmp_path / "content"))
    app = app_in(tmp_path, content=tmp_path / "content")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Files with problems" in shown(app)
        line = row(shown(app), "torn.toml")
        assert "! torn.toml:2" in line
        assert "is not TOML" in line
        assert "Lost parcels" in shown(app)
        assert "1 walkthrough" in shown(app)


async def test_an_error_deep_in_a_file_is_found_after_the_first_paint(tmp_path: Path) -> None:
    path = break_deep_inside(write_library(tmp_path / "content"))
    app = app_in(tmp_path, content=tmp_path / "content")
    async with inside(app):
        line = row(shown(app), "deep.toml")
        assert f"! deep.toml:{line_of(path, 'words that nobody says')}" in line
        assert "+2 more" in line
        assert "Lost parcels" in shown(app)
        assert "1 walkthrough" in shown(app)


@at_every_size
async def test_enter_on_a_bad_file_shows_all_that_is_wrong(tmp_path: Path, size: Size) -> None:
    path = break_deep_inside(write_library(tmp_path / "content"))
    app = app_in(tmp_path, content=tmp_path / "content")
    async with inside(app, "end enter", size) as pilot:
        assert str(path) in squeezed(app)
        first = prose(app)
        await press(pilot, "pagedown pagedown")
        both = f"{first} {prose(app)}"
        for key, words, what in [
            ("sections[2].signals[0]", "words that nobody says", "does not occur in the example"),
            ("quiz[0].answer", "answer = 9", "9 is no option's index"),
            ("probes[0].colour", 'colour = "red"', "is not a key here"),
        ]:
            assert f"line {line_of(path, words)} {key}" in both
            assert what in both
        assert "esc Back" in footer(app)
        await press(pilot, "escape")
        assert "Lost parcels" in shown(app)


async def test_a_file_that_broke_since_the_start_is_explained_when_it_is_opened(
    tmp_path: Path,
) -> None:
    app = app_in(tmp_path)
    async with inside(app) as pilot:
        break_deep_inside(tmp_path / "content").rename(
            tmp_path / "content" / "walkthroughs" / "lost-parcels.toml"
        )
        await press(pilot, "enter")
        assert "This file is not used until it is mended." in prose(app)
        await press(pilot, "escape")
        assert "! lost-parcels.toml" in shown(app)
        assert "0 walkthroughs" in shown(app)


async def test_a_second_file_with_an_id_names_the_first(tmp_path: Path) -> None:
    own = tmp_path / "data" / "walkthroughs"
    write_walkthrough(own, question="Tell me about another time.")
    app = app_in(tmp_path)
    async with inside(app, "end", WIDE) as pilot:
        assert "Lost parcels" in shown(app)
        assert "! lost-parcels.toml:2" in shown(app)
        await press(pilot, "enter")
        assert str(own / "lost-parcels.toml") in squeezed(app)
        assert str(tmp_path / "content" / "walkthroughs" / "lost-parcels.toml") in squeezed(app)
        await press(pilot, "escape home enter")  # the first one is the one that is used
        assert QUESTION in shown(app, "#question")


async def test_a_bad_principle_is_told_and_its_walkthroughs_can_still_be_learnt(
    tmp_path: Path,
) -> None:
    folder = write_library(tmp_path / "content")
    write_principle(folder / "principles", id="ownership", name="")
    app = app_in(tmp_path, content=folder)
    async with inside(app) as pilot:
        assert "! ownership.toml" in shown(app)
        assert "! lost-parcels.toml" not in shown(app)
        await press(pilot, "enter 1 n n n n n n")
        assert "The file of this principle has a problem." in prose(app)
