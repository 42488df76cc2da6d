"""What is said of an attempt, a section, a follow-up question, a hunt and a quiz."""

from pathlib import Path
from typing import Any

import pytest

from starprep.library.fitting import fit
from starprep.library.parts import Level, Part, clock_text
from starprep.library.shelf import read_shelf
from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import Attempt
from starprep.practice.hunt import Hunt
from starprep.practice.probing import Probing
from starprep.practice.quiz import Answered, Posed, Quiz, questions_of
from starprep.practice.rehearsal import Rehearsal
from starprep.record.calendar import Calendar
from starprep.record.events import DrillEvent
from starprep.record.scales import Cue, Rating
from starprep.texts import (
    attempt_texts,
    drill_texts,
    example_texts,
    hunt_texts,
    probe_texts,
    quiz_texts,
)
from starprep.texts.bars import pace_bar, target_cells
from starprep.texts.styled import Role
from tests.examples import walkthrough_data, write_library
from tests.practice.times import START, FakeClock, stamper
from tests.record.happened import drill
from tests.review.heard import BOOK, heard
from tests.texts.spoken_of import said_as

STORY = Walkthrough.model_validate(walkthrough_data())


def test_an_attempt_tells_how_it_stands_from_its_cue_to_its_end() -> None:
    clock = FakeClock()
    attempt = Attempt(30, clock)
    told = [attempt_texts.standing(attempt)]
    attempt.start()
    for seconds in (10, 16, 7):
        told.append(attempt_texts.standing(attempt))
        clock.advance(seconds)
    told.append(attempt_texts.standing(attempt))
    attempt.pause()
    told.append(attempt_texts.standing(attempt))
    attempt.finish()
    told.append(attempt_texts.standing(attempt))
    assert told == [
        "target 0:30",
        "of 0:30",
        "of 0:30",
        "last seconds of 0:30",
        "over 0:30: bring it home",
        "paused at 0:33, over 0:30",
        "0:33 of 0:30",
    ]


def test_an_outcome_tells_time_and_signals_and_a_revealed_attempt_has_no_pace() -> None:
    clock = FakeClock()
    said, revealed = Attempt(30, clock, ["I noticed", "no ticket"]), Attempt(30, clock)
    said.start()
    clock.advance(37)
    said.finish()
    said.mark("no ticket", said=True)
    outcome = attempt_texts.outcome(said)
    assert outcome.plain == "0:37 +0:07  1/2 signals"
    assert said_as(Role.BAD, outcome) == ["+0:07"]
    assert attempt_texts.outcome(said, brief=True).plain == "0:37 +0:07  1/2"
    revealed.reveal()
    assert attempt_texts.outcome(revealed).plain == "0:00"


def test_a_typed_attempt_says_so_beside_each_time() -> None:
    attempt = Attempt(30, FakeClock(), ["I noticed"])
    attempt.type(12)
    assert attempt_texts.standing(attempt) == "typed, of 0:30 if spoken"
    attempt.type(45)
    assert attempt_texts.standing(attempt) == "typed, over 0:30 if spoken"
    attempt.finish()
    assert attempt_texts.standing(attempt) == "typed, 0:45 of 0:30 if spoken"
    outcome = attempt_texts.outcome(attempt)
    assert outcome.plain == "typed, 0:45 if spoken +0:15  0/1 signals"
    assert attempt_texts.outcome(attempt, brief=True).plain == "typed 0:45 +0:15  0/1"


def rehearsal(*earlier: DrillEvent) -> Rehearsal:
    return Rehearsal(
        STORY, Level.SDE2, [Part.SITUATION], earlier, lambda: BOOK, FakeClock(), stamper()
    )


