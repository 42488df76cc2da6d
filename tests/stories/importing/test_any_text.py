"""Whatever a file holds, it is read without a fault, and none of its words is lost."""

import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starprep.library.parts import Part
from starprep.library.text import printable
from starprep.stories.importing.data_blocks import BadData
from starprep.stories.importing.find_stories import find_stories
from starprep.stories.importing.formats import read_blocks
from starprep.stories.importing.found import FileReading, FoundStory
from starprep.stories.importing.principles import Principles
from starprep.stories.importing.read_stories import NotStories, read_stories

PRINCIPLES = {"ownership": "Ownership", "dive-deep": "Dive Deep"}
FORMATS = ("md", "txt", "org", "html", "toml", "yaml", "json", "csv")

_WORDS = st.text("abc xyz'", min_size=1, max_size=12)
_MARKS = st.sampled_from(
    ["\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "# ", "\n## ", " **ab** ", ": ", "---\n", "```\n",
     "> ", "| ", "<details>", "<summary>", "</details>", "<li>", "<b>", "<!--", "-->",
     "[", "]", "(S) ", "(A) ", "S: ", "T: ", "A: ", "R: ", "Q: ",
     "Situation", "Task", "Action: ", "Result", " **Result:** ",
     "Follow-ups:\n", "Principle: Ownership", "Tell me about a time you ran?", "...", "“", "”",
     "\t", "TODO", "#+TITLE: ", "* ", ":ID:\n", "│", '"', "=====\n", "Story 2: ", "a) ", " – "]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_WORDS, _MARKS), max_size=40).map("".join)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", text.casefold())


def held(reading: FileReading) -> Counter[str]:
    texts = [*reading.labels, *(f"{each.why} {each.text}" for each in reading.rest)]
    for story in reading.stories:
        texts += [story.title or "", story.question or "", *story.parts.values()]
        texts += [*story.also_asks, *story.tags, *(each.written for each in story.principles)]
        texts += [f"{each.question} {each.reply or ''}" for each in story.probes]
        texts += [f"{each.why} {each.text}" for each in story.unplaced]
    return Counter(word for text in texts for word in words(text))


def lost(text: str, format: str) -> Counter[str]:
    blocks = list(read_blocks(text, f"notes.{format}"))
    reading = find_stories(blocks, Principles(PRINCIPLES))
    return Counter(word for block in blocks for word in words(block.text)) - held(reading)


@given(TEXTS)
@settings(max_examples=300)
def test_no_word_of_a_plain_text_is_lost(text: str) -> None:
    reading = find_stories(list(read_blocks(text, "notes.txt")), Principles(PRINCIPLES))
    if not re.search(r"<[a-z/!]", text):
        said = re.sub(r"(?<!\w)[a-z][.)]", "", text)  # what counts: a)
        assert not Counter(words(said)) - held(reading)


@given(TEXTS, st.sampled_from(FORMATS))
@settings(max_examples=400)
def test_no_word_of_any_block_is_lost(text: str, format: str) -> None:
    with suppress(BadData):
        assert not lost(printable(text), format)


@given(st.one_of(st.binary(max_size=200), TEXTS.map(str.encode)), st.sampled_from(FORMATS))
def test_any_bytes_are_read_or_refused_in_a_line(data: bytes, format: str) -> None:
    stories: tuple[FoundStory, ...] = ()
    told = ""
    try:
        stories = read_stories(data, f"notes.{format}", PRINCIPLES).stories
    except NotStories as error:
        told = str(error)
    assert bool(stories) != bool(told)
    assert "\n" not in told
    for story in stories:
        assert story.id
        assert list(story.parts) == [part for part in Part if part in story.parts]
        assert all(text == printable(text).strip() for text in story.parts.values())
    assert len({each.id for each in stories}) == len(stories)


@pytest.mark.parametrize("format", FORMATS)
def test_deep_nesting_is_no_fault(format: str) -> None:
    deep = {
        "json": "[" * 100_000,
        "yaml": "[" * 5_000,
        "toml": "a = " + "[" * 5_000,
        "html": "<ul><li>" * 5_000,
        "md": "> " * 5_000,
    }.get(format, "(" * 5_000)
    with pytest.raises(NotStories):
        read_stories(deep.encode(), f"notes.{format}", PRINCIPLES)


def test_yaml_that_refers_to_itself_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    for text in (bomb, "a: &a\n  situation: *a\n  task: x\n"):
        with pytest.raises(NotStories):
            read_stories(text.encode(), "notes.yaml", PRINCIPLES)
