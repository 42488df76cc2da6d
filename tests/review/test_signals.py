"""Signals heard by what they mean."""

import pytest

from starprep.review.signals import hit
from starprep.review.spoken import Spoken
from tests.review.heard import BOOK


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        ("nobody had asked", "And nobody asked me to look."),
        ("nobody had asked", "No one had asked, nobody at all had asked."),
        ("I traced … race condition", "I could trace it back to a race condition."),
        ("from 0.3% to zero", "It went from 0.3% to zero."),
        ("I wrote a minimal fix", "I'd written a really minimal fix for it."),
        ("ready-to-merge pull request", "I sent a pull request, ready-to-merge, on Monday."),
        ("I decided to act", "So I decided that I'd act."),
        ("not my team's code", "The code was not my team's."),
        ("six weeks", "It was 6 weeks."),
    ],
)
def test_a_signal_is_heard_in_other_words_of_its_meaning(signal: str, text: str) -> None:
    assert signal in hit([signal], Spoken(text), BOOK)


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        ("nobody had asked", "My manager asked me to look."),
        ("I traced … race condition", "I did not trace the race condition."),
        ("from 0.3% to zero", "It went from 3% to zero."),
        ("I wrote a minimal fix", "I wrote a book. Later a minimal fix came from Platform."),
        ("no ticket", "There was a ticket."),
        ("I decided to act", "I decided."),
        ("six weeks", "It was seven weeks."),
    ],
)
def test_a_signal_is_not_heard_where_its_meaning_is_not(signal: str, text: str) -> None:
    assert hit([signal], Spoken(text), BOOK) == {}


def test_it_says_where_the_signal_is() -> None:
    text = "Well, nobody had ever asked me."
    span = hit(["nobody had asked"], Spoken(text), BOOK)["nobody had asked"]
    assert text[span.start : span.end] == "nobody had ever asked"
