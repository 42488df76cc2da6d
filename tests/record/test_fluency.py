"""How well a part is known, from the attempts at it."""

from typing import Any

import pytest

from starprep.record.fluency import Fluency, fluency
from tests.record.happened import drill

WELL = {"seconds": 30, "target_seconds": 30, "signals": ("I noticed",), "rating": 3}


def test_a_part_that_was_never_tried_is_unsaid() -> None:
    assert fluency(()) is Fluency.UNSAID


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, Fluency.FLUENT),
        ({"rating": None}, Fluency.FLUENT),
        ({"rating": 4}, Fluency.FLUENT),
        ({"rating": 2}, Fluency.SAID),
        ({"rating": 1}, Fluency.SAID),
        ({"seconds": 36}, Fluency.FLUENT),
        ({"seconds": 36.1}, Fluency.SAID),
        ({"seconds": 15}, Fluency.FLUENT),
        ({"seconds": 14.9}, Fluency.SAID),
        ({"signals": ()}, Fluency.SAID),
        ({"text": "I noticed it."}, Fluency.SAID),
    ],
)
def test_a_part_is_fluent_in_time_with_signals_and_not_rated_low(
    changes: dict[str, Any], found: Fluency
) -> None:
    assert fluency([drill(**WELL | changes)]) is found


def test_the_last_attempt_decides() -> None:
    good, bad = drill(**WELL), drill(**WELL | {"rating": 1})
    assert fluency([good, bad]) is Fluency.SAID
    assert fluency([bad, good]) is Fluency.FLUENT
