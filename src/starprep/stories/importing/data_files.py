"""Files of data (TOML, YAML, JSON, CSV) as blocks."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from starprep.stories.importing.blocks import Block, aside
from starprep.stories.importing.data_blocks import BadData, data_blocks
from starprep.stories.importing.table_blocks import table_blocks

_TOML_STRINGS = (
    r'"""(?:\\.|[^\\])*?"""',
    r"'''.*?'''",
    r'"(?:\\.|[^"\\\n])*"',
    r"'[^'\n]*'",
)
_TOML_COMMENT = re.compile("|".join((*_TOML_STRINGS, r"(#[^\n]*)")), re.DOTALL)


def read_toml(text: str) -> Iterator[Block]:
    """Yield the blocks of a TOML text."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadData(f"is not TOML: {error}") from None
    for found in _TOML_COMMENT.finditer(text):
        if found[1] and found[1].strip("# "):
            yield aside("a comment", found[1].lstrip("# "))
    yield from data_blocks(data, text)


def read_json(text: str) -> Iterator[Block]:
    """Yield the blocks of a JSON text, or of one JSON value a line."""
    try:
        data = json.loads(text, parse_int=str, parse_float=str)
    except RecursionError:
        raise BadData("is JSON too deep to read") from None
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            data = [json.loads(line, parse_int=str, parse_float=str) for line in lines]
        except (ValueError, RecursionError):
            where = f"line {error.lineno}, column {error.colno}"
            raise BadData(
                f"is not JSON: {error.msg[0].lower()}{error.msg[1:]} at {where}"
            ) from None
    yield from data_blocks(data, text)


def read_yaml(text: str) -> Iterator[Block]:
    """Yield the blocks of a YAML text. Every value is read as the words that it is written in."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        documents = list(yaml.load_all(text, Loader=loader))
        comments = list(_yaml_comments(text, loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise BadData(f"is not YAML: {error.problem or error.context}{where}") from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise BadData(f"is not YAML: {' '.join(str(error).split())[:120]}") from None
    for comment in comments:
        yield aside("a comment", comment)
    for document in documents:
        yield from data_blocks(document, text)


def _yaml_comments(text: str, loader: Any) -> Iterator[str]:
    """Yield the comments: what stands between two tokens."""
    import yaml

    lines = text.split("\n")
    marks: list[tuple[int, int, int, int]] = []
    for token in yaml.scan(text, Loader=loader):
        begin, end = token.start_mark, token.end_mark
        marks.append((begin.line, begin.column, end.line, end.column))
    inside: set[int] = set()
    ends: dict[int, int] = {}
    for first, _, last, column in marks:
        inside.update(range(first + 1, last))
        ends[last] = max(ends.get(last, 0), column)
        if last > first and column:
            inside.discard(last)
    for number, line in enumerate(lines):
        if number in inside or "#" not in line:
            continue
        rest = line[ends.get(number, 0) :]
        found = re.match(r"\s*#+\s?(.*)", rest)
        if found and found[1].strip():
            yield found[1]


def read_csv(text: str) -> Iterator[Block]:
    """Yield the blocks of rows of cells, divided by commas, semicolons or tabs."""
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    csv.field_size_limit(2**31 - 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadData(f"is not CSV: {error}") from None
    yield from table_blocks(rows)
