"""What is said of the stories as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.library import Library
from starprep.places import built_in_content
from starprep.record.calendar import Calendar
from starprep.stories.coverage import Coverage, coverage
from starprep.texts import coverage_texts
from starprep.texts.styled import Role
from tests.practice.times import START
from tests.stories.test_coverage import covered, story, told


@pytest.fixture(scope="module")
def built_in() -> Coverage:
    shelf = Library([built_in_content()]).shelf
    return coverage(shelf.principles, shelf.walkthroughs, {}, Calendar(START))


def test_the_matrix_marks_the_main_principle_the_adapted_and_the_others() -> None:
    found = covered(story(adapted=("frugality",)), events=told("lost-parcels", 1))
    (matrix,) = coverage_texts.matrix(found, 60)
    assert matrix.plain.splitlines() == [
        "              Ow Fr Di Th Ea strength   last",
        "Lost parcels  M  a  ·  ·  ·  fair        1 d",
    ]


def test_gaps_and_overused_stories_stand_out() -> None:
    principles = ("frugality", "dive-deep", "think-big")
    found = covered(story(adapted=principles), story("other"), events=told("lost-parcels", 6))
    said = coverage_texts.whole(found, 80)
    assert "Ea Earn-Trust  gap" in said.plain
    assert "None of your stories serves\n- Earn-Trust" in said.plain
    assert "- Lost parcels: serves 4 principles; told 6 times, far more than" in said.plain
    assert ("Ea ", Role.STRONG_WARNING) in said.pieces
    assert "no story of your own" not in said.plain


def test_without_a_story_of_ones_own_it_says_so(built_in: Coverage) -> None:
    said = coverage_texts.whole(built_in, 80).plain
    assert said.startswith("There is no story of your own yet.\nThis is how the built-in ones")
    assert "Webhook drop ra… a  a  a" in said


@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_fits_into_the_width(built_in: Coverage, width: int) -> None:
    said = coverage_texts.whole(built_in, width)
    longest = max(said.plain.splitlines(), key=len)
    assert len(longest) <= width, longest


def test_where_it_is_narrow_some_principles_stand_below_the_others(built_in: Coverage) -> None:
    first, second = coverage_texts.matrix(built_in, 60)
    assert "CO Ow" in first.plain.splitlines()[0]
    assert "DR SE SS" in second.plain.splitlines()[0]


@given(st.text(max_size=30), st.integers(1, 90))
def test_any_title_fits_into_any_width(title: str, width: int) -> None:
    for block in coverage_texts.matrix(covered(story(name=title or "x")), width):
        assert block.plain.count("\n") == 1


def test_no_two_principles_have_one_short_name(built_in: Coverage) -> None:
    names = coverage_texts.short_names(built_in.principles)
    assert len(set(names.values())) == len(built_in.principles)
    twice = coverage_texts.short_names([*built_in.principles, built_in.principles[0]])
    assert {len(name) for name in twice.values()} == {2}
