"""Reading JSON with an eye on where each event of a record stands in the text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_SPACE = re.compile(r"[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")


@dataclass(slots=True)
class Scanned:
    """A file's JSON, and where its events stand in the text."""

    fields: dict[str, Any] = field(default_factory=dict)
    """The members of the outermost object."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where each event begins and ends."""
    end: int = 0
    """Where the last event ends, or the list has begun."""


def scan(text: str) -> Scanned:
    """Read JSON as `json.loads` does, and note where the events of a record stand.

    Raises:
        JSONDecodeError: it is none.
    """
    reader, found = _Reader(text), Scanned()
    if not reader.is_at("{"):
        reader.value()
    else:
        for _ in reader.items("{", "}"):
            name = reader.value()
            if not isinstance(name, str):
                raise reader.error("a name in quotes")
            reader.take(":")
            if reader.is_at("[") and name == "events":
                found.fields[name] = _events(reader, found)
            else:
                found.fields[name] = reader.value()
    reader.finish()
    return found


def _events(reader: "_Reader", found: Scanned) -> list[Any]:
    values = []
    found.spans.clear()
    found.end = reader.at + 1
    for start in reader.items("[", "]"):
        values.append(reader.value())
        found.spans.append((start, reader.at))
        found.end = reader.at
    return values


class _Reader:
    """Goes through JSON from left to right, a value or a sign at a time."""

    def __init__(self, text: str) -> None:
        self.at = 0
        self._text = text
        self._decode = json.JSONDecoder().raw_decode

    def is_at(self, sign: str) -> bool:
        """Go past white space, and tell whether `sign` comes next."""
        space = _SPACE.match(self._text, self.at)
        self.at = space.end() if space else self.at
        return self._text.startswith(sign, self.at)

    def take(self, sign: str) -> None:
        """Go past `sign`."""
        if not self.is_at(sign):
            raise self.error(sign)
        self.at += len(sign)

    def value(self) -> Any:
        """Go past the value that begins here and return it."""
        value, self.at = self._decode(self._text, self.at)
        return value

    def items(self, opening: str, closing: str) -> Iterator[int]:
        """Yield where each item between the two signs begins; the caller goes past it."""
        self.take(opening)
        if not self.is_at(closing):
            yield self.at
            while self._is_past_comma():
                yield self.at
        self.take(closing)

    def _is_past_comma(self) -> bool:
        found = _COMMA.match(self._text, self.at)
        self.at = found.end() if found else self.at
        return found is not None

    def finish(self) -> None:
        """Be at the end of the text."""
        self.is_at("")
        if self.at < len(self._text):
            raise self.error("the end")

    def error(self, wanted: str) -> json.JSONDecodeError:
        """Say what should come next."""
        return json.JSONDecodeError(f"Expecting {wanted}", self._text, self.at)
