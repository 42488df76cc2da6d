"""A new walkthrough, its texts still to be written."""

from pathlib import Path
from typing import Any

import tomli_w

from starprep.library.parts import WORDS_PER_MINUTE, Level, Part
from starprep.library.reading import PLACEHOLDER

_TARGETS = {
    Part.SITUATION: 30,
    Part.TASK: 20,
    Part.ACTION: 90,
    Part.RESULT: 20,
    Part.REFLECTION: 15,
}
_SIGNAL = "a phrase that an interviewer writes down"
_QUOTE = "words that sink it"


def write_skeleton(path: Path, principle: str) -> None:
    """Write a walkthrough of `principle` to `path`, every text in it a placeholder.

    The file's name is the walkthrough's id. Folders are made as needed.

    Raises:
        FileExistsError: there is a file at `path`; it is left as it was.
    """
    text = tomli_w.dumps(skeleton(path.stem, principle), multiline_strings=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)


def skeleton(id: str, principle: str) -> dict[str, Any]:
    """Return the tables of a new walkthrough: right in shape, its texts saying what goes where."""
    return {
        "format": 1,
        "id": id,
        "question": _todo("the interviewer's words, such as: Tell me about a time …"),
        "principle": principle,
        "level": Level.SDE2.value,
        "tags": [_todo("a word to find it by, such as reliability")],
        "overview": {
            "scenario": _todo("the story in the candidate's voice, in three or four sentences"),
            "summary": _todo("what makes the story work, in the coach's voice"),
            "takeaways": [_todo("one thing to remember, in one sentence")],
        },
        "sections": [_section(part) for part in Part],
        "probes": [
            {
                "question": _todo("what the interviewer asks next"),
                "tests": _todo("what the interviewer probes"),
                "weak": {"reply": _todo("a reply that fails"), "why": _todo("why it fails")},
                "strong": {
                    "reply": _todo("a reply that works"),
                    "line": _todo("the line of it to remember"),
                },
            }
        ],
        "weak_answer": {
            "text": _todo(f"the whole answer that fails, in five or six sentences, with {_QUOTE}"),
            "flags": [
                {"quote": _todo(f"… {_QUOTE}"), "why": _todo("what these words of the text tell")},
                {"why": _todo("something that the text does not say, and what that tells")},
            ],
            "verdict": _todo("what the Bar Raiser thinks"),
            "leaning": "no-hire",
        },
        "quiz": [
            {
                "prompt": _todo("a question about this story's craft"),
                "options": [_todo("the right answer"), _todo("a wrong answer that tempts")],
                "answer": 0,
                "explanation": _todo("why the one is right and the other is not"),
                "difficulty": "medium",
            }
        ],
        "adaptations": [
            {
                "principle": "ownership" if principle != "ownership" else "customer-obsession",
                "lead": _todo("what to lead with for this other principle"),
                "emphasize": [_todo("what to say more of")],
                "downplay": [_todo("what to say less of")],
            }
        ],
        "levels": [
            {
                "level": level.value,
                "focus": _todo(f"what a candidate for {level.label} dwells on"),
                "bar": _todo(f"what the answer must prove for {level.label}"),
                "seconds": list(level.usual_seconds),
            }
            for level in Level
        ],
    }


def _section(part: Part) -> dict[str, Any]:
    seconds = _TARGETS[part]
    words = seconds * WORDS_PER_MINUTE // 60
    section: dict[str, Any] = {"part": part.value, "target_seconds": seconds}
    if part is Part.REFLECTION:
        section["examples"] = {
            level.value: _todo(
                f"what a strong {level.label} says, in about {words} words, with {_SIGNAL}"
            )
            for level in (Level.SDE2, Level.SENIOR)
        }
    else:
        section["example"] = _todo(
            f"what a strong candidate says, in about {words} words, with {_SIGNAL}"
        )
    return section | {
        "signals": [_todo(f"… {_SIGNAL}")],
        "coaching": _todo("one tip for this part"),
        "mistake": _todo("what often goes wrong, and what the interviewer concludes"),
    }


def _todo(what: str) -> str:
    return f"{PLACEHOLDER}: {what}"
