"""The JSON Schema of each kind of file, which editors use to complete and check as one types."""

from typing import Any, Literal

from starprep.library.principle import Principle
from starprep.library.walkthrough import Walkthrough

Kind = Literal["walkthrough", "principle"]


def schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a `walkthrough` or a `principle` file."""
    model = Walkthrough if kind == "walkthrough" else Principle
    drawn = model.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **drawn}
