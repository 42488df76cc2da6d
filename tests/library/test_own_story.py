"""A story of one's own: one text is enough, and what it lacks is a note."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.browse import Grouping
from starprep.library.checking import check, notes
from starprep.library.editor import surrounding_rules
from starprep.library.files import files_in
from starprep.library.lacking import lacking
from starprep.library.library import Library
from starprep.library.parts import Level, Part, natural_targets
from starprep.library.problems import key_text
from starprep.library.walkthrough import Walkthrough
from tests.examples import drop, walkthrough_data, write_library, write_tables

ONE_TEXT = {
    "format": 1,
    "id": "my-outage",
    "question": "Tell me about an outage.",
    "sections": [{"part": "action", "example": "I rolled it back. I wrote the test."}],
}


def story(**changes: Any) -> Walkthrough:
    return Walkthrough.model_validate(ONE_TEXT | changes)


def sections(*parts: Part) -> list[dict[str, Any]]:
    return [{"part": part.value, "example": "I did it."} for part in parts]


def test_a_question_and_one_text_are_a_story() -> None:
    found = story()
    assert found.parts == (Part.ACTION,)
    assert found.section(Part.ACTION).signals_for(Level.SENIOR) == ()
    assert found.target(Part.ACTION, found.level) == found.seconds == 180
    assert found.nearest_level(Level.SENIOR) is Level.SENIOR
    with pytest.raises(KeyError):
        found.section(Part.TASK)


def test_the_reflection_may_be_one_text_for_all_levels() -> None:
    found = story(sections=sections(Part.REFLECTION)).section(Part.REFLECTION)
    assert {found.example_for(level) for level in Level} == {"I did it."}


@pytest.mark.parametrize(
    ("level", "lengths", "length", "targets"),
    [
        (Level.SDE2, (), None, [27, 18, 90, 27, 18]),
        (Level.SDE1, (), None, [18, 12, 60, 18, 12]),
        (Level.SDE2, (60, 120), None, [18, 12, 60, 18, 12]),
        (Level.SDE1, (60, 150), None, [9, 6, 30, 9, 6]),
        (Level.SDE2, (60, 120), 60, [9, 6, 30, 9, 6]),
    ],
)
def test_targets_that_are_left_out_follow_from_the_length_in_shares(
    level: Level, lengths: tuple[int, ...], length: int | None, targets: list[int]
) -> None:
    more = {"lengths": lengths} if lengths else {}
    found = story(sections=sections(*Part), level=level, **more)
    assert [found.target(part, level, length) for part in Part] == targets


def test_targets_of_the_file_shrink_to_a_length_and_are_never_stretched() -> None:
    found = Walkthrough.model_validate(walkthrough_data())
    whole = [found.target(part, Level.SDE2) for part in Part]
    assert [found.target(part, Level.SDE2, 600) for part in Part] == whole
    short = [found.target(part, Level.SDE2, 60) for part in Part]
    assert sum(short) <= 60
    assert short[2] == max(short)


@given(
    st.lists(st.sampled_from(Part), min_size=1, unique=True),
    st.integers(5, 3600),
)
def test_shares_fill_the_whole_to_a_second_a_part(parts: list[Part], whole: int) -> None:
    targets = natural_targets(((part, None) for part in parts), whole)
    assert set(targets) == set(parts)
    assert all(target >= 1 for target in targets.values())
    assert abs(sum(targets.values()) - whole) < len(parts)


OPTIONAL = {
    "principle": ("", "has no principle"),
    "overview": ("", "has no [overview]"),
    "sections[1]": ("sections", "have no task"),
    "sections[0].target_seconds": ("sections[0]", "has no target_seconds"),
    "sections[0].signals": ("sections[0]", "has no signals"),
    "sections[0].coaching": ("sections[0]", "has no coaching"),
    "sections[0].mistake": ("sections[0]", "has no mistake"),
    "probes": ("", "has no [[probes]]"),
    "probes[0].tests": ("probes[0]", "has no tests"),
    "probes[0].weak": ("probes[0]", "has no weak reply"),
    "probes[0].strong": ("probes[0]", "has no strong reply"),
    "probes[0].strong.line": ("probes[0].strong", "has no line"),
    "weak_answer": ("", "has no [weak_answer] to hunt red flags in"),
    "quiz": ("", "has no [[quiz]] to test with"),
    "adaptations": ("", "has no [[adaptations]]"),
    "levels": ("", "has no [[levels]]"),
}


@pytest.mark.parametrize("key", OPTIONAL)
def test_what_may_be_left_out_is_a_note_and_under_strict_rules_a_fault(
    tmp_path: Path, key: str
) -> None:
    folder = write_library(tmp_path)
    write_tables(folder / "walkthroughs" / "lost-parcels.toml", drop(walkthrough_data(), key))
    files = files_in([folder])
    assert check(files, files) == ()
    where, what = OPTIONAL[key]
    assert (where, what) in [(note.key, note.what) for note in notes(files, files)]
    whole = Library([folder]).walkthrough("lost-parcels")
    assert whole is not None
    strict = surrounding_rules.amount(whole)
    assert (where, what) in [(key_text(found.key), found.what) for found in strict]


def test_a_whole_walkthrough_lacks_nothing() -> None:
    assert list(lacking(Walkthrough.model_validate(walkthrough_data()))) == []


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small library, and a story of one's own in its own folder."""
    own = tmp_path / "data" / "walkthroughs"
    write_tables(own / "my-outage.toml", ONE_TEXT | {"title": "The night it went down"})
    return Library([write_library(tmp_path / "content"), own], own=own)


def test_own_stories_come_first_in_a_group_of_their_own(library: Library) -> None:
    groups = library.groups(Grouping.PRINCIPLE)
    assert [(each.word, each.title) for each in groups][:2] == [
        ("whose:yours", "Yours"),
        ("principle:ownership", "Ownership"),
    ]
    (listing,) = groups[0].listings
    assert (listing.title, listing.is_own, listing.principle) == (
        "The night it went down", True, "",
    )  # fmt: skip
    assert listing.scenario == "I rolled it back. I wrote the test."
    assert listing.seconds == 180
    assert listing.parts == (Part.ACTION,)
    assert library.groups(Grouping.LEVEL, "whose:yours")[0].listings == (listing,)


def test_a_story_that_is_nobodys_stands_with_those_on_no_principle(tmp_path: Path) -> None:
    write_tables(tmp_path / "walkthroughs" / "my-outage.toml", ONE_TEXT)
    (group,) = Library([tmp_path]).groups(Grouping.PRINCIPLE)
    assert (group.word, group.title) == ("principle:", "On no principle")


def test_a_list_reads_of_a_file_what_its_model_says(library: Library) -> None:
    for listing in library.offered:
        whole = library.walkthrough(listing.id)
        assert whole is not None
        assert (listing.seconds, listing.parts, listing.level) == (
            whole.seconds, whole.parts, whole.level,
        )  # fmt: skip
        assert listing.adapted == tuple(each.principle for each in whole.adaptations)
