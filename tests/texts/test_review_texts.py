"""What a review says."""

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.review.review import review
from starprep.texts import review_texts
from starprep.texts.review_texts import Look
from starprep.texts.styled import Role
from tests.examples import walkthrough_data
from tests.review.heard import BOOK, STEPS, heard
from tests.texts.spoken_of import said_as

STORY = Walkthrough.model_validate(walkthrough_data())
WEAK = "I told the team. They handled it. I told\n the team. We wrote to all."


def test_remarks_that_say_the_same_stand_together_the_serious_ones_first() -> None:
    told = review_texts.remarks(heard(WEAK))
    titles = [each for each in said_as(Role.HEADING, told) if each != "First:"]
    assert titles[:2] == ["Serious", "Minor"]
    assert "“I told the team”, “They handled it”, “I told the team”" in told.plain
    assert said_as(Role.STRONG, told).count("Passed on:") == 1


def test_a_row_tells_the_weight_by_sign_and_role() -> None:
    found = heard(WEAK)
    rows = [each.row for each in review_texts.entries(WEAK, found)]
    assert rows[0].plain == "! Passed on  “I told the team”"
    assert said_as(Role.STRONG_BAD, rows[0]) == ["!"]


def test_a_signal_is_told_by_its_own_words_and_by_those_it_was_heard_in() -> None:
    text = "I noticed it, and nobody asked me. They handled it. I pulled the logs."
    found = review(text, BOOK, part=Part.SITUATION, walkthrough=STORY)
    told = review_texts.entries(text, found)
    rows = [each.row.plain for each in told]
    assert "* nobody had asked  “nobody asked”" in rows
    assert [*dict.fromkeys(each.look for each in told)] == [Look.MINOR, Look.SIGNAL, Look.GOOD]
    (signal,) = (each for each in told if each.row.plain.startswith("* nobody"))
    assert text[signal.start : signal.end] == "nobody asked"
    assert signal.about.plain == "A signal: “nobody had asked”, heard in “nobody asked”"
    silent = review("They handled it.", BOOK, part=Part.SITUATION, walkthrough=STORY)
    assert [each.row.plain for each in review_texts.entries("They handled it.", silent)][-2:] == [
        "· I noticed  not heard",
        "· nobody had asked  not heard",
    ]


def test_the_legend_counts_what_each_sign_stands_for() -> None:
    assert review_texts.legend(heard(WEAK)).plain == "! 3 serious   - 1 minor   + 0 good"
    found = review("I noticed.", BOOK, part=Part.SITUATION, walkthrough=STORY)
    assert review_texts.legend(found).plain.endswith("* 1 of 2 signals")


def test_the_headline_is_the_change_that_helps_most_or_that_nothing_is_wrong() -> None:
    weak = review_texts.headline(heard(WEAK)).plain
    assert weak == "First: Say what you did about it, and not whom you told."
    good = review_texts.headline(heard(STEPS)).plain
    assert good == "Nothing here would make an interviewer frown."


def test_a_few_words_without_a_fault_are_not_praised() -> None:
    assert review_texts.headline(heard("I noticed it.")).plain.startswith("Too little to judge yet")


def test_faults_stand_out_of_the_text_and_the_text_stays_as_it_is() -> None:
    told = review_texts.marked(WEAK, heard(WEAK))
    assert told.plain == WEAK
    assert said_as(Role.FLAG, told) == ["I told the team", "They handled it", "I told\n the team"]
    assert said_as(Role.DOUBTFUL, told) == ["We wrote to all"]


def test_parts_tell_their_times_and_a_single_one_no_share() -> None:
    alone = review_texts.about_parts(heard(STEPS)).plain.split("\n")
    assert alone[0].startswith("Action     0:")
    assert "%" not in alone[0]
    assert alone[1:] == ["Steps      4 with you as their doer", "Boundary   not said"]
    several = review_texts.about_parts(heard(f"I noticed it. {STEPS}", None)).plain
    assert "%" in several


def test_what_is_reviewed_and_as_what() -> None:
    assert review_texts.kind(None, Level.SDE2, 61) == "whole answer · SDE2 · 1:01 aloud"
    assert review_texts.kind(Part.TASK, Level.SENIOR, 5) == "Task · Senior · 0:05 aloud"
