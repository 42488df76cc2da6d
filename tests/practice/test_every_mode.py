"""Every mode played from its start to its events: by a session alone, without any screen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from starprep.library.library import Library
from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.practice.advice import advise
from starprep.practice.attempt import IllegalStep
from starprep.practice.lesson import PAGES, PRINCIPLE
from starprep.practice.mode import Mode, lacking
from starprep.practice.plan import PROBES, WHOLE, choices, comes_next
from starprep.practice.session import Session
from starprep.record.events import DrillEvent, HuntEvent, LearnEvent, ProbeEvent, QuizEvent
from starprep.record.fading import Why
from starprep.record.scales import Rating
from starprep.texts import probe_texts
from starprep.texts.learn_texts import page
from tests.examples import write_library, write_walkthrough
from tests.practice.times import START, FakeClock, stamper
from tests.record.happened import drill, quiz
from tests.record.records import read_events


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Session:
    """A session on a small library of two walkthroughs."""
    folder = write_library(tmp_path / "content")
    write_walkthrough(folder / "walkthroughs", id="more-parcels")
    return Session(
        Library([folder]),
        tmp_path / "progress.json",
        clock=clock,
        stamp=stamper(),
        now=lambda: START,
        seed=lambda: 7,
    )


@pytest.fixture
def walkthrough(session: Session) -> Walkthrough:
    found = session.library.walkthrough("lost-parcels")
    assert found is not None
    return found


def test_a_whole_rehearsal_and_its_debrief(
    session: Session, walkthrough: Walkthrough, clock: FakeClock
) -> None:
    rehearsal = session.rehearsal(walkthrough, Level.SDE2)
    while not rehearsal.is_over:
        rehearsal.attempt.start()
        clock.advance(10)
        rehearsal.finish()
        rehearsal.attempt.rate(Rating.HARD)
        session.keep(rehearsal.proceed())
    events = read_events(session.record.path)
    assert [(each.kind, each.part, each.seconds) for each in events if each.kind == "drill"] == [
        ("drill", part, 10.0) for part in Part
    ]
    debrief = session.debrief(rehearsal)
    assert [row.part for row in debrief.rows] == list(Part)
    assert advise(debrief).headline
    assert [row.usual for row in debrief.rows] == [None] * len(Part)
    again = session.rehearsal(walkthrough, Level.SDE2, [Part.ACTION])
    assert again.parts == (Part.ACTION,)
    assert again.previous is not None
    assert again.suggestion.why is Why.HARD  # what was kept is known


def test_a_rehearsal_leaves_what_other_versions_wrote_as_it_is(
    session: Session, walkthrough: Walkthrough, clock: FakeClock, tmp_path: Path
) -> None:
    nap = {"id": "nap", "time": "2026-01-04T13:00:00Z", "kind": "nap", "minutes": 20}
    known = json.loads(drill(id="known").model_dump_json())
    later = json.loads(quiz(id="later").model_dump_json()) | {"hint": True, "mood": ["calm"]}
    raw = json.dumps({"format": 1, "sync": "mine", "events": [nap, known, later]}, indent=3)
    (tmp_path / "progress.json").write_text(raw, "utf-8")
    rehearsal = session.rehearsal(walkthrough, Level.SDE2, [Part.TASK])
    rehearsal.attempt.start()
    clock.advance(10)
    rehearsal.finish()
    assert session.keep(rehearsal.proceed()) is None
    kept = (tmp_path / "progress.json").read_text("utf-8")
    before, after = raw[: raw.rindex("}\n   ]") + 1], "\n   ]\n}"
    assert kept.startswith(before)
    assert kept.endswith(after)
    added = json.loads(kept)["events"][3:]
    assert [each["part"] for each in added] == ["task"]
    assert len(kept.removeprefix(before).removesuffix(after).splitlines()) == 2


FROM_ELSEWHERE = b"""{"format": 1, "made_by": "a newer starprep", "events": [
{"kind": "mock", "id": "m", "time": "2026-01-04T09:00:00Z", "walkthrough": "x", "loop": [1, 2]},
{"kind":"learn","id":"l","time":"2026-01-04T10:00:00Z","walkthrough":"x","pages":["task"],"mood":7}
]}
"""


def test_what_another_starprep_wrote_survives_a_rehearsal_byte_for_byte(
    session: Session, walkthrough: Walkthrough
) -> None:
    path = session.record.path
    path.write_bytes(FROM_ELSEWHERE)
    rehearsal = session.rehearsal(walkthrough, Level.SDE2, [Part.TASK])
    rehearsal.attempt.start()
    rehearsal.finish()
    assert session.keep(rehearsal.proceed()) is None
    kept = path.read_bytes()
    before, after = FROM_ELSEWHERE.split(b"\n]}")
    assert kept.startswith(before)
    assert kept.endswith(b"\n]}" + after)
    added = json.loads(kept)["events"][2:]
    assert [event["kind"] for event in added] == ["drill"]


def test_a_part_that_is_typed_is_heard_by_the_sessions_reviewer(
    session: Session, walkthrough: Walkthrough, clock: FakeClock
) -> None:
    rehearsal = session.rehearsal(walkthrough, Level.SDE2, [Part.ACTION])
    rehearsal.attempt.start()
    clock.advance(5)
    rehearsal.finish("I traced it. We fixed it.")
    found = session.reviewer(walkthrough)(rehearsal.text, Part.ACTION, Level.SDE2)
    assert {"step", "we"} <= {each.rule for each in found.remarks}
    event = rehearsal.proceed()
    assert isinstance(event, DrillEvent)
    assert event.text == "I traced it. We fixed it."


def test_the_follow_up_questions(
    session: Session, walkthrough: Walkthrough, clock: FakeClock
) -> None:
    probing = session.probing(walkthrough)
    events: list[ProbeEvent] = []
    while not probing.is_over:
        probing.reply.attempt.start()
        assert probing.is_under_way
        clock.advance(20)
        probing.hold()
        clock.advance(100)
        probing.finish()
        probing.rate(Rating.HARD)
        events += probing.proceed()
    (event,) = events
    assert isinstance(event, ProbeEvent)
    assert (event.question, event.seconds, event.rating) == (
        walkthrough.probes[0].question, 20.0, Rating.HARD,
    )  # fmt: skip
    session.keep(event)
    history = session.history("lost-parcels")
    assert history is not None
    assert history.probes == (event,)
    assert comes_next(walkthrough, Level.SDE2, history) == WHOLE
    probing.ask_poor_again()
    assert probing.reply.probe is walkthrough.probes[0]


def test_a_lesson(session: Session, walkthrough: Walkthrough) -> None:
    lesson = session.lesson(walkthrough, Level.SDE2)
    assert lesson.principle is not None
    assert (lesson.page, lesson.may_turn(-1), lesson.principle.id) == (
        "situation", False, "ownership",
    )  # fmt: skip
    lesson.turn(1)
    lesson.look_up()
    assert lesson.page == PRINCIPLE
    lesson.look_up()
    assert lesson.page == "task"
    lesson.turn(1)
    event = lesson.finish()
    assert isinstance(event, LearnEvent)
    assert event.pages == ("situation", "task", PRINCIPLE, "action")
    for _ in range(len(PAGES) - 3):
        lesson.turn(1)
    with pytest.raises(IndexError):
        lesson.turn(1)
    lesson.look_up()
    lesson.look_up()
    assert lesson.page == PAGES[-1]


def test_a_quiz_and_tests_over_several_walkthroughs(
    session: Session, walkthrough: Walkthrough
) -> None:
    quiz = session.quiz(walkthrough)
    events = []
    while quiz.card:
        events.append(quiz.answer(quiz.card.right)[1])
    assert [each.prompt for each in events if isinstance(each, QuizEvent)] == [
        each.prompt for each in walkthrough.quiz
    ]
    session.keep(*events)
    mixed, on_one = session.test(), session.test("ownership")
    assert mixed.count == on_one.count == 2 * len(walkthrough.quiz)
    assert session.test("dive-deep").count == 0
    assert mixed.card is not None
    assert mixed.card.walkthrough == "more-parcels"  # what is known comes last


def test_a_test_leaves_out_a_file_that_has_gone_wrong(session: Session) -> None:
    listing = session.library.listing("more-parcels")
    assert listing is not None
    listing.path.write_text("broken")
    quiz = session.test()
    assert {quiz.answer(0)[0].card.walkthrough for _ in range(quiz.count)} == {"lost-parcels"}
    assert listing.path in session.library.problems


def test_a_hunt(session: Session, walkthrough: Walkthrough, clock: FakeClock) -> None:
    hunt = session.hunt(walkthrough)
    with pytest.raises(IllegalStep):
        hunt.finish()
    hunt.attempt.start()
    clock.advance(12)
    hunt.mark(0)
    event = hunt.finish()
    assert isinstance(event, HuntEvent)
    assert (event.walkthrough, event.seconds) == ("lost-parcels", 12.0)


_PLAY = """
import json, sys
from pathlib import Path

