from datetime import timedelta
from typing import Any

import pytest

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.practice.debrief import Advice, DebriefRow, advise, debrief
from starprep.record.events import DrillEvent
from starprep.record.scales import Rating
from tests.examples import walkthrough_data
from tests.practice.times import START
from tests.record.happened import drill

STORY = Walkthrough.model_validate(walkthrough_data())
TARGETS = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}
LIMIT = 180

Changes = dict[str, dict[str, Any]]


def said(part: str, **changes: Any) -> DrillEvent:
    """An attempt at `part` that took exactly its target."""
    target = TARGETS[part]
    given = {"id": part, "part": part, "target_seconds": target, "seconds": target}
    return drill(**given | changes)


def row(part: str, **changes: Any) -> DebriefRow:
    """A part in time with all its signals."""
    given: dict[str, Any] = {
        "part": Part(part),
        "target_seconds": TARGETS[part],
        "seconds": TARGETS[part],
        "signals": ("first", "second", "third"),
        "missed": (),
        "rating": Rating.GOOD,
        "usual": None,
    }
    return DebriefRow(**given | changes)


def whole(changes: Changes) -> list[DebriefRow]:
    return [row(part, **changes.get(part, {})) for part in TARGETS]


def told(advice: Advice) -> tuple[str, str, str | None]:
    return advice.headline, advice.why, advice.part


OVER_LIMIT: Changes = {"task": {"seconds": 24}, "action": {"seconds": 102}}
OPENING: Changes = {
    "situation": {"seconds": 32},
    "task": {"seconds": 23},
    "action": {"seconds": 44},
}
THIN_ACTION: Changes = {"action": {"seconds": 65}}
FEW_SIGNALS: Changes = {"result": {"signals": ("first",), "missed": ("second", "third")}}
TOO_SHORT: Changes = {"reflection": {"seconds": 7}}
OVER_TARGET: Changes = {"reflection": {"seconds": 7.5}, "result": {"seconds": 24.4}}
FELT_HARD: Changes = {"task": {"rating": Rating.HARD}, "result": {"rating": Rating.AGAIN}}

HARDLY_SAID: Changes = {"action": {"seconds": 2.4}}

RULES: dict[str, tuple[Changes, tuple[str, str, str | None]]] = {
    "hardly said": (
        HARDLY_SAID,
        (
            "Say all of it, aloud and in full.",
            "It took 1:27 of 2:55. Only what is said gets practised.",
            None,
        ),
    ),
    "over its limit": (
        OVER_LIMIT,
        (
            "Cut the Action: it ran +0:12 against its target.",
            (
                "It all took 0:11 more than the 3:00 that it may take, "
                "and an interviewer cuts in where it runs long."
            ),
            "action",
        ),
    ),
    "a long opening": (
        OPENING,
        (
            "Shorten the opening: get to what you did sooner.",
            "Situation and Task took 41% of the answer. A third is plenty.",
            "situation",
        ),
    ),
    "a thin action": (
        THIN_ACTION,
        (
            "Give the Action more room.",
            (
                "It took 43% of the answer. Half to two thirds is where an interviewer hears what "
                "you yourself did."
            ),
            "action",
        ),
    ),
    "few signals": (
        FEW_SIGNALS,
        (
            "Put the signals into the Result.",
            '1 of 3 were said. Begin with "second".',
            "result",
        ),
    ),
    "far too short": (
        TOO_SHORT,
        (
            "Say more in the Reflection.",
            "It took 0:07 of 0:15. Add a fact that only you could know.",
            "reflection",
        ),
    ),
    "over its target": (
        OVER_TARGET,
        (
            "Trim the Result by 4 seconds.",
            "It is the part furthest over its target. Leave out the sentence you would miss least.",
            "result",
        ),
    ),
    "felt hard": (
        FELT_HARD,
        (
            "Rehearse the Result alone, twice.",
            (
                "The seconds were right and you found it hard. That is the part to say until it is "
                "dull."
            ),
            "result",
        ),
    ),
    "nothing": (
        {},
        (
            "Say it again with less help.",
            (
                "It was in time and the signals were there. Take one cue away; retrieval grows by "
                "trying."
            ),
            None,
        ),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), RULES.values(), ids=RULES)
