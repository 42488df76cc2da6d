"""Which of the things to say aloud comes next."""

from typing import Any

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.practice.plan import PROBES, WHOLE, Choice, choices, comes_next
from starprep.record.events import DrillEvent, Event
from starprep.record.history import history_of
from starprep.record.scales import Rating
from tests.examples import walkthrough_data
from tests.practice.times import START
from tests.record.happened import drill, probe

STORY = Walkthrough.model_validate(walkthrough_data())
REPLY = probe(id="p", question=STORY.probes[0].question)


def run(name: str = "1", **changes: Any) -> list[DrillEvent]:
    """Return a whole answer rated good."""
    given = {"run": name, "rating": Rating.GOOD} | changes
    return [drill(id=f"{name}-{part}", part=part, **given) for part in Part]


def following(*events: Event, level: Level = Level.SDE2) -> Choice:
    return comes_next(STORY, level, history_of(events, "lost-parcels"))


def test_the_whole_answer_comes_first_at_each_level() -> None:
    assert following() == WHOLE
    assert following(drill(rating=Rating.AGAIN)) == WHOLE
    assert following(*run(), level=Level.SENIOR) == WHOLE
    assert set(choices(STORY)) == {WHOLE, *Part, PROBES}


def test_then_the_part_that_was_rated_lowest_as_long_as_it_is() -> None:
    hard = drill(id="h", part="task", run="2", rating=Rating.HARD)
    again = drill(id="a", part="result", run="3", rating=Rating.AGAIN)
    assert following(*run(), hard) is Part.TASK
    assert following(*run(), hard, again) is Part.RESULT
    better = drill(id="b", part="result", run="4", rating=Rating.GOOD, time=START.replace(hour=12))
    assert following(*run(), hard, again, better) is Part.TASK


def test_how_a_part_went_at_another_level_does_not_count() -> None:
    other = drill(id="o", part="task", run="2", rating=Rating.AGAIN, level=Level.SENIOR)
    assert following(*run(), REPLY, other) == WHOLE


def test_then_the_follow_ups_until_each_was_answered_and_then_the_whole_again() -> None:
    assert following(*run()) == PROBES
    assert following(*run(), probe(id="lost", question="Another?")) == PROBES
    assert following(*run(), REPLY) == WHOLE
