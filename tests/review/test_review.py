"""The whole review: offsets, parts, times, the headline, and that it is always the same."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import WORDS_PER_MINUTE, Level, Part
from starprep.library.speech import spoken_seconds
from starprep.library.walkthrough import Walkthrough
from starprep.review.lists import Severity
from starprep.review.review import as_data, review
from tests.examples import walkthrough_data
from tests.review.heard import BOOK, STEPS

ROUTING = "I told the Platform team. They handled it. The rate improved and the team was happy."
SAID = st.text(st.sampled_from("abI wetold team%£.,!?\"'’\n\r\t0123-→é漢\U0001f600"), max_size=120)


@given(SAID, st.none() | st.sampled_from(Part))
def test_every_remark_stands_where_it_says(text: str, part: Part | None) -> None:
    found = review(text, BOOK, part=part)
    for each in found.remarks:
        assert 0 <= each.start <= each.end <= len(text)
        assert text[each.start : each.end] == each.words
        assert each.why
    assert list(found.remarks) == sorted(
        found.remarks, key=lambda each: (each.start, each.end, each.rule)
    )


@given(SAID)
def test_the_same_answer_always_gets_the_same_review(text: str) -> None:
    assert as_data(review(text, BOOK)) == as_data(review(text, BOOK))


@given(SAID)
def test_the_parts_hold_every_word_once_and_in_order(text: str) -> None:
    parts = review(text, BOOK).parts
    assert [each.part for each in parts] == sorted(
        (each.part for each in parts), key=list(Part).index
    )
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert sum(each.share for each in parts) == pytest.approx(1.0 if parts else 0.0)


def test_windows_line_ends_move_no_offset() -> None:
    text = "I wrote it.\r\n\r\nThey handled it.\r\n"
    (remark,) = (each for each in review(text, BOOK).remarks if each.rule == "routing")
    assert text[remark.start : remark.end] == remark.words == "They handled it"


def test_a_whole_answer_is_found_in_its_parts() -> None:
    text = (
        "I was on the order team, and customers had paid for orders that never moved. "
        "It wasn't our service and nobody had asked, but I took it on. "
        + STEPS
        + "As a result the loss fell from 2% to zero. "
        "Looking back, I learned that a silent retry needs an alert."
    )
    parts = {each.part: text[each.start : each.end] for each in review(text, BOOK).parts}
    assert parts[Part.SITUATION].startswith("I was on the order team")
    assert parts[Part.TASK].startswith("It wasn't our service")
    assert parts[Part.ACTION].startswith("I pulled the logs")
    assert parts[Part.RESULT].startswith("As a result")
    assert parts[Part.REFLECTION].startswith("Looking back")


def test_the_headline_is_the_change_that_helps_most() -> None:
    found = review(ROUTING, BOOK)
    assert found.headline is not None
    assert found.headline.rule == "routing"
    assert found.headline.change == "Say what you did about it, and not whom you told."
    better = review(STEPS + "I think it fell from 2% to zero. A log can lie, I learned.", BOOK)
    assert better.headline is not None
    assert better.headline.rule == "hedge"
    assert review("I wrote it.", BOOK, part=Part.ACTION).headline is None


def test_a_part_has_its_time_and_its_target() -> None:
    walkthrough = Walkthrough.model_validate(walkthrough_data())
    found = review("word " * 75, BOOK, part=Part.SITUATION, walkthrough=walkthrough)
    (part,) = found.parts
    assert (part.seconds, part.target, part.words) == (30, 30, 75)
    assert found.seconds == 30
    low = review("word", BOOK, part=Part.SITUATION, walkthrough=walkthrough, level=Level.SDE1)
    assert low.parts[0].target == walkthrough.target(Part.SITUATION, Level.SDE1)


def test_what_takes_too_long_is_heard_from_where_the_time_is_up() -> None:
    walkthrough = Walkthrough.model_validate(walkthrough_data())
    text = "I looked at it. " * 40
    (over,) = (
        each
        for each in review(text, BOOK, part=Part.SITUATION, walkthrough=walkthrough).remarks
        if each.rule == "over"
    )
    assert len(text[: over.start].split()) == 75
    whole = review("I looked at it. " * 120, BOOK)
    assert "over" in {each.rule for each in whole.remarks}


@pytest.mark.parametrize(("level", "limit"), [(Level.SDE1, 120), (Level.SENIOR, 180)])
def test_where_over_begins_is_where_the_seconds_that_are_shown_pass_the_limit(
    level: Level, limit: int
) -> None:
    most = BOOK.limits["most_of_limit"] * limit
    words = int(most * WORDS_PER_MINUTE / 60)
    just = review("word " * words, BOOK, level=level)
    assert just.seconds <= most
    assert "over" not in {each.rule for each in just.remarks}
    text = "word " * (words + 1)
    past = review(text, BOOK, level=level)
    assert past.seconds > most
    (over,) = (each for each in past.remarks if each.rule == "over")
    assert spoken_seconds(text[: over.start]) == limit
    assert f"{past.seconds:.0f} s of {limit}" in over.why
    assert sum(each.seconds for each in past.parts) == pytest.approx(spoken_seconds(text))


def test_signals_of_the_part_or_of_the_whole_are_hit_or_missed() -> None:
    walkthrough = Walkthrough.model_validate(walkthrough_data())
    text = "Nobody asked me to, but I noticed that parcels got lost."
    part = review(text, BOOK, part=Part.SITUATION, walkthrough=walkthrough)
    assert (list(part.hit), part.missed) == (["I noticed", "nobody had asked"], ())
    whole = review(text, BOOK, walkthrough=walkthrough)
    assert list(whole.hit) == ["I noticed", "nobody had asked"]
    assert "from 2% to zero" in whole.missed
    assert review(text, BOOK).missed == ()


def test_the_result_that_comes_too_late_and_the_parts_out_of_balance_are_heard() -> None:
    opening = "We ran a shop and there was a problem with the orders of our customers. " * 8
    found = review(opening + STEPS + "In the end it fell from 2% to zero. I learned it late.", BOOK)
    assert "share" in {each.rule for each in found.remarks}


OPENING = "There was a queue that lost orders every night. "
TASK = "It wasn't my team's queue, but I decided to find the cause. "
RESULT = "As a result the loss fell from 2% to zero. "
LESSON = "I learned that a silent retry in the logs needs an alert."


@pytest.mark.parametrize(
    ("said", "missing", "weight"),
    [
        (OPENING + TASK + STEPS + RESULT + LESSON, None, None),
        (STEPS + TASK + RESULT + LESSON, "Situation", Severity.MINOR),
        (OPENING + STEPS + RESULT + LESSON, "Task", Severity.MINOR),
        (OPENING + TASK + RESULT + LESSON, "Action", Severity.MINOR),
        (OPENING + TASK + STEPS + LESSON, "Result", Severity.SERIOUS),
        (OPENING + TASK + STEPS + RESULT, "Reflection", Severity.SERIOUS),
    ],
)
def test_a_part_that_is_missing_is_told_each_for_itself(
    said: str, missing: str | None, weight: Severity | None
) -> None:
    told = [each for each in review(said, BOOK).remarks if each.rule == "missing"]
    assert [each.why.split()[1] for each in told] == ([missing] if missing else [])
    assert all(each.severity is weight for each in told)


def test_a_missing_part_that_can_be_inferred_leads_no_headline_before_another_fault() -> None:
    found = review(OPENING + STEPS + "I think that was the cause. " + RESULT + LESSON, BOOK)
    assert {"missing", "hedge"} <= {each.rule for each in found.remarks}
    assert found.headline is not None
    assert found.headline.rule == "hedge"


def test_steps_are_counted_and_the_boundary_is_said_or_not() -> None:
    found = review(STEPS, BOOK, part=Part.ACTION)
    assert (found.steps, found.is_boundary_said) == (4, False)
    assert review("Nobody had asked me.", BOOK, part=Part.TASK).is_boundary_said


def test_a_result_at_the_very_end_of_a_long_answer_comes_too_late() -> None:
    long = "I looked at one more shop and wrote down what I saw there that day. " * 30
    late = long + "As a result it fell from 2% to zero. I learned to count shops."
    rules = {each.rule for each in review(late, BOOK).remarks}
    assert "late" in rules
    early = STEPS + "As a result it fell from 2% to zero. I learned to read a retry in the logs."
    assert "late" not in {each.rule for each in review(early, BOOK).remarks}


def test_nothing_in_it_is_a_score() -> None:
    data = as_data(review(ROUTING, BOOK))
    assert set(data) == {
        "remarks", "headline", "parts", "signals", "steps", "boundary", "seconds",
    }  # fmt: skip
    severities = {each.value for each in Severity}
    assert severities == {"serious", "minor", "good"}