def test_each_rule_names_the_part_and_tells_the_numbers(
    changes: Changes, expected: tuple[str, str, str | None]
) -> None:
    assert told(advise(whole(changes), LIMIT)) == expected


LATER_FAULTS: Changes = {
    "task": {"rating": Rating.AGAIN},
    "result": {"seconds": 24, "signals": ("first",), "missed": ("second", "third")},
    "reflection": {"seconds": 7},
}


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        (
            LATER_FAULTS | {"situation": {"seconds": 0}, "action": {"seconds": 5}},
            "Say all of it, aloud and in full.",
        ),
        (
            LATER_FAULTS
            | {"situation": {"seconds": 60}, "task": {"seconds": 60, "rating": Rating.AGAIN}},
            "Cut the Task: it ran +0:40 against its target.",
        ),
        (
            LATER_FAULTS | {"action": {"seconds": 40}},
            "Shorten the opening: get to what you did sooner.",
        ),
        (LATER_FAULTS | {"action": {"seconds": 60}}, "Give the Action more room."),
        (LATER_FAULTS, "Put the signals into the Result."),
        (LATER_FAULTS | {"result": {"seconds": 24}}, "Say more in the Reflection."),
        (
            LATER_FAULTS | {"result": {"seconds": 24}, "reflection": {}},
            "Trim the Result by 4 seconds.",
        ),
        (
            {"task": {"rating": Rating.AGAIN}, "result": {"rating": Rating.HARD}},
            "Rehearse the Task alone, twice.",
        ),
    ],
)
def test_of_several_faults_the_first_in_the_documented_order_is_told(
    changes: Changes, headline: str
) -> None:
    assert advise(whole(changes), LIMIT).headline == headline


@pytest.mark.parametrize(
    ("changes", "limit", "headline"),
    [
        ({"action": {"seconds": 2.5}}, 180, "Shorten the opening: get to what you did sooner."),
        ({"action": {"seconds": 93}}, 175, "Say it again with less help."),
        ({"action": {"seconds": 93.5}}, 175, "Cut the Action: it ran +0:04 against its target."),
        ({"action": {"seconds": 93.5}}, 180, "Trim the Action by 4 seconds."),
        ({"task": {"signals": ("a",), "missed": ("b",)}}, 180, "Say it again with less help."),
        ({"task": {"signals": (), "missed": ()}}, 180, "Say it again with less help."),
        ({"reflection": {"seconds": 7.5}}, 180, "Say it again with less help."),
        ({"reflection": {"rating": None}}, 180, "Say it again with less help."),
        ({"reflection": {"rating": Rating.EASY}}, 180, "Say it again with less help."),
        (
            {part: {"rating": Rating.HARD} for part in ("task", "result")},
            180,
            "Rehearse the Task alone, twice.",
        ),
    ],
)
def test_just_within_a_bound_is_no_fault_and_of_equals_the_first_part_is_told(
    changes: Changes, limit: int, headline: str
) -> None:
    assert advise(whole(changes), limit).headline == headline


@pytest.mark.parametrize(
    ("seconds", "headline"),
    [
        ([28, 12, 45, 10, 5], "Say it again with less help."),
        ([28, 13, 45, 10, 4], "Shorten the opening: get to what you did sooner."),
        ([28, 12, 44.9, 10, 5.1], "Give the Action more room."),
    ],
)
def test_the_shares_are_of_what_was_said_in_all(seconds: list[float], headline: str) -> None:
    rows = [
        row(part, seconds=taken, target_seconds=round(taken))
        for part, taken in zip(TARGETS, seconds, strict=True)
    ]
    assert advise(rows, 100).headline == headline


