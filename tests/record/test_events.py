import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from starprep.library.parts import Level, Part
from starprep.record.events import DrillEvent, Event
from starprep.record.scales import Cue, Rating
from tests.record.happened import any_event, drill, learn, probe, quiz

EVENT: TypeAdapter[Event] = TypeAdapter(Event)


def test_a_drill_is_kept_under_the_names_of_the_records_contract() -> None:
    event = drill(
        part=Part.ACTION,
        level=Level.SENIOR,
        seconds=31.5,
        cue=Cue.SIGNALS,
        signals=("I noticed",),
        parts=4,
        wanted=6,
        rating=Rating.GOOD,
        text="I noticed it.",
        typed=True,
    )
    assert json.loads(event.model_dump_json()) == {
        "id": "id-1",
        "time": "2026-01-05T09:00:00Z",
        "kind": "drill",
        "walkthrough": "lost-parcels",
        "run": "run-1",
        "part": "action",
        "level": "senior",
        "target_seconds": 30,
        "seconds": 31.5,
        "cue": "signals",
        "signals": ["I noticed"],
        "parts": 4,
        "wanted": 6,
        "rating": 3,
        "text": "I noticed it.",
        "typed": True,
    }


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("part", ["situation", "task", "action", "result", "reflection"]),
        ("level", ["sde1", "sde2", "senior"]),
        ("cue", ["full", "signals", "name", "none"]),
        ("rating", [1, 2, 3, 4]),
    ],
)
def test_every_value_is_kept_as_the_contract_writes_it(key: str, values: list[Any]) -> None:
    choices: list[Any] = list({"part": Part, "level": Level, "cue": Cue, "rating": Rating}[key])
    kept = [json.loads(drill(**{key: each}).model_dump_json())[key] for each in choices]
    assert kept == values


@pytest.mark.parametrize(
    ("event", "kind"),
    [(drill(), "drill"), (probe(), "probe"), (quiz(), "quiz"), (learn(), "learn")],
)
def test_an_events_kind_tells_what_it_is(event: Event, kind: str) -> None:
    kept = json.loads(event.model_dump_json())
    assert kept["kind"] == kind
    assert type(EVENT.validate_python(kept)) is type(event)


@given(any_event)
def test_any_event_is_read_back_as_it_was(event: Event) -> None:
    assert EVENT.validate_python(json.loads(event.model_dump_json())) == event


def test_an_event_is_never_changed() -> None:
    event: Any = drill()
    with pytest.raises(ValidationError):
        event.seconds = 1.0


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ""},
        {"walkthrough": ""},
        {"run": ""},
        {"part": "epilogue"},
        {"level": "sde9"},
        {"cue": "whisper"},
        {"target_seconds": 0},
        {"seconds": -0.1},
        {"seconds": float("nan")},
        {"seconds": float("inf")},
        {"signals": ("",)},
        {"rating": 0},
        {"rating": 5},
        {"time": datetime(2026, 1, 5, 9, 0)},  # noqa: DTZ001
        {"time": "0001-01-01T00:00:00+14:00"},
        {"time": "yesterday"},
    ],
    ids=str,
)
def test_what_cannot_have_happened_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        drill(**changes)


@pytest.mark.parametrize("key", [*DrillEvent.model_fields])
def test_what_a_drill_must_tell_and_what_it_may_leave_out(key: str) -> None:
    kept = json.loads(drill().model_dump_json())
    del kept[key]
    if key in {"parts", "wanted", "rating", "text", "typed", "kind"}:
        assert DrillEvent.model_validate(kept) == drill()
    else:
        with pytest.raises(ValidationError):
            DrillEvent.model_validate(kept)


@pytest.mark.parametrize(
    "changes", [{"round": 0}, {"chosen": -1}, {"difficulty": "fiendish"}, {"correct": "perhaps"}]
)
def test_an_impossible_quiz_answer_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        quiz(**changes)


def test_a_visit_opened_at_least_one_page() -> None:
    with pytest.raises(ValidationError):
        learn(pages=())


@pytest.mark.parametrize("changes", [{"target_seconds": 0}, {"seconds": -1}, {"question": ""}])
def test_an_impossible_reply_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        probe(**changes)


def test_a_reply_may_stay_unrated_and_may_take_a_second() -> None:
    assert probe(target_seconds=1).rating is None


def test_times_are_kept_in_utc_wherever_the_candidate_is() -> None:
    kolkata = timezone(timedelta(hours=5, minutes=30))
    event = drill(time=datetime(2026, 1, 5, 1, 0, tzinfo=kolkata))
    assert event.time == datetime(2026, 1, 4, 19, 30, tzinfo=UTC)
    assert json.loads(event.model_dump_json())["time"] == "2026-01-04T19:30:00Z"


def test_a_field_of_a_later_version_is_no_reason_to_refuse_an_event() -> None:
    assert drill(mood="fine") == drill()


def test_text_that_no_file_can_hold_is_kept_as_far_as_it_can_be() -> None:
    assert drill(text="half \ud83d of an emoji").text == "half ? of an emoji"


@pytest.mark.parametrize(
    ("told", "is_typed"),
    [({}, False), ({"text": "I noticed"}, True), ({"text": "I noticed", "typed": True}, True)],
)
def test_an_answer_of_before_with_a_text_was_typed_too(
    told: dict[str, Any], is_typed: bool
) -> None:
    assert drill(**told).is_typed is is_typed
