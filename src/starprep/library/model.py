"""What all models of content share: text that is safe, keys that are known, faults told."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from starprep.library.problems import KeyPath
from starprep.library.text import paragraphs, unprintable

Faults = Iterable[tuple[KeyPath, PydanticCustomError]]
"""Faults found in a model, each at its own key."""

FAULT = "starprep"
"""The type of a validation error whose context holds its own `what` and `fix`."""


def fault(what: str, fix: str) -> PydanticCustomError:
    """Make an error that says what is wrong and what would be right, in words shown as they are."""
    return PydanticCustomError(FAULT, "{what}; {fix}", {"what": what, "fix": fix})


def _safe(text: str) -> str:
    character = unprintable(text)
    if character:
        raise fault(f"holds the character {character}", "delete it: it would upset a terminal")
    return text


Prose = Annotated[
    str,
    AfterValidator(_safe),
    AfterValidator(paragraphs),
    StringConstraints(min_length=1),
]
"""Text to read: not empty, no control characters, white space folded, empty lines kept."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name in kebab-case: small letters and digits, parts joined by single hyphens."""

Seconds = Annotated[int, Field(strict=True, gt=0, le=3600)]
"""A span of time in whole seconds, from 1 to an hour."""


class Model(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=True
    )

    def faults(self, found: Faults) -> Self:
        """Return self, or raise one ValidationError that holds every fault at its own key."""
        errors: list[InitErrorDetails] = [
            InitErrorDetails(type=error, loc=key, input=None) for key, error in found
        ]
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors)
        return self


def format_1(value: Any) -> Any:
    """Refuse any format but 1, the only one that there is so far."""
    if value != 1 or isinstance(value, bool):
        raise fault(f"is {value!r}", "this starprep reads format 1; a newer one may read this file")
    return value