def test_a_part_alone_is_not_weighed_against_parts_that_were_not_said() -> None:
    alone = [row("situation")]
    assert advise(alone, 30).headline == "Say it again with less help."
    assert advise([row("situation", seconds=40)], 30).why == (
        "It all took 0:10 more than the 0:30 that it may take, "
        "and an interviewer cuts in where it runs long."
    )


def test_a_part_alone_that_was_hardly_said_is_told_by_its_name() -> None:
    assert advise([row("situation", seconds=9)], 30).headline == "Say more in the Situation."


def test_of_several_short_parts_the_shortest_for_its_target_is_told() -> None:
    rows = [row("situation"), row("result", seconds=8), row("reflection", seconds=7)]
    assert advise(rows, 65).headline == "Say more in the Result."


def test_an_answer_in_which_nothing_was_said_still_gets_advice() -> None:
    silent = [row(part, seconds=0, rating=None) for part in TARGETS]
    assert advise(silent, LIMIT).headline == "Say all of it, aloud and in full."


def test_the_rows_stand_in_the_order_of_the_parts_and_add_up_to_the_whole() -> None:
    done = [said(part, seconds=TARGETS[part] + 1.5) for part in reversed(TARGETS)]
    looked = debrief(STORY, Level.SDE2, LIMIT, done, [])
    assert [row.part for row in looked.rows] == list(Part)
    assert [row.difference for row in looked.rows] == [1.5] * 5
    assert (looked.seconds, looked.target_seconds) == (182.5, 175)
    assert (looked.level, looked.limit) == (Level.SDE2, LIMIT)


def test_only_the_parts_that_were_said_have_a_row() -> None:
    looked = debrief(STORY, Level.SDE2, 30, [said("situation", seconds=28)], [said("task")])
    assert [row.part for row in looked.rows] == [Part.SITUATION]
    assert (looked.seconds, looked.target_seconds) == (28, 30)


def test_a_row_tells_the_signals_hit_and_those_missed() -> None:
    event = said("task", signals=("I took it … to find the cause",), rating=Rating.EASY)
    (found,) = debrief(STORY, Level.SDE2, 20, [event], []).rows
    assert found.signals == ("I took it … to find the cause",)
    assert found.missed == ("not my team's work",)
    assert found.hit_share == 0.5
    assert found.rating is Rating.EASY


def test_only_the_signals_of_the_levels_own_reflection_can_be_missed() -> None:
    event = said("reflection", level="senior")
    (found,) = debrief(STORY, Level.SENIOR, 15, [event], []).rows
    assert found.missed == ("no team owned",)


def test_of_a_part_said_twice_the_last_time_counts_and_neither_is_usual() -> None:
    done = [said("task", id="1", seconds=40), said("task", id="2", seconds=22)]
    looked = debrief(STORY, Level.SDE2, 20, done, done)
    assert [(row.seconds, row.usual) for row in looked.rows] == [(22, None)]


EARLIER = [
    said("task", id=f"{day}", seconds=seconds, time=START - timedelta(days=10 - day))
    for day, seconds in enumerate([90, 10, 20, 36])
]


@pytest.mark.parametrize(
    ("earlier", "usual"),
    [
        ([], None),
        (EARLIER[:1], 90),
        (EARLIER[1:3], 15),
        (EARLIER, 22),
        (EARLIER[::-1], 22),
        ([*EARLIER, said("task", id="other", level="senior", seconds=60)], 22),
        ([*EARLIER, said("action", id="other", seconds=60)], 22),
        ([*EARLIER, said("task", id="other", seconds=60, text="typed")], 22),
    ],
)
def test_usual_is_the_mean_of_the_last_three_spoken_attempts_at_the_part_and_level(
    earlier: list[DrillEvent], usual: float | None
) -> None:
    (found,) = debrief(STORY, Level.SDE2, 20, [said("task", seconds=5)], earlier).rows
    assert found.usual == usual


def test_the_advice_is_the_one_for_its_rows() -> None:
    looked = debrief(STORY, Level.SDE2, 20, [said("task", seconds=29)], [])
    assert looked.advice == advise(looked.rows, 20)
    assert looked.advice.part is Part.TASK
