"""Where stories begin, what belongs to them, and what is none."""

from textwrap import dedent

import pytest

from starprep.library.parts import Part
from starprep.stories.importing.found import FoundStory
from starprep.stories.importing.read_stories import MOST_BYTES, NotStories, read_stories

PRINCIPLES = {
    "ownership": "Ownership",
    "dive-deep": "Dive Deep",
    "have-backbone": "Have Backbone; Disagree and Commit",
    "are-right-a-lot": "Are Right, A Lot",
}
STORY = (
    "**Situation:** I ran it.\n\n**Task:** I kept it up.\n\n"
    "**Action:** I moved it.\n\n**Result:** It stood.\n"
)
TAUGHT = (
    "**Situation:** where and when.\n\n**Task:** what was yours.\n\n"
    "**Action:** the bulk of the answer; say “I”.\n\n**Result:** a number.\n"
)
TEXTS = {
    Part.SITUATION: "I ran it.",
    Part.TASK: "I kept it up.",
    Part.ACTION: "I moved it.",
    Part.RESULT: "It stood.",
}


def stories(text: str, name: str = "notes.md") -> tuple[FoundStory, ...]:
    return read_stories(dedent(text).encode(), name, PRINCIPLES).stories


def left(story: FoundStory) -> dict[str, str]:
    return {each.why: each.text for each in story.unplaced}


def test_a_second_situation_begins_a_second_story() -> None:
    first, second = stories(f"# Tell me about a time you ran a shop.\n\n{STORY}\n{STORY}")
    assert first.parts == second.parts == TEXTS
    assert first.question == second.question == "Tell me about a time you ran a shop."
    assert (first.id, second.id) == ("ran-a-shop", "ran-a-shop-2")


def test_context_and_situation_are_one() -> None:
    (story,) = stories(f"**Context:** I was new.\n\n---\n\n{STORY}")
    assert story.parts[Part.SITUATION] == "I was new. I ran it."


@pytest.mark.parametrize(
    ("heading", "title", "question", "principles"),
    [
        ("## Story 3: The outage", "The outage", None, []),
        ("## S04 – The outage", "The outage", None, []),
        ("### [Ops] The outage", "The outage", None, []),
        ("### 7) The outage 🚀 (2 min)", "The outage", None, []),
        ("## When did you fail? (Ownership, Dive Deep)", None, "When did you fail?",
         ["ownership", "dive-deep"]),
        ("## Q2 — “When did you fail?” (Are Right, A Lot)", None, "When did you fail?",
         ["are-right-a-lot"]),
        ("## Ownership: the outage", "the outage", None, ["ownership"]),
        ("## Dive Deep", None, None, ["dive-deep"]),
    ],
)  # fmt: skip
def test_what_a_heading_says(
    heading: str, title: str | None, question: str | None, principles: list[str]
) -> None:
    (story,) = stories(f"# Bank\n\n{heading}\n\n{STORY}")
    assert (story.title, story.question) == (title, question)
    assert [each.id for each in story.principles] == principles


def test_principles_are_known_by_name_by_id_or_by_a_word_and_kept_as_written() -> None:
    (story,) = stories(f"LP: Backbone, dive deep; Are Right, A Lot & Bar Raising\n\n{STORY}")
    assert [(each.written, each.id) for each in story.principles] == [
        ("Backbone", "have-backbone"),
        ("dive deep", "dive-deep"),
        ("Are Right, A Lot", "are-right-a-lot"),
        ("Bar Raising", None),
    ]


def test_a_question_and_a_principle_above_serve_all_below() -> None:
    found = stories(
        f"## 1. Ownership\n\n**Question**: “What did you own?”\n\n"
        f"### Story: one\n\n{STORY}\n### Story: two\n\n{STORY}"
    )
    assert [each.title for each in found] == ["one", "two"]
    assert {each.question for each in found} == {"What did you own?"}
    assert {each.principles[0].id for each in found} == {"ownership"}


@pytest.mark.parametrize(
    ("follow_ups", "probes"),
    [
        ("1. Why? — Because. [SAFE]\n2. Who?\n", [("Why?", "Because."), ("Who?", None)]),
        ("- Why?\n  - Because.\n- Who? → We.\n", [("Why?", "Because."), ("Who?", "We.")]),
        ("**Q:** Why?\n**A:** Because.\n\n**Q:** Who?\n", [("Why?", "Because."), ("Who?", None)]),
        ("Q: Why?\nA: Because.\n", [("Why?", "Because.")]),
        ("**Why?**\n\nBecause.\n\n**Who?**\n\nWe.\n", [("Why?", "Because."), ("Who?", "We.")]),
        ("### Why?\n\nBecause.\n", [("Why?", "Because.")]),
    ],
)
def test_follow_ups_are_read_in_every_form(
    follow_ups: str, probes: list[tuple[str, str | None]]
) -> None:
    for heading in ("## Follow-up questions", "**Follow-ups:**"):
        if heading.startswith("**") and follow_ups.startswith("### "):
            continue
        (story,) = stories(f"# It\n\n{STORY}\n{heading}\n\n{follow_ups}")
        assert [(each.question, each.reply) for each in story.probes] == probes
        assert story.parts == TEXTS