from starprep.library.library import Library
from starprep.library.parts import Level, Part
from starprep.practice.advice import advise
from starprep.practice.mode import Mode, lacking
from starprep.practice.plan import PROBES, WHOLE, choices
from starprep.practice.session import Session
from starprep.texts import styled

session = Session(Library([Path(sys.argv[1])]), Path(sys.argv[2]))
story = session.library.walkthrough("lost-parcels")
rehearsal = session.rehearsal(story, Level.SDE2, [Part.TASK])
rehearsal.attempt.start()
rehearsal.finish("I fixed it.")
session.reviewer(story)(rehearsal.text, Part.TASK, Level.SDE2)
session.keep(rehearsal.proceed())
session.debrief(rehearsal)
probing = session.probing(story)
probing.reply.attempt.start()
probing.finish("I asked them.")
session.keep(*probing.proceed())
session.keep(session.lesson(story, Level.SDE2).finish())
quiz = session.test()
session.keep(quiz.answer(0)[1], session.quiz(story).answer(0)[1])
hunt = session.hunt(story)
hunt.attempt.start()
hunt.mark(0)
session.keep(hunt.finish())
faces = [name for name in sys.modules if name.split(".")[0] in ("textual", "rich")]
print(json.dumps([[event.kind for event in session.record.events], faces]))
"""


def test_every_mode_is_played_to_its_events_without_a_screen(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    done = subprocess.run(
        [sys.executable, "-c", _PLAY, str(folder), str(tmp_path / "progress.json")],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    kinds, faces = json.loads(done.stdout)
    assert kinds == ["drill", "probe", "learn", "quiz", "quiz", "hunt"]
    assert faces == []


OWN = {
    "format": 1,
    "id": "my-outage",
    "question": "Tell me about an outage.",
    "sections": [
        {"part": "action", "example": "I rolled it back. I wrote the test."},
        {"part": "result", "example": "It fell from 9 pages a week to none."},
    ],
    "probes": [{"question": "Who noticed?"}],
}


def test_a_story_of_ones_own_has_the_modes_that_its_parts_allow(
    session: Session, clock: FakeClock
) -> None:
    story = Walkthrough.model_validate(OWN)
    assert [mode for mode in Mode if lacking(mode, story)] == [Mode.TEST, Mode.HUNT]
    with pytest.raises(ValueError, match="no answer that fails"):
        session.hunt(story)
    lesson = session.lesson(story, Level.SENIOR)
    assert lesson.pages == ("action", "result", "follow-ups")
    assert [bool(page(lesson, each).plain) for each in lesson.pages] == [True] * 3
    rehearsal = session.rehearsal(story, Level.SENIOR)
    while not rehearsal.is_over:
        rehearsal.attempt.start()
        clock.advance(10)
        rehearsal.finish()
        session.keep(rehearsal.proceed())
    debrief = session.debrief(rehearsal)
    assert debrief.is_whole
    assert advise(debrief).headline
    history = session.history("my-outage")
    assert history is not None
    (run,) = history.runs
    assert [event.part for event in run.parts] == [Part.ACTION, Part.RESULT]
    assert choices(story) == (WHOLE, Part.ACTION, Part.RESULT, PROBES)
    probing = session.probing(story)
    probing.reply.attempt.start()
    probing.finish()
    probing.rate(Rating.GOOD)
    assert probe_texts.weak(probing.reply.probe) == probe_texts.strong(probing.reply.probe)
    assert probing.proceed()
