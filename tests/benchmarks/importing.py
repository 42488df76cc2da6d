"""Measure the import on a folder of examples: `.venv/bin/python -m tests.benchmarks.importing`.

Beside each example lies NAME.truth.json: the stories that are in it, their parts, their follow-ups,
and the first words of what is none of them. For each file it prints stories found of stories there,
parts whose words are right of parts there, words lost, what was counted as story and is none,
follow-ups, titles and questions. `--show` names each miss.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from starprep.library.files import files_in
from starprep.library.parts import Part
from starprep.library.reading import read_principle
from starprep.places import built_in_content
from starprep.stories.importing.encoding import decode
from starprep.stories.importing.found import FileReading, FoundStory
from starprep.stories.importing.read_stories import NotStories, read_stories

EXAMPLES = Path(__file__).parents[1] / "examples"
LABELS = ("situation", "task", "action", "result", "reflection", "learning", "context", "goal")
Truth = dict[str, Any]


@dataclass
class Score:
    """What was right, of what there was."""

    stories: int = 0
    of_stories: int = 0
    parts: int = 0
    of_parts: int = 0
    lost: int = 0
    counted: int = 0
    probes: int = 0
    of_probes: int = 0
    titles: int = 0
    questions: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return both together."""
        sums = (getattr(self, each.name) + getattr(other, each.name) for each in fields(self))
        return Score(*sums)


def principle_names() -> dict[str, str]:
    """Return the names of the built-in principles by id."""
    read = (read_principle(path).value for path in files_in([built_in_content()]).principles)
    return {each.id: each.name for each in read if each}


def words(text: str) -> list[str]:
    """Return the words of a text, case and punctuation aside."""
    plain = unicodedata.normalize("NFKC", text.replace("’", "'")).casefold()
    return re.findall(r"[^\W_]+", plain)


def held(reading: FileReading) -> Iterator[str]:
    """Yield every text that was made of a file."""
    yield from reading.labels
    for left in reading.rest:
        yield from (left.text, left.why)
    for story in reading.stories:
        yield from (story.title or "", story.question or "", *story.parts.values())
        yield from (*story.also_asks, *story.tags)
        yield from (each.written for each in story.principles)
        for probe in story.probes:
            yield from (probe.question, probe.reply or "")
        for left in story.unplaced:
            yield from (left.text, left.why)


