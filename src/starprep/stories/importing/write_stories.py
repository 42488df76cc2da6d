"""Found stories as files of the candidate's own: which are new, and writing one."""

import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli_w

from starprep.stories.importing.found import FoundStory
from starprep.writing import write_whole

_MOST_ALSO_ASKED = 5
"""How many other questions a walkthrough names."""


class State(StrEnum):
    """How a found story stands to the files that are there."""

    NEW = "new"
    SAME = "already there"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Planned:
    """A story and the file that it goes into."""

    story: FoundStory
    path: Path
    """The file; its name is the story's id."""
    state: State
    changes: tuple[str, ...] = ()
    """In what the story differs from the one that is there: `question`, a part, `follow-ups`."""


def tables(story: FoundStory, id: str) -> dict[str, Any]:
    """Return the tables of a walkthrough that tells a story of the candidate's own."""
    known = next((each.id for each in story.principles if each.id), None)
    named = [each.id or each.written for each in story.principles]
    tags = [*story.tags, *(each for each in named if each != known)]
    table: dict[str, Any] = {"format": 1, "id": id}
    if story.title:
        table["title"] = story.title
    table["question"] = _question(story)
    if known:
        table["principle"] = known
    if tags:
        table["tags"] = list(dict.fromkeys(tags))
    if story.also_asks:
        table["also_asks"] = list(dict.fromkeys(story.also_asks))[:_MOST_ALSO_ASKED]
    table["sections"] = [
        {"part": part.value, "example": text} for part, text in story.parts.items()
    ]
    if story.probes:
        table["probes"] = [
            {"question": each.question} | ({"strong": {"reply": each.reply}} if each.reply else {})
            for each in story.probes
        ]
    return table


def _question(story: FoundStory) -> str:
    """Return the question; a walkthrough needs one, so where there is none its title is asked."""
    return story.question or f"Tell me about “{story.title or story.id}”."


def plan(stories: Iterable[FoundStory], folder: Path, taken: Collection[str] = ()) -> list[Planned]:
    """Say which file of a folder each story goes into, and whether it is there already.

    Args:
        stories: those that were found.
        folder: where files are written.
        taken: ids of stories elsewhere, which no new one may have.
    """
    given: set[str] = set()
    planned = []
    for story in stories:
        for name in _names(story.id):
            path = folder / f"{name}.toml"
            if name in given:
                continue
            there = _read(path)
            if there is None:
                if name in taken or path.exists():
                    continue
                planned.append(Planned(story, path, State.NEW))
            else:
                changes = _changes(there, tables(story, name))
                if changes is None:
                    continue
                planned.append(
                    Planned(story, path, State.CHANGED if changes else State.SAME, changes)
                )
            given.add(name)
            break
    return planned


def _names(id: str) -> Iterator[str]:
    yield id
    number = 2
    while True:
        yield f"{id}-{number}"
        number += 1


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None


def _changes(there: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...] | None:
    """Return in what two tables of a story differ; None where they are of different stories."""
    before, after = _told(there), _told(now)
    if before == after:
        return ()
    shared = any(before.get(key) == text for key, text in after.items() if key != "follow-ups")
    if not shared:
        return None
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if before.get(name) != after.get(name))


def _told(table: dict[str, Any]) -> dict[str, Any]:
    """Return what of a file an import writes and would find again: question, parts, follow-ups."""
    sections = table.get("sections")
    probes = table.get("probes")
    told: dict[str, Any] = {"question": table.get("question")}
    for each in sections if isinstance(sections, list) else []:
        if isinstance(each, dict) and each.get("example"):
            told[str(each.get("part"))] = _folded(each["example"])
    asked = [
        (each.get("question"), (each.get("strong") or {}).get("reply"))
        for each in (probes if isinstance(probes, list) else [])
        if isinstance(each, dict)
    ]
    if asked:
        told["follow-ups"] = asked
    return told


def _folded(text: object) -> str:
    return " ".join(str(text).split())


def write_story(planned: Planned) -> None:
    """Write a new story into its file.

    Raises:
        FileExistsError: there is a file by now; it stays as it is.
        OSError: it cannot be written; nothing of it is left.
    """
    if planned.path.exists():
        raise FileExistsError(f"{planned.path} is there already")
    text = tomli_w.dumps(tables(planned.story, planned.path.stem), multiline_strings=True)
    write_whole(planned.path, text.encode())
