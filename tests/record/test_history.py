import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.key import Key
from starprep.library.parts import Level, Part
from starprep.record.events import DrillEvent, Event, QuizEvent
from starprep.record.history import History, histories, history_of
from starprep.record.items import ProbeProgress, probe_progress, quiz_progress
from starprep.record.statistics import statistics
from tests.practice.times import START, stamper
from tests.record.happened import any_event, drill, hunt, learn, probe, quiz

WHICH = Key(None, "Which one?", "")
TARGETS = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}


def whole(
    run: str, *, day: int = 0, over: float = 0, signals: int = 0, **changes: Any
) -> list[DrillEvent]:
    """The five parts of one run, `signals` hit and `over` seconds used in the Action alone."""
    stamp = stamper(f"{run}-event", START + timedelta(days=day))
    return [
        drill(
            id=(made := stamp()).id,
            time=made.time,
            run=run,
            part=part,
            target_seconds=target,
            seconds=target + over * (part == "action"),
            signals=[f"signal {number}" for number in range(signals * (part == "action"))],
            **changes,
        )
        for part, target in TARGETS.items()
    ]


def history(*events: Event) -> History:
    found = history_of(events, "lost-parcels")
    assert found is not None
    return found


def test_a_run_is_all_five_parts_of_one_rehearsal() -> None:
    (run,) = history(*whole("a", over=12, signals=3)).runs
    assert run.level is Level.SDE2
    assert (run.target_seconds, run.seconds, run.difference) == (175, 187, 12)
    assert run.signals == 3
    assert run.time == START + timedelta(seconds=4)
    assert [event.part for event in run.parts] == list(Part)


@pytest.mark.parametrize("missing", range(5))
def test_four_parts_are_no_run_even_beside_another_rehearsals_fifth(missing: int) -> None:
    first, second = whole("a"), whole("b")
    assert history(*first[:missing], *first[missing + 1 :], second[missing]).runs == ()


def test_of_a_part_said_twice_the_last_time_counts_wherever_it_stands_in_the_record() -> None:
    early = drill(
        id="early", time=START - timedelta(hours=1), run="a", part="action", signals=["x"]
    )
    late = drill(id="late", time=START + timedelta(hours=1), run="a", part="task", seconds=9)
    (run,) = history(late, *whole("a"), early).runs
    assert [event.seconds for event in run.parts] == [30, 9, 90, 20, 15]
    assert run.signals == 0
    assert run.time == late.time


def test_runs_are_listed_by_the_time_they_ended() -> None:
    later, earlier = whole("a", day=2), whole("b", day=1)
    assert [run.parts[0].run for run in history(*later, *earlier).runs] == ["b", "a"]


@pytest.mark.parametrize(
    ("runs", "best"),
    [
        ({"a": (0, 3), "b": (50, 4)}, "b"),
        ({"a": (20, 4), "b": (-5, 4), "c": (10, 4)}, "b"),
        ({"a": (-30, 4), "b": (10, 4), "c": (0, 3)}, "b"),
        ({"a": (0, 0)}, "a"),
    ],
)
def test_the_best_run_hit_most_signals_and_of_equals_came_nearest_to_its_targets(
    runs: dict[str, tuple[float, int]], best: str
) -> None:
    events = [
        event
        for day, (run, (over, signals)) in enumerate(runs.items())
        for event in whole(run, day=day, over=over, signals=signals)
    ]
    found = history(*events).best
    assert found is not None
    assert found.parts[0].run == best


@pytest.mark.parametrize("typed", [{"text": "I noticed"}, {"typed": True}])
def test_a_run_of_which_any_part_was_typed_is_never_the_best(typed: dict[str, object]) -> None:
    written = [event.model_copy(update=typed) for event in whole("a", signals=4)[:1]]
    runs = [*written, *whole("a", signals=4)[1:], *whole("b", day=1, signals=3)]
    found = history(*runs)
    assert [run.is_typed for run in found.runs] == [True, False]
    assert found.best == found.runs[1]
    assert history(*runs[:5]).best is None


