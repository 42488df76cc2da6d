"""Text as Markdown reads as that text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from starprep.library.text import one_line
from starprep.stories.markdown import bullets, escaped, heading, page, table

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def read(text: str, kind: str) -> list[str]:
    """Return what a reader of Markdown finds as plain text in blocks of a kind."""
    tokens = READER.parse(text)
    assert not [each for each in tokens if each.type in ("html_block", "fence", "code_block")]
    found = []
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type == kind:
            assert all(each.type == "text" for each in token.children or [])
            found.append("".join(each.content for each in token.children or []))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "*not* _so_ `loud` ~~now~~", "[a](b) ![c](d) <b>e</b> &amp; &#35;", "# no heading",
        "- no list", "1. none", "12) none", "> said", "---", "===", "+ more", "a | b", "\\",
        "www.example.org https://example.org a@b.org", "$8,000 and $x$", "0.3% of it", "2:55",
        "snake_case_name",
    ],
)  # fmt: skip
def test_signs_of_markdown_stay_what_they_are(text: str) -> None:
    assert read(f"- {escaped(text)}", "paragraph_open") == [text]
    assert read(heading(2, text), "heading_open") == [text]


@given(st.text(max_size=60) | st.text("*_-+=#>`~[]()!<>&;:|\\ 1.a\n", max_size=30))
def test_any_text_is_read_back(text: str) -> None:
    said = one_line(text)
    assert "".join(read(page([escaped(text)]), "paragraph_open")) == said
    assert read(bullets([f"x {escaped(text)}"]), "paragraph_open") == [f"x {said}".strip()]
    cells = read(table(["head"], [[f"x {text}"]]), "td_open")
    assert cells == [f"x {said}".strip()]


def test_plain_text_is_left_as_a_person_would_write_it() -> None:
    for text in ("0.3% of its webhooks", "Action, 1:30", "It's mine (and hers)!", "from 3 to 4."):
        assert escaped(text) == text


def test_a_page_has_an_empty_line_between_two_blocks_and_none_for_empty_ones() -> None:
    assert page(["a", "", "b"]) == "a\n\nb\n"
