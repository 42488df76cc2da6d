"""Small content to test with: tables of valid files, and ways to change and write them."""

import re
from pathlib import Path
from typing import Any

import tomli_w

Table = dict[str, Any]


def walkthrough_data(**changes: Any) -> Table:
    """Return the tables of a valid walkthrough, `changes` put over its top-level keys.

    It names the principles `ownership` and `customer-obsession`.
    """
    data: Table = {
        "format": 1,
        "id": "lost-parcels",
        "question": "Tell me about a time you solved a problem that nobody had given you.",
        "principle": "ownership",
        "level": "sde2",
        "tags": ["logistics", "unasked"],
        "overview": {
            "scenario": "Parcels got lost on the way, and I found out why.",
            "summary": "It starts outside your own job and ends on a number.",
            "takeaways": ["Say that nobody asked.", "End on the number."],
        },
        "sections": [
            {
                "part": "situation",
                "target_seconds": 30,
                "example": "I noticed that one parcel in fifty got lost. Nobody had asked me.",
                "signals": ["I noticed", "nobody had asked"],
                "coaching": "Two sentences are enough.",
                "mistake": "A tour of the warehouse comes first.",
            },
            {
                "part": "task",
                "target_seconds": 20,
                "example": "It was not my team's work. I took it on myself to find the cause.",
                "signals": ["not my team's work", "I took it … to find the cause"],
                "coaching": "Say where your own work ended.",
                "mistake": "It sounds assigned.",
            },
            {
                "part": "action",
                "target_seconds": 90,
                "example": "I followed fifty parcels. I found a label that no scanner could read.",
                "signals": ["I followed fifty parcels", "I found a label"],
                "coaching": "Begin each sentence with I.",
                "mistake": "It says we.",
            },
            {
                "part": "result",
                "target_seconds": 20,
                "example": "Losses fell from 2% to zero, which saved 400 euros a week.",
                "signals": ["from 2% to zero", "400 euros a week"],
                "coaching": "Before, after, worth.",
                "mistake": "Things got better.",
            },
            {
                "part": "reflection",
                "target_seconds": 15,
                "examples": {
                    "sde2": "I learnt to test a label on the worst scanner.",
                    "senior": "No team owned the whole way of a parcel. I would name an owner.",
                },
                "signals": ["the worst scanner", "no team owned"],
                "coaching": "It fits no other story.",
                "mistake": "Communication matters.",
            },
        ],
        "probes": [
            {
                "question": "Why did you not tell the other team?",
                "tests": "Whether you stay with a problem.",
                "weak": {"reply": "I did.", "why": "Telling is not owning."},
                "strong": {
                    "reply": "I brought them the label.",
                    "line": "The label, not the news.",
                },
            }
        ],
        "weak_answer": {
            "text": "Parcels got lost, so I told the other team. They fixed it.",
            "flags": [
                {"quote": "I told the other team", "why": "That is passing it on."},
                {"why": "There is no number."},
            ],
            "verdict": "Nothing in it was theirs.",
            "leaning": "no-hire",
        },
        "quiz": [
            {
                "prompt": "Which line shows the result best?",
                "options": ["It got better.", "Losses fell from 2% to zero."],
                "answer": 1,
                "explanation": "It has a number before and a number after.",
                "difficulty": "easy",
            }
        ],
        "adaptations": [
            {
                "principle": "customer-obsession",
                "lead": "Those who waited for a parcel.",
                "emphasize": ["The people who waited."],
                "downplay": ["The label."],
            }
        ],
        "levels": [
            {"level": "sde1", "focus": "The label.", "bar": "You did it.", "seconds": [90, 120]},
            {"level": "sde2", "focus": "The cause.", "bar": "You led it.", "seconds": [120, 180]},
            {"level": "senior", "focus": "The owner.", "bar": "It lasts.", "seconds": [150, 200]},
        ],
    }
    return data | changes


def principle_data(**changes: Any) -> Table:
    """Return the tables of a valid principle, `changes` put over its top-level keys."""
    data: Table = {
        "format": 1,
        "id": "ownership",
        "name": "Ownership",
        "order": 2,
        "essence": "Treat what you see as yours to put right.",
        "core_signal": "Does this person act where nobody told them to?",
        "looks_like": [
            {
                "behaviour": "Starts unasked.",
                "phrases": ["nobody had asked", "so I decided to"],
                "miss": "It sounds assigned.",
            }
        ],
        "is_not": ["Doing everything alone."],
        "questions": ["Tell me about a time you took on something outside your job."],
    }
    return data | changes


def put(data: Table, key: str, value: Any) -> Table:
    """Set what stands at `key` in `data`, such as `sections[2].signals[0]`, and return `data`."""
    holder, last = _place(data, key)
    holder[last] = value
    return data


def drop(data: Table, key: str) -> Table:
    """Delete what stands at `key` in `data`, and return `data`."""
    holder, last = _place(data, key)
    del holder[last]
    return data


def _place(data: Table, key: str) -> tuple[Any, str | int]:
    """Return the table or list that `key` stands in, and the last step of `key`."""
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^][.]+", key)]
    holder: Any = data
    for step in steps[:-1]:
        holder = holder[step]
    return holder, steps[-1]


def write_walkthrough(folder: Path, *, stem: str | None = None, **changes: Any) -> Path:
    """Write `walkthrough_data(**changes)` into `folder`, named after its id or else `stem`."""
    data = walkthrough_data(**changes)
    return write_tables(folder / f"{stem or data['id']}.toml", data)


def write_principle(folder: Path, *, stem: str | None = None, **changes: Any) -> Path:
    """Write `principle_data(**changes)` into `folder`, named after its id or else `stem`."""
    data = principle_data(**changes)
    return write_tables(folder / f"{stem or data['id']}.toml", data)


def write_library(folder: Path) -> Path:
    """Write a content folder without problems: one walkthrough, the two principles it names."""
    write_walkthrough(folder / "walkthroughs")
    write_principle(folder / "principles")
    write_principle(
        folder / "principles", id="customer-obsession", name="Customer Obsession", order=1
    )
    return folder


def write_tables(path: Path, data: Table) -> Path:
    """Write `data` as TOML to `path`, its folders made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> int:
    """Return the number of the only line of the file at `path` that holds `words`."""
    (line,) = lines_of(path, words)
    return line


def lines_of(path: Path, words: str) -> list[int]:
    """Return the numbers, from 1, of all lines of the file at `path` that hold `words`."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if words in line]
