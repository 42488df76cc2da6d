"""Whose work it was."""

import pytest

from starprep.library.parts import Part
from tests.review.heard import STEPS, heard, said, serious


@pytest.mark.parametrize(
    "text",
    [
        "I traced it to a race.",
        "I then quickly rewrote the query.",
        "I've built a small tool.",
        "Every night I compare the two lists.",  # in the present tense
        "So I sat with them for a day.",
        "i wrote the fix",
    ],
)
def test_a_step_is_i_and_a_deed(text: str) -> None:
    assert len(said("step", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I think it works.",
        "I was on the team.",
        "I had a feeling.",
        "I didn't write it.",
        "I told my manager.",
        "I, too, was tired.",
        'She said "I wrote it".',
        "We wrote it.",
        "I'd like more time.",
    ],
)
def test_what_one_is_thinks_or_says_is_no_step(text: str) -> None:
    assert said("step", text) == []


def test_a_sentence_is_one_step_however_often_it_says_i() -> None:
    assert len(said("step", "I pulled the logs, I read them and I slept.")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We fixed it together.", ["We fixed it together"]),
        ("I looked, and we're sure.", ["we're sure"]),
        ("I wrote it. The answer wasn't 'we wait'.", []),
        ("The weekend went well.", []),
        ("I wrote half, and our whole team read it.", ["our whole team"]),
    ],
)
def test_we_in_the_action_is_heard(text: str, words: list[str]) -> None:
    assert said("we", text) == words


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.ACTION])
def test_we_elsewhere_is_left_alone(part: Part) -> None:
    assert said("we", "We ran a service for ten shops.", part) == []


def test_we_is_serious_where_it_does_more_than_i() -> None:
    assert "we" in serious("We looked. We found it. I wrote a line.")
    assert "we" in serious("We figured it out together.")
    assert "we" not in serious("I was tired. We figured it out.")
    assert "we" not in serious(STEPS + "We agreed on a date. We shipped it.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The wording was changed.", ["The wording was changed"]),
        ("After a while a new mailbox was set up.", ["a while a new mailbox was set"]),
        ("It was decided to wait.", ["It was decided"]),
        ("it was quickly agreed that we wait", ["it was quickly agreed"]),
        ("The model got retrained.", ["The model got retrained"]),
    ],
)
def test_work_that_nobody_does_is_heard(text: str, words: list[str]) -> None:
    assert [each[-12:] for each in said("passive", text)] == [each[-12:] for each in words]


@pytest.mark.parametrize(
    "text",
    [
        "The parser was written by Priya, and I wrote the rest.",
        "I was tired.",
        "The door was red.",
        "They said 'it was decided'.",
        "It was not decided by a clock.",
    ],
)
def test_a_doer_a_state_and_a_quotation_are_no_passive(text: str) -> None:
    assert said("passive", text) == []


def test_the_passive_belongs_in_the_situation() -> None:
    assert said("passive", "Orders were dropped every night.", Part.SITUATION) == []


def test_a_decision_without_anybody_is_serious_unless_ones_own_steps_carry_it() -> None:
    assert "passive" in serious("It was decided to roll back.")
    assert "passive" not in serious(STEPS + "It was decided to roll back.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fixed the bug. Shipped it on Friday.", ["Fixed the bug", "Shipped it on Friday"]),
        ("I fixed the bug and shipped it.", []),
        ("Made in a hurry, it broke. I mended it.", ["Made in a hurry"]),
    ],
)
def test_a_sentence_without_a_subject_is_heard(text: str, words: list[str]) -> None:
    assert [each[:4] for each in said("subject", text)] == [each[:4] for each in words]


@pytest.mark.parametrize(
    "text",
    [
        "I told the Platform team about it.",
        "I escalated it to my manager.",
        "I flagged it and waited.",
        "I opened a ticket for the vendor.",
        "I let the ops team know.",
        "They fixed it within a day.",
        "They handled it.",
        "The vendor's engineers took it from there.",
        "Finance dealt with it.",
        "I passed it on to support.",
        "I delegated the investigation to a junior.",
        "I informed my manager. She ran with it.",
    ],
)
def test_a_problem_that_is_passed_on_is_serious(text: str) -> None:
    assert "routing" in serious(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was not the team that fixed it, I did.",
        "I didn't just escalate it. I wrote the patch.",
        "I never told the team.",
        'My manager said "they fixed it".',
        "I told their lead, for visibility. I brought the fix with me. I tested it on their host.",
        "I fixed it.",
    ],
)
def test_negation_quotation_and_work_of_ones_own_are_no_routing(text: str) -> None:
    assert said("routing", text) == []


def test_others_doing_something_is_minor_where_ones_own_steps_carry_it() -> None:
    assert "routing" not in serious(STEPS + "They fixed the second one.")
    assert said("routing", STEPS + "They fixed the second one.") == ["They fixed"] or said(
        "routing", STEPS + "They fixed the second one."
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It wasn't my team's service, and there was no ticket.", 2),
        ("Nobody had asked me to look.", 1),
        ("It was another team's code.", 1),
        ("It was my team's service.", 0),
        ("It wasn't my fault.", 0),
    ],
)
def test_the_boundary_is_heard_where_it_is_said(text: str, found: int) -> None:
    assert len(said("boundary", text, Part.TASK)) == found


def test_an_honest_division_of_work_is_not_serious() -> None:
    text = (
        "We split the work: Priya took the parser. I wrote the importer. I tested it on last "
        "year's files. I found forty that broke it. I mended those first."
    )
    assert serious(text) == set()
    assert len(heard(text).remarks) > 3