def test_each_rung_of_the_ladder_shows_less() -> None:
    made, told = rehearsal(), {}
    for rung in Cue:
        made.cue = rung
        told[rung] = (drill_texts.heading(made).plain, drill_texts.cue(made))
    purpose = "Situation  What was wrong, and for whom. Just enough to see it."
    assert [heading for heading, _ in told.values()] == [purpose, purpose, "Situation", ""]
    assert said_as(Role.SIGNAL, told[Cue.FULL][1]) == ["I noticed", "Nobody had asked"]
    assert told[Cue.SIGNALS][1].plain == "- I noticed\n- nobody had asked"
    assert told[Cue.NAME][1].plain == told[Cue.NONE][1].plain == ""


@pytest.mark.parametrize(
    ("changes", "told", "following"),
    [
        ({}, "Cue: signals only, less, as the last went well.", "name only"),
        ({"cue": Cue.NAME}, "No cue, less, as the last went well.", None),
        ({"cue": Cue.NONE}, "No cue, as the last went well.", None),
        (
            {"rating": Rating.AGAIN, "cue": Cue.NAME},
            "Cue: signals only, more, as you rated the last “again”.",
            "name only",
        ),
        (
            {"rating": Rating.AGAIN},
            "Cue: full example, as you rated the last “again”.",
            "signals only",
        ),
        *(
            (changes, f"Cue: full example, as before: the last {why}.", "signals only")
            for changes, why in [
                ({"rating": Rating.HARD}, "was hard"),
                ({"rating": None}, "was not rated"),
                ({"seconds": 50}, "ran long"),
                ({"seconds": 5}, "was too short"),
                ({"wanted": 5}, "had too few signals"),
            ]
        ),
    ],
)
def test_the_cue_says_why_it_is_and_what_comes_next(
    changes: dict[str, Any], told: str, following: str | None
) -> None:
    last = {"signals": ("I noticed", "nobody"), "wanted": 2, "rating": Rating.GOOD} | changes
    after = f" If it goes well, next: {following}." if following else ""
    assert drill_texts.about_cue(rehearsal(drill(**last))).plain == told + after


def test_the_first_cue_and_one_chosen_by_hand_say_so_until_one_speaks() -> None:
    made = rehearsal()
    assert drill_texts.about_cue(made).plain.startswith("Cue: full example, the first time.")
    made.cue = Cue.NAME
    told = drill_texts.about_cue(made).plain
    assert told == "Cue: name only, by hand. If it goes well, next: no cue."
    made.attempt.start()
    assert not drill_texts.about_cue(made)


def test_what_a_shorter_level_leaves_out_stands_grey_in_brackets() -> None:
    text = "I noticed it. It had been like that for years. Nobody had asked me [at all]."
    fitted = fit(text, ("I noticed", "nobody had asked"), 4)
    told = example_texts.example(fitted, ("I noticed", "nobody had asked"))
    assert told.plain == text.replace("It had", "[It had").replace("years.", "years.]")
    assert said_as(Role.MUTED, told) == ["[It had been like that for years.]"]
    assert said_as(Role.SIGNAL, told) == ["I noticed", "Nobody had asked"]
    count = "At SDE1 leave out what is grey, in [brackets]: 1 of 3 sentences."
    assert example_texts.left_out(fitted, Level.SDE1) == count
    assert example_texts.left_out(fit(text, (), 60), Level.SDE1) == ""


def test_the_two_ways_to_rate_are_told_with_their_keys() -> None:
    told = [drill_texts.how_to_rate("x", "a", confirms=each).plain for each in (False, True)]
    assert told == [
        "x ticks what you said, a all; 1-4 rates it and goes on",
        "x ticks what you said, a all; 1-4 rates it; enter goes on",
    ]


def test_what_was_typed_comes_before_what_it_is_compared_with() -> None:
    made = rehearsal()
    made.attempt.start()
    made.finish("I told the team.")
    titles = ["What you typed", "What an interviewer hears"]
    script = ["A strong Situation", "Coaching", "Common mistake"]
    typed = drill_texts.review(made, heard("I told the team."))
    assert [each for each in said_as(Role.HEADING, typed) if each in titles + script] == [
        *titles,
        *script,
    ]
    assert said_as(Role.HEADING, drill_texts.review(made)) == script


