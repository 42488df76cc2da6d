from collections.abc import Callable, Sequence

import pytest

from starprep.library.parts import Level, Part
from starprep.library.speech import spoken_seconds
from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import IllegalStep, Phase
from starprep.practice.rehearsal import Rehearsal
from starprep.record.events import DrillEvent
from starprep.record.fading import Suggestion, Why
from starprep.record.scales import Cue, Rating
from starprep.review.rule_files import read_rules
from tests.examples import put, walkthrough_data
from tests.practice.times import START, FakeClock, stamper
from tests.record.happened import drill

STORY = Walkthrough.model_validate(walkthrough_data())
RULES, _ = read_rules()
TARGETS = [30, 20, 90, 20, 15]


class Room:
    """A rehearsal and the clock on its wall."""

    def __init__(
        self,
        parts: Sequence[Part] = tuple(Part),
        *,
        level: Level = Level.SDE2,
        earlier: Sequence[DrillEvent] = (),
        story: Walkthrough = STORY,
    ) -> None:
        self.clock = FakeClock()
        self.rehearsal = Rehearsal(
            story, level, parts, earlier, lambda: RULES, self.clock, stamper()
        )

    def say(self, seconds: float, text: str = "") -> None:
        self.rehearsal.attempt.start()
        self.clock.advance(seconds)
        self.rehearsal.finish(text)

    def say_and_go_on(self, seconds: float) -> DrillEvent:
        self.say(seconds)
        return self.rehearsal.proceed()

    def ledger(self) -> list[tuple[int, float | None, float]]:
        return [(row.target_seconds, row.seconds, row.difference) for row in self.rehearsal.ledger]


def test_the_parts_come_in_order_until_the_rehearsal_is_over() -> None:
    room = Room()
    met = []
    while not room.rehearsal.is_over:
        rehearsal = room.rehearsal
        met.append((rehearsal.part, rehearsal.section.part, rehearsal.attempt.target_seconds))
        room.say_and_go_on(10)
    assert met == [(part, part, target) for part, target in zip(Part, TARGETS, strict=True)]
    assert [event.part for event in room.rehearsal.done] == list(Part)
    assert room.rehearsal.part is Part.REFLECTION


def test_a_section_begins_before_its_cue_with_nothing_done_in_it() -> None:
    room = Room()
    room.say(12, "I noticed it.")
    room.rehearsal.attempt.rate(Rating.GOOD)
    room.rehearsal.proceed()
    assert room.rehearsal.attempt.phase is Phase.CUE
    assert room.rehearsal.attempt.seconds == 0
    assert room.rehearsal.attempt.marked == ()
    assert room.rehearsal.text == ""


def test_what_a_section_leaves_in_the_record() -> None:
    room = Room()
    room.say(31.26, "  I noticed it one Monday.\n")
    room.rehearsal.attempt.mark("nobody had asked", said=True)
    room.rehearsal.attempt.mark("I noticed", said=False)
    room.rehearsal.attempt.rate(Rating.HARD)
    event = room.rehearsal.proceed()
    assert event == DrillEvent(
        id="id-2",
        time=event.time,
        walkthrough="lost-parcels",
        run="id-1",
        part=Part.SITUATION,
        level=Level.SDE2,
        target_seconds=30,
        seconds=2.0,
        cue=Cue.FULL,
        signals=("nobody had asked",),
        wanted=2,
        rating=Rating.HARD,
        text="I noticed it one Monday.",
        typed=True,
    )
    assert event.time > START


def test_what_was_spoken_and_not_rated_is_recorded_without_text_and_rating() -> None:
    room = Room()
    room.rehearsal.attempt.start()
    room.clock.advance(31)
    room.rehearsal.finish()
    event = room.rehearsal.proceed()
    assert (event.text, event.rating, event.signals) == (None, None, ())


def test_the_cue_on_the_screen_is_the_one_recorded() -> None:
    room = Room()
    room.rehearsal.cue = Cue.NAME
    assert room.say_and_go_on(10).cue is Cue.NAME


def test_all_the_sections_of_a_rehearsal_share_its_run_and_nothing_else() -> None:
    room = Room()
    events = [room.say_and_go_on(10) for _part in Part]
    assert {event.run for event in events} == {"id-1"}
    assert [event.id for event in events] == ["id-2", "id-3", "id-4", "id-5", "id-6"]


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("", ()),
        ("  \n ", ()),
        ("Once upon a time.", ()),
        ("NOBODY had\nasked, but i noticed it.", ("I noticed", "nobody had asked")),
        ("Nobody had asked me.", ("nobody had asked",)),
    ],
)
def test_the_signals_in_what_was_typed_are_ticked_already(
    text: str, ticked: tuple[str, ...]
) -> None:
    room = Room()
    room.say(25, text)
    assert room.rehearsal.attempt.phase is Phase.REVEALED
    assert room.rehearsal.attempt.marked == ticked
    assert room.rehearsal.proceed().text == (text.strip() or None)


