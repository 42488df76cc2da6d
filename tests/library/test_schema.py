import json
import tomllib
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, get_args

import pytest

from starprep.library.parts import Level, Part
from starprep.library.question import Difficulty
from starprep.library.schema import Kind, schema
from starprep.library.weak_answer import Leaning
from starprep.places import built_in_content
from tests.examples import Table, drop, principle_data, put, walkthrough_data

TYPES = {"string": str, "integer": int, "array": list, "object": dict, "null": type(None)}
CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda given, name: type(given) is TYPES[name],
    "const": lambda given, one: bool(given == one),
    "enum": lambda given, some: given in some,
    "required": lambda given, keys: set(keys) <= set(given),
    "minLength": lambda given, least: len(given) >= least,
    "minItems": lambda given, least: len(given) >= least,
    "maxItems": lambda given, most: len(given) <= most,
    "minProperties": lambda given, least: len(given) >= least,
    "exclusiveMinimum": lambda given, bound: bool(given > bound),
    "maximum": lambda given, most: bool(given <= most),
}


def faults(given: Any, drawn: Table, root: Table, at: str = "") -> Iterator[str]:
    """Yield the key of every value in `given` that the schema `drawn` refuses by its shape."""
    if "$ref" in drawn:
        drawn = root["$defs"][drawn["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in drawn:
        options = [list(faults(given, each, root, at)) for each in drawn["anyOf"]]
        yield from min(options, key=len)
        return
    words = [word for word in CHECKS if word in drawn]  # the type comes first
    wrong = next((word for word in words if not CHECKS[word](given, drawn[word])), None)
    if wrong:
        yield at
    elif isinstance(given, dict):
        for key, value in given.items():
            inner = drawn.get("properties", {}).get(key, drawn["additionalProperties"])
            yield from faults(value, inner, root, f"{at}.{key}") if inner else [f"{at}.{key}"]
            yield from faults(key, drawn.get("propertyNames", {}), root, f"{at}.{key}")
    elif isinstance(given, list):
        each = drawn.get("prefixItems") or [drawn["items"]] * len(given)
        for number, value in enumerate(given):
            yield from faults(value, each[number], root, f"{at}[{number}]")


def refused(kind: Kind, data: Table) -> list[str]:
    drawn = schema(kind)
    return [at.removeprefix(".") for at in faults(data, drawn, drawn)]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_files_that_come_with_starprep_have_its_shape(kind: Kind) -> None:
    paths = sorted((built_in_content() / f"{kind}s").glob("*.toml"))
    assert paths
    for path in paths:
        assert refused(kind, tomllib.loads(path.read_text(encoding="utf-8"))) == []


def test_the_examples_have_its_shape() -> None:
    assert refused("walkthrough", walkthrough_data()) == []
    assert refused("principle", principle_data()) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 2),
        ("colour", "blue"),
        ("question", ""),
        ("question", 3),
        ("level", "sde3"),
        ("tags", "x"),
        ("overview.summry", "odd"),
        ("overview.takeaways", []),
        ("sections[2].exmaple", "odd"),
        ("sections[1].part", "tusk"),
        ("sections[1].target_seconds", 0),
        ("sections[1].target_seconds", 3601),
        ("sections[4].examples.sde3", "odd"),
        ("sections[4].examples", {}),
        ("probes[0].weak", "odd"),
        ("weak_answer.flags[0].quote", ""),
        ("weak_answer.leaning", "maybe"),
        ("quiz[0].options", list("abcdefg")),
        ("quiz[0].difficulty", "hrad"),
        ("levels[0].seconds", [1]),
        ("levels[0].seconds[1]", 0),
    ],
)
def test_an_editor_can_mark_what_the_reader_refuses_by_its_shape(key: str, value: Any) -> None:
    assert refused("walkthrough", put(walkthrough_data(), key, value)) == [key]


@pytest.mark.parametrize("key", ["format", "id", "question", "sections"])
def test_an_editor_can_mark_what_a_walkthrough_lacks(key: str) -> None:
    assert refused("walkthrough", drop(walkthrough_data(), key)) == [""]


@pytest.mark.parametrize("key", ["format", "id", "name", "essence"])
def test_an_editor_can_mark_what_a_principle_lacks(key: str) -> None:
    assert refused("principle", drop(principle_data(), key)) == [""]


def tables(kind: Kind) -> list[Table]:
    """Return the schema of the whole file and that of every table in it."""
    drawn = schema(kind)
    return [drawn, *(each for each in drawn["$defs"].values() if each["type"] == "object")]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_table_is_closed_and_every_key_described(kind: Kind) -> None:
    for table in tables(kind):
        assert table["additionalProperties"] is False
        assert table["description"]
        for key, drawn in table["properties"].items():
            assert drawn.get("description"), key


@pytest.mark.parametrize("values", [Part, Level, Difficulty, Leaning])
def test_the_words_that_a_key_may_have_are_listed(values: type[StrEnum]) -> None:
    assert schema("walkthrough")["$defs"][values.__name__]["enum"] == [
        each.value for each in values
    ]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_it_is_json_and_says_which_draft_it_follows(kind: Kind) -> None:
    drawn = schema(kind)
    assert json.loads(json.dumps(drawn)) == drawn
    assert drawn["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert drawn["title"].lower() == kind
