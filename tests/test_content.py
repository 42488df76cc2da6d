"""The built-in content is what the README promises of it."""

from collections import Counter
from pathlib import Path

import pytest

from starprep.library.parts import WORDS_PER_MINUTE, Part
from starprep.library.reading import read_principle, read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.places import built_in_content

CONTENT = built_in_content()
PRINCIPLES = sorted((CONTENT / "principles").glob("*.toml"))
IDS = {path.stem for path in PRINCIPLES}
WALKTHROUGHS = sorted((CONTENT / "walkthroughs").glob("*.toml"))

each_walkthrough = pytest.mark.parametrize("path", WALKTHROUGHS, ids=lambda path: path.stem)


def read(path: Path) -> Walkthrough:
    reading = read_walkthrough(path, IDS)
    assert reading.value, reading.problems
    return reading.value


def test_sixteen_principles_are_named_in_their_published_order() -> None:
    found = [read_principle(path).value for path in PRINCIPLES]
    assert sorted(each.order for each in found if each) == list(range(1, 17))


@each_walkthrough
def test_each_example_fills_its_target_when_read_aloud(path: Path) -> None:
    for section in read(path).sections:
        texts = list(section.examples.values()) if section.examples else [section.example or ""]
        for text in texts:
            spoken = len(text.split()) / WORDS_PER_MINUTE * 60
            assert 0.80 <= spoken / section.target_seconds <= 1.05, (section.part, spoken)


@each_walkthrough
def test_the_action_is_told_in_the_first_person_singular(path: Path) -> None:
    action = read(path).section(Part.ACTION).example or ""
    sentences = [each.strip() for each in action.split(". ") if each.strip()]
    assert len(sentences) >= 6
    assert sum(each.startswith("I ") for each in sentences) >= 0.8 * len(sentences)
    assert not {"we", "our", "us"} & {word.strip(".,:;").lower() for word in action.split()}


@each_walkthrough
def test_the_quiz_is_balanced_and_gives_nothing_away(path: Path) -> None:
    quiz = read(path).quiz
    assert len(quiz) >= 6
    difficulties = Counter(question.difficulty.value for question in quiz)
    assert all(difficulties[each] >= 2 for each in ("easy", "medium", "hard"))
    longest = sum(
        question.options[question.answer] == max(question.options, key=len) for question in quiz
    )
    assert longest <= sum(1 / len(question.options) for question in quiz) + 1
    places = Counter(question.answer for question in quiz)
    assert max(places.values()) <= len(quiz) / 2
