"""Data as blocks: each table a record, each key a field."""

import re
from collections.abc import Iterator
from typing import Any

from starprep.stories.importing.blocks import RECORD_LEVEL, Block, Kind, aside
from starprep.stories.importing.labels import cut
from starprep.stories.importing.text_blocks import read_text
from starprep.stories.importing.vocabulary import Detail, field_of, is_part

_DEEPEST = 40
_ASKED = ("question", "q", "ask", "probe", "prompt")
_REPLIED = ("answer", "a", "reply", "response")
_SAID = ("example", "examples", "text", "content", "value", "body", "answer", "description")
_NAMED = ("part", "section", "type", "label", "name", "heading", "title", "key")


class BadData(Exception):
    """A file of data is not what its name says; the message says where and what."""


class _Walk:
    """Counts the values gone through: a text holds no more of them than letters.

    In YAML a value may refer to another, and nine lines tell of a thousand million.
    """

    def __init__(self, most: int) -> None:
        self.count, self.most = 0, most

    def step(self, depth: int) -> None:
        self.count += 1
        if depth > _DEEPEST or self.count > self.most:
            raise BadData("is nested too deep, or refers to itself")


def data_blocks(data: object, text: str) -> Iterator[Block]:
    """Yield the blocks of a value that was read from a text.

    Raises:
        BadData: it is nested too deep, or holds more values than the text letters.
    """
    yield from _values(data, 0, "", _Walk(len(text) + 1))


def _values(data: object, depth: int, name: str, walk: _Walk) -> Iterator[Block]:
    walk.step(depth)
    if isinstance(data, dict):
        yield Block(Kind.RECORD, name, RECORD_LEVEL + depth)
        later: list[tuple[str, object]] = []
        yield from _table(data, depth, walk, later)
        for key, value in later:
            yield from _values(value, depth + 1, key, walk)
    elif isinstance(data, list):
        yield Block(Kind.RECORD, name, RECORD_LEVEL + depth)
        for each in data:
            yield from _values(each, depth + 1, "", walk)
    elif (said := _words(data)).strip():
        yield aside(name or "a value", said)


def _table(
    data: dict[Any, Any], depth: int, walk: _Walk, later: list[tuple[str, object]]
) -> Iterator[Block]:
    """Yield the fields of a table; what is a table of its own goes into `later`."""
    for key, value in data.items():
        name = _spelled(key)
        field = field_of(name)
        if parts := _named_parts(value):
            yield from _parts_in(parts, walk)
        elif field is Detail.PROBES and isinstance(value, list | dict):
            yield Block(Kind.FIELD, name)
            yield from _probes(value, walk)
        elif isinstance(value, dict):
            inner = {field_of(_spelled(each)) for each in value}
            if len([each for each in inner if is_part(each)]) > 1 and not _own_record(value):
                walk.step(depth + 1)
                yield from _table(value, depth + 1, walk, later)
            elif is_part(field):
                yield Block(Kind.FIELD, name)
                yield from _said(value, depth, walk)
            else:
                later.append((name, value))
        elif isinstance(value, list) and is_part(field):
            yield Block(Kind.FIELD, name)
            yield from _said(value, depth, walk)
        elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
            later.append((name, value))
        else:
            yield from _field(name, value)


def _own_record(value: dict[Any, Any]) -> bool:
    fields = {field_of(_spelled(each)) for each in value}
    return bool(fields & {Detail.TITLE, Detail.QUESTION})


def _field(name: str, value: object) -> Iterator[Block]:
    if isinstance(value, list):
        yield Block(Kind.FIELD, name)
        for each in value:
            yield Block(Kind.ITEM, _words(each), 1)
        return
    said = _words(value)
    if not is_part(field_of(name)) and _holds_labels(said):
        yield Block(Kind.FIELD, "answer")
    else:
        yield Block(Kind.FIELD, name)
    yield from read_text(said)


def _holds_labels(text: str) -> bool:
    """Tell whether a value is a whole answer, its parts labelled inside it."""
    found = {
        label.field
        for line in text.split("\n")
        for label, _ in cut(line.strip())
        if label and is_part(label.field)
    }
    return len(found) > 1


def _said(value: object, depth: int, walk: _Walk) -> Iterator[Block]:
    walk.step(depth)
    if isinstance(value, dict):
        for each in value.values():
            yield from _said(each, depth + 1, walk)
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict | list):
                yield from _said(each, depth + 1, walk)
            else:
                yield Block(Kind.ITEM, _words(each), 1)
    else:
        yield from read_text(_words(value))


def _named_parts(value: object) -> list[tuple[str, dict[Any, Any]]]:
    """Return the tables of a list in which each says itself which part it is."""
    if not isinstance(value, list) or not value:
        return []
    found = []
    for each in value:
        if not isinstance(each, dict):
            return []
        names = [each[key] for key in _NAMED if isinstance(each.get(key), str)]
        name = next((name for name in names if is_part(field_of(name))), None)
        if name is None or not any(key in each for key in _SAID):
            return []
        found.append((name, each))
    return found


def _parts_in(parts: list[tuple[str, dict[Any, Any]]], walk: _Walk) -> Iterator[Block]:
    for name, table in parts:
        key = next(key for key in _SAID if key in table)
        said, others = table[key], {}
        if isinstance(said, dict) and said:
            level, *more = said
            said, others = said[level], {each: said[each] for each in more}
        yield Block(Kind.FIELD, name)
        yield from _said(said, 0, walk)
        rest = {each: table[each] for each in table if each != key and table[each] != name} | others
        for other, value in rest.items():
            yield aside(_spelled(other), "\n".join(_leaves(value, walk)))


def _probes(value: object, walk: _Walk) -> Iterator[Block]:
    if isinstance(value, dict):
        asked, replied = (next((value[key] for key in keys if key in value), None)
                          for keys in (_ASKED, _REPLIED))  # fmt: skip
        if asked is None:
            for question, reply in value.items():
                yield Block(Kind.FIELD, "Q", why="question")
                yield from _said(question, 0, walk)
                yield Block(Kind.FIELD, "A", why="reply")
                yield from _said(reply, 0, walk)
            return
        strong = value.get("strong")
        if replied is None and isinstance(strong, dict):
            replied = strong.get("reply")
        yield Block(Kind.FIELD, "Q", why="question")
        yield from _said(asked, 0, walk)
        if replied is not None:
            yield Block(Kind.FIELD, "A", why="reply")
            yield from _said(replied, 0, walk)
        for key, each in value.items():
            if each is not asked and each is not replied:
                told = [said for said in _leaves(each, walk) if said != replied]
                if told:
                    yield aside(_spelled(key), "\n".join(told))
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict | list):
                yield from _probes(each, walk)
            else:
                yield Block(Kind.ITEM, _words(each), 1)


def _leaves(value: object, walk: _Walk, depth: int = 0) -> Iterator[str]:
    walk.step(depth)
    if isinstance(value, dict):
        for key, each in value.items():
            inner = list(_leaves(each, walk, depth + 1))
            yield f"{_spelled(key)}: {' '.join(inner)}"
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, walk, depth + 1)
    else:
        yield _words(value)


def _words(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _spelled(key: object) -> str:
    """Return a key as words: `followUps` and `follow_ups` as `follow ups`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", str(key))
    return re.sub(r"[_-]+", " ", apart)