def test_a_follow_up_tells_its_aim_and_both_replies_each_by_itself() -> None:
    (probe,) = STORY.probes
    assert probe_texts.question(1, probe).plain == "1.  Why did you not tell the other team?"
    assert probe_texts.aim(probe).plain == "It probes  Whether you stay with a problem."
    weak, strong = probe_texts.weak(probe), probe_texts.strong(probe)
    assert weak.plain == "A weak reply\nI did.\nWhy it fails  Telling is not owning."
    assert strong.plain.endswith("\nI brought them the label.\nRemember  The label, not the news.")


def test_the_reading_page_holds_the_whole_of_each_follow_up() -> None:
    told = probe_texts.page(STORY.probes).plain
    (probe,) = STORY.probes
    assert probe.tests
    assert probe.weak
    assert probe.strong
    assert probe.strong.line
    for words in (
        probe.question,
        probe.tests,
        probe.weak.reply,
        probe.weak.why,
        probe.strong.reply,
        probe.strong.line,
    ):
        assert words in told
        told = told[told.index(words) :]


def replied(*replies: tuple[float, Rating] | None, text: str = "") -> Probing:
    """Return a finished round: seconds and rating of each reply, None where it was only read."""
    (probe,) = walkthrough_data()["probes"]
    probes = [probe | {"question": f"Question {number}?"} for number in range(len(replies))]
    clock = FakeClock()
    story = Walkthrough.model_validate(walkthrough_data(probes=probes))
    probing = Probing(story, clock, stamper())
    for reply in replies:
        if reply is None:
            probing.reply.attempt.reveal()
        else:
            probing.reply.attempt.start()
            clock.advance(reply[0])
            probing.finish(text)
            probing.rate(reply[1])
        probing.proceed()
    return probing


TODAY = Calendar(START, START.tzinfo)


def test_a_summary_tells_each_time_against_its_target_and_what_was_over() -> None:
    probing = replied((50, Rating.HARD), (40, Rating.GOOD), None)
    told = probe_texts.summary(probing, TODAY, 56)
    lines = told.plain.split("\n")
    assert lines[0] == "2 of 3 follow-ups answered, 1 over time."
    assert lines[1] == "Come back  tomorrow, Tuesday 6 January  (lowest rating: hard)"
    assert lines[2].startswith("Next  r asks the one rated again or hard once more; enter goes")
    assert lines[4::2] == ["1.  Question 0?", "2.  Question 1?", "3.  Question 2?"]
    assert lines[5].split()[1:] == ["0:50", "of", "0:45", "+0:05", "hard"]
    assert lines[7].split()[1:] == ["0:40", "of", "0:45", "-0:05", "good"]
    assert lines[9].strip() == "read, not answered"
    assert max(len(line) for line in lines[4:]) <= 56


def test_a_summary_offers_no_round_where_all_went_well() -> None:
    told = probe_texts.summary(replied((40, Rating.GOOD)), TODAY, 56).plain
    assert told.startswith("1 of 1 follow-up answered, each within its time.")
    assert "\nNext  enter goes back to the overview\n" in told
    short = probe_texts.summary(replied((50, Rating.GOOD), (9, Rating.GOOD)), TODAY, 56).plain
    assert short.startswith(
        "2 of 2 follow-ups answered, 1 over time, 1 in less than half the time."
    )
    read = probe_texts.summary(replied(None, None), TODAY, 56).plain
    assert read.startswith("0 of 2 follow-ups answered.\n")
    assert "Come back" not in read
    many = probe_texts.summary(replied((9, Rating.AGAIN), (9, Rating.HARD)), TODAY, 56).plain
    assert "r asks the 2 rated again or hard once more" in many


