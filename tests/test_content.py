"""The built-in content is what the README and `docs/editing.md` promise of it."""

from collections import Counter
from itertools import chain

import pytest

from starprep.library.checking import check
from starprep.library.editor.editing import edit
from starprep.library.files import files_in
from starprep.library.parts import Level, Part
from starprep.library.principle import Principle
from starprep.library.question import Difficulty
from starprep.library.reading import read_principle, read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.places import built_in_content

FILES = files_in([built_in_content()])
PRINCIPLES = [
    found for path in FILES.principles if isinstance(found := read_principle(path).value, Principle)
]
IDS = {principle.id for principle in PRINCIPLES}
WALKTHROUGHS = [
    value
    for path in FILES.walkthroughs
    if isinstance(value := read_walkthrough(path, IDS).value, Walkthrough)
]

each_walkthrough = pytest.mark.parametrize("walkthrough", WALKTHROUGHS, ids=lambda each: each.id)


def test_nothing_is_wrong_in_form() -> None:
    assert check(FILES, FILES) == ()


def test_an_editor_would_send_nothing_back() -> None:
    assert [str(problem) for problem in edit(FILES, FILES)] == []


def test_sixteen_principles_are_told_in_full_in_their_published_order() -> None:
    assert sorted(each.order for each in PRINCIPLES) == list(range(1, 17))
    for principle in PRINCIPLES:
        assert principle.core_signal
        assert len(principle.looks_like) >= 3
        assert principle.is_not
        assert len(principle.questions) >= 4


def test_each_principle_has_two_walkthroughs_whose_questions_it_lists() -> None:
    of = Counter(each.principle for each in WALKTHROUGHS)
    assert {principle.id: of[principle.id] >= 2 for principle in PRINCIPLES} == dict.fromkeys(
        IDS, True
    )
    for walkthrough in WALKTHROUGHS:
        (principle,) = (each for each in PRINCIPLES if each.id == walkthrough.principle)
        assert walkthrough.question in principle.questions


def test_no_question_is_asked_twice() -> None:
    assert max(Counter(each.question for each in WALKTHROUGHS).values()) == 1
    prompts = (question.prompt for each in WALKTHROUGHS for question in each.quiz)
    assert max(Counter(prompts).values()) == 1


def test_each_principle_is_what_two_stories_adapt_to() -> None:
    others = Counter(other.principle for each in WALKTHROUGHS for other in each.adaptations)
    assert min(others[name] for name in IDS) >= 2


def test_every_level_is_heard_and_not_every_story_is_a_success() -> None:
    levels = Counter(each.level for each in WALKTHROUGHS)
    assert levels[Level.SDE1] >= 6
    assert levels[Level.SENIOR] >= 6
    assert sum("failure" in each.tags for each in WALKTHROUGHS) >= 8


def test_the_stories_come_from_many_fields_and_companies_of_every_size() -> None:
    tags = Counter(chain.from_iterable(each.tags for each in WALKTHROUGHS))
    assert len(tags) >= 25
    assert all(tags[size] >= 4 for size in ("startup", "mid-size", "big-company"))


@each_walkthrough
def test_every_part_is_there(walkthrough: Walkthrough) -> None:
    assert len(walkthrough.probes) >= 4
    assert len(walkthrough.quiz) >= 6
    difficulties = Counter(question.difficulty for question in walkthrough.quiz)
    assert all(difficulties[each] >= 2 for each in Difficulty)
    assert len(walkthrough.adaptations) >= 3
    assert {guide.level for guide in walkthrough.levels} == set(Level)
    reflections = walkthrough.section(Part.REFLECTION).examples or {}
    assert set(reflections) >= {Level.SDE2, Level.SENIOR}
    assert len(set(reflections.values())) == len(reflections)


@each_walkthrough
def test_the_targets_keep_the_shape_of_an_answer(walkthrough: Walkthrough) -> None:
    whole = walkthrough.seconds
    assert 1 / 2 <= walkthrough.target(Part.ACTION, walkthrough.level) / whole <= 2 / 3
    level = walkthrough.level
    opening = sum(walkthrough.target(part, level) for part in (Part.SITUATION, Part.TASK))
    assert opening <= whole / 3


@each_walkthrough
def test_a_reply_fits_its_follow_up_question(walkthrough: Walkthrough) -> None:
    for probe in walkthrough.probes:
        assert probe.strong is not None
        assert len(probe.strong.reply.split()) <= probe.target_seconds * 150 / 60 * 1.05