def test_nothing_whole_has_no_best() -> None:
    assert history(*whole("a")[:4]).best is None


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ([(1, True)], True),
        ([(1, False)], False),
        ([(1, False), (2, True)], False),
        ([(1, True), (1, False), (2, True)], False),
        ([(1, False), (2, True), (1, True)], True),
        ([(2, True)], False),
    ],
)
def test_a_quiz_question_is_known_when_its_latest_first_answer_was_right(
    answers: list[tuple[int, bool]], known: bool
) -> None:
    events = [
        quiz(id=f"q{hour}", time=START + timedelta(hours=hour), round=time_asked, correct=correct)
        for hour, (time_asked, correct) in enumerate(answers)
    ]
    for order in (events, events[::-1]):
        found = quiz_progress(history(*order).quiz, [WHICH])
        assert found.known == ({0} if known else set())
        assert found.asked == {0}
        assert (found.count, found.lost) == (1, 0)


def test_one_question_known_says_nothing_of_another() -> None:
    found = history(quiz(id="1"), quiz(id="2", prompt="Why?", correct=False))
    progress = quiz_progress(found.quiz, [Key(None, "Why?", ""), WHICH, Key(None, "Who?", "")])
    assert progress.known == {1}
    assert progress.asked == {0, 1}


def test_what_was_read_and_answered_is_told_together() -> None:
    found = history(
        learn(id="1", pages=["overview", "task"]),
        learn(id="2", pages=["task", "weak answer"]),
        probe(id="3"),
        probe(id="4", question="How did you measure it?"),
        drill(id="5", part="task", level="senior"),
        drill(id="6", part="task"),
        drill(id="7"),
    )
    assert found.pages_read == {"overview", "task", "weak answer"}
    probes = [Key(None, words, "") for words in ("Why you?", "When?", "How did you measure it?")]
    assert probe_progress(found.probes, probes) == ProbeProgress(3, frozenset({0, 2}), 0)
    assert [event.id for event in found.drills_of(Part.TASK)] == ["5", "6"]


def test_the_best_hunt_has_the_fewest_misses_and_inventions_and_of_equals_is_the_quickest() -> None:
    everything = hunt(id="1", found=4, missed=0, imagined=9, seconds=5)
    slow = hunt(id="2", found=3, missed=1, imagined=1, seconds=60)
    quick = hunt(id="3", found=2, missed=2, imagined=0, seconds=50)
    worse = hunt(id="4", found=0, missed=4, imagined=0, seconds=1)
    found = history(everything, slow, quick, worse)
    assert found.best_hunt == quick
    told = statistics(found, [], [])
    assert told["best_hunt"] == {
        "time": "2026-01-05T09:00:00+00:00",
        "target_seconds": 60,
        "seconds": 50.0,
        "found": 2,
        "missed": 2,
        "imagined": 0,
    }
    assert isinstance(told["hunts"], list)
    assert len(told["hunts"]) == 4


def test_a_walkthrough_never_practised_has_no_history() -> None:
    assert history_of([drill()], "another") is None
    assert histories([]) == {}


@given(st.lists(any_event, max_size=8))
def test_every_event_stands_in_its_own_walkthroughs_history_oldest_first(
    events: list[Event],
) -> None:
    found = histories(events)
    assert set(found) == {event.walkthrough for event in events}
    for name, each in found.items():
        assert each == history_of(events, name)
        lists: list[tuple[Event, ...]] = [
            each.drills, each.probes, each.quiz, each.visits, each.hunts,
        ]  # fmt: skip
        for listed in lists:
            assert list(listed) == sorted(listed, key=lambda event: event.time)
        mine = [event for event in events if event.walkthrough == name]
        assert sum(map(len, lists)) == len(mine)
        assert all(event in mine for listed in lists for event in listed)
        others = [event for event in mine if not isinstance(event, QuizEvent)]
        assert not others or each.last is not None
        assert each.last is None or each.last <= max(event.time for event in mine)
        assert all(each.last is not None and event.time <= each.last for event in others)