def test_a_typed_reply_is_marked_and_its_review_comes_after_the_aim() -> None:
    probing = replied((9, Rating.GOOD), text="We did it.")
    assert "  typed" in probe_texts.summary(probing, TODAY, 56).plain
    told = probe_texts.after(probing.done[0], heard("We did it."))
    assert told.plain.startswith("It probes")
    assert said_as(Role.HEADING, told)[:2] == ["What you typed", "What an interviewer hears"]


@pytest.mark.parametrize(
    ("seconds", "bar"),
    [
        (0, "·······│   "),
        (10, "━━·····│   "),
        (40, "━━━━━━━│   "),
        (42, "━━━━━━━│━  "),
        (55, "━━━━━━━│━━━"),
        (400, "━━━━━━━│━━»"),
    ],
)
def test_a_bar_reads_without_colour(seconds: float, bar: str) -> None:
    assert pace_bar(seconds, 40, 11).plain == bar


@pytest.mark.parametrize("width", [6, 11, 24, 34])
@pytest.mark.parametrize("seconds", [0, 1, 39.4, 40, 40.6, 60, 90, 3600])
def test_a_bar_is_as_wide_as_it_should_and_has_its_target_where_every_bar_has_it(
    width: int, seconds: float
) -> None:
    bar = pace_bar(seconds, 40, width).plain
    assert len(bar) == width
    assert bar[target_cells(width)] == "│"
    assert (bar[target_cells(width) + 1] != " ") is (seconds >= 40.5)


def test_a_hunt_tells_what_was_found_missed_and_imagined() -> None:
    weak = walkthrough_data()["weak_answer"] | {
        "text": "Parcels got lost,\nso I told the other team. They fixed it, and it was better.",
        "flags": [
            {"quote": "I told the other team", "why": "Passed on."},
            {"quote": "it was better", "why": "By how much?"},
            {"why": "No number."},
        ],
    }
    story = Walkthrough.model_validate(walkthrough_data(weak_answer=weak))
    hunt = Hunt(story, FakeClock(), stamper())
    hunt.attempt.start()
    hunt.mark(0)
    hunt.mark(1)
    assert [hunt_texts.phrase(hunt, number).plain for number in (0, 2)] == [
        "[x] Parcels got lost,",
        "[ ] They fixed it,",
    ]
    assert said_as(Role.FLAG, hunt_texts.phrase(hunt, 0)) == ["Parcels got lost,"]
    hunt.finish()
    assert hunt_texts.score(hunt) == "1 of 2 red flags found in 0:00"
    told = hunt_texts.result(hunt)
    assert told.plain == (
        "Found\n+ [1] “I told the other team”: Passed on.\n\n"
        "Missed\n! [2] “it was better”: By how much?\n\n"
        "Imagined\n? “Parcels got lost,”\n\n"
        "What it does not say\n- No number."
    )
    answer = hunt_texts.answer(hunt)
    assert said_as(Role.HEADING, answer) == ["The answer", "What the Bar Raiser thinks"]
    assert said_as(Role.FLAG, answer) == ["I told the other team", "it was better"]
    assert "I told the other team [1]. They" in answer.plain


@pytest.mark.parametrize(("late", "told"), [(-9, ""), (0.4, ""), (12, ", 0:12 over")])
def test_a_hunt_is_held_against_its_clock(late: float, told: str) -> None:
    clock = FakeClock()
    hunt = Hunt(STORY, clock, stamper())
    hunt.attempt.start()
    hunt.mark(0)
    clock.advance(hunt.attempt.target_seconds + late)
    hunt.finish()
    target = clock_text(hunt.attempt.target_seconds)
    assert hunt_texts.against_the_clock(hunt).plain == f"of {target}{told}"


def new_quiz() -> Quiz:
    return Quiz(questions_of(STORY), 7, stamper())


