"""The red-flag hunt: phrases, marks, what was caught, and what is kept of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.speech import words
from starprep.library.walkthrough import Walkthrough
from starprep.library.weak_answer import WeakAnswer
from starprep.practice.attempt import IllegalStep, Notice, Phase
from starprep.practice.hunt import UNCUT, Hunt, cut, target_seconds
from tests.examples import walkthrough_data
from tests.practice.times import FakeClock, stamper

WEAK = {
    "text": "Parcels got lost, so I told the other team. They fixed it, and it was much better.",
    "flags": [
        {"quote": "I told the other team", "why": "That is passing it on."},
        {"quote": "it was much better", "why": "By how much?"},
        {"why": "There is no number."},
    ],
    "verdict": "Nothing in it was theirs.",
    "leaning": "no-hire",
}


def hunt() -> Hunt:
    walkthrough = Walkthrough.model_validate(walkthrough_data(weak_answer=WEAK))
    return Hunt(walkthrough, FakeClock(), stamper())


def shown(made: Hunt) -> list[str]:
    return [made.text[span.start : span.end] for span in made.phrases]


def mark(made: Hunt, *phrases: str) -> None:
    for phrase in phrases:
        made.mark(shown(made).index(phrase))


def test_a_phrase_ends_where_the_voice_pauses() -> None:
    assert shown(hunt()) == [
        "Parcels got lost,",
        "so I told the other team.",
        "They fixed it,",
        "and it was much better.",
    ]


def test_a_long_phrase_is_cut_where_a_clause_begins_and_a_short_one_is_joined() -> None:
    text = "So, we looked at every parcel in the depot because nobody had a list of them. Yes."
    assert [text[span.start : span.end] for span in cut(text)] == [
        "So, we looked at every parcel in the depot",
        "because nobody had a list of them.",
        "Yes.",
    ]


def test_a_long_phrase_in_which_no_clause_begins_is_cut_before_a_preposition_or_halfway() -> None:
    text = "They moved all of the old parcels they had found there into one depot far away. "
    text += "we " * 13
    assert [text[span.start : span.end] for span in cut(text)] == [
        "They moved all of the old parcels they had found there",
        "into one depot far away.",
        "we we we we we we",
        "we we we we we we we",
    ]


def test_a_quotation_mark_stays_with_the_word_that_it_opens() -> None:
    text = "They said so, (again) and then: “It is not ours.” “Fine,” I said - and left it there."
    assert [text[span.start : span.end] for span in cut(text)] == [
        "They said so,",
        "(again) and then:",
        "“It is not ours.”",
        "“Fine,” I said -",
        "and left it there.",
    ]


def test_twelve_words_in_which_no_clause_begins_stay_together() -> None:
    assert len(cut("we " * 12)) == 1


@given(
    st.lists(st.sampled_from(["we", "and", "to", "it", "lost,", "then.", "5%"]), max_size=80).map(
        " ".join
    )
)
def test_no_phrase_is_longer_than_twelve_words(text: str) -> None:
    assert all(len(words(text[span.start : span.end])) <= UNCUT for span in cut(text))


@given(st.text(st.sampled_from("abI ,.!?;:-\n'\u2019\u201c\u201dand "), max_size=200))
def test_the_phrases_hold_every_word_once_and_in_order(text: str) -> None:
    spans = cut(text)
    held = [word.text for span in spans for word in words(text[span.start : span.end])]
    assert held == [word.text for word in words(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_found_missed_and_imagined() -> None:
    made = hunt()
    mark(made, "so I told the other team.", "Parcels got lost,")
    catch = made.catch
    assert [flag.quote for flag in catch.found] == ["I told the other team"]
    assert [flag.quote for flag in catch.missed] == ["it was much better"]
    assert [made.text[span.start : span.end] for span in catch.imagined] == ["Parcels got lost,"]
    assert [flag.why for flag in catch.unsaid] == ["There is no number."]


def test_a_mark_beside_a_flag_and_not_on_it_is_imagined() -> None:
    flags = [{"quote": "so I told the other team.", "why": "That is passing it on."}]
    data = walkthrough_data(weak_answer=WEAK | {"flags": flags})
    made = Hunt(Walkthrough.model_validate(data), FakeClock(), stamper())
    mark(made, "Parcels got lost,", "They fixed it,")
    assert made.catch.found == ()
    assert len(made.catch.imagined) == 2


def test_a_second_mark_takes_the_first_away() -> None:
    made = hunt()
    assert made.mark(1) is True
    assert made.mark(1) is False
    assert made.catch.found == ()


def test_with_nothing_marked_a_hunt_does_not_end() -> None:
    made = hunt()
    made.attempt.start()
    for marks in ((), (1, 1)):
        for number in marks:
            made.mark(number)
        assert not made.may_finish
        with pytest.raises(IllegalStep):
            made.finish()
    assert made.attempt.phase is Phase.SPEAKING
    made.mark(0)
    assert made.finish().imagined == 1


def test_where_no_flag_quotes_the_answer_marking_nothing_is_right() -> None:
    data = walkthrough_data(weak_answer=WEAK | {"flags": [{"why": "There is no number."}]})
    made = Hunt(Walkthrough.model_validate(data), FakeClock(), stamper())
    made.attempt.start()
    event = made.finish()
    assert (event.found, event.missed, event.imagined) == (0, 0, 0)


def test_only_a_running_hunt_ends_and_only_once() -> None:
    made = hunt()
    made.mark(0)
    with pytest.raises(IllegalStep):
        made.finish()
    made.attempt.start()
    made.finish()
    with pytest.raises(IllegalStep):
        made.finish()


def test_the_machines_sleep_pauses_the_hunt_and_time_goes_on_past_the_target() -> None:
    clock = FakeClock()
    made = Hunt(hunt().walkthrough, clock, stamper())
    made.attempt.start()
    made.mark(0)
    clock.advance(5)
    clock.sleep(600)
    assert made.attempt.notices() == (Notice.SLEPT,)
    clock.advance(60)
    made.attempt.resume()
    clock.advance(40)
    assert made.attempt.phase is Phase.OVERTIME
    assert made.finish().seconds == 45


@pytest.mark.parametrize("number", [-1, 4])
def test_there_is_no_phrase_beyond_the_last(number: int) -> None:
    with pytest.raises(IndexError):
        hunt().mark(number)


@given(st.sets(st.integers(0, 3)))
def test_each_flag_is_found_or_missed_and_each_mark_hits_or_is_imagined(marks: set[int]) -> None:
    made = hunt()
    for number in marks:
        made.mark(number)
    catch = made.catch
    quoted = [flag for flag in made.weak.flags if flag.quote]
    assert sorted((*catch.found, *catch.missed), key=quoted.index) == quoted
    assert len(catch.imagined) == len(marks - {1, 3})


def test_what_is_recorded_counts_flags_and_time() -> None:
    clock = FakeClock()
    walkthrough = Walkthrough.model_validate(walkthrough_data(weak_answer=WEAK))
    made = Hunt(walkthrough, clock, stamper())
    made.attempt.start()
    clock.advance(12.34)
    mark(made, "so I told the other team.", "They fixed it,")
    event = made.finish()
    assert (event.found, event.missed, event.imagined) == (1, 1, 1)
    assert event.seconds == 12.3
    assert event.target_seconds == target_seconds(made.weak)
    assert event.walkthrough == "lost-parcels"


def test_the_time_is_for_reading_and_for_weighing_each_quoted_flag() -> None:
    text = " ".join(["word"] * 100)
    flags = [{"quote": "word", "why": "So."}, {"why": "It lacks."}]
    weak = WeakAnswer.model_validate(WEAK | {"text": text, "flags": flags})
    assert target_seconds(weak) == 40  # 30 to read, 6 to weigh


def test_again_begins_with_nothing_marked_and_the_full_time() -> None:
    made = hunt()
    made.attempt.start()
    made.mark(0)
    made.finish()
    made.again()
    assert made.marked == set()
    assert made.attempt.seconds == 0
    assert not made.attempt.is_over
