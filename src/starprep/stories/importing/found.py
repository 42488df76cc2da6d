"""What was found in a candidate's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starprep.library.parts import Part


@dataclass(frozen=True, slots=True)
class FoundPrinciple:
    """A principle that a story is said to show."""

    written: str
    id: str | None = None
    """The id of the principle in the library; None where it is none of those."""


@dataclass(frozen=True, slots=True)
class FoundProbe:
    """A follow-up question."""

    question: str
    reply: str | None = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of a file that are in no part of a story."""

    why: str
    """What they are, such as "code", or under which label they stand."""
    text: str


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story in a candidate's file, in the candidate's own words."""

    id: str
    """A name in kebab-case, from its title or its question; unique in its file."""
    title: str | None
    question: str | None
    principles: tuple[FoundPrinciple, ...]
    parts: Mapping[Part, str]
    """The text of each part that there is, in their order."""
    probes: tuple[FoundProbe, ...] = ()
    also_asks: tuple[str, ...] = ()
    """Other questions that the story answers."""
    tags: tuple[str, ...] = ()
    unplaced: tuple[Leftover, ...] = ()
    """All else that stands with the story, or behind it, or before the first."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What was read of a file."""

    stories: tuple[FoundStory, ...] = ()
    notes: tuple[str, ...] = ()
    """What the candidate should know of how it was read."""
    labels: tuple[str, ...] = field(default=(), repr=False)
    """The labels as written: the words that are in no story because they only name its parts."""
    rest: tuple[Leftover, ...] = ()
    """Everything, where there is no story to keep it with."""


def as_data(story: FoundStory) -> dict[str, Any]:
    """Return a story as JSON holds it."""
    return {
        "id": story.id,
        "title": story.title,
        "question": story.question,
        "principles": [each.id or each.written for each in story.principles],
        "parts": {part.value: text for part, text in story.parts.items()},
        "probes": [{"question": each.question, "reply": each.reply} for each in story.probes],
        "also_asks": list(story.also_asks),
        "tags": list(story.tags),
        "unplaced": [{"why": each.why, "text": each.text} for each in story.unplaced],
    }
