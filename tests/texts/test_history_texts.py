"""What is said of what was practised: the overview, the plan, the debrief, the record."""

from datetime import timedelta
from pathlib import Path

import pytest

from starprep.library.parts import Level, Part
from starprep.library.shelf import Listing, read_shelf
from starprep.library.walkthrough import Walkthrough
from starprep.practice.debrief import debrief
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent, Event
from starprep.record.history import History, history_of
from starprep.record.scales import Rating
from starprep.texts import history_texts, overview_texts, plan_texts, record_texts
from starprep.texts.debrief_texts import USUAL_FROM, debrief_text
from starprep.texts.styled import Role, Styled
from tests.examples import walkthrough_data, write_library
from tests.practice.times import START
from tests.record.happened import drill, hunt, learn, probe, quiz
from tests.texts.spoken_of import said_as

STORY = Walkthrough.model_validate(walkthrough_data())
TODAY = Calendar(START + timedelta(days=1), START.tzinfo)
TARGETS = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}


def run(**more: float) -> list[DrillEvent]:
    """Return a whole answer, each part `more` seconds over its target."""
    return [
        drill(
            id=part,
            part=part,
            target_seconds=target,
            seconds=target + more.get(part, 0),
            rating=Rating.GOOD,
        )
        for part, target in TARGETS.items()
    ]


def history(*events: Event) -> History:
    made = history_of(events, "lost-parcels")
    assert made
    return made


def test_the_three_ways_tell_what_they_take_before_anything_was_done() -> None:
    assert overview_texts.learn(1, STORY, None).plain.endswith("about 1 min   not read yet")
    rehearse = overview_texts.rehearse(2, STORY, Level.SDE2, None, TODAY).plain
    assert rehearse.endswith("2:55 aloud    not rehearsed yet")
    quizzed = overview_texts.test(3, STORY, None)
    assert quizzed.plain.endswith("1 question    not tried yet")
    assert said_as(Role.KEY, quizzed) == ["3"]


def test_the_three_ways_tell_what_was_done() -> None:
    known = quiz(id="q", prompt=STORY.quiz[0].prompt)
    done = history(*run(), known, learn(id="l", pages=("action", "task", "cover")))
    assert overview_texts.learn(1, STORY, done).plain.endswith("2 of 9 parts read")
    rehearse = overview_texts.rehearse(2, STORY, Level.SDE2, done, TODAY).plain
    assert rehearse.endswith("  1 whole answer, yesterday")
    assert overview_texts.test(3, STORY, done).plain.endswith("  1 of 1 right")
    part = overview_texts.rehearse(2, STORY, Level.SDE2, history(drill()), TODAY).plain
    assert part.endswith("  single parts only, yesterday")


@pytest.mark.parametrize(
    "way",
    [
        overview_texts.learn(1, STORY, None),
        overview_texts.rehearse(
            2, STORY, Level.SDE2, history(*run()), Calendar(START + timedelta(days=400))
        ),
        overview_texts.test(3, STORY, None),
        overview_texts.levels("l", STORY, Level.SDE1),
    ],
    ids=["learn", "rehearse", "test", "level"],
)
def test_each_way_fits_one_line_of_a_small_terminal(way: Styled) -> None:
    assert len(way.plain) <= 56


def test_a_level_tells_its_key_its_limit_its_bar_and_that_targets_are_shortened() -> None:
    levels = overview_texts.levels("l", STORY, Level.SDE1)
    assert said_as(Role.CHOSEN, levels) == ["SDE1"]
    assert said_as(Role.KEY, levels) == ["l"]
    assert levels.plain.endswith("1:30 to 2:00, shortened")
    assert overview_texts.levels("l", STORY, Level.SENIOR).plain.endswith("2:30 to 3:20")
    assert overview_texts.bar(STORY, Level.SDE1).plain == "The bar  You did it."
    told = overview_texts.story(STORY, Level.SDE1, None, TODAY).plain
    assert "The bar at SDE1\nYou did it.\nEach part's target is shortened" in told
    told = overview_texts.story(STORY, Level.SDE2, None, TODAY).plain
    assert "The bar at SDE2\nYou led it.\n\n" in told
    assert "So far" not in told


def test_so_far_has_a_line_for_each_thing_that_was_done() -> None:
    keys = [question.key for question in STORY.quiz], [probe.key for probe in STORY.probes]
    done = history(
        *run(action=12),
        probe(id="p", question=STORY.probes[0].question),
        quiz(id="q", prompt=STORY.quiz[0].prompt),
        quiz(id="gone", prompt="One that was deleted"),
        learn(id="l", pages=("action", "task")),
        hunt(id="h"),
    )
    told = history_texts.so_far(done, *keys, TODAY).plain.split("\n")
    assert told == [
        "Learn       2 of 9 parts read",
        "Whole       1 time, last 3:07 (+0:12), yesterday",
        "Best        0 signals in 3:07",
        "Situation   0:30 (0:00), good, yesterday",
        "Task        0:20 (0:00), good, yesterday",
        "Action      1:42 (+0:12), good, yesterday",
        "Result      0:20 (0:00), good, yesterday",
        "Reflection  0:15 (0:00), good, yesterday",
        "Follow-ups  1 of 1 answered",
        "Quiz        1 of 1 right",
        "Hunt        3 of 4 red flags found, yesterday",
        "1 answer is to a question that is no longer in the file.",
    ]
    one = history_texts.so_far(history(drill(rating=None)), *keys, TODAY)
    assert one.plain == "Situation   0:30 (0:00), yesterday"