def test_the_statistics_are_plain_data_of_all_that_was_practised() -> None:
    found = history(
        *whole("a", over=-2.34, signals=4),
        *whole("b", day=1, over=12, signals=3),
        drill(
            id="alone",
            time=START + timedelta(days=2),
            part="action",
            target_seconds=90,
            seconds=94.26,
            cue="signals",
            signals=["I found a label"],
            rating=3,
        ),
        probe(id="probe"),
        quiz(id="right"),
        quiz(id="wrong", prompt="Why?", correct=False),
        learn(id="visit", pages=["task", "overview"]),
    )
    told = statistics(found, [WHICH, Key(None, "Who?", "")], [Key(None, "Why you?", "")])
    best = {
        "time": "2026-01-05T09:00:04+00:00",
        "level": "sde2",
        "target_seconds": 175,
        "seconds": 172.7,
        "signals": 4,
        "typed": False,
    }
    latest = best | {"time": "2026-01-06T09:00:04+00:00", "seconds": 187, "signals": 3}
    parts = told.pop("parts")
    assert told == {
        "last": "2026-01-07T09:00:00+00:00",
        "whole_answers": [best, latest],
        "best": best,
        "probes_answered": 1,
        "probes_lost": 0,
        "quiz": {"count": 2, "asked": 1, "right": 1, "lost": 1},
        "pages_read": ["overview", "task"],
        "hunts": [],
        "best_hunt": None,
    }
    assert isinstance(parts, dict)
    assert list(parts) == list(TARGETS)
    assert parts["action"] == {
        "attempts": 3,
        "typed": 0,
        "last_seconds": 94.26,
        "last_difference": 4.3,
        "last_signals": 1,
        "last_rating": 3,
        "next_cue": "name",
    }
    assert json.loads(json.dumps(told | {"parts": parts}))["parts"] == parts


def test_the_statistics_tell_no_pace_of_what_was_typed() -> None:
    spoken = drill(id="a", seconds=33, rating=2)
    typed = drill(
        id="b", seconds=12, text="I", signals=["I"], rating=3, time=START + timedelta(days=1)
    )
    for events, seconds, difference in [([spoken, typed], 33, 3), ([typed], None, None)]:
        parts = statistics(history(*events), [], [])["parts"]
        assert isinstance(parts, dict)
        found = parts["situation"]
        assert (found["attempts"], found["typed"]) == (len(events), 1)
        assert (found["last_seconds"], found["last_difference"]) == (seconds, difference)
        assert (found["last_signals"], found["last_rating"]) == (1, 3)


def test_the_statistics_leave_out_what_was_not_practised() -> None:
    told = statistics(history(drill(part="task")), [], [])
    assert told["best"] is None
    assert told["whole_answers"] == []
    assert isinstance(told["parts"], dict)
    assert list(told["parts"]) == ["task"]
    assert told["parts"]["task"]["last_rating"] is None


OTHER = "late-train"


@pytest.mark.parametrize("over", ["principle", "mixed", None])
def test_a_test_over_several_walkthroughs_marks_none_of_them_as_practised(
    over: str | None,
) -> None:
    found = histories([quiz(id="1", over=over), quiz(id="2", walkthrough=OTHER, over=over)])
    assert [found[name].last for name in ("lost-parcels", OTHER)] == [None, None]
    assert len(found["lost-parcels"].quiz) == 1  # the answer itself counts


@pytest.mark.parametrize(
    "events",
    [
        [quiz(over="story")],
        [quiz(), quiz(id="2", walkthrough=OTHER, seed=2)],
        [quiz(), quiz(id="2", walkthrough=OTHER, over="mixed")],
        [quiz(over="mixed"), drill(id="2")],
    ],
)
def test_a_test_of_one_story_marks_it_and_so_does_whatever_else_was_done(
    events: list[Event],
) -> None:
    assert histories(events)["lost-parcels"].last == START


def test_a_later_mixed_test_does_not_make_the_practice_any_newer() -> None:
    later = quiz(id="2", time=START + timedelta(days=3), over="mixed")
    assert history(drill(id="1"), later).last == START
    assert statistics(history(later), [WHICH], [])["last"] is None
