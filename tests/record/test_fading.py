"""What the last attempt leads to."""

import pytest

from starprep.record.fading import Suggestion, Why, suggest
from starprep.record.scales import Cue, Rating
from tests.record.happened import drill

AGAIN, HARD, GOOD, EASY = Rating
SIX = ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("cue", "rating", "seconds", "hit", "why", "expected"),
    [
        (Cue.FULL, GOOD, 30, 6, Why.READY, Cue.SIGNALS),
        (Cue.FULL, EASY, 36, 4, Why.READY, Cue.SIGNALS),
        (Cue.SIGNALS, GOOD, 15, 4, Why.READY, Cue.NAME),
        (Cue.NAME, EASY, 30, 6, Why.READY, Cue.NONE),
        (Cue.NONE, EASY, 30, 6, Why.READY, Cue.NONE),
        (Cue.FULL, EASY, 36.1, 6, Why.LONG, Cue.FULL),
        (Cue.SIGNALS, GOOD, 14.9, 6, Why.SHORT, Cue.SIGNALS),
        (Cue.SIGNALS, GOOD, 30, 3, Why.SIGNALS, Cue.SIGNALS),
        (Cue.FULL, EASY, 30, 0, Why.SIGNALS, Cue.FULL),
        (Cue.SIGNALS, HARD, 30, 6, Why.HARD, Cue.SIGNALS),
        (Cue.SIGNALS, None, 30, 6, Why.UNRATED, Cue.SIGNALS),
        (Cue.SIGNALS, AGAIN, 30, 6, Why.AGAIN, Cue.FULL),
        (Cue.NAME, AGAIN, 90, 0, Why.AGAIN, Cue.SIGNALS),
        (Cue.FULL, AGAIN, 30, 6, Why.AGAIN, Cue.FULL),
    ],
)
def test_help_fades_on_time_signals_and_rating_and_comes_back_on_again(
    cue: Cue, rating: Rating | None, seconds: float, hit: int, why: Why, expected: Cue
) -> None:
    before = drill(cue=Cue.NONE, rating=Rating.AGAIN, seconds=500)
    last = drill(cue=cue, rating=rating, seconds=seconds, signals=SIX[:hit], wanted=6)
    assert suggest([before, before, last]) == Suggestion(expected, why, cue)


@pytest.mark.parametrize("seconds", [0, 30, 500])
def test_the_time_of_a_typed_attempt_is_no_evidence_and_its_signals_and_rating_are(
    seconds: float,
) -> None:
    told = {"seconds": seconds, "text": "typed", "wanted": 6, "cue": Cue.SIGNALS}
    assert suggest([drill(**told, signals=SIX, rating=GOOD)]).why is Why.READY
    assert suggest([drill(**told, signals=SIX[:3], rating=GOOD)]).why is Why.SIGNALS
    assert suggest([drill(**told, signals=SIX, rating=HARD)]).why is Why.HARD


def test_ten_seconds_of_ninety_with_no_signal_are_no_evidence_however_they_felt() -> None:
    last = drill(target_seconds=90, seconds=10, signals=(), wanted=7, rating=GOOD)
    assert suggest([last]).cue is Cue.FULL


@pytest.mark.parametrize(
    ("wanted", "least"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5)]
)
def test_most_signals_are_two_thirds_of_them(wanted: int, least: int) -> None:
    def cue(hit: int) -> Cue:
        signals = tuple(map(str, range(hit)))
        return suggest([drill(signals=signals, wanted=wanted, rating=GOOD)]).cue

    assert cue(least) is Cue.SIGNALS
    assert cue(least - 1) is Cue.FULL


def test_a_part_without_signals_needs_none() -> None:
    assert suggest([drill(wanted=0, rating=GOOD)]).why is Why.READY


@pytest.mark.parametrize(("hit", "why"), [(("a",), Why.READY), ((), Why.SIGNALS)])
def test_where_an_older_event_does_not_tell_how_many_there_were_one_is_enough(
    hit: tuple[str, ...], why: Why
) -> None:
    assert suggest([drill(signals=hit, rating=GOOD)]).why is why


def test_the_first_attempt_is_with_the_full_example() -> None:
    assert suggest([]) == Suggestion(Cue.FULL, Why.FIRST)


def test_less_and_more_are_told_only_where_the_help_changes() -> None:
    def suggestion(cue: Cue, rating: Rating) -> Suggestion:
        return suggest([drill(cue=cue, rating=rating, signals=SIX, wanted=6)])

    assert suggestion(Cue.FULL, GOOD).is_less
    assert not suggestion(Cue.NONE, GOOD).is_less
    assert not suggestion(Cue.NAME, HARD).is_less
    assert suggestion(Cue.NAME, AGAIN).is_more
    assert not suggestion(Cue.FULL, AGAIN).is_more
