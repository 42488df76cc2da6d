"""docs/record.md tells what the models and the statistics are, and nothing else."""

import re
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from starprep.library.key import Key
from starprep.record.events import Event
from starprep.record.history import history_of
from starprep.record.statistics import statistics
from tests.record.happened import drill, hunt, learn, probe, quiz

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
EVENTS: tuple[type[BaseModel], ...] = get_args(get_args(Event)[0])
KINDS = {each.model_fields["kind"].default: each for each in EVENTS}
SHARED = ("id", "time", "walkthrough", "kind")
TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def rows(heading: str) -> dict[str, list[str]]:
    """Return the first table below a heading, or below a line that begins so: its rows by key."""
    _, _, below = PAGE.partition(f"\n{heading}")
    table = re.search(r"\n\|---.*\n((?:\|.*\n)+)", below)
    assert table, heading
    cells = [row.strip("|").split(" | ") for row in table[1].splitlines()]
    return {each[0].strip(" `"): [cell.strip() for cell in each[1:]] for each in cells}


def told(name: str, field: FieldInfo) -> str:
    """Return how the page writes the type of a field, its unit after it."""
    kind: Any = field.annotation
    optional = NoneType in get_args(kind)
    if optional:
        kind = next(each for each in get_args(kind) if each is not NoneType)
    while hasattr(kind, "__metadata__"):
        kind = get_args(kind)[0]
    if get_origin(kind) is tuple:
        text = "list of texts"
    elif get_origin(kind) is Literal:
        text = "text"
    elif isinstance(kind, type) and issubclass(kind, Enum):
        text = TYPES[next(each for each in TYPES if issubclass(kind, each))]
    else:
        text = TYPES.get(kind, "time")
    unit = ", seconds" if name.endswith("seconds") else ""
    return text + unit + (", optional" if optional else "")


def choices(field: FieldInfo) -> list[str]:
    """Return the texts that a field may hold, where there are only some."""
    kinds = [field.annotation, *get_args(field.annotation)]
    for kind in kinds:
        if get_origin(kind) is Literal:
            return [*get_args(kind)]
        if isinstance(kind, type) and issubclass(kind, Enum):
            return [str(each.value) for each in kind]
    return []


def test_every_kind_has_a_section() -> None:
    assert re.findall(r"\n### `(\w+)`", PAGE) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_told_with_its_type_and_unit(kind: str) -> None:
    table = rows("## Every event") | rows(f"### `{kind}`")
    fields = KINDS[kind].model_fields
    assert set(table) == set(fields)
    for name, field in fields.items():
        kind_told, meaning = table[name]
        assert kind_told == ("text" if name == "kind" else told(name, field)), name
        if name != "kind":
            missing = [each for each in choices(field) if not re.search(rf"\b{each}\b", meaning)]
            assert not missing, name


def test_what_all_kinds_share_is_told_once() -> None:
    assert tuple(rows("## Every event")) == SHARED


def test_every_statistic_is_defined_and_nothing_else() -> None:
    events: list[Event] = [
        *(drill(id=part, part=part) for part in ("situation", "task", "action", "result")),
        drill(id="reflection", part="reflection"),
        probe(id="probe"),
        quiz(id="quiz"),
        learn(id="learn"),
        hunt(id="hunt"),
    ]
    found = history_of(events, "lost-parcels")
    assert found is not None
    data: dict[str, Any] = statistics(found, [Key(None, "Which one?", "")], [])
    assert set(rows("## Statistics")) == set(data)
    assert set(rows("Of a run,")) == set(data["best"]) == set(data["whole_answers"][0])
    assert set(rows("Of a part,")) == set(data["parts"]["task"])
    assert set(rows("Of the questions,")) == set(data["quiz"])
    (hunts,) = re.findall(r"\nA hunt, in .*", PAGE)
    assert set(re.findall(r"`(\w+)`", hunts)) - {"hunts", "best_hunt"} == set(data["best_hunt"])
