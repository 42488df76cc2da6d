"""HTML as blocks."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from starprep.stories.importing.blocks import SUMMARY_LEVEL, Block, Kind, aside
from starprep.stories.importing.table_blocks import table_blocks
from starprep.stories.importing.text_blocks import read_code

_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "nav", "ul", "ol", "dl",
     "table", "tbody", "thead", "body", "html", "details", "form", "figure", "figcaption",
     "aside", "address", "fieldset")
)  # fmt: skip
_BOLD = ("b", "strong", "dt")
_UNSAID = ("script", "style", "template", "head")


def read_html(text: str) -> Iterator[Block]:
    """Yield the blocks of an HTML text, whole or a piece of one."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    yield from reader.blocks


class _Reader(HTMLParser):
    """Gathers words until a tag ends the block that they are in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words = ""
        self._strong: list[tuple[int, int]] = []
        self._bold = self._begin = self._depth = self._quotes = self._level = 0
        self._item = False
        self._pre = False
        self._unsaid = ""
        self._rows: list[list[str]] | None = None
        self._linked = False

    def flush(self) -> None:
        """End the block."""
        self._close_bold()
        said, words, strong = self._words.strip(), self._words, tuple(self._strong)
        self._words, self._strong, self._begin = "", [], 0
        if not said:
            return
        if self._unsaid:
            self.blocks.append(aside("front matter" if self._unsaid == "head" else "code", said))
        elif self._pre:
            self.blocks += read_code(words.strip("\n"))
        elif self._level:
            text, spans = _folded(words, strong)
            self.blocks.append(Block(Kind.HEADING, text, self._level, spans))
        elif self._linked and len(said.split()) < 12 and self._is_all_link:
            self.blocks.append(aside("a contents list" if self._depth else "a link", said))
        else:
            kind = Kind.ITEM if self._item else Kind.PARAGRAPH
            text, spans = _folded(words, strong)
            self.blocks.append(Block(kind, text, self._depth, spans, quote=self._quotes > 0))
        self._item = False

    @property
    def _is_all_link(self) -> bool:
        return self._link_words >= len(self._last_said.split())

    _link_words = 0
    _last_said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in what begins."""
        if tag == "br":
            self._words += "\n"
        elif tag in _BOLD and not self._level:
            if tag == "dt":
                self.flush()
            if not self._bold:
                self._begin = len(self._words)
            self._bold += 1
        elif re.fullmatch(r"h[1-6]", tag):
            self.flush()
            self._level = int(tag[1])
        elif tag == "summary":
            self.flush()
            self._level = SUMMARY_LEVEL
        elif tag == "li" or tag == "dd":
            self.flush()
            if tag == "li":
                self._depth += 1
                self._item = True
        elif tag == "hr":
            self.flush()
            self.blocks.append(Block(Kind.RULE))
        elif tag == "blockquote":
            self.flush()
            self._quotes += 1
        elif tag == "pre":
            self.flush()
            self._pre = True
        elif tag in _UNSAID:
            self.flush()
            self._unsaid = self._unsaid or tag
        elif tag == "table":
            self.flush()
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._words = ""
            self._rows.append([])
        elif tag in ("td", "th"):
            self._words = ""
        elif tag == "img":
            said = " ".join(each for name in ("alt", "src") if (each := dict(attrs).get(name)))
            self.blocks.append(aside("a picture", said))
        elif tag == "a":
            self.handle_link(dict(attrs).get("href") or "")
        elif tag in _BLOCKS:
            self.flush()

    def handle_link(self, href: str) -> None:
        """Take in a link: where it leads is told if it leads out of the file."""
        if not self._words.strip() and not self._level:
            self._linked = True
        if re.match(r"[a-z]+:", href, re.IGNORECASE):
            self.blocks.append(aside("a link", href))

    def handle_endtag(self, tag: str) -> None:
        """Take in what ends."""
        if tag in _BOLD and not self._level:
            self._bold = max(0, self._bold - 1)
            if not self._bold:
                self._end_bold()
            if tag == "dt":
                self._words += "\n"
        elif re.fullmatch(r"h[1-6]|summary", tag):
            self.flush()
            self._level = 0
        elif tag == "li":
            self.flush()
            self._depth = max(0, self._depth - 1)
            self._item = False
        elif tag == "blockquote":
            self.flush()
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self.flush()
            self._pre = False
        elif tag == self._unsaid:
            self.flush()
            self._unsaid = ""
        elif tag == "table":
            rows, self._rows = self._rows or [], None
            self._words = ""
            self.blocks += table_blocks(rows)
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(self._words.strip())
            self._words, self._strong = "", []
        elif tag == "a":
            self._last_said = self._words
            self._link_words = len(self._words.split())
        elif tag == "details":
            self.flush()
            self.blocks.append(Block(Kind.RULE))
        elif tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        """Take in words."""
        if self._pre:
            self._words += data
        else:
            self._words += re.sub(r"[^\S\u00a0]+", " ", data)
        self._last_said = self._words

    def handle_comment(self, data: str) -> None:
        """Take in a comment."""
        self.blocks.append(aside("a comment", data.strip()))

    def handle_decl(self, decl: str) -> None:
        """Pass over the document type."""

    def unknown_decl(self, data: str) -> None:
        """Take in a declaration that is none."""
        self.blocks.append(aside("markup", data))

    def handle_pi(self, data: str) -> None:
        """Take in an instruction to another program."""
        self.blocks.append(aside("markup", data))

    def _end_bold(self) -> None:
        if len(self._words) > self._begin:
            self._strong.append((self._begin, len(self._words)))

    def _close_bold(self) -> None:
        if self._bold:
            self._end_bold()
            self._bold = 0


def _folded(
    text: str, strong: tuple[tuple[int, int], ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without the white space around its lines, and where its bold words are then."""
    where: list[int] = []
    plain = ""
    for each in text:
        where.append(len(plain))
        if each.isspace() and (not plain or plain[-1] in " \n"):
            if each == "\n" and plain.endswith(" "):
                plain = plain[:-1] + "\n"
            continue
        plain += each
    where.append(len(plain))
    short = plain.rstrip()
    spans = ((min(where[a], len(short)), min(where[b], len(short))) for a, b in strong)
    return short, tuple((a, b) for a, b in spans if b > a)
