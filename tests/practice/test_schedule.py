"""When to come back to what was practised."""

import pytest

from starprep.practice.schedule import rest_days
from starprep.record.scales import Rating


@pytest.mark.parametrize(
    ("rating", "days"),
    [(Rating.AGAIN, 0), (Rating.HARD, 1), (Rating.GOOD, 3), (Rating.EASY, 6)],
)
def test_the_easier_it_came_the_longer_it_rests(rating: Rating, days: int) -> None:
    assert rest_days([rating]) == days


def test_what_came_hardest_decides_and_what_was_not_rated_does_not_count() -> None:
    assert rest_days([Rating.EASY, None, Rating.HARD, Rating.GOOD]) == 1
    assert rest_days([None]) is None
    assert rest_days([]) is None
