"""The follow-up questions, one at a time."""

import pytest

from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import IllegalStep
from starprep.practice.probing import Probing
from starprep.record.scales import Rating
from tests.examples import walkthrough_data
from tests.practice.times import FakeClock, stamper

QUESTIONS = ("Why you?", "What did it cost?", "What would you change?")


def story() -> Walkthrough:
    (probe,) = walkthrough_data()["probes"]
    probes = [
        probe | {"question": each, "target_seconds": 40 + number}
        for number, each in enumerate(QUESTIONS)
    ]
    return Walkthrough.model_validate(walkthrough_data(probes=probes))


class Room:
    """Some follow-ups, and what it takes to answer them."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.probing = Probing(story(), self.clock, stamper())

    def say(self, seconds: float, rating: Rating | None = Rating.GOOD, text: str = "") -> None:
        self.probing.reply.attempt.start()
        self.clock.advance(seconds)
        self.probing.finish(text)
        if rating:
            self.probing.rate(rating)

    def read(self) -> None:
        self.probing.reply.attempt.reveal()


def test_the_questions_come_in_their_order_each_with_its_own_target() -> None:
    room = Room()
    asked = []
    while not room.probing.is_over:
        reply = room.probing.reply
        asked.append((room.probing.number, reply.probe.question, reply.attempt.target_seconds))
        room.say(30)
        room.probing.proceed()
    assert asked == [(1, QUESTIONS[0], 40), (2, QUESTIONS[1], 41), (3, QUESTIONS[2], 42)]
    assert (room.probing.number, room.probing.count) == (3, 3)


def test_a_reply_is_recorded_when_it_is_closed() -> None:
    room = Room()
    room.say(30)
    room.probing.proceed()
    room.say(52.04, Rating.HARD)
    (event,) = room.probing.proceed()
    assert (event.question, event.place, event.answer) == (
        QUESTIONS[1], 1, "The label, not the news.",
    )  # fmt: skip
    assert (event.target_seconds, event.seconds, event.rating) == (41, 52.0, Rating.HARD)
    assert (event.walkthrough, event.typed, event.text) == ("lost-parcels", None, None)


def test_a_typed_reply_takes_what_its_words_take_to_say() -> None:
    room = Room()
    room.say(300, text="  I told them, and I brought the label.\n")
    (event,) = room.probing.proceed()
    assert event.text == "I told them, and I brought the label."
    assert event.typed is True
    assert event.seconds == 3.2  # eight words at 150 a minute
    (done,) = room.probing.done
    assert done.attempt.seconds == pytest.approx(3.2)


def test_replies_that_were_only_read_are_not_recorded() -> None:
    room = Room()
    room.read()
    assert room.probing.proceed() == ()
    assert [reply.attempt.was_spoken for reply in room.probing.done] == [False]
    assert room.probing.number == 2


def test_nothing_is_closed_before_its_end() -> None:
    room = Room()
    for close in (room.probing.proceed, room.probing.repeat):
        with pytest.raises(ValueError, match="not finished"):
            close()
    with pytest.raises(IllegalStep):
        room.probing.finish()
    with pytest.raises(IllegalStep):
        room.probing.rate(Rating.GOOD)
    room.probing.reply.attempt.start()
    with pytest.raises(ValueError, match="not finished"):
        room.probing.proceed()


def test_at_the_end_nothing_is_asked_recorded_or_held() -> None:
    room = Room()
    for _ in QUESTIONS:
        room.say(30)
        room.probing.proceed()
    assert room.probing.is_over
    assert not room.probing.is_under_way
    assert room.probing.unkept() == ()
    room.probing.hold()
    with pytest.raises(ValueError, match="not finished"):
        room.probing.proceed()


def test_the_same_question_anew_keeps_the_first_reply_to_it() -> None:
    room = Room()
    room.say(30, Rating.AGAIN)
    (event,) = room.probing.repeat()
    assert (event.place, event.rating) == (0, Rating.AGAIN)
    assert (room.probing.number, room.probing.reply.probe.question) == (1, QUESTIONS[0])
    room.say(35)
    room.probing.proceed()
    assert [reply.attempt.seconds for reply in room.probing.done] == [35]


def test_what_is_under_way_can_be_held_and_what_is_finished_is_not_lost() -> None:
    room = Room()
    assert room.probing.unkept() == ()
    under_way = [room.probing.is_under_way]
    room.probing.reply.attempt.start()
    under_way.append(room.probing.is_under_way)
    assert room.probing.unkept() == ()
    room.clock.advance(20)
    room.probing.hold()
    room.clock.advance(100)
    room.probing.finish()
    under_way.append(room.probing.is_under_way)
    assert under_way == [False, True, False]
    (unkept,) = room.probing.unkept()
    assert (unkept.seconds, unkept.rating) == (20, None)


def test_those_that_went_badly_are_asked_once_more_in_a_round_of_their_own() -> None:
    room = Room()
    with pytest.raises(ValueError, match="nothing to ask"):
        room.probing.ask_poor_again()
    for rating in (Rating.HARD, Rating.EASY, Rating.AGAIN):
        room.say(30, rating)
        room.probing.proceed()
    assert [reply.place for reply in room.probing.poor] == [0, 2]
    room.probing.ask_poor_again()
    assert (room.probing.is_over, room.probing.count, room.probing.done) == (False, 2, ())
    places = []
    while not room.probing.is_over:
        room.say(30)
        (event,) = room.probing.proceed()
        places.append(event.place)
    assert places == [0, 2]
    assert room.probing.poor == ()
    with pytest.raises(ValueError, match="nothing to ask"):
        room.probing.ask_poor_again()


def test_a_reply_that_was_not_rated_went_neither_well_nor_badly() -> None:
    room = Room()
    for _ in QUESTIONS:
        room.say(30, None)
        room.probing.proceed()
    assert room.probing.poor == ()
