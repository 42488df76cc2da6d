"""A rehearsal looked back on."""

from datetime import timedelta
from typing import Any

import pytest

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.practice.debrief import Debrief, debrief
from starprep.record.events import DrillEvent
from starprep.record.scales import Cue, Rating
from tests.examples import walkthrough_data
from tests.practice.times import START
from tests.record.happened import drill

STORY = Walkthrough.model_validate(walkthrough_data())
TARGETS = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}


def said(part: str, **changes: Any) -> DrillEvent:
    """An attempt at `part` that took exactly its target."""
    target = TARGETS[part]
    given = {"id": part, "part": part, "target_seconds": target, "seconds": target}
    return drill(**given | changes)


def test_the_rows_stand_in_the_order_of_the_parts_and_add_up_to_the_whole() -> None:
    done = [said(part, seconds=TARGETS[part] + 1.5) for part in reversed(TARGETS)]
    looked = debrief(STORY, Level.SDE2, done, [])
    assert [row.part for row in looked.rows] == list(Part)
    assert [row.difference for row in looked.rows] == [1.5] * 5
    assert (looked.seconds, looked.target_seconds) == (182.5, 175)
    assert (looked.level, looked.shortest, looked.limit) == (Level.SDE2, 120, 180)
    assert looked.outside == 2.5


def test_only_the_parts_that_were_said_have_a_row() -> None:
    looked = debrief(STORY, Level.SDE2, [said("situation", seconds=28)], [said("task")])
    assert [row.part for row in looked.rows] == [Part.SITUATION]
    assert (looked.seconds, looked.target_seconds) == (28, 30)
    assert (looked.is_whole, looked.shortest, looked.limit) == (False, 0, 30)


def test_a_row_tells_the_signals_hit_and_those_missed() -> None:
    hit = ("I took it … to find the cause",)
    event = said("task", signals=hit, rating=Rating.EASY, cue=Cue.NAME)
    (found,) = debrief(STORY, Level.SDE2, [event], []).rows
    assert found.signals == hit
    assert found.missed == ("not my team's work",)
    assert found.hit_share == 0.5
    assert (found.rating, found.cue, found.typed) == (Rating.EASY, Cue.NAME, False)


def test_only_the_signals_of_the_levels_own_reflection_can_be_missed() -> None:
    event = said("reflection", level="senior")
    (found,) = debrief(STORY, Level.SENIOR, [event], []).rows
    assert found.missed == ("no team owned",)


def test_of_a_part_said_twice_the_last_time_counts_and_neither_is_usual() -> None:
    done = [said("task", id="1", seconds=40), said("task", id="2", seconds=22)]
    looked = debrief(STORY, Level.SDE2, done, done)
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
    (found,) = debrief(STORY, Level.SDE2, [said("task", seconds=5)], earlier).rows
    assert found.usual == usual


def test_what_was_typed_says_so_and_is_not_usual() -> None:
    typed = said("task", id="typed", seconds=90, text="I took it on.")
    looked = debrief(STORY, Level.SDE2, [said("task", text="I found it.")], [*EARLIER, typed])
    assert [(row.typed, row.usual) for row in looked.rows] == [(True, 22)]


@pytest.mark.parametrize(
    ("seconds", "outside"), [(100, -20), (119.5, -0.5), (120, 0), (180, 0), (180.5, 0.5), (200, 20)]
)
def test_a_whole_answer_is_held_against_both_ends_of_its_levels_span(
    seconds: float, outside: float
) -> None:
    done = [said(part, seconds=seconds / len(TARGETS)) for part in TARGETS]
    assert debrief(STORY, Level.SDE2, done, []).outside == pytest.approx(outside)


def test_parts_alone_are_held_against_their_targets_only() -> None:
    def off(seconds: float) -> float:
        looked: Debrief = debrief(STORY, Level.SDE2, [said("task", seconds=seconds)], [])
        return looked.outside

    assert (off(2), off(20), off(29)) == (0, 0, 9)
