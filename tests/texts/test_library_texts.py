"""What the library says of walkthroughs and of files, and what Learn says on its pages."""

from datetime import UTC, timedelta
from pathlib import Path

import pytest

from starprep.library.parts import Level, Part
from starprep.library.principle import Principle
from starprep.library.problems import Problem
from starprep.library.shelf import Listing, read_shelf
from starprep.library.walkthrough import Walkthrough
from starprep.practice.lesson import PAGES, Lesson
from starprep.record.calendar import Calendar
from starprep.record.history import history_of
from starprep.texts import learn_texts, library_texts
from starprep.texts.styled import Role
from tests.examples import principle_data, walkthrough_data, write_library
from tests.practice.times import START, stamper
from tests.record.happened import drill, quiz
from tests.texts.spoken_of import said_as

PATH = Path("walkthroughs") / "broken.toml"
PROBLEMS = [Problem(PATH, line, "question", "is empty", "write it") for line in (9, 2, 5, 7)]


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    (found,) = read_shelf([write_library(tmp_path)]).walkthroughs
    return found


TOMORROW = Calendar(START + timedelta(days=1), UTC)


def test_a_rows_figures_tell_what_was_practised(listing: Listing) -> None:
    assert library_texts.figures(listing, None, None).plain.rstrip() == "·····"
    assert library_texts.figures_heading().plain == "STARR   quiz         last"
    history = history_of(
        [
            drill(part=Part.TASK, rating=1),
            drill(id="2", part=Part.ACTION, rating=3, signals=("I noticed",)),
            quiz(id="3", prompt=listing.quiz[0].prompt),
        ],
        listing.id,
    )
    told = library_texts.figures(listing, history, TOMORROW).plain
    assert told == "·▄█··    1/1    yesterday"
    tested = history_of([quiz(prompt=listing.quiz[0].prompt, over="mixed")], listing.id)
    assert library_texts.figures(listing, tested, TOMORROW).plain.split() == ["·····", "1/1"]


def test_the_legend_explains_every_mark() -> None:
    for mark in library_texts.MARKS.values():
        assert mark in library_texts.legend().plain


def test_who_is_new_is_told_where_to_begin(listing: Listing) -> None:
    told = library_texts.first_steps(listing, listing).plain
    assert told == "New here? Begin with Lost parcels: enter opens it."
    elsewhere = library_texts.first_steps(listing, None).plain
    assert elsewhere == "New here? Begin with Lost parcels."
    anywhere = library_texts.first_steps(None, listing).plain
    assert anywhere == "New here? Begin with any story: enter opens it."


def test_what_is_told_of_a_story_has_its_whole_question_and_its_history(listing: Listing) -> None:
    told = library_texts.about_walkthrough(listing, "Ownership", None, None).plain
    assert told.startswith(listing.question)
    assert told.endswith("2:55 aloud · 1 follow-up · 1 quiz question")
    history = history_of([drill()], listing.id)
    told = library_texts.about_walkthrough(listing, "Ownership", history, TOMORROW).plain
    assert told.endswith("So far\nSituation   0:30 (0:00), yesterday")


def test_a_files_row_tells_its_first_problem_and_how_many_more() -> None:
    first, more = library_texts.file_row(PATH, PROBLEMS)
    assert first.plain == "! broken.toml:9  question: is empty; write it"
    assert more.plain == "+3 more"
    assert library_texts.file_row(PATH, PROBLEMS[:1])[1].plain == ""


def test_all_problems_stand_in_the_order_of_their_lines() -> None:
    told = library_texts.all_problems(PATH, PROBLEMS)
    lines = [each for each in said_as(Role.STRONG, told) if each.startswith("line")]
    assert lines == ["line 2", "line 5", "line 7", "line 9"]
    assert library_texts.about_file(PATH, PROBLEMS).plain.count("is empty") == 3


def lesson() -> Lesson:
    story = Walkthrough.model_validate(walkthrough_data())
    principle = Principle.model_validate(principle_data())
    names = {"customer-obsession": "Customer Obsession"}
    return Lesson(story, principle, names, Level.SENIOR, stamper())


def test_the_contents_name_every_page_and_mark_one() -> None:
    names = learn_texts.contents("weak-answer", 116)
    assert said_as(Role.HERE, names) == ["Weak"]
    assert len(said_as(Role.MUTED, names)) == len(PAGES) - 1


@pytest.mark.parametrize(
    ("width", "here"), [(57, "A"), (58, "A"), (76, "Action"), (95, "Action"), (116, "Action")]
)
def test_the_contents_are_shortened_to_the_width(width: int, here: str) -> None:
    assert said_as(Role.HERE, learn_texts.contents("action", width)) == [here]
    assert all(len(learn_texts.contents(page, width).plain) <= width for page in PAGES)


def test_levels_that_share_a_reflection_are_told_so() -> None:
    levels = learn_texts.page(lesson(), "levels").plain
    assert levels.count("I learnt to test a label on the worst scanner.") == 1
    assert "Reflection  the same as SDE1" in levels
    shared = lesson()
    shared.level = Level.SDE1
    page = learn_texts.page(shared, "reflection").plain
    assert page.startswith("Target 0:10, as SDE1 and SDE2. ")


def test_lead_with_is_said_once() -> None:
    said = [each | {"lead": "Lead with the parcel."} for each in walkthrough_data()["adaptations"]]
    story = Walkthrough.model_validate(walkthrough_data(adaptations=said))
    made = lesson()
    made.walkthrough = story
    assert "Lead with  the parcel." in learn_texts.page(made, "adaptations").plain
    own = learn_texts.page(lesson(), "adaptations").plain
    assert "Lead with  Those who waited for a parcel." in own


def test_the_follow_ups_can_be_read() -> None:
    assert learn_texts.page(lesson(), "follow-ups").plain.startswith(
        "1.  Why did you not tell the other team?\nIt probes  "
    )


def test_a_page_is_in_the_voice_of_the_level() -> None:
    page = learn_texts.page(lesson(), "reflection").plain
    assert page.startswith("Target 0:15, as Senior. ")
    assert "No team owned the whole way of a parcel." in page
    assert "(chosen)" in learn_texts.page(lesson(), "levels").plain.split("Senior")[-1]


def test_the_weak_answer_has_its_flags_numbered_where_they_stand() -> None:
    page = learn_texts.page(lesson(), "weak-answer")
    assert "so I told the other team [1]. They" in page.plain
    assert "[2] Not said: There is no number." in page.plain
    assert said_as(Role.FLAG, page) == ["I told the other team"]


def test_other_principles_go_by_their_names() -> None:
    assert learn_texts.page(lesson(), "adaptations").plain.startswith("Customer Obsession\n")
