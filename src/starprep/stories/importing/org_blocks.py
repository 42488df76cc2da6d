"""Org as blocks."""

import re
from collections.abc import Iterator

from starprep.stories.importing.blocks import Block, Kind, aside, unmarked
from starprep.stories.importing.text_blocks import read_code, read_text

_HEADING = re.compile(r"(\*+)\s+(.*?)(?:\s+(:[\w@#%:]+:))?\s*$")
_KEYWORD = re.compile(r"\s*#\+(\w+):\s*(.*)$")
_BEGIN = re.compile(r"\s*#\+begin_(\w+)\s*(.*)$", re.IGNORECASE)
_DRAWER = re.compile(r"\s*:\w[\w-]*:\s*$")
_STATE = re.compile(r"(TODO|DONE|NEXT|WAITING|CANCELLED|STARTED)\s+(.*)")
_PRIORITY = re.compile(r"\[#[A-Z]\]\s*")
_LINK = re.compile(r"\[\[([^\]]*)\](?:\[([^\]]*)\])?\]")


def read_org(text: str) -> Iterator[Block]:
    """Yield the blocks of an Org text."""
    plain: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        heading = _HEADING.match(line)
        begin, keyword = _BEGIN.match(line), _KEYWORD.match(line)
        drawer = _DRAWER.match(line)
        comment = re.match(r"\s*#(?:\s+(.*))?$", line)
        if not (heading or begin or keyword or drawer or comment):
            plain.append(line)
            continue
        yield from _plain(plain)
        if heading:
            yield from _heading(heading)
        elif begin:
            yield from _box(begin[1].lower(), begin[2], list(_until(lines, begin[1])))
        elif keyword:
            if keyword[1].lower() == "title":
                yield Block(Kind.FIELD, "title")
                yield Block(Kind.PARAGRAPH, keyword[2])
                yield Block(Kind.RULE)
            else:
                yield aside("front matter", f"{keyword[1]}: {keyword[2]}")
        elif drawer:
            inside = []
            for each in lines:
                if each.strip().lower() == ":end:":
                    break
                inside.append(each.strip())
            yield aside("properties", "\n".join((line.strip(), *inside)))
        elif comment:
            yield aside("a comment", comment[1] or "")
    yield from _plain(plain)


def _until(lines: Iterator[str], name: str) -> Iterator[str]:
    for line in lines:
        if line.strip().lower() == f"#+end_{name.lower()}":
            return
        yield line


def _box(name: str, arguments: str, inside: list[str]) -> Iterator[Block]:
    text = "\n".join(inside)
    if name == "quote":
        for block in read_text(text, org=True):
            yield Block(block.kind, block.text, block.level, block.strong, quote=True)
        return
    if arguments.strip() and name == "src":
        yield aside("code", f"{arguments}\n{text}")
    else:
        yield from read_code(text)


def _heading(found: re.Match[str]) -> Iterator[Block]:
    text = _PRIORITY.sub("", found[2])
    if state := _STATE.match(text):
        if state[1] != "DONE":
            yield Block(Kind.HEADING, "TODO", len(found[1]))
            yield aside("a TODO", state[2])
            return
        text = state[2]
    plain, strong = unmarked(text, org=True)
    yield Block(Kind.HEADING, plain, len(found[1]), strong)
    if found[3]:
        yield aside("tags", found[3].strip(":").replace(":", " "))


def _plain(lines: list[str]) -> Iterator[Block]:
    text = "\n".join(lines)
    lines.clear()
    if not text.strip():
        return
    links = _LINK.findall(text)
    yield from read_text(_LINK.sub(lambda link: link[2] or link[1], text), org=True)
    for where, said in links:
        if said:
            yield aside("a link", where)
