"""Groups of walkthroughs, and what a filter can name."""

from pathlib import Path

import pytest

from starprep.library.browse import Grouping, grouped
from starprep.library.shelf import Shelf, read_shelf
from tests.examples import write_library, write_walkthrough


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Three walkthroughs: two on ownership, one of them senior and without a tag."""
    write_library(tmp_path)
    write_walkthrough(tmp_path / "walkthroughs", id="high-up", level="senior", tags=[])
    other = {"principle": "ownership", "lead": "It.", "emphasize": ["A."], "downplay": ["B."]}
    write_walkthrough(
        tmp_path / "walkthroughs",
        id="angry-caller",
        principle="customer-obsession",
        tags=["On call", "on  CALL", "unasked"],
        adaptations=[other],
    )
    return read_shelf([tmp_path])


def names(shelf: Shelf, by: Grouping) -> dict[str, list[str]]:
    return {
        group.word: [listing.id for listing in group.listings]
        for group in grouped(shelf, shelf.walkthroughs, by)
    }


def test_groups_stand_in_the_order_of_principles_levels_or_letters(shelf: Shelf) -> None:
    assert names(shelf, Grouping.PRINCIPLE) == {
        "principle:customer-obsession": ["angry-caller"],
        "principle:ownership": ["high-up", "lost-parcels"],
    }
    assert names(shelf, Grouping.LEVEL) == {
        "level:sde2": ["angry-caller", "lost-parcels"],
        "level:senior": ["high-up"],
    }
    assert list(names(shelf, Grouping.LEVEL)) == ["level:sde2", "level:senior"]
    assert names(shelf, Grouping.TAG) == {
        "tag:logistics": ["lost-parcels"],
        "tag:on-call": ["angry-caller"],
        "tag:unasked": ["angry-caller", "lost-parcels"],
    }


@pytest.mark.parametrize("by", Grouping)
def test_a_groups_word_is_a_filter_that_finds_just_the_group(shelf: Shelf, by: Grouping) -> None:
    for group in grouped(shelf, shelf.walkthroughs, by):
        found = [each for each in shelf.walkthroughs if each.matches(group.word)]
        assert found == list(group.listings)


def test_groupings_go_round() -> None:
    assert Grouping.PRINCIPLE.next is Grouping.LEVEL
    assert Grouping.PRINCIPLE.next.next.next is Grouping.PRINCIPLE
