"""The model of a Leadership Principle."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from starprep.library.model import Identifier, Model, Prose, format_1


class Behaviour(Model):
    """One way in which a principle shows."""

    behaviour: Prose
    """What the candidate does."""
    phrases: tuple[Prose, ...] = Field(min_length=1)
    """Spoken phrases that show it."""
    miss: Prose
    """How candidates commonly miss it."""


class Principle(Model):
    """A Leadership Principle in our own words, except for its official name."""

    format: Annotated[Literal[1], BeforeValidator(format_1)]
    """The version of this file format: 1."""
    id: Identifier
    """The principle's short name in kebab-case, the same as the file's without `.toml`."""
    name: Prose
    """The official name."""
    order: int = Field(default=99, strict=True, gt=0)
    """Its place in the published list, from 1; lists are sorted by it."""
    essence: Prose
    """What it asks, in one sentence of our own."""
    core_signal: Prose | None = None
    """The question that the interviewer is answering."""
    looks_like: tuple[Behaviour, ...] = ()
    """Behaviours that show the principle."""
    is_not: tuple[Prose, ...] = ()
    """What is often mistaken for it."""
    questions: tuple[Prose, ...] = ()
    """What is commonly asked."""
