"""What is said of what was practised: the overview, the plan, the debrief, the record."""

from datetime import timedelta
from pathlib import Path

import pytest

from starprep.library.parts import Level, Part
from starprep.library.shelf import Listing, read_shelf
from starprep.library.walkthrough import Walkthrough
from starprep.practice.advice import advise
from starprep.practice.debrief import debrief
from starprep.practice.plan import PROBES, WHOLE, Choice, choices
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent, Event
from starprep.record.history import History, history_of
from starprep.record.scales import Cue, Rating
from starprep.texts import history_texts, overview_texts, plan_texts, record_texts
from starprep.texts.debrief_texts import USUAL_FROM, debrief_text
from starprep.texts.styled import Role, Styled
from tests.examples import walkthrough_data, write_library
from tests.practice.times import START
from tests.record.happened import drill, hunt, learn, probe, quiz
from tests.texts.spoken_of import said_as

STORY = Walkthrough.model_validate(walkthrough_data())
TODAY = Calendar(START + timedelta(days=1), START.tzinfo)
"""Tuesday 6 January 2026, the day after it was practised."""
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
    assert overview_texts.learn(1, STORY, done).plain.endswith("2 of 10 parts read")
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
        "Learn       2 of 10 parts read",
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
    assert plan_texts.heads().plain == "Say aloud       Target  Last         Rated  Next cue"

    def told(choice: Choice, level: Level = Level.SDE2) -> str:
        return plan_texts.row(choice, STORY, level, done, TODAY).plain

    assert told(WHOLE) == "The whole answer  2:55  3:07  +0:12  yesterday  "
    assert told(Part.ACTION).startswith("Action            1:30  1:42  +0:12  good   ")
    assert told(Part.ACTION, Level.SENIOR).endswith("not said yet")
    assert told(WHOLE, Level.SENIOR).endswith("not said yet")
    assert told(PROBES) == "Follow-ups        0:45  1 of 1 answered"
    assert plan_texts.row(PROBES, STORY, Level.SDE2, None, TODAY).plain.endswith("0 of 1 answered")


def test_what_was_typed_is_told_as_such_and_not_by_its_time(listing: Listing) -> None:
    typed = drill(
        id="t", part="action", text="I found it", rating=3, time=START + timedelta(days=1)
    )
    plan = plan_texts.row(Part.ACTION, STORY, Level.SDE2, history(typed), TODAY).plain
    assert " typed  good " in plan
    both = dict(record_texts.rows(history(*run(action=12), typed, typed), listing))
    assert both["action"] == "said once, last 1:42 (+0:12); typed 2 times"
    assert dict(record_texts.rows(history(typed), listing))["action"] == "typed once"
    written = [event.model_copy(update={"text": "I"}) for event in run(action=12)]
    assert " typed  " in plan_texts.row(WHOLE, STORY, Level.SDE2, history(*written), TODAY).plain


def test_no_row_of_the_plan_is_wider_than_a_small_screen_has_room_for() -> None:
    long_ago = Calendar(START + timedelta(days=400), START.tzinfo)
    events = [each.model_copy(update={"seconds": 720.0, "rating": Rating.AGAIN}) for each in run()]
    done = history(*events)
    rows = [plan_texts.row(each, STORY, Level.SDE2, done, long_ago) for each in choices(STORY)]
    assert max(len(row.plain) for row in rows) <= 56
    assert len(plan_texts.heads().plain) <= 56


@pytest.mark.parametrize("width", [56, USUAL_FROM, 116])
def test_the_debriefs_table_fits_the_width(width: int) -> None:
    earlier = [each.model_copy(update={"id": f"{each.id}-before"}) for each in run()]
    looked_back = debrief(STORY, Level.SDE2, run(action=12), earlier)
    told = debrief_text(looked_back, TODAY, width)
    assert told.plain.startswith(f"Work on this next\n{advise(looked_back).headline}\n")
    table = told.plain.split("\n\n")[1].split("\n")
    assert len(table) == 1 + len(Part) + 2
    assert all(len(line) <= width for line in table)
    assert ("Usually" in table[0]) is (width >= USUAL_FROM)
    first = debrief(STORY, Level.SDE2, run(action=12), ())
    assert "Usually" not in debrief_text(first, TODAY, width).plain  # nothing is usual yet
    assert table[-1] == "SDE2 answers take 2:00 to 3:00: 0:07 too long."
    mark = table[0].index("│")
    assert all(line[mark] == "│" for line in table[1:6])
    assert "Situation: I noticed; nobody had asked" in told.plain


def test_a_debrief_tells_each_difference_once() -> None:
    told = debrief_text(debrief(STORY, Level.SDE2, run(action=12), ()), TODAY, 76).plain
    assert told.count("0:12") == 1
    assert told.count("0:07") == 1


@pytest.mark.parametrize(
    ("more", "verdict"),
    [(-60, "0:05 too short."), (-55, "within it."), (5, "within it."), (6, "0:01 too long.")],
)
def test_a_whole_answer_is_told_against_both_ends_of_its_span(more: int, verdict: str) -> None:
    looked_back = debrief(STORY, Level.SDE2, run(action=more), ())
    assert (
        f"SDE2 answers take 2:00 to 3:00: {verdict}" in debrief_text(looked_back, TODAY, 76).plain
    )


def test_a_debrief_says_when_to_come_back_and_that_all_is_well() -> None:
    said = [
        each.model_copy(
            update={
                "cue": Cue.NONE,
                "signals": STORY.section(each.part).signals_for(Level.SDE2),
            }
        )
        for each in run()
    ]
    told = debrief_text(debrief(STORY, Level.SDE2, said, ()), TODAY, 76)
    assert said_as(Role.STRONG_GOOD, told) == ["All is well. Let it rest."]
    assert "Work on this next" not in told.plain
    assert "Come back  in 3 days, Friday 9 January  (lowest rating: good)" in told.plain
    hard = [*said[:4], said[4].model_copy(update={"rating": Rating.HARD})]
    told = debrief_text(debrief(STORY, Level.SDE2, hard, ()), TODAY, 76)
    assert "Come back  tomorrow, Wednesday 7 January  (lowest rating: hard)" in told.plain
    again = [*said[:4], said[4].model_copy(update={"rating": Rating.AGAIN})]
    told = debrief_text(debrief(STORY, Level.SDE2, again, ()), TODAY, 76)
    assert "Come back  today  (lowest rating: again)" in told.plain


def test_a_debrief_of_what_was_not_rated_names_no_day() -> None:
    assert (
        "Come back" not in debrief_text(debrief(STORY, Level.SDE2, [drill()], ()), TODAY, 56).plain
    )


def test_a_debrief_of_one_part_has_no_sum_and_no_limit() -> None:
    told = debrief_text(debrief(STORY, Level.SDE2, [drill()], ()), TODAY, 56).plain
    assert "In all" not in told
    assert "answers take" not in told


def test_a_debrief_marks_what_was_typed() -> None:
    typed = drill(text="I noticed.", seconds=12)
    told = debrief_text(debrief(STORY, Level.SDE2, [typed], ()), TODAY, 56).plain
    assert "0:12*" in told
    assert "* typed" in told


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
