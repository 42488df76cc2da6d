"""The one thing to work on after a rehearsal."""

from typing import Any

import pytest

from starprep.library.parts import Level, Part
from starprep.practice.advice import Advice, advise
from starprep.practice.debrief import Debrief, DebriefRow
from starprep.record.scales import Cue, Rating

TARGETS = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}
SHORTEST, LIMIT = 150, 180

Changes = dict[str, dict[str, Any]]


def row(part: str, **changes: Any) -> DebriefRow:
    """A part in time with all its signals, said without help."""
    given: dict[str, Any] = {
        "part": Part(part),
        "target_seconds": TARGETS[part],
        "seconds": TARGETS[part],
        "signals": ("first", "second", "third"),
        "missed": (),
        "rating": Rating.GOOD,
        "cue": Cue.NONE,
        "typed": False,
        "usual": None,
    }
    return DebriefRow(**given | changes)


def whole(changes: Changes, limit: int = LIMIT) -> Debrief:
    rows = tuple(row(part, **changes.get(part, {})) for part in TARGETS)
    return Debrief(Level.SDE2, SHORTEST, limit, rows, is_whole=True)


def alone(*rows: DebriefRow) -> Debrief:
    return Debrief(Level.SDE2, 0, sum(row.target_seconds for row in rows), rows, is_whole=False)


def told(advice: Advice) -> tuple[str, str, str | None]:
    return advice.headline, advice.why, advice.part


WELL = "All is well. Let it rest."

OVER_LIMIT: Changes = {"task": {"seconds": 24}, "action": {"seconds": 102}}
OPENING: Changes = {
    "situation": {"seconds": 32},
    "task": {"seconds": 23},
    "action": {"seconds": 44},
}
THIN_ACTION: Changes = {"action": {"seconds": 65}}
FEW_SIGNALS: Changes = {"result": {"signals": ("first",), "missed": ("second", "third")}}
UNDER_SHORTEST: Changes = {
    "situation": {"seconds": 25},
    "action": {"seconds": 70},
    "result": {"seconds": 15},
    "reflection": {"rating": Rating.AGAIN},
}
TOO_SHORT: Changes = {"reflection": {"seconds": 7}}
OVER_TARGET: Changes = {"reflection": {"seconds": 7.5}, "result": {"seconds": 24.4}}
FELT_HARD: Changes = {"task": {"rating": Rating.HARD}, "result": {"rating": Rating.AGAIN}}

HARDLY_SAID: Changes = {"action": {"seconds": 2.4}}

