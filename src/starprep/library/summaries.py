"""A file's summary: what a list shows of it, taken from its tables without checking the rest."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starprep.library.index import Index, Summary
from starprep.library.parts import Level, Part, natural_targets
from starprep.library.problems import Problem
from starprep.library.reading import parse
from starprep.library.text import one_line, paragraphs, printable

LAST = 99
"""The place of a principle whose file does not tell it."""


def summary_of(
    path: Path,
    draw: Callable[[dict[str, Any]], Summary],
    index: Index,
    problems: list[Problem],
) -> Summary | None:
    """Return the summary of the file at `path`, made of its tables by `draw`, by way of `index`.

    None where the file does not say what it should; what keeps it from being read at all is added
    to `problems`.
    """
    known = index.summary(path)
    if known is not None:
        return known
    state = index.state(path)
    parsed = parse(path)
    if parsed.value is None:
        problems += parsed.problems
        return None
    try:
        drawn = draw(parsed.value.data)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if drawn["id"] != path.stem:
        return None
    index.add(path, state, drawn)
    return drawn


def principle_summary(data: dict[str, Any]) -> Summary:
    """Return what a list shows of a principle."""
    order = data.get("order", LAST)
    if not isinstance(order, int):
        raise TypeError
    return {key: _text(data[key]) for key in ("id", "name", "essence")} | {"order": order}


def walkthrough_summary(data: dict[str, Any]) -> Summary:
    """Return what a list shows of a walkthrough."""
    level = Level(data.get("level", Level.SDE2))
    return {
        **{key: _text(data[key]) for key in ("id", "question")},
        "title": _text(data["title"]) if "title" in data else "",
        "principle": _text(data["principle"]) if "principle" in data else "",
        "adapted": [_text(each["principle"]) for each in data.get("adaptations", [])],
        "level": level.value,
        "tags": [_text(tag) for tag in data.get("tags", [])],
        "scenario": _scenario(data),
        "seconds": _seconds(data, level),
        "parts": [Part(section["part"]).value for section in data["sections"]],
        "quiz": [
            [
                _text(each["difficulty"]),
                _identifier(each),
                _prose(each["prompt"]),
                _right_option(each),
            ]
            for each in data.get("quiz", [])
        ],
        "probes": [
            [_identifier(each), _prose(each["question"]), _line(each)]
            for each in data.get("probes", [])
        ],
    }


def _scenario(data: dict[str, Any]) -> str:
    """Return what the story is about; of one without an overview, how it begins."""
    if "overview" in data:
        return printable(data["overview"]["scenario"])
    first = data["sections"][0]
    return _prose(first.get("example") or next(iter(first["examples"].values())))


def _seconds(data: dict[str, Any], level: Level) -> int:
    """Return what the targets add up to, as the model of a walkthrough does."""
    guides = {guide["level"]: guide["seconds"][1] for guide in data.get("levels", [])}
    limit = guides.get(level.value, level.usual_seconds[1])
    whole = max((each for each in data.get("lengths", []) if each <= limit), default=limit)
    parts = ((Part(each["part"]), each.get("target_seconds")) for each in data["sections"])
    return sum(natural_targets(parts, whole).values())


def _line(probe: dict[str, Any]) -> str:
    line = probe.get("strong", {}).get("line")
    return _prose(line) if line is not None else ""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return one_line(value)


def _identifier(item: dict[str, Any]) -> str | None:
    return _text(item["id"]) if "id" in item else None


def _right_option(question: dict[str, Any]) -> str:
    """Return the right option's words; none where the file names no option, which is told later."""
    options, answer = question["options"], question["answer"]
    return _prose(options[answer]) if answer in range(len(options)) else ""


def _prose(value: Any) -> str:
    return paragraphs(_text(value) and value)
