"""Which story serves which principle, how strong each is, and what is missing or overused."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from starprep.library.parts import Level, Part
from starprep.library.shelf import Heading, Listing
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent
from starprep.record.history import histories
from starprep.record.scales import Rating
from starprep.stories.coverage import Coverage, Overuse, Serves, Strength, as_data, coverage
from tests.practice.times import START
from tests.record.happened import drill, quiz

PRINCIPLES = tuple(
    Heading(name, Path(f"{name}.toml"), name.title(), "…", order)
    for order, name in enumerate(["ownership", "frugality", "dive-deep", "think-big", "earn-trust"])
)


def story(id: str = "lost-parcels", **changes: Any) -> Listing:
    given: dict[str, Any] = {
        "path": Path(f"{id}.toml"), "question": "Why?", "principle": "ownership",
        "level": Level.SDE2, "tags": (), "scenario": "…", "seconds": 120, "quiz": (),
        "probes": (), "words": "", "is_own": True,
    }  # fmt: skip
    return Listing(id, **given | changes)


def covered(*listings: Listing, events: Any = (), days: int = 1) -> Coverage:
    calendar = Calendar(START + timedelta(days=days), START.tzinfo)
    return coverage(PRINCIPLES, listings, histories(events), calendar)


def told(walkthrough: str, times: int, rating: Rating | None = None, **changes: Any) -> list[Any]:
    """Return what is kept of a story that was told whole so many times."""
    return [
        drill(
            id=f"{walkthrough}-{time}-{part}",
            walkthrough=walkthrough,
            run=f"{walkthrough}-{time}",
            part=part,
            rating=rating,
            **changes,
        )
        for time in range(times)
        for part in Part
    ]


def test_a_story_serves_its_own_principle_and_those_that_it_is_adapted_to() -> None:
    found = covered(story(adapted=("frugality", "dive-deep")))
    assert found.rows[0].serves == {
        "ownership": Serves.MAIN, "frugality": Serves.ADAPTED, "dive-deep": Serves.ADAPTED,
    }  # fmt: skip
    assert [row.listing.id for row in found.serving("frugality")] == ["lost-parcels"]
    assert found.serving("frugality", Serves.MAIN) == ()
    assert [each.id for each in found.gaps] == ["think-big", "earn-trust"]


def test_a_story_on_no_principle_serves_none() -> None:
    assert covered(story(principle="")).rows[0].serves == {}


def test_built_in_stories_count_only_where_there_is_none_of_ones_own() -> None:
    built_in = story("theirs", is_own=False, adapted=("frugality", "dive-deep", "think-big"))
    found = covered(built_in, story())
    assert (found.is_own, [row.listing.id for row in found.rows]) == (True, ["lost-parcels"])
    alone = covered(built_in)
    assert (alone.is_own, len(alone.rows), alone.overused) == (False, 1, ())


def test_what_was_never_said_has_no_strength() -> None:
    (row,) = covered(story()).rows
    assert (row.strength, row.told, row.last, row.days, row.rating, row.signals) == (
        Strength.UNTOLD, 0, None, None, None, None,
    )  # fmt: skip
    (row,) = covered(story(), events=[quiz(over="story")]).rows
    assert (row.strength, row.told, row.days) == (Strength.UNTOLD, 0, 1)


@pytest.mark.parametrize(
    ("events", "days", "strength"),
    [
        (told("lost-parcels", 1, Rating.GOOD), 13, Strength.STRONG),
        (told("lost-parcels", 1, Rating.GOOD), 14, Strength.FAIR),
        (told("lost-parcels", 1, Rating.HARD), 1, Strength.WEAK),
        (told("lost-parcels", 1), 1, Strength.FAIR),
        ([drill()], 1, Strength.WEAK),
        ([drill(rating=Rating.GOOD)], 1, Strength.FAIR),
    ],
)
def test_strength_is_by_the_last_rating_of_each_part_and_fades(
    events: list[DrillEvent], days: int, strength: Strength
) -> None:
    assert covered(story(), events=events, days=days).rows[0].strength is strength


def test_a_story_is_whole_with_the_parts_that_it_has() -> None:
    events = [drill(part=Part.ACTION, rating=Rating.EASY)]
    assert covered(story(parts=(Part.ACTION,)), events=events).rows[0].strength is Strength.STRONG


def test_the_last_rating_of_a_part_counts_and_one_that_was_not_given_does_not() -> None:
    later = START + timedelta(minutes=5)
    events = [
        drill(id="1", rating=Rating.AGAIN),
        drill(id="2", rating=Rating.EASY, time=later, run="run-2", signals=("a", "b")),
        drill(id="3", rating=None, time=later + timedelta(minutes=5), run="run-3"),
        drill(id="4", part=Part.TASK, rating=Rating.HARD),
    ]
    (row,) = covered(story(), events=events).rows
    assert (row.rating, row.told, row.signals) == (3.0, 3, None)


def test_a_story_that_serves_more_than_three_principles_is_overused() -> None:
    others = ("frugality", "dive-deep", "think-big")
    assert covered(story(adapted=others[:2])).overused == ()
    assert covered(story(adapted=others)).rows[0].overused == (Overuse.PRINCIPLES,)


@pytest.mark.parametrize(
    ("times", "others", "overused"),
    [(6, 2, True), (5, 0, False), (6, 3, False), (9, 3, True), (6, 0, True)],
)
def test_a_story_told_far_more_than_the_others_is_overused(
    times: int, others: int, overused: bool
) -> None:
    events = told("lost-parcels", times) + told("other", others) + told("third", others)
    found = covered(story(), story("other"), story("third"), events=events)
    assert [row.listing.id for row in found.overused] == ["lost-parcels"] * overused


def test_a_story_alone_is_not_told_too_much() -> None:
    assert covered(story(), events=told("lost-parcels", 9)).overused == ()


def test_plain_data_tells_the_matrix_by_principle_and_by_story() -> None:
    data: Any = as_data(covered(story(adapted=("frugality",)), events=told("lost-parcels", 1)))
    assert data["own"] is True
    assert data["principles"][1] == {
        "id": "frugality", "name": "Frugality", "main": [], "adapted": ["lost-parcels"],
    }  # fmt: skip
    assert data["stories"] == [
        {
            "id": "lost-parcels", "title": "Lost parcels",
            "serves": {"frugality": "adapted", "ownership": "main"}, "told": 1,
            "last": START.isoformat(), "days": 1, "rating": None, "signals": 0,
            "strength": "fair", "overused": [],
        }
    ]  # fmt: skip
    assert (data["gaps"], data["overused"]) == (["dive-deep", "think-big", "earn-trust"], [])
