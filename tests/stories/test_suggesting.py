"""Signals that are suggested: the words of what the review praises."""

from hypothesis import given
from hypothesis import strategies as st

from starprep.library import phrases
from starprep.library.parts import Part
from starprep.review.rule_files import read_rules
from starprep.stories.suggesting import MOST, suggest_signals

BOOK, _ = read_rules()
ACTION = (
    "I pulled the logs. I traced the fault to one lock. We had lunch. I wrote a test that fails."
)
RESULT = "The loss fell from 2% to zero. That was worth $8,000 a week. People were happy."


def test_deeds_changes_money_and_the_boundary_are_suggested_in_their_order() -> None:
    assert suggest_signals(ACTION, Part.ACTION, BOOK) == (
        "I pulled the logs",
        "I traced the fault to one lock",
        "I wrote a test that fails",
    )
    found = suggest_signals(RESULT, Part.RESULT, BOOK)
    assert found[0].startswith("from 2% to zero")
    assert any("$8,000" in each for each in found)
    assert not any("happy" in each for each in found)
    assert suggest_signals("It wasn't my team's service.", Part.TASK, BOOK)


@given(st.lists(st.sampled_from([*ACTION.split(), *RESULT.split(), "\n", "“", "I"])).map(" ".join))
def test_each_is_found_in_the_text_and_they_are_few(text: str) -> None:
    found = suggest_signals(text, Part.ACTION, BOOK)
    assert len(found) <= MOST
    assert all(phrases.find(each, text) for each in found)
