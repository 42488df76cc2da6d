"""The files that the rules come from: `rules.toml`, which ships, and a user's own `review.toml`."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from starprep.library.faults import explain
from starprep.library.parts import WORDS_PER_MINUTE
from starprep.library.problems import KeyPath, Problem, suggest
from starprep.library.reading import parse
from starprep.review.lists import Lists, PartLists, Rule, RuleBook, Words, pattern_lists
from starprep.review.patterns import PatternError, Patterns
from starprep.review.rules import RULES

_NO_LIMITS = {
    "words_per_minute": f"leave the line out: every time is told at {WORDS_PER_MINUTE} words a "
    "minute, as the targets are"
}
"""Numbers that one might look for among the limits, and what to do instead."""

Table = TypeVar("Table", Rule, PartLists)


def built_in() -> Lists:
    """Read the lists that ship with starprep.

    Raises:
        LookupError: a rule has a table and no function, or a function and no table.
    """
    text = (files("starprep.review") / "rules.toml").read_text(encoding="utf-8")
    lists = Lists.model_validate(tomllib.loads(text))
    check_functions(lists.rules)
    return lists


def check_functions(tables: Iterable[str]) -> None:
    """Check that the rules that have a table are those that have a function.

    Raises:
        LookupError: they differ; the text names the rules that lack one or the other.
    """
    names = frozenset(tables)
    if lacking := sorted(names - RULES.keys()):
        raise LookupError(f"rules.toml has rules without a function: {', '.join(lacking)}")
    if lacking := sorted(RULES.keys() - names):
        raise LookupError(f"rules.toml lacks a table for the rules: {', '.join(lacking)}")


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
    for name, rule in added.rules.items():
        if name not in shipped.rules:
            yield ("rules", name), "is not a rule", suggest(name, sorted(shipped.rules))
            continue
        for kind, patterns in pattern_lists(rule):
            yield from _unreadable(("rules", name, kind), patterns, merged)
    for part, lists in added.parts.items():
        yield from _unreadable(("parts", part.value, "cues"), lists.cues, merged)


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
