"""Reading one file: TOML to model, and every error to a problem with its line.

`parse` needs the standard library only; `read_walkthrough` and `read_principle` import the models
when they are called.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from starprep.library.lines import locate
from starprep.library.problems import KeyPath, Problem, key_text, suggest

if TYPE_CHECKING:
    from starprep.library.model import Model
    from starprep.library.principle import Principle
    from starprep.library.walkthrough import Walkthrough

PLACEHOLDER = "TODO"
"""A text that begins with this word is still to be written."""

_DEEPEST = 32  # tables and lists inside each other; the format itself needs 5
_LONGEST = 64  # bits of a whole number, as TOML asks of its readers

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

Fault = tuple[KeyPath, str, str]
"""A key, what is wrong with it and what would be right."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What came of reading a file: the value, or None and at least one problem."""

    value: T | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text and the tables in it."""

    path: Path
    text: str
    data: dict[str, Any]

    def problem(self, key: KeyPath, what: str, fix: str) -> Problem:
        """Make a problem at `key`, on its line or on that of the nearest table around it."""
        return self._problem(locate(self.text), key, what, fix)

    def problems(self, found: Iterable[Fault]) -> tuple[Problem, ...]:
        """Make a problem of each key, what and fix, in the order of the file's lines."""
        faults = list(found)
        lines = locate(self.text) if faults else {}
        return tuple(sorted(self._problem(lines, *each) for each in faults))

    def _problem(self, lines: dict[KeyPath, int], key: KeyPath, what: str, fix: str) -> Problem:
        known = next((key[:end] for end in range(len(key), 0, -1) if key[:end] in lines), None)
        line = lines[known] if known else 1
        return Problem(self.path, line, key_text(key), what, fix)


def parse(path: Path) -> Reading[Source]:
    """Read the TOML file at `path`; what keeps it from being read comes back as its problem."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _failed(path, 0, f"cannot be read: {reason}", "make it a file you may read")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1  # raw without its byte order mark
        return _failed(path, line, "is not UTF-8 text", "save the file as UTF-8")
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
        _measure(data)
        return Reading(Source(path, text, data))
    except tomllib.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        line = int(where[1]) if where and where[1] else text.count("\n") + 1
        what = _WHERE.sub("", str(error))
        return _failed(path, line, f"is not TOML: {what[:1].lower()}{what[1:]}", "see toml.io")
    except (ValueError, RecursionError):
        fix = "use short numbers and a few levels of brackets"
        return _failed(path, 1, "holds a number too long or brackets too deep to read", fix)


def _measure(value: Any, depth: int = 0) -> None:
    """Raise ValueError where `value` holds what later steps could neither walk through nor show."""
    if depth > _DEEPEST or (isinstance(value, int) and value.bit_length() > _LONGEST):
        raise ValueError
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            _measure(each, depth + 1)


def _failed(path: Path, line: int, what: str, fix: str) -> Reading[Source]:
    return Reading(None, (Problem(path, line, "", what, fix),))


def read_walkthrough(path: Path, principles: Collection[str]) -> "Reading[Walkthrough]":
    """Read and check the walkthrough at `path`; `principles` are the ids that it may name."""
    from starprep.library.walkthrough import Walkthrough

    return _read(path, Walkthrough, lambda data: _unknown_principles(data, principles))


def read_principle(path: Path) -> "Reading[Principle]":
    """Read and check the principle at `path`."""
    from starprep.library.principle import Principle

    return _read(path, Principle, lambda _: ())


M = TypeVar("M", bound="Model")


def _read(
    path: Path, model: type[M], check: Callable[[dict[str, Any]], Iterable[Fault]]
) -> Reading[M]:
    """Read `path` as `model`; `check` finds what only this kind of file can have wrong.

    All that is wrong is told at once, but of a text that is still to be written only that.
    """
    from pydantic import ValidationError

    from starprep.library.faults import explain

    parsed = parse(path)
    source = parsed.value
    if source is None:
        return Reading(None, parsed.problems)
    value = None
    found: list[Fault] = []
    try:
        value = model.model_validate(source.data)
    except ValidationError as error:
        found += explain(error, model)
        if [key for key, *_ in found] == [("format",)]:
            return Reading(None, source.problems(found))
    unfinished = list(_unfinished(source.data))
    found = unfinished + _elsewhere(found, unfinished)
    found += _elsewhere([*_wrong_id(source), *check(source.data)], found)
    problems = source.problems(found)
    return Reading(None if problems else value, problems)


def _elsewhere(more: Iterable[Fault], found: Iterable[Fault]) -> list[Fault]:
    """Return those of `more` whose key nothing in `found` has."""
    told = {key for key, *_ in found}
    return [each for each in more if each[0] not in told]


def _wrong_id(source: Source) -> Iterator[Fault]:
    """Yield the id if it is another than the file's name."""
    name, stem = source.data.get("id"), source.path.stem
    if isinstance(name, str) and name != stem:
        fix = f'use id = "{stem}", or rename the file to {name}.toml'
        yield ("id",), f'"{name}" is not the file\'s name', fix


def _unknown_principles(data: dict[str, Any], known: Collection[str]) -> Iterator[Fault]:
    """Yield every principle that `data` names and that is not `known`."""
    adaptations = data.get("adaptations")
    named: list[tuple[KeyPath, Any]] = [(("principle",), data.get("principle"))]
    for number, each in enumerate(adaptations if isinstance(adaptations, list) else ()):
        if isinstance(each, dict):
            named.append((("adaptations", number, "principle"), each.get("principle")))
    for key, principle in named:
        if isinstance(principle, str) and principle not in known:
            fix = suggest(principle, sorted(known))
            yield key, f'"{principle}" is a principle that no file defines', fix


def _unfinished(value: Any, key: KeyPath = ()) -> Iterator[Fault]:
    """Yield every text that is still a placeholder."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _unfinished(each, (*key, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _unfinished(each, (*key, number))
    elif isinstance(value, str) and value.startswith(PLACEHOLDER):
        wanted = value.removeprefix(PLACEHOLDER).lstrip(": …") or "your own text"
        yield key, "is still to be written", f"replace it: {wanted}"