def test_a_typed_section_takes_as_long_as_its_words_take_to_say() -> None:
    room = Room()
    room.rehearsal.type("I noticed it")
    assert room.rehearsal.attempt.phase is Phase.TYPING
    room.clock.advance(300)  # however long the typing takes
    assert room.ledger()[0] == (30, 1.2, 0)
    room.rehearsal.finish("I noticed it one Monday. " * 15)  # 75 words
    assert (room.rehearsal.attempt.seconds, room.rehearsal.attempt.is_typed) == (30, True)
    event = room.rehearsal.proceed()
    assert (event.seconds, event.typed, event.is_typed) == (30, True, True)
    spoken = room.say_and_go_on(12)
    assert (spoken.seconds, spoken.typed, spoken.is_typed) == (12, None, False)


def test_what_is_kept_of_a_text_cannot_steer_a_terminal() -> None:
    room = Room()
    room.rehearsal.finish("I \x1b[2Jnoticed\x07 it\r\n\ton \u202eMonday\x9b.")
    assert room.rehearsal.proceed().text == "I [2Jnoticed it\n\ton Monday."


def test_a_reflection_is_read_and_ticked_at_its_own_level() -> None:
    for level, said in [(Level.SDE2, "the worst scanner"), (Level.SENIOR, "no team owned")]:
        room = Room([Part.REFLECTION], level=level)
        assert room.rehearsal.attempt.signals == (said,)
        assert said in room.rehearsal.example.kept.lower()


def test_the_ledger_tells_each_part_against_its_target_while_it_is_said_and_after() -> None:
    room = Room()
    empty = [(target, None, 0.0) for target in TARGETS]
    assert room.ledger() == empty
    room.say_and_go_on(37)
    assert room.ledger() == [(30, 37, 7), *empty[1:]]
    room.rehearsal.attempt.start()
    room.clock.advance(15)
    assert room.ledger() == [(30, 37, 7), (20, 15, 0), *empty[2:]]  # it may still be longer
    room.clock.advance(7)
    assert room.ledger() == [(30, 37, 7), (20, 22, 2), *empty[2:]]  # over, whatever comes
    room.rehearsal.attempt.move(-7)
    room.rehearsal.finish()
    assert room.ledger() == [(30, 37, 7), (20, 15, -5), *empty[2:]]
    assert [row.has_ended for row in room.rehearsal.ledger] == [True, True, False, False, False]
    room.rehearsal.proceed()
    assert room.ledger() == [(30, 37, 7), (20, 15, -5), *empty[2:]]


def test_the_ledger_points_at_the_part_to_say_now() -> None:
    room = Room()
    pointed = []
    for _part in range(6):
        pointed.append([row.part for row in room.rehearsal.ledger if row.is_current])
        if not room.rehearsal.is_over:
            room.say_and_go_on(10)
    assert pointed == [[part] for part in Part] + [[]]
    assert [row.seconds for row in room.rehearsal.ledger] == [10] * 5


def test_of_a_part_said_twice_the_ledger_and_the_debt_count_the_last_time() -> None:
    room = Room()
    room.say(50)
    first = room.rehearsal.repeat()
    assert room.rehearsal.attempt.phase is Phase.CUE
    assert room.ledger()[0] == (30, 50, 20)
    room.rehearsal.attempt.start()
    room.clock.advance(5)
    assert room.ledger()[0] == (30, 5, 0)
    room.clock.advance(20)
    room.rehearsal.finish()
    second = room.rehearsal.proceed()
    assert room.ledger()[0] == (30, 25, -5)
    assert room.rehearsal.done == [first, second]
    assert [event.part for event in (first, second)] == [Part.SITUATION] * 2
    assert (first.seconds, second.seconds) == (50, 25)
    assert first.run == second.run
    assert first.id != second.id


def test_after_a_part_was_said_again_the_next_one_comes() -> None:
    room = Room()
    room.say(50)
    room.rehearsal.repeat()
    assert room.say_and_go_on(25).part is Part.SITUATION
    assert room.say_and_go_on(20).part is Part.TASK


def test_one_section_alone() -> None:
    room = Room([Part.ACTION])
    assert not room.rehearsal.is_whole
    assert room.rehearsal.limit == 90
    assert room.say_and_go_on(80).part is Part.ACTION
    assert room.rehearsal.is_over
    assert room.ledger() == [(90, 80, -10)]


def test_the_whole_answer_may_take_what_its_level_allows() -> None:
    assert Room().rehearsal.is_whole
    assert Room().rehearsal.limit == 180
    assert Room(level=Level.SENIOR).rehearsal.limit == 200
    assert Room([Part.TASK, Part.ACTION]).rehearsal.limit == 110


