"""What comes next: the story to begin with, and the mode."""

from datetime import UTC, timedelta

import pytest

from starprep.library.parts import Part
from starprep.practice.guidance import next_mode, story_to_begin_with
from starprep.practice.mode import Mode
from starprep.record.calendar import Calendar
from starprep.record.events import Event
from starprep.record.history import histories, history_of
from tests.practice.times import START
from tests.record.happened import drill, learn, quiz

READ = learn(pages=tuple(part.value for part in Part))


def after(*events: Event, days: int = 0) -> Mode:
    """Return what comes next, some days after the start."""
    calendar = Calendar(START + timedelta(days=days), UTC)
    return next_mode(history_of(events, "lost-parcels"), calendar)


def said(rating: int | None, *parts: Part) -> list[Event]:
    """Make an attempt at each of `parts`, by default at all."""
    return [drill(id=part.value, part=part, rating=rating) for part in parts or tuple(Part)]


def test_one_learns_until_the_five_parts_were_read() -> None:
    assert after() is Mode.LEARN
    assert after(quiz()) is Mode.LEARN
    assert after(learn(pages=("situation", "task"))) is Mode.LEARN
    assert after(READ) is Mode.REHEARSE
    assert after(learn(pages=("situation", "task")), learn(pages=READ.pages[2:])) is Mode.REHEARSE


def test_who_rehearses_has_learnt() -> None:
    assert after(*said(3, Part.ACTION)) is Mode.REHEARSE


def test_one_rehearses_until_every_part_was_said() -> None:
    assert after(READ, *said(4, *tuple(Part)[:4])) is Mode.REHEARSE
    assert after(READ, *said(4)) is Mode.TEST


@pytest.mark.parametrize(("rating", "rest"), [(1, 0), (None, 1), (2, 1), (3, 3), (4, 6)])
def test_a_part_is_due_again_after_a_rest_that_its_rating_sets(
    rating: int | None, rest: int
) -> None:
    for days in range(8):
        assert after(*said(rating), days=days) is (Mode.REHEARSE if days >= rest else Mode.TEST)


def test_the_last_attempt_sets_the_rest_and_one_part_due_is_enough() -> None:
    later = drill(id="later", part=Part.ACTION, rating=1, time=START + timedelta(hours=1))
    assert after(*said(4), later) is Mode.REHEARSE
    mended = drill(id="mended", part=Part.ACTION, rating=3, time=START + timedelta(hours=2))
    assert after(*said(4), later, mended) is Mode.TEST


def test_the_story_practised_last_is_begun_with() -> None:
    early = learn(walkthrough="early")
    late = learn(id="id-2", walkthrough="late", time=START + timedelta(days=1))
    tested = quiz(id="id-3", walkthrough="other", time=START + timedelta(days=2), over="mixed")
    known = histories([late, early, tested])
    assert story_to_begin_with(known, {"early", "late", "other"}) == "late"
    assert story_to_begin_with(known, {"early", "other"}) == "early"  # the other one is gone


def test_where_nothing_was_practised_the_first_story_is_if_it_is_there() -> None:
    assert story_to_begin_with({}, {"early", "webhook-drop-rate"}) == "webhook-drop-rate"
    assert story_to_begin_with({}, {"early"}) is None
