"""The files that the rules come from: those that ship, and a user's own `review.toml`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from starprep.library.faults import explain
from starprep.library.parts import WORDS_PER_MINUTE
from starprep.library.problems import KeyPath, Problem, suggest
from starprep.library.reading import parse
from starprep.review.inviting.invitations import INVITES
from starprep.review.lists import (
    Invitation,
    Lists,
    PartLists,
    Rule,
    RuleBook,
    Words,
    pattern_lists,
)
from starprep.review.patterns import PatternError, Patterns
from starprep.review.rules import RULES

_NO_LIMITS = {
    "words_per_minute": f"leave the line out: every time is told at {WORDS_PER_MINUTE} words a "
    "minute, as the targets are"
}
"""Numbers that one might look for among the limits, and what to do instead."""

Table = TypeVar("Table", Rule, Invitation, PartLists)

_SHIPPED = ("rules.toml", "inviting/inviting.toml")


def built_in() -> Lists:
    """Read the lists that ship with starprep.

    Raises:
        LookupError: a rule has a table and no function, or a function and no table.
    """
    folder = files("starprep.review")
    tables: dict[str, Any] = {}
    for name in _SHIPPED:
        for key, table in tomllib.loads((folder / name).read_text(encoding="utf-8")).items():
            tables[key] = tables.get(key, {}) | table if isinstance(table, dict) else table
    lists = Lists.model_validate(tables)
    check_functions(lists.rules, RULES, "rules.toml")
    check_functions(lists.invites, INVITES, "inviting.toml")
    return lists


def check_functions(tables: Iterable[str], functions: Iterable[str], name: str) -> None:
    """Check that the rules that have a table in the file `name` are those that have a function.

    Raises:
        LookupError: they differ; the text names the rules that lack one or the other.
    """
    told, made = frozenset(tables), frozenset(functions)
    if lacking := sorted(told - made):
        raise LookupError(f"{name} has rules without a function: {', '.join(lacking)}")
    if lacking := sorted(made - told):
        raise LookupError(f"{name} lacks a table for the rules: {', '.join(lacking)}")


def read_rules(own: Path | None = None) -> tuple[RuleBook, tuple[Problem, ...]]:
    """Read the lists that ship, and add those of the file at `own`, where there is one.

    Its sets, meanings, patterns, words and cues are added to those that ship; its limits,
    severities and reasons take their place. A file with a problem is left out whole.
    """
    shipped = built_in()
    if own is None or not own.exists():
        return RuleBook(shipped), ()
    parsed = parse(own)
    if parsed.value is None:
        return RuleBook(shipped), parsed.problems
    source = parsed.value
    try:
        added = Lists.model_validate(source.data)
    except ValidationError as error:
        return RuleBook(shipped), source.problems(explain(error, Lists))
    merged = _merged(shipped, added)
    problems = source.problems(_faults(shipped, added, merged))
    return RuleBook(shipped if problems else merged), problems


def _faults(shipped: Lists, added: Lists, merged: Lists) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield what only the shipped lists can tell is wrong: unknown names, patterns of no form."""
    for name in added.limits:
        if name not in shipped.limits:
            fix = _NO_LIMITS.get(name) or suggest(name, sorted(shipped.limits))
            yield ("limits", name), "is not a limit", fix
    yield from _faults_of("rules", "is not a rule", shipped.rules, added.rules, merged)
    yield from _faults_of("invites", "is no invitation", shipped.invites, added.invites, merged)
    for part, lists in added.parts.items():
        yield from _unreadable(("parts", part.value, "cues"), lists.cues, merged)


def _faults_of(
    table: str,
    what: str,
    ours: Mapping[str, Rule] | Mapping[str, Invitation],
    theirs: Mapping[str, Rule] | Mapping[str, Invitation],
    merged: Lists,
) -> Iterator[tuple[KeyPath, str, str]]:
    for name, each in theirs.items():
        if name not in ours:
            yield (table, name), what, suggest(name, sorted(ours))
            continue
        for kind, patterns in pattern_lists(each):
            yield from _unreadable((table, name, kind), patterns, merged)


def _unreadable(key: KeyPath, patterns: Words, merged: Lists) -> Iterator[tuple[KeyPath, str, str]]:
    for number, pattern in enumerate(patterns):
        try:
            Patterns([pattern], merged.sets)
        except PatternError as error:
            what, _, fix = str(error).partition("; ")
            yield (*key, number), what, fix


def _merged(shipped: Lists, added: Lists) -> Lists:
    return Lists(
        limits={**shipped.limits, **added.limits},
        sets=_all_words(shipped.sets, added.sets),
        meanings=_all_words(shipped.meanings, added.meanings),
        parts=_all_tables(shipped.parts, added.parts),
        rules=_all_tables(shipped.rules, added.rules),
        invites=_all_tables(shipped.invites, added.invites),
    )


Key = TypeVar("Key", bound=str)


def _all_words(ours: dict[str, Words], theirs: dict[str, Words]) -> dict[str, Words]:
    return {name: (*ours.get(name, ()), *theirs.get(name, ())) for name in {**ours, **theirs}}


def _all_tables(ours: dict[Key, Table], theirs: dict[Key, Table]) -> dict[Key, Table]:
    return {
        name: _both(table, theirs[name]) if name in theirs else table
        for name, table in ours.items()
    }


def _both(table: Table, more: Table) -> Table:
    """Return a table with the lists of both, and what else `more` tells in place of its own."""
    told: dict[str, Any] = {}
    for name in more.model_fields_set:
        own: Any = getattr(table, name)
        new: Any = getattr(more, name)
        told[name] = (*own, *new) if isinstance(own, tuple) else own if new == "" else new
    return table.model_copy(update=told)