def test_a_level_with_a_shorter_limit_shrinks_the_targets() -> None:
    room = Room(level=Level.SDE1)
    targets = [row.target_seconds for row in room.rehearsal.ledger]
    assert targets == [20, 13, 61, 13, 10]
    assert sum(targets) <= room.rehearsal.limit == 120
    event = room.say_and_go_on(25)
    assert (event.target_seconds, event.level) == (20, Level.SDE1)
    assert room.ledger()[0] == (20, 25, 5)


def test_at_a_shorter_level_the_example_and_its_signals_fit_the_target() -> None:
    long = "I noticed that one parcel in fifty got lost. " + "We had many of them there. " * 10
    data = put(walkthrough_data(), "sections.0.example", long + "Nobody had asked me.")
    rehearsal = Room(level=Level.SDE1, story=Walkthrough.model_validate(data)).rehearsal
    assert rehearsal.attempt.target_seconds == 20
    assert rehearsal.example.kept.startswith("I noticed")
    assert rehearsal.example.kept.endswith("Nobody had asked me.")
    assert spoken_seconds(rehearsal.example.kept) <= 21
    assert rehearsal.example.left_out
    assert rehearsal.attempt.signals == ("I noticed", "nobody had asked")


EARLIER = [
    drill(id="1", cue=Cue.SIGNALS, rating=Rating.GOOD, signals=("I noticed", "nobody"), wanted=2),
    drill(id="2", part=Part.TASK, target_seconds=20, cue=Cue.NONE, rating=Rating.AGAIN, seconds=9),
    drill(id="3", level=Level.SENIOR, cue=Cue.NONE, rating=Rating.AGAIN),
]


def test_a_cue_is_suggested_by_the_earlier_attempts_at_the_same_part_and_level() -> None:
    room = Room(earlier=EARLIER)
    suggested = []
    while not room.rehearsal.is_over:
        previous = room.rehearsal.previous
        suggested.append((room.rehearsal.cue, previous.id if previous else None))
        room.say_and_go_on(10)
    assert suggested == [(Cue.NAME, "1"), (Cue.NAME, "2"), *[(Cue.FULL, None)] * 3]


def test_saying_a_part_again_starts_from_how_it_just_went() -> None:
    room = Room(earlier=EARLIER)
    room.say(30)
    room.rehearsal.attempt.rate(Rating.AGAIN)
    event = room.rehearsal.repeat()
    assert room.rehearsal.previous == event
    assert room.rehearsal.cue is Cue.SIGNALS
    assert room.rehearsal.suggestion == Suggestion(Cue.SIGNALS, Why.AGAIN, Cue.NAME)
    assert room.rehearsal.is_cue_suggested
    room.rehearsal.cue = Cue.NONE
    assert not room.rehearsal.is_cue_suggested


@pytest.mark.parametrize("go_on", [Rehearsal.proceed, Rehearsal.repeat])
@pytest.mark.parametrize("started", [True, False])
def test_a_section_that_is_not_finished_is_not_left(
    go_on: Callable[[Rehearsal], DrillEvent], started: bool
) -> None:
    room = Room()
    if started:
        room.rehearsal.attempt.start()
    with pytest.raises(ValueError, match=r"^the situation is not finished$"):
        go_on(room.rehearsal)
    assert room.rehearsal.done == []
    assert room.rehearsal.part is Part.SITUATION
    assert room.rehearsal.unkept() == ()


def test_a_rehearsal_that_is_over_goes_nowhere() -> None:
    room = Room([Part.TASK])
    room.say_and_go_on(10)
    with pytest.raises(ValueError, match="not finished"):
        room.rehearsal.proceed()
    with pytest.raises(ValueError, match="not finished"):
        room.rehearsal.repeat()
    assert len(room.rehearsal.done) == 1
    assert room.rehearsal.unkept() == ()


def test_a_section_that_never_began_cannot_be_finished() -> None:
    room = Room()
    with pytest.raises(IllegalStep):
        room.rehearsal.finish(" \n ")
    assert (room.rehearsal.text, room.rehearsal.attempt.marked) == ("", ())


def test_a_candidate_who_leaves_keeps_what_was_finished() -> None:
    room = Room()
    kept = room.say_and_go_on(10)
    assert room.rehearsal.unkept() == ()
    room.say(18, "It was not my team's work.")
    (unkept,) = room.rehearsal.unkept()
    assert isinstance(unkept, DrillEvent)
    assert (unkept.part, unkept.seconds, unkept.run) == (Part.TASK, 2.4, kept.run)
    assert unkept.signals == ("not my team's work",)
    assert unkept.text == "It was not my team's work."
    assert unkept.id != kept.id