def test_what_is_not_the_story_is_kept_with_why() -> None:
    (story,) = stories(
        f"---\nid: x1\n---\n# Bank\n\n- [The outage](#the-outage)\n\n<!-- a hint -->\n\n"
        f"## The outage\n\n**Confidence:** high\n\n{STORY}\n"
        "```python\nrun()\n```\n\n**Skills shown:** calm, care\n\n## Weaknesses\n\nI talk.\n"
    )
    assert story.parts == TEXTS
    assert left(story) == {
        "front matter": "id: x1",
        "a heading": "Bank",
        "a contents list": "The outage",
        "a comment": "a hint",
        "Confidence": "high",
        "code": "run()\n",
        "Weaknesses": "I talk.",
    }
    assert story.tags == ("calm", "care")


@pytest.mark.parametrize(
    ("decoy", "why"),
    [
        ("**Situation:**\n\n**Task:**\n\n**Action:**\n\n**Result:**\n", "an empty version"),
        ("**Situation:** [where]\n\n**Task:** ...\n\n**Action:** TODO\n", "a template"),
        (TAUGHT, "explains the parts of an answer"),
    ],
)
def test_what_only_looks_like_a_story_is_none(decoy: str, why: str) -> None:
    (story,) = stories(f"## How to tell it\n\n{decoy}\n## The outage\n\n{STORY}")
    assert story.title == "The outage"
    assert why in left(story)


def test_a_short_form_below_a_story_is_none() -> None:
    (story,) = stories(
        f"# When did you fail?\n\n## Core answer\n\n{STORY}\n"
        "## Memory anchors\n\n- **Problem:** ran\n- **Action:** moved\n- **Result:** stood\n"
    )
    assert story.parts == TEXTS
    assert "a short form of the story" in left(story)


def test_words_of_a_story_that_look_like_labels_stay_words() -> None:
    (story,) = stories(
        """\
        **Situation**

        The result: a mess. My role in it was small, and the action plan was old.

        **Action**

        - I asked three things
          - Context: who had called
          - Result: nobody
        - Radio: I borrowed one

        **Result**

        41 minutes
        """
    )
    assert story.parts[Part.SITUATION].startswith("The result: a mess. My role")
    assert story.parts[Part.ACTION] == (
        "I asked three things. Context: who had called. Result: nobody. Radio: I borrowed one."
    )
    assert story.parts[Part.RESULT] == "41 minutes"


def test_a_table_of_cues_is_none() -> None:
    cues = "| S | T | A | R |\n|---|---|---|---|\n| ran | keep up | moved | stood |\n"
    (story,) = stories(f"## The outage\n\n{STORY}\n## Cheat sheet\n\n{cues}")
    assert left(story)["a short form of a story"].split() == (
        ["S", "ran", "T", "keep", "up", "A", "moved", "R", "stood"]
    )


def test_a_title_that_names_two_parts_is_kept_whole() -> None:
    (story,) = stories(f"# Result: a. Action: b\n\nNo story.\n\n# The outage\n\n{STORY}")
    assert "Result: a. Action: b" in " ".join(left(story))


def test_headings_inside_a_part_are_no_words_of_it() -> None:
    (story,) = stories(
        "# It\n\n## Situation\n\nI ran it.\n\n## Action\n\n### Step 1: look\n\nI looked.\n\n"
        "### Then\n\nI moved it.\n\n## Result\n\nIt stood.\n"
    )
    assert story.parts[Part.ACTION] == "I looked. I moved it."


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("", "a.md", "is empty"),
        ("  \n", "a.txt", "is empty"),
        ("Dear diary, today I slept.", "a.md", "nothing that looks like a story; looked for"),
        ("[1, 2]", "a.json", "nothing that looks like a story"),
        ("{", "a.json", "is not JSON: expecting property name .* at line 1, column 2"),
        ("a = \nb = 1", "a.toml", "is not TOML: .*line 1"),
        ("a: [", "a.yaml", "is not YAML: .*at line 2"),
        ("hello", "a.docx", "Word document; save it as plain text or Markdown"),
    ],
)
def test_what_holds_no_story_says_why(text: str, name: str, words: str) -> None:
    with pytest.raises(NotStories, match=words):
        read_stories(text.encode(), name, PRINCIPLES)


def test_a_file_that_is_too_large_is_not_gone_through() -> None:
    with pytest.raises(NotStories, match="is larger than 32 MB"):
        read_stories(bytes(MOST_BYTES + 1), "a.md", PRINCIPLES)


def test_a_walkthrough_of_our_own_form_comes_back() -> None:
    text = """\
        format = 1
        id = "the-outage"
        question = "When did you fail?"
        principle = "ownership"
        sections = [
            { part = "situation", example = "I ran it." },
            { part = "action", example = "I moved it." },
        ]
        probes = [{ question = "Why?", strong = { reply = "Because." } }, { question = "Who?" }]
        """
    (story,) = stories(text, "the-outage.toml")
    assert story.question == "When did you fail?"
    assert [each.id for each in story.principles] == ["ownership"]
    assert story.parts == {Part.SITUATION: "I ran it.", Part.ACTION: "I moved it."}
    assert [(each.question, each.reply) for each in story.probes] == [
        ("Why?", "Because."),
        ("Who?", None),
    ]


@pytest.mark.parametrize(
    "text", ["(A) \n- (S) ''", "- (A)\n- (S) ''\n- (R) ''", "S: ''\nT: I did it."]
)
def test_quotation_marks_around_nothing_are_no_words(text: str) -> None:
    try:
        found = read_stories(text.encode(), "notes.md", {})
    except NotStories:
        return
    assert all(each.strip() for story in found.stories for each in story.parts.values())
