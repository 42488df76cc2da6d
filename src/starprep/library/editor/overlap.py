"""The rule on two files: no run of words that another file has too."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from starprep.library.editor.finding import EditRule, Finding
from starprep.library.problems import KeyPath, key_text
from starprep.library.speech import words

RUN = 8
"""How many words in a row two files must not share. Shorter runs are the language's own."""

# What interviewers ask belongs to nobody. Signals and quotes are words of their own file.
_COMMON_KEYS = frozenset(
    {"id", "question", "questions", "principle", "name", "signals", "quote", "tags", "level"}
)

Texts = Mapping[KeyPath, str]


def prose(value: Any, key: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a file's tables that is its author's own, with its key."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name not in _COMMON_KEYS or (name == "question" and key):
                yield from prose(each, (*key, name))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from prose(each, (*key, number))
    elif isinstance(value, str):
        yield key, value


def shared_runs(files: Mapping[Path, Texts]) -> dict[Path, list[Finding]]:
    """Return, for each of `files`, where it has a run of words that another one has too.

    Of a text that shares several runs with one other file only the first is told.
    """
    found: dict[Path, dict[tuple[KeyPath, Path], Finding]] = {path: {} for path in files}
    first: dict[str, tuple[Path, KeyPath]] = {}
    for path, texts in files.items():
        for key, text in texts.items():
            for run in _runs(text):
                other, other_key = first.setdefault(run, (path, key))
                if other.stem != path.stem:  # nor a copy of the file itself
                    found[path].setdefault((key, other), _finding(key, run, other, other_key))
                    found[other].setdefault((other_key, path), _finding(other_key, run, path, key))
    return {path: list(each.values()) for path, each in found.items()}


def _finding(key: KeyPath, run: str, other: Path, other_key: KeyPath) -> Finding:
    what = f'shares "{run}" with {other.name}: {key_text(other_key)}'
    return Finding(key, EditRule.OWN_WORDS, what, "say it in words of this story's own")


def _runs(text: str) -> Iterator[str]:
    said = [word.text for word in words(text)]
    for start in range(len(said) - RUN + 1):
        yield " ".join(said[start : start + RUN])
