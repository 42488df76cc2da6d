"""Markdown as blocks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from starprep.stories.importing.blocks import Block, Kind, Spans, aside
from starprep.stories.importing.html_blocks import read_html
from starprep.stories.importing.table_blocks import table_blocks
from starprep.stories.importing.text_blocks import read_code

_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_OUTSIDE = re.compile(r"[a-z]+:", re.IGNORECASE)


def read_markdown(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, with the tables and the HTML that may be in it."""
    if front := _FRONT.match(text):
        yield aside("front matter", front[2])
        text = text[front.end() :]
    yield from _Walk(_parser().parse(text)).blocks()


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class _Walk:
    """Goes through the tokens of a text once."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._depth = self._quotes = 0
        self._new_item = False
        self._rows: list[list[str]] = []

    def blocks(self) -> Iterator[Block]:
        level = 0
        in_table = False
        html: list[str] = []
        for token in self._tokens:
            kind = token.type
            if kind == "list_item_open":
                self._depth += 1
                self._new_item = True
            elif kind == "list_item_close":
                self._depth -= 1
                self._new_item = False
            elif kind == "blockquote_open":
                self._quotes += 1
            elif kind == "blockquote_close":
                self._quotes -= 1
            elif kind == "heading_open":
                level = int(token.tag[1])
            elif kind == "heading_close":
                level = 0
            elif kind == "table_open":
                in_table, self._rows = True, []
            elif kind == "table_close":
                in_table = False
                yield from table_blocks(self._rows)
            elif kind == "tr_open":
                self._rows.append([])
            elif kind == "inline":
                if in_table:
                    self._rows[-1].append(_inline(token)[0])
                else:
                    yield from self._inline(token, level)
            elif kind == "hr":
                yield Block(Kind.RULE)
            elif kind in ("fence", "code_block"):
                language = token.info.split()[0] if token.info.strip() else ""
                yield from read_code(token.content, language)
            elif kind == "html_block":
                html.append(token.content)
                yield from self._html(token.content)

    def _html(self, content: str) -> Iterator[Block]:
        for block in read_html(content):
            if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
                yield replace(block, level=block.level + self._depth)
            else:
                yield block

    def _inline(self, token: Token, level: int) -> Iterator[Block]:
        text, strong, asides = _inline(token)
        if level:
            yield Block(Kind.HEADING, text, level, strong)
        elif text.strip():
            if self._depth and _is_link_inside(token):
                yield aside("a contents list", text)
            else:
                kind = Kind.ITEM if self._depth and self._new_item else Kind.PARAGRAPH
                yield Block(kind, text, self._depth, strong, quote=self._quotes > 0)
        self._new_item = False
        yield from asides


def _is_link_inside(token: Token) -> bool:
    """Tell whether all of a list item is a link to another place in the same file."""
    children = [
        each for each in token.children or () if each.type != "text" or each.content.strip()
    ]
    return (
        len(children) > 1
        and children[0].type == "link_open"
        and children[-1].type == "link_close"
        and str(children[0].attrGet("href")).startswith("#")
    )


def _inline(token: Token) -> tuple[str, Spans, list[Block]]:
    """Return what is said in a line of Markdown, what of it is bold, and what is not told."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    asides: list[Block] = []
    length = begin = bold = 0

    def add(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += len(text)

    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                add(child.content)
            case "softbreak" | "hardbreak":
                add("\n")
            case "strong_open":
                bold += 1
                begin = length if bold == 1 else begin
            case "strong_close":
                bold -= 1
                if not bold and length > begin:
                    spans.append((begin, length))
            case "image":
                add(child.content)
                asides.append(aside("a picture", str(child.attrGet("src") or "")))
            case "link_open":
                href = str(child.attrGet("href") or "")
                if _OUTSIDE.match(href):
                    asides.append(aside("a link", href))
            case "html_inline":
                tag = child.content
                if tag.startswith("<!--"):
                    asides.append(aside("a comment", tag[4:].removesuffix("-->").strip()))
                elif re.match(r"<br\b", tag, re.IGNORECASE):
                    add("\n")
                elif re.match(r"<(?:b|strong)\b", tag, re.IGNORECASE):
                    bold += 1
                    begin = length if bold == 1 else begin
                elif re.match(r"</(?:b|strong)\b", tag, re.IGNORECASE) and bold:
                    bold -= 1
                    if not bold and length > begin:
                        spans.append((begin, length))
                elif not re.match(r"</?[a-zA-Z]", tag):
                    asides.append(aside("markup", tag))
    return "".join(pieces), tuple(spans), asides
