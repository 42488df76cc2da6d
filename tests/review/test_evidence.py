"""Numbers, what they are, and outcomes that have none."""

import pytest

from starprep.library.parts import Part
from tests.review.heard import said, serious

RESULT = Part.RESULT


@pytest.mark.parametrize(
    "text",
    [
        "Losses fell from 2% to zero.",
        "The page went from 48 seconds down to under two.",
        "It takes four minutes instead of two days.",
        "It was forty minutes, and now it's six.",
        "We had eleven pages a night before and three after.",
        "11% → 4%",
        "The p99 went from 900 ms to 210ms.",
        "Complaints are at 20 a week, down from sixty.",
        "It used to take 90 minutes; today it takes 12.",
    ],
)
def test_both_ends_of_a_change_are_one_remark(text: str) -> None:
    assert len(said("delta", text, RESULT)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I followed it from one server to the next.",
        "It fell to 4%.",
        "Two of them came on 3 May.",
        "I spent two days and called six people.",
    ],
)
def test_one_end_or_two_other_numbers_are_no_change(text: str) -> None:
    assert said("delta", text, RESULT) == []


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("money", "It saved $8,000 a week.", ["$8,000"]),
        ("money", "It saved eight thousand pounds.", ["eight thousand pounds"]),
        ("time", "It took six weeks.", ["six weeks"]),
        ("time", "A two-week prototype came first.", ["two-week"]),
        ("volume", "It stopped 280 parcels a day.", ["280 parcels"]),
        ("volume", "Eleven of the testers finished.", ["Eleven of the testers"]),
        ("volume", "One thing is sure.", []),
        ("money", "It was worth a lot.", []),
        ("money", "It saved $120k a year.", ["$120k"]),
        ("time", "It answers in 210ms.", ["210ms"]),
        ("volume", "It stopped forty a night.", ["forty a night"]),
    ],
)
def test_a_number_is_told_as_what_it_is(rule: str, text: str, words: list[str]) -> None:
    assert said(rule, text, RESULT) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Errors fell by 30%.", ["30%"]),
        ("Errors fell by thirty per cent.", ["thirty per cent"]),
        ("Errors fell by 30%. That is 600 fewer calls a week.", []),  # its base is next door
        ("It fell from 11% to 4%.", []),
        ("Of 4,000 orders 3% were lost.", []),
    ],
)
def test_a_bare_percentage_has_neither_base_nor_other_end(text: str, words: list[str]) -> None:
    assert said("percentage", text, RESULT) == words


@pytest.mark.parametrize(
    "text",
    [
        "Things improved a lot.",
        "Builds are much more reliable now.",
        "It made a huge difference.",
        "Complaints dropped massively.",
        "We saved the company a lot of money.",
        "Everything went really well.",
        "It got so much faster.",
    ],
)
def test_an_outcome_without_a_number_is_serious_in_the_result(text: str) -> None:
    assert "unmeasured" in serious(text, RESULT)


@pytest.mark.parametrize(
    "text",
    [
        "Complaints dropped massively, from 60 a week to 20.",
        "Two of nine teachers use it every day.",
        "Nobody had to recount by hand again.",
    ],
)
def test_an_outcome_with_a_number_is_left_alone(text: str) -> None:
    assert said("unmeasured", text, RESULT) == []


def test_what_was_bad_in_the_situation_needs_no_number() -> None:
    assert said("unmeasured", "It had got much slower.", Part.SITUATION) == []


def test_a_result_with_no_number_at_all_is_heard_once() -> None:
    assert said("unmeasured", "The rollout was over and people went home.", RESULT) == [
        "The rollout was over and people went home"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The team was really happy.",
        "My manager was very impressed.",
        "They loved it.",
        "I got great feedback.",
        "People found it useful.",
        "It was well received.",
    ],
)
def test_approval_is_told_apart_from_a_result(text: str) -> None:
    assert said("applause", text, RESULT)


@pytest.mark.parametrize(
    "text", ["The team was small.", "I was not happy.", "They were not pleased."]
)
def test_other_states_are_no_approval(text: str) -> None:
    assert said("applause", text, RESULT) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Platform team made it a standard.",
        "Four other teams have since copied it.",
        "Every new service starts with it.",
        "It still runs every night.",
    ],
)
def test_what_outlasts_the_story_is_heard(text: str) -> None:
    assert said("lasting", text, RESULT)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It recovered $8,000 a week.", True),
        ("That is fewer calls for two people on the desk.", True),
        ("It was worth £900 a month to the shop.", True),
        ("It was worth doing.", False),
        ("I changed the index.", False),
    ],
)
def test_what_it_was_worth_is_heard(text: str, found: bool) -> None:
    assert bool(said("worth", text, RESULT)) is found
