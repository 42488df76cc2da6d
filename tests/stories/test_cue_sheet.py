"""The cue sheet: a story on a page."""

from typing import Any

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.stories.cue_sheet import MOST_PHRASES, cue_sheet, day_sheet, key_phrases, numbers_said
from tests.examples import put, walkthrough_data
from tests.review.heard import BOOK, STEPS
from tests.stories.test_coverage import covered, story

NAMES = {"ownership": "Ownership", "frugality": "Frugality"}


def sheet(data: dict[str, Any]) -> str:
    return cue_sheet(Walkthrough.model_validate(data), NAMES, BOOK)


def own(*texts: tuple[str, str], **changes: Any) -> dict[str, Any]:
    sections = [{"part": part, "example": text} for part, text in texts]
    return {"format": 1, "id": "my-outage", "question": "Why?", "sections": sections} | changes


def test_it_has_the_question_the_signals_the_numbers_and_the_follow_ups() -> None:
    data = walkthrough_data(level="senior")
    assert sheet(put(data, "sections[3].drop", "What it saved.")) == (
        "# Lost parcels\n\n"
        "**Tell me about a time you solved a problem that nobody had given you.**\n\n"
        "Ownership · Senior · 2:55\n\n"
        "## Situation, 0:30\n\n- I noticed\n- nobody had asked\n\n"
        "## Task, 0:20\n\n- not my team's work\n- I took it … to find the cause\n\n"
        "## Action, 1:30\n\n- I followed fifty parcels\n- I found a label\n"
        "- *Numbers:* fifty parcels\n\n"
        "## Result, 0:20\n\n- from 2% to zero\n- 400 euros a week\n"
        "- *Numbers:* from 2% to zero, 400 euros\n"
        "- *If time is short, drop:* What it saved.\n\n"
        "## Reflection, 0:15\n\n- no team owned\n\n"
        "## They may ask\n\n"
        "- Why did you not tell the other team? **The label, not the news.**\n"
    )


def test_a_story_without_signals_has_what_an_interviewer_would_write_down() -> None:
    text = "It was slow. Nobody had asked me. I pulled the logs. I traced the loss to a retry."
    assert list(key_phrases(text, Part.ACTION, BOOK)) == [
        "Nobody had asked", "I pulled the logs", "I traced the loss to a retry",
    ]  # fmt: skip
    assert list(key_phrases("It was slow. It rained.", Part.SITUATION, BOOK)) == ["It was slow."]
    found = sheet(own(("action", STEPS * 3), title="My *first* outage"))
    assert found.startswith("# My \\*first\\* outage\n\n**Why?**\n\nSDE2 · 3:00\n")
    assert found.partition("They may ask")[0].count("\n- I ") == MOST_PHRASES


def test_a_story_without_follow_ups_has_those_that_it_invites() -> None:
    assert "- You said “I decided to wait”. What else did you" in sheet(
        own(("action", "I decided to wait."))
    )


def test_a_follow_up_without_a_line_has_the_first_sentence_of_its_reply_or_nothing() -> None:
    probes: list[dict[str, Any]] = [
        {"question": "Why you?", "strong": {"reply": "I was there. So I did."}},
        {"question": "And then?"},
    ]
    found = sheet(own(("action", "I did it."), probes=probes))
    assert found.endswith("- Why you? **I was there.**\n- And then?\n")


def test_numbers_are_told_once_with_their_units_and_no_bare_words() -> None:
    text = "One of us had 3 hosts, 3 hosts and two weeks. It cost $400, and it's 7 now."
    assert numbers_said(text, BOOK) == ("3 hosts", "two weeks", "$400", "7")


def test_the_days_sheet_has_the_matrix_on_top_and_every_story_below() -> None:
    first = Walkthrough.model_validate(own(("action", "I did it."), principle="ownership"))
    listings = [story("my-outage"), story("a|b", principle="", adapted=("frugality",))]
    found = day_sheet([first], covered(*listings), NAMES, BOOK)
    assert found.startswith(
        "# The day of the interview\n\n"
        "| Principle | Tell | Or adapt |\n| --- | --- | --- |\n"
        "| Ownership | My outage (untold) | – |\n"
        "| Frugality | – | A\\|b (untold) |\n"
    )
    assert "\n\nNo story for: Dive-Deep, Think-Big, Earn-Trust\n\n## My outage\n" in found
    assert "### Action, 3:00" in found


def test_the_level_is_the_storys_own() -> None:
    data = walkthrough_data()
    assert "- the worst scanner\n" in sheet(data)
    assert Level(data["level"]).label in sheet(data)
