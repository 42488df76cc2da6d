"""Plain text as blocks: paragraphs, bullets, lines drawn, titles in capitals."""

import re
from collections.abc import Iterable, Iterator

from starprep.stories.importing.blocks import WEAK_LEVEL, Block, Kind, aside, unmarked
from starprep.stories.importing.labels import cut
from starprep.stories.importing.vocabulary import field_of, is_part

_RULE = re.compile(r"\s*([-=_*~#+.·•—–─═])(?:\s?\1){2,}\s*$")
BULLET = re.compile(
    r"(\s*)(?:[-*+•–—‣▪◦●○■□▸▶➤➢→✓✔✅☑·]|o(?=\t)|\(?\d{1,2}[.)]|\(?[a-z][.)])(?:\s+|$)"
)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_STORY = re.compile(
    r"(?:story|answer|example|scenario|question|star|case|q)\s*(?:#|no\.?)?\s*(?:\d{1,3}|[A-Z])?"
    r"\s*[:.)–—-]\s*\S.*$",
    re.IGNORECASE,
)
_BOX = re.compile("[\u2500-\u259f]")
_ASCII_FRAME = re.compile(r"\s*\+[-=]{3,}\+\s*$", re.MULTILINE)
_ASCII_SIDE = re.compile(r"^\s*\|(.*)\|\s*$", re.MULTILINE)


def read_text(text: str, *, org: bool = False) -> Iterator[Block]:
    """Yield the blocks of a plain text."""
    lines = _unframed(text).split("\n")
    paragraph: list[str] = []
    depths: list[int] = []
    item: list[str] | None = None
    alone = True  # whether the line before was empty

    def flush() -> Iterator[Block]:
        nonlocal item
        if item is not None:
            yield _block(Kind.ITEM, item, len(depths), org=org)
            item = None
        if paragraph:
            yield _paragraph(paragraph, org=org)
            paragraph.clear()

    for line in lines:
        if not line.strip():
            yield from flush()
            alone = True
            continue
        if _RULE.match(line) and not line.strip().startswith(("...", "· ·")):
            under = len(paragraph) == 1 and line.strip()[0] in "=-~"
            if under and is_label(paragraph[0]):
                yield from flush()
            elif under and len(paragraph[0].split()) <= 16:
                yield Block(Kind.HEADING, paragraph.pop(), WEAK_LEVEL)
            else:
                yield from flush()
                yield Block(Kind.RULE)
            depths.clear()
            alone = True
            continue
        if not org and (heading := _HEADING.match(line)) and heading[2]:
            yield from flush()
            plain, strong = unmarked(heading[2])
            yield Block(Kind.HEADING, plain, len(heading[1]), strong)
            depths.clear()
            continue
        indent = len(line) - len(line.lstrip())
        bullet = BULLET.match(line)
        if bullet and not _is_wrapped(line, bullet, paragraph or item or []):
            yield from flush()
            while depths and depths[-1] >= indent + 1:
                depths.pop()
            depths.append(indent + 1)
            item = [line[bullet.end() :]]
            alone = False
            continue
        title = _is_title(line, alone=alone)
        if item is not None and not title and (indent or not is_label(line.strip())):
            item.append(line.strip())
            continue
        if item is not None:
            yield from flush()
        if depths and indent < depths[0]:
            depths.clear()
        if title:
            yield from flush()
            yield Block(Kind.HEADING, unmarked(line.strip(), org=org)[0], WEAK_LEVEL)
            depths.clear()
            alone = True
            continue
        depths.clear()
        paragraph.append(line.strip())
        alone = False
    yield from flush()


def _is_wrapped(line: str, bullet: re.Match[str], before: list[str]) -> bool:
    """Tell whether what looks like a number of a list is one at the beginning of a wrapped line."""
    sign = bullet[0].strip(" ().")
    if not before or not sign.isalnum() or sign in ("1", "a"):
        return False
    return (
        before[-1].rstrip()[-1:] not in ".:;?!"
        and bullet.start(0) == 0
        and len(line) > 3
        and (sign.isdigit() and not _numbered(before[0]))
    )


def _numbered(line: str) -> bool:
    return line[:1].isdigit()


def is_label(line: str) -> bool:
    """Tell whether a line begins with the label of a part."""
    label = cut(line)[0][0]
    return label is not None and is_part(label.field)


def _is_title(line: str, *, alone: bool) -> bool:
    said = line.strip()
    if field_of(said) is not None or is_label(said):
        return False
    letters = [each for each in said if each.isalpha()]
    if len(letters) > 3 and all(each.isupper() for each in letters):
        return len(said.split()) <= 10 and said[-1:] not in ".,;:"
    return alone and _STORY.match(said) is not None and len(said.split()) <= 40 and _counted(said)


def _counted(line: str) -> bool:
    """Tell whether a line begins as `Story 3:` or `STORY A —`, not as an answer's own words."""
    return re.match(r"\w+\s*(?:#|no\.?)?\s*(?:\d{1,3}|[A-Z])\b", line) is not None and (
        re.match(r"(?i:a|s|t|r)\s*[:.)]", line) is None
    )


def _paragraph(lines: Iterable[str], *, org: bool) -> Block:
    return _block(Kind.PARAGRAPH, list(lines), 0, org=org)


def _block(kind: Kind, lines: list[str], level: int, *, org: bool) -> Block:
    plain, strong = unmarked("\n".join(lines), org=org)
    return Block(kind, plain, level, strong)


def _unframed(text: str) -> str:
    """Take away a frame that is drawn around lines."""
    if _BOX.search(text):
        text = "\n".join(
            _BOX.sub(" ", line).strip() if _BOX.search(line) else line for line in text.split("\n")
        )
    if _ASCII_FRAME.search(text):
        text = _ASCII_SIDE.sub(lambda side: side[1].strip(), _ASCII_FRAME.sub("", text))
    return text


def read_code(text: str, language: str = "") -> Iterator[Block]:
    """Yield the blocks of a piece of code: what it tells, if it is a story in the guise of code."""
    plain = language.lower() in ("", "text", "txt", "plain", "plaintext", "md", "markdown", "none")
    if plain:
        inner = _unframed(text)
        labels = {
            label.field
            for line in inner.split("\n")
            for label, _ in cut(line.strip())[:1]
            if label and is_part(label.field)
        }
        if len(labels) > 1:
            yield from read_text(inner)
            yield Block(Kind.RULE)
            return
    yield aside("code", text)