def missed() -> tuple[Quiz, Answered]:
    """Return a quiz of one question, and the wrong answer that was given to it."""
    made = new_quiz()
    assert made.card
    wrong, _ = made.answer(1 - made.card.right)
    return made, wrong


def test_a_judged_option_is_marked_by_a_sign_and_its_role() -> None:
    _, wrong = missed()
    options = enumerate(wrong.card.options, 1)
    right, chosen = wrong.card.right + 1, wrong.chosen + 1
    told = {number: quiz_texts.option(number, words, wrong) for number, words in options}
    assert said_as(Role.STRONG_GOOD, told[right]) == ["+", "Losses fell from 2% to zero."]
    assert said_as(Role.BAD, told[chosen]) == ["x", "It got better."]
    assert quiz_texts.option(1, "So.").plain == "1    So."


def test_a_verdict_stands_below_the_right_option_and_below_no_other() -> None:
    made, wrong = missed()
    words = wrong.card.options[wrong.card.right]
    told = quiz_texts.option(wrong.card.right + 1, words, wrong).plain
    assert told == (
        f"{wrong.card.right + 1} +  {words}\n"
        "     Missed: this is the right one. It comes again at the end. "
        "It has a number before and a number after."
    )
    assert "\n" not in quiz_texts.option(wrong.chosen + 1, "It got better.", wrong).plain
    assert quiz_texts.place(made) == "missed ones: 1 of 1"
    assert made.card
    right, _ = made.answer(made.card.right)
    assert quiz_texts.verdict(right).plain.startswith("     Right. It has a number before")


def test_each_line_of_a_reason_begins_below_the_words_of_its_option() -> None:
    longer = STORY.quiz[0].model_copy(update={"explanation": "So.\n\nAnd so."})
    made = Quiz([Posed(STORY.id, 0, longer)], 7, stamper())
    assert made.card
    answered, _ = made.answer(made.card.right)
    assert quiz_texts.verdict(answered).plain == "     Right. So.\n     \n     And so."


def test_the_score_runs_on_and_is_kept_when_missed_ones_come_again() -> None:
    made = new_quiz()
    assert not quiz_texts.so_far(made)
    assert made.card
    made.answer(1 - made.card.right)
    assert quiz_texts.so_far(made).plain == "0 of 1 right at the first try"
    made.answer(made.card.right)
    assert quiz_texts.so_far(made).plain == "0 of 1 right at the first try"
    assert quiz_texts.score(made) == "0 of 1 right at the first try"
    again = made.again()
    assert again.card
    again.answer(again.card.right)
    assert quiz_texts.score(again) == "1 of 1 missed ones right this time"


def test_a_result_names_what_to_reread_by_story_where_that_is_known(tmp_path: Path) -> None:
    made, _ = missed()
    assert quiz_texts.by_difficulty(made).plain == "easy    0 of 1"
    (alone,) = quiz_texts.to_reread(made, {})
    assert alone.plain == (
        "Reread this\nWhich line shows the result best?\n"
        "+ Losses fell from 2% to zero.\n"
        "It has a number before and a number after."
    )
    (listing,) = read_shelf([write_library(tmp_path)]).walkthroughs
    (told,) = quiz_texts.to_reread(made, {listing.id: listing})
    assert told.plain == alone.plain.replace("this", "Lost parcels", 1)
    assert made.card
    assert quiz_texts.about(made.card, listing).plain == "Lost parcels, easy"
    assert quiz_texts.about(made.card, None).plain == "easy"


def test_the_next_step_follows_from_what_was_missed() -> None:
    made, _ = missed()
    assert "then ask for only the missed ones again" in quiz_texts.next_step(made).plain
    for quiz, words in ((new_quiz(), "Nothing to reread."), (made.again(), "You know them all")):
        assert quiz.card
        quiz.answer(quiz.card.right)
        assert words in quiz_texts.next_step(quiz).plain
        assert quiz_texts.to_reread(quiz, {}) == ()