def test_the_plan_tells_how_each_went_last_at_the_level() -> None:
    done = history(*run(action=12), probe(id="p", question=STORY.probes[0].question))
    whole = plan_texts.whole(STORY, Level.SDE2, done, TODAY).plain
    assert whole == "The whole answer      2:55   last 3:07 (+0:12), yesterday"
    action = plan_texts.part_alone(Part.ACTION, STORY, Level.SDE2, done).plain
    assert action.startswith("  Action              1:30   last 1:42 (+0:12), good; next: ")
    other = plan_texts.part_alone(Part.ACTION, STORY, Level.SENIOR, done).plain
    assert other.endswith("not said yet")
    assert plan_texts.probes(STORY, done).plain.endswith("0:45   1 of 1 answered")
    assert plan_texts.probes(STORY, None).plain.endswith("0 of 1 answered")


def test_what_was_typed_is_told_as_such_and_not_by_its_time(listing: Listing) -> None:
    typed = drill(
        id="t", part="action", text="I found it", rating=3, time=START + timedelta(days=1)
    )
    plan = plan_texts.part_alone(Part.ACTION, STORY, Level.SDE2, history(typed)).plain
    assert "   last typed, good; next: " in plan
    both = dict(record_texts.rows(history(*run(action=12), typed, typed), listing))
    assert both["action"] == "said once, last 1:42 (+0:12); typed 2 times"
    assert dict(record_texts.rows(history(typed), listing))["action"] == "typed once"
    written = [event.model_copy(update={"text": "I"}) for event in run(action=12)]
    assert "last typed, " in plan_texts.whole(STORY, Level.SDE2, history(*written), TODAY).plain


@pytest.mark.parametrize("width", [60, USUAL_FROM])
def test_the_debriefs_table_fits_the_width(width: int) -> None:
    looked_back = debrief(STORY, Level.SDE2, 180, run(action=12), ())
    told = debrief_text(looked_back, width)
    assert told.plain.startswith(f"Work on this next\n{looked_back.advice.headline}\n")
    table = told.plain.split("\n\n")[1].split("\n")
    assert len(table) == 1 + len(Part) + 2
    assert all(len(line) <= width for line in table)
    assert ("Usually" in table[0]) is (width == USUAL_FROM)
    assert table[-1] == "The limit for SDE2 is 3:00: over by 0:07."
    assert said_as(Role.BAD, told) == ["+0:12", "+0:12"]
    assert "Situation: I noticed; nobody had asked" in told.plain


def test_a_debrief_of_one_part_has_no_sum_and_no_limit() -> None:
    looked_back = debrief(STORY, Level.SDE2, 30, [drill()], ())
    told = debrief_text(looked_back, 60).plain
    assert "In all" not in told
    assert "The limit" not in told


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    (found,) = read_shelf([write_library(tmp_path)]).walkthroughs
    return found


def test_the_record_tells_only_what_was_practised(listing: Listing) -> None:
    assert dict(record_texts.rows(history(hunt()), listing)) == {
        "whole answers": "0",
        "last hunt": "3 of 4 red flags, 2 imagined, in 0:40",
        "best hunt": "3 of 4 red flags, 2 imagined, in 0:40",
    }
    reply = probe(id="p", question=STORY.probes[0].question)
    answer = quiz(id="q", prompt=STORY.quiz[0].prompt)
    told = dict(record_texts.rows(history(*run(action=12), reply, answer), listing))
    assert told["best"] == "0 signals, 3:07 (+0:12)"
    assert told["action"] == "said once, last 1:42 (+0:12)"
    assert (told["follow-ups"], told["quiz"]) == ("1 of 1 answered", "1 of 1 right")
    assert "" not in told


def test_the_record_tells_what_it_cannot_count(listing: Listing) -> None:
    done = history(probe(id="p"), quiz(id="q", over="mixed"))
    assert dict(record_texts.rows(done, listing))[""].startswith("2 answers are to questions")
    told = dict(record_texts.rows(done, None))
    assert told["answers"] == "not counted: their questions are not in the library now"


def test_a_story_that_was_only_asked_about_among_others_was_not_practised() -> None:
    done = history(quiz(over="mixed"))
    told = record_texts.heading(done, TODAY)
    assert told == "lost-parcels, asked about in tests over several walkthroughs only"
    assert record_texts.heading(history(drill()), TODAY) == "lost-parcels, last yesterday"