RULES: dict[str, tuple[Changes, tuple[str, str, str | None]]] = {
    "hardly said": (
        HARDLY_SAID,
        (
            "Say all of it, aloud and in full.",
            "It took less than half of its time. Only what is said gets practised.",
            None,
        ),
    ),
    "over its limit": (
        OVER_LIMIT,
        (
            "Cut the Action: it ran furthest over its target.",
            "The whole answer is past 3:00, and an interviewer cuts in where it runs long.",
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
            'What is not said cannot be written down. Begin with "second".',
            "result",
        ),
    ),
    "far too short": (
        TOO_SHORT,
        (
            "Say more in the Reflection.",
            "It took less than half of its target. Add a fact that only you could know.",
            "reflection",
        ),
    ),
    "under its level's shortest": (
        UNDER_SHORTEST,
        (
            "Say more in the Action: it fell furthest short of its target.",
            ("SDE2 answers under 2:30 sound thin. Add the step or the number that you left out."),
            "action",
        ),
    ),
    "over its target": (
        OVER_TARGET,
        (
            "Trim the Result: it ran furthest over its target.",
            "Leave out the sentence that you would miss least.",
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
    "with help": (
        {"task": {"cue": Cue.SIGNALS}},
        (
            "Next time, with less help.",
            (
                "It was in time and the signals were there. Take a cue away with c: what is "
                "recalled without help is kept longer."
            ),
            None,
        ),
    ),
    "nothing": (
        {},
        (
            "All is well. Let it rest.",
            (
                "In time, with its signals, and without help. "
                "What is recalled after a gap is kept longer."
            ),
            None,
        ),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), RULES.values(), ids=RULES)
def test_each_rule_names_the_part_and_tells_the_numbers(
    changes: Changes, expected: tuple[str, str, str | None]
) -> None:
    assert told(advise(whole(changes))) == expected


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
            "Cut the Task: it ran furthest over its target.",
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
            "Trim the Result: it ran furthest over its target.",
        ),
        (
            UNDER_SHORTEST | {"situation": {"seconds": 34}, "task": {"seconds": 11}},
            "Say more in the Action: it fell furthest short of its target.",
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
    assert advise(whole(changes)).headline == headline


@pytest.mark.parametrize(
    ("changes", "limit", "headline"),
    [
        ({"action": {"seconds": 2.5}}, 180, "Shorten the opening: get to what you did sooner."),
        ({"action": {"seconds": 93}}, 175, WELL),
        ({"action": {"seconds": 93.5}}, 175, "Cut the Action: it ran furthest over its target."),
        ({"action": {"seconds": 93.5}}, 180, "Trim the Action: it ran furthest over its target."),
        ({"task": {"signals": ("a",), "missed": ("b",)}}, 180, WELL),
        ({"task": {"signals": (), "missed": ()}}, 180, WELL),
        ({"reflection": {"seconds": 7.5}}, 180, WELL),
        (
            {"situation": {"seconds": 25}, "action": {"seconds": 72}, "result": {"seconds": 15}},
            180,
            WELL,
        ),
        ({"reflection": {"rating": None}}, 180, WELL),
        ({"reflection": {"rating": Rating.EASY}}, 180, WELL),
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
    assert advise(whole(changes, limit)).headline == headline


@pytest.mark.parametrize(
    ("seconds", "headline"),
    [
        ([28, 12, 45, 10, 5], WELL),
        ([28, 13, 45, 10, 4], "Shorten the opening: get to what you did sooner."),
        ([28, 12, 44.9, 10, 5.1], "Give the Action more room."),
    ],
)
def test_the_shares_are_of_what_was_said_in_all(seconds: list[float], headline: str) -> None:
    rows = [
        row(part, seconds=taken, target_seconds=round(taken))
        for part, taken in zip(TARGETS, seconds, strict=True)
    ]
    found = Debrief(Level.SDE2, 0, 100, tuple(rows), is_whole=True)
    assert advise(found).headline == headline


def test_a_part_alone_is_not_weighed_against_parts_that_were_not_said() -> None:
    assert advise(alone(row("situation"))).headline == WELL
    assert told(advise(alone(row("situation", seconds=40)))) == (
        "Cut the Situation down to 0:30.",
        "An interviewer cuts in where it runs long. Leave out what you would miss least.",
        "situation",
    )


def test_a_part_alone_is_not_advised_to_be_said_alone() -> None:
    hard = row("situation", rating=Rating.HARD)
    assert advise(alone(hard)).headline == "Say the Situation again."
    assert advise(alone(hard, row("task"))).headline == "Rehearse the Situation alone, twice."


def test_a_part_alone_that_was_hardly_said_is_told_by_its_name() -> None:
    assert advise(alone(row("situation", seconds=9))).headline == "Say more in the Situation."


def test_of_several_short_parts_the_shortest_for_its_target_is_told() -> None:
    rows = row("situation"), row("result", seconds=8), row("reflection", seconds=7)
    assert advise(alone(*rows)).headline == "Say more in the Result."


def test_an_answer_in_which_nothing_was_said_still_gets_advice() -> None:
    silent = whole({part: {"seconds": 0, "rating": None} for part in TARGETS})
    assert advise(silent).headline == "Say all of it, aloud and in full."
    one = advise(alone(row("task", seconds=0, rating=None)))
    assert one.headline == "Say more in the Task."


@pytest.mark.parametrize("cue", [cue for cue in Cue if cue is not Cue.NONE])
def test_less_help_is_advised_only_where_there_was_any(cue: Cue) -> None:
    helped = advise(whole({"result": {"cue": cue}}))
    assert (helped.headline, helped.is_well) == ("Next time, with less help.", False)
    assert advise(whole({})).is_well
