import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.record.calendar import Calendar
from tests.practice.times import START

AUCKLAND = timezone(timedelta(hours=13))
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str, zone: tzinfo = UTC) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.fixture(name="machine_in_berlin")
def _machine_in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system keeps the zone it started with")
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("then", "now", "text"),
    [
        # Midnight in Auckland is 11:00 UTC.
        ("2026-01-10 11:00", "2026-01-11 10:59", "today"),
        ("2026-01-10 10:59", "2026-01-10 11:00", "yesterday"),
        ("2026-01-09 11:00", "2026-01-11 10:59", "yesterday"),
        ("2026-01-09 10:59", "2026-01-10 11:00", "2 days ago"),
        ("2026-01-01 12:00", "2026-01-14 12:00", "13 days ago"),
        ("2026-01-01 12:00", "2026-01-15 12:00", "2026-01-02"),
        ("2026-01-10 12:00", "2026-01-09 12:00", "today"),
    ],
)
def test_days_are_counted_by_the_midnights_where_the_candidate_is(
    then: str, now: str, text: str
) -> None:
    assert Calendar(at(now), AUCKLAND).ago(at(then)) == text


def test_the_days_since_never_go_below_zero() -> None:
    calendar = Calendar(START, AUCKLAND)
    assert calendar.days_ago(START - timedelta(days=30)) == 30
    assert calendar.days_ago(START + timedelta(days=30)) == 0


SUMMER_TIME = [
    # On 25 October, back to winter time; 22:30 UTC the evening before is past midnight still.
    (at("2026-10-24T22:30"), at("2026-11-20T12:00", BERLIN), "2026-10-25"),
    (at("2026-10-24T22:30"), at("2026-10-26T12:00", BERLIN), "yesterday"),
    (at("2026-03-28T23:30", BERLIN), at("2026-03-29T12:00", BERLIN), "yesterday"),
]


@pytest.mark.parametrize(("then", "now", "text"), SUMMER_TIME)
def test_a_day_is_told_by_the_zones_rules_at_that_time(
    then: datetime, now: datetime, text: str
) -> None:
    assert Calendar(now, BERLIN).ago(then) == text


@pytest.mark.usefixtures("machine_in_berlin")
@pytest.mark.parametrize(("then", "now", "text"), SUMMER_TIME)
def test_the_machines_own_zone_has_its_rules_too(then: datetime, now: datetime, text: str) -> None:
    assert Calendar(now.astimezone(UTC)).ago(then.astimezone(UTC)) == text


ENDS = [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)]


@given(
    st.sampled_from(ENDS),
    st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
    | st.sampled_from([None, BERLIN, ZoneInfo("Pacific/Auckland"), ZoneInfo("America/New_York")]),
)
def test_the_first_and_the_last_year_have_days_in_every_zone(
    time: datetime, zone: tzinfo | None
) -> None:
    for now in (*ENDS, START):
        assert Calendar(now, zone).ago(time)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-05-20T08:00", "today"),
        ("2026-05-19T08:00", "yesterday"),
        ("2026-05-07T08:00", "13 days ago"),
        ("2026-05-06T08:00", "on 6 May"),
        ("2025-12-31T08:00", "on 31 December 2025"),
    ],
)
def test_when_something_was_is_told_as_a_sentence_ends(then: str, said: str) -> None:
    assert Calendar(at("2026-05-20T12:00"), UTC).on(at(then)) == said
