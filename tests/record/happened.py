"""Events to test with: one of each kind, and any at all for Hypothesis."""

from datetime import UTC
from typing import Any

from hypothesis import strategies as st

from starprep.library.parts import Level, Part
from starprep.record.events import (
    DrillEvent,
    Event,
    HuntEvent,
    LearnEvent,
    ProbeEvent,
    QuizEvent,
)
from starprep.record.scales import Cue, Rating
from tests.practice.times import START

_COMMON = {"id": "id-1", "time": START, "walkthrough": "lost-parcels"}


def drill(**changes: Any) -> DrillEvent:
    given = {
        "run": "run-1",
        "part": Part.SITUATION,
        "level": Level.SDE2,
        "target_seconds": 30,
        "seconds": 30.0,
        "cue": Cue.FULL,
        "signals": (),
    }
    return DrillEvent.model_validate(_COMMON | given | changes)


def probe(**changes: Any) -> ProbeEvent:
    given = {"question": "Why you?", "target_seconds": 45, "seconds": 40.0}
    return ProbeEvent.model_validate(_COMMON | given | changes)


def quiz(**changes: Any) -> QuizEvent:
    given = {
        "prompt": "Which one?",
        "difficulty": "easy",
        "seed": 1,
        "round": 1,
        "chosen": 0,
        "correct": True,
    }
    return QuizEvent.model_validate(_COMMON | given | changes)


def learn(**changes: Any) -> LearnEvent:
    return LearnEvent.model_validate(_COMMON | {"pages": ("overview",)} | changes)


def hunt(**changes: Any) -> HuntEvent:
    given = {"target_seconds": 60, "seconds": 40.0, "found": 3, "missed": 1, "imagined": 2}
    return HuntEvent.model_validate(_COMMON | given | changes)


_TEXT = st.text(min_size=1, max_size=20) | st.sampled_from(
    ["\0", "\x1b[2J", '"\\', "]}\n", "\u2028", "e\u0301", "\U0001f600", "\ufeff", "\ud800"]
)
_SECONDS = st.floats(min_value=0, allow_infinity=False, allow_nan=False)
_TARGET = st.integers(1, 3600)
_RATING = st.none() | st.sampled_from(Rating)
_SHARED: dict[str, st.SearchStrategy[Any]] = {
    "id": _TEXT,
    "time": st.datetimes(timezones=st.just(UTC)),
    "walkthrough": _TEXT,
}

any_event: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        DrillEvent,
        **_SHARED,
        run=_TEXT,
        part=st.sampled_from(Part),
        level=st.sampled_from(Level),
        target_seconds=_TARGET,
        seconds=_SECONDS,
        cue=st.sampled_from(Cue),
        signals=st.lists(_TEXT, max_size=3).map(tuple),
        rating=_RATING,
        text=st.none() | st.text(max_size=20) | _TEXT,
        typed=st.none() | st.booleans(),
    ),
    st.builds(
        ProbeEvent,
        **_SHARED,
        item=st.none() | _TEXT,
        place=st.none() | st.integers(0, 9),
        answer=st.none() | st.text(max_size=9),
        question=_TEXT,
        target_seconds=_TARGET,
        seconds=_SECONDS,
        rating=_RATING,
    ),
    st.builds(
        QuizEvent,
        **_SHARED,
        item=st.none() | _TEXT,
        place=st.none() | st.integers(0, 9),
        answer=st.none() | st.text(max_size=9),
        over=st.none() | st.sampled_from(["story", "principle", "mixed"]),
        prompt=_TEXT,
        difficulty=st.sampled_from(["easy", "medium", "hard"]),
        seed=st.integers(),
        round=st.integers(1, 9),
        chosen=st.integers(0, 5),
        correct=st.booleans(),
    ),
    st.builds(
        HuntEvent,
        **_SHARED,
        target_seconds=_TARGET,
        seconds=_SECONDS,
        found=st.integers(0, 9),
        missed=st.integers(0, 9),
        imagined=st.integers(0, 9),
    ),
    st.builds(LearnEvent, **_SHARED, pages=st.lists(_TEXT, min_size=1, max_size=3).map(tuple)),
)
"""Any event, with texts that a file or a terminal might trip over."""