def lost_words(text: str, reading: FileReading) -> Counter[str]:
    """Return the words of a file that are nowhere in what was made of it.

    Tags, keys and what a number of a list counts are no words of a file.
    """
    text = re.sub(r"<!--|-->|</?[a-zA-Z][^<>]*>|&\w+;", " ", text)
    text = re.sub(r"^(\s*)(?:\d{1,2}|[a-z])[.)](?=\s)", " ", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(?:```|~~~)\w*|^\s*(?:#\+\w+|:\w+:)", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\]\(#[^)]*\)", "] ", text)
    return Counter(words(text)) - Counter(word for each in held(reading) for word in words(each))


def is_found(wanted: Truth, story: FoundStory) -> int:
    """Return how much a story is the one that is wanted: how many of its parts are right."""
    return sum(
        words(text) == words(story.parts.get(Part(part), ""))
        for part, text in wanted["parts"].items()
    )


def matched(truth: Truth, stories: tuple[FoundStory, ...]) -> list[tuple[Truth, FoundStory | None]]:
    """Return each story that is there with the one that was found for it."""
    left = list(stories)
    pairs: list[tuple[Truth, FoundStory | None]] = []
    for wanted in truth["stories"]:
        own = {word for text in wanted["parts"].values() for word in words(text)}

        def shared(story: FoundStory, wanted: Truth = wanted, own: set[str] = own) -> float:
            said = {word for text in story.parts.values() for word in words(text)}
            return is_found(wanted, story) * 1000 + len(own & said) / max(len(own | said), 1)

        best = max(left, key=shared, default=None)
        if best is not None and shared(best) < 0.2:
            best = None
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return pairs


def score(path: Path, principles: dict[str, str], told: list[str]) -> Score:
    """Measure the import of one file."""
    truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    data = path.read_bytes()
    try:
        reading = read_stories(data, path.name, principles)
    except NotStories as error:
        told.append(f"{path.name}: {error}")
        reading = FileReading()
    got = Score(of_stories=len(truth["stories"]))
    pairs = matched(truth, reading.stories)
    got.stories = sum(found is not None for _, found in pairs)
    more = len(reading.stories) - got.stories
    if more:
        told.append(f"{path.name}: {more} more than there are: {[s.id for s in reading.stories]}")
        got.counted += more
    for wanted, found in pairs:
        _score_story(wanted, found, got, told, path.name)
    _score_rest(truth, reading, got, told, path.name)
    if path.suffix in (".md", ".txt", ".org", ".html"):
        lost = lost_words(decode(data).text, reading)
    else:
        lost = Counter()
        values = {word for each in held(reading) for word in words(each)}
        text = decode(data).text
        if path.suffix == ".json":
            text = " ".join(_values(json.loads(text)))
        lost = Counter({word for word in words(text.replace("\\n", " ")) if word not in values})
    got.lost = sum(lost.values())
    if lost:
        told.append(f"{path.name}: lost {dict(lost)}")
    return got


def _values(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for each in data.values():
            yield from _values(each)
    elif isinstance(data, list):
        for each in data:
            yield from _values(each)
    else:
        yield str(data)


def _score_story(
    wanted: Truth, found: FoundStory | None, got: Score, told: list[str], name: str
) -> None:
    got.of_parts += len(wanted["parts"])
    got.of_probes += len(wanted["probes"])
    if found is None:
        told.append(f"{name}: no story {wanted['title'] or wanted['question']}")
        return
    for part, text in wanted["parts"].items():
        said = found.parts.get(Part(part), "")
        if words(text) == words(said):
            got.parts += 1
        else:
            told.append(f"{name}: {part} of {found.id}\n      is     {said}\n      wanted {text}")
    for part in set(found.parts) - set(wanted["parts"]):
        got.counted += 1
        told.append(f"{name}: {found.id} has a {part}: {found.parts[part]}")
    probes = {
        (tuple(words(each.question)), tuple(words(each.reply or ""))) for each in found.probes
    }
    for each in wanted["probes"]:
        right = (tuple(words(each["question"])), tuple(words(each["reply"] or ""))) in probes
        got.probes += right
        if not right:
            told.append(f"{name}: no probe {each}; there are {found.probes}")
    for what in ("title", "question"):
        if words(getattr(found, what) or "") == words(wanted[what] or ""):
            setattr(got, f"{what}s", getattr(got, f"{what}s") + 1)
        else:
            told.append(f"{name}: {what} of {found.id}: {getattr(found, what)!r}, "
                        f"wanted {wanted[what]!r}")  # fmt: skip


def _score_rest(truth: Truth, reading: FileReading, got: Score, told: list[str], name: str) -> None:
    texts = [f" {' '.join(words(text))} " for story in reading.stories
             for text in story.parts.values()]  # fmt: skip
    right = [f" {' '.join(words(text))} " for each in truth["stories"]
             for text in each["parts"].values()]  # fmt: skip
    for each in truth["not_story"]:
        phrase = f" {' '.join(words(each))} "
        if sum(phrase in text for text in texts) > sum(phrase in text for text in right):
            got.counted += 1
            told.append(f"{name}: counted as story: {each}")
    for story in reading.stories:
        for part, text in story.parts.items():
            if re.match(rf"\W*(?:{'|'.join(LABELS)})s?\W*[:：]", text, re.IGNORECASE):
                got.counted += 1
                told.append(f"{name}: a label in {part} of {story.id}: {text[:40]}")


def main(arguments: list[str]) -> None:
    """Print what was measured."""
    show = "--show" in arguments
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    principles = principle_names()
    paths = sorted(
        path
        for folder in folders or [EXAMPLES]
        for path in folder.iterdir()
        if path.with_suffix(".truth.json").exists() and not path.name.endswith(".truth.json")
    )
    print(f"{'':24}{'stories':>9}{'parts':>9}{'lost':>6}{'counted':>9}{'probes':>8}"
          f"{'titles':>8}{'questions':>11}")  # fmt: skip
    total, told = Score(), list[str]()
    for path in paths:
        got = score(path, principles, told)
        total += got
        _print(path.name, got)
    _print("all", total)
    print(f"parts right: {total.parts / max(total.of_parts, 1):.1%} (wanted 95%)")
    if show:
        print(*told, sep="\n")


def _print(name: str, got: Score) -> None:
    print(f"{name:24}{got.stories:>5}/{got.of_stories:<3}{got.parts:>5}/{got.of_parts:<3}"
          f"{got.lost:>6}{got.counted:>9}{got.probes:>5}/{got.of_probes:<3}"
          f"{got.titles:>4}/{got.of_stories:<3}{got.questions:>7}/{got.of_stories:<3}")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
