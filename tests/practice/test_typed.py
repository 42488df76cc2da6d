"""What was typed before can be taken up again: the draft first, else the last answer."""

from datetime import UTC, timedelta

from starprep.library.parts import Part
from starprep.practice.typed import typed_before
from starprep.record.calendar import Calendar
from starprep.record.drafts import Draft, Subject
from tests.practice.times import START
from tests.record.happened import drill

CALENDAR = Calendar(START + timedelta(days=20), UTC)
DRAFT = Draft(subject=Subject("drill", "lost-parcels", Part.TASK), text="not done", time=START)
TYPED = [
    drill(text="the first one", time=START),
    drill(text="the second", time=START + timedelta(days=19)),
    drill(time=START + timedelta(days=20)),
]


def test_the_draft_comes_before_what_was_finished() -> None:
    found = typed_before(DRAFT, TYPED, CALENDAR)
    assert found is not None
    assert (found.text, found.when, found.words) == ("not done", "on 5 January", 2)
    assert found.is_draft


def test_without_a_draft_it_is_the_last_answer_that_was_typed() -> None:
    found = typed_before(None, TYPED, CALENDAR)
    assert found is not None
    assert (found.text, found.when) == ("the second", "yesterday")
    assert not found.is_draft


def test_where_nothing_was_typed_there_is_nothing() -> None:
    assert typed_before(None, TYPED[2:], CALENDAR) is None
