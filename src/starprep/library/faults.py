"""Validation errors said so that the writer of a file can mend them."""

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from starprep.library.model import FAULT
from starprep.library.problems import KeyPath, suggest

_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
_KINDS |= {list: "a list", dict: "a table"}
_WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number without quotes",
    "bool_type": "true or false, without quotes",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}


def explain(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield the key, what is wrong and what would be right for each error of validating `model`."""
    errors = error.errors(include_url=False)
    keys = [tuple(step for step in details["loc"] if step != "[key]") for details in errors]
    newer = [number for number, key in enumerate(keys) if key == ("format",)]
    for number in newer or range(len(errors)):  # of another format, nothing else can be said
        key, details = keys[number], errors[number]
        if details["type"] == "too_short" and any(
            key == other[: len(key)] != other for other in keys
        ):
            continue  # not short: Pydantic leaves out items that have a fault of their own
        yield key, *_explain(details, key, model)


def _explain(details: ErrorDetails, key: KeyPath, model: type[BaseModel]) -> tuple[str, str]:
    kind, given, context = details["type"], details["input"], details.get("ctx", {})
    name = key[-1] if key else ""
    if kind == FAULT:
        return context["what"], context["fix"]
    if kind == "missing" and isinstance(name, int):  # a list of fixed length, such as from and to
        return "is missing", _add(key[-2], _holder(model, key[:-1]))
    if kind == "missing":
        return "is missing", _add(name, _holder(model, key))
    if kind == "extra_forbidden":
        holder = _holder(model, key)
        return "is not a key here", suggest(str(name), list(holder.model_fields) if holder else [])
    if kind in ("enum", "literal_error"):
        return f"is {_show(given)}", f"use {context['expected']}"
    if kind in _WANTED:
        return f"is {_kind(given)}", f"use {_WANTED[kind]}"
    if kind in ("string_too_short", "too_short"):
        if isinstance(given, str) or not given:
            return "is empty", "write the text" if isinstance(given, str) else "write at least one"
        return f"holds {context['actual_length']}", f"use at least {context['min_length']}"
    if kind == "too_long":
        return f"holds {context['actual_length']}", f"use at most {context['max_length']}"
    if kind == "greater_than":
        return f"is {given}", f"use more than {context['gt']}"
    if kind == "less_than_equal":
        return f"is {given}", f"use at most {context['le']}"
    if kind == "string_pattern_mismatch":
        return f"is {_show(given)}", "use small letters, digits and single hyphens, like-this-one"
    return f"is {_show(given)}: {details['msg'].lower()}", "see the file format in the README"


def _show(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "a date or a time")


def _add(name: str | int, holder: type[BaseModel] | None) -> str:
    """Say what to add: the key with the meaning that its model gives it."""
    field = holder.model_fields.get(str(name)) if holder else None
    meaning = field.description if field and field.description else ""
    return f"add {name}: {meaning[:1].lower()}{meaning[1:]}".rstrip(".: ")


def _holder(model: type[BaseModel], key: KeyPath) -> type[BaseModel] | None:
    """Return the model in which the last step of `key` is a field, or None where there is none."""
    kind: Any = model
    for step in key[:-1]:
        if isinstance(step, int):
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            field = kind.model_fields.get(step)
            kind = _without_none(field.annotation) if field else None
        else:
            return None
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        some: Sequence[Any] = [each for each in get_args(annotation) if each is not type(None)]
        return some[0]
    return annotation
