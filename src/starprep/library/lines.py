"""Which line of a TOML file each key stands on, which `tomllib` does not tell."""

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from starprep.library.problems import KeyPath

_TOKEN = re.compile(
    r'''(?P<string>"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*+"{3,5}'''
    r"""|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"""
    r'''|"(?:[^"\\\n]|\\.)*+"'''
    r"""|'[^'\n]*+')"""
    r"|(?P<skip>[ \t\r]+|\#[^\n]*)"
    r"|(?P<newline>\n)"
    r"|(?P<mark>[\[\]{},=.])"
    r"""|(?P<bare>[^\s\[\]{},=.\#"']+)"""
)


class _Token(NamedTuple):
    text: str
    line: int
    kind: str


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "skip":
            yield _Token(match.group(), line, kind)
        line += match.group().count("\n")


def locate(text: str) -> dict[KeyPath, int]:
    """Return the line, counted from 1, of every key, table and list item in `text`.

    `text` must be TOML that `tomllib` reads; for other text the answer means nothing.
    """
    return _Locator(text).lines


def _unquoted(text: str) -> str:
    try:
        return str(tomllib.loads(f"key = {text}")["key"])
    except tomllib.TOMLDecodeError:
        return text


class _Locator:
    """Walks the tokens of one file once."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._tokens = list(_tokens(text))
        self._at = 0
        self._table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}  # how many items each [[list of tables]] has so far
        while self._at < len(self._tokens):
            self._statement()

    @property
    def _token(self) -> _Token:
        if self._at < len(self._tokens):
            return self._tokens[self._at]
        return _Token("", 0, "end")

    def _statement(self) -> None:
        first = self._token
        if first.kind == "newline":
            self._at += 1
        elif first.text == "[" and first.kind == "mark":
            self._header(first.line)
        else:
            self._pair(self._table)

    def _header(self, line: int) -> None:
        self._at += 1
        is_list = self._token.text == "[" and self._token.kind == "mark"
        self._at += is_list
        path: KeyPath = ()
        keys = self._key()
        for number, key in enumerate(keys):
            path = (*path, key)
            self.lines.setdefault(path, line)
            last = number == len(keys) - 1
            if last and is_list:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
                self.lines.setdefault(path, line)
        self._table = path
        self._at += 2 if is_list else 1

    def _key(self) -> list[str]:
        """Read a dotted key and leave the token after it current."""
        keys: list[str] = []
        while self._token.kind in ("bare", "string") or self._token.text == ".":
            token = self._token
            if token.kind == "string":
                keys.append(_unquoted(token.text))
            elif token.kind == "bare":
                keys.append(token.text)
            self._at += 1
        return keys

    def _pair(self, table: KeyPath) -> None:
        line = self._token.line
        path = table
        for key in self._key():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._at += 1  # the equals sign
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._token
        self._at += 1
        if opening.kind == "mark" and opening.text == "[":
            self._items(path)
        elif opening.kind == "mark" and opening.text == "{":
            self._inline_table(path)
        else:  # a scalar; numbers and dates hold dots
            while self._token.kind == "bare" or self._token.text == ".":
                self._at += 1

    def _items(self, path: KeyPath) -> None:
        number = 0
        while self._token.kind != "end":
            token = self._token
            if token.kind == "newline" or token.text == ",":
                self._at += 1
            elif token.text == "]" and token.kind == "mark":
                self._at += 1
                return
            else:
                self.lines[(*path, number)] = token.line
                self._value((*path, number))
                number += 1

    def _inline_table(self, path: KeyPath) -> None:
        while self._token.kind != "end":
            token = self._token
            if token.kind == "newline" or token.text == ",":
                self._at += 1
            elif token.text == "}" and token.kind == "mark":
                self._at += 1
                return
            else:
                self._pair(path)
