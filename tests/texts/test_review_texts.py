"""What a review says."""

from starprep.library.parts import Level, Part
from starprep.texts import review_texts
from starprep.texts.styled import Role
from tests.review.heard import STEPS, heard
from tests.texts.spoken_of import said_as

WEAK = "I told the team. They handled it. I told\n the team. We wrote to all."


def test_remarks_that_say_the_same_stand_together_the_serious_ones_first() -> None:
    told = review_texts.remarks(heard(WEAK))
    titles = [each for each in said_as(Role.HEADING, told) if each != "First:"]
    assert titles[:2] == ["Serious", "Minor"]
    assert "“I told the team”, “They handled it”, “I told the team”" in told.plain
    assert said_as(Role.STRONG, told).count("routing:") == 1


def test_a_row_tells_the_weight_by_sign_and_role() -> None:
    found = heard(WEAK)
    rows = [review_texts.row(each) for each in found.remarks]
    assert rows[0].plain == "! routing  “I told the team”"
    assert said_as(Role.STRONG_BAD, rows[0]) == ["!"]


def test_the_headline_is_the_change_that_helps_most_or_that_nothing_is_wrong() -> None:
    weak = review_texts.headline(heard(WEAK)).plain
    assert weak == "First: Say what you did about it, and not whom you told."
    good = review_texts.headline(heard(STEPS)).plain
    assert good == "Nothing here would make an interviewer frown."


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
