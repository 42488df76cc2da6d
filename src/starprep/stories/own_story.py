"""A story of the candidate's own while it is written: one TOML file, changed in place.

Whatever stands in the file beside what is changed stays: comments, order, keys of other tools'
making. The file is never half a story: a part without a text is not in it, and a signal that its
text no longer holds goes with the words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from starprep.library import phrases
from starprep.library.parts import Level, Part
from starprep.library.problems import Problem
from starprep.library.reading import parse
from starprep.library.text import unprintable
from starprep.writing import write_whole

DEFAULT_LENGTHS = (60, 120, 180)
"""How long a story is told in, in seconds: the three lengths that interviews leave room for."""

LONGEST_ID = 48
"""How many characters an id has at most; it is a file's name."""

TRASH = ".deleted"
"""The folder, beside the stories, in which a deleted story can be found."""


class StoryUnreadable(Exception):
    """A story's file cannot be changed; it is left as it is.

    Args:
        problems: what is wrong with it.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class OwnStory:
    """A story's file, open for writing.

    Args:
        path: where the file is, or will be.
        document: what is to stand in it.
        seen: what stands in it; None where there is no such file yet.
    """

    def __init__(
        self, path: Path, document: tomlkit.TOMLDocument, seen: bytes | None = None
    ) -> None:
        self.path = path
        self._document = document
        self._seen = seen
        self._changed: set[Part] = set()  # the parts changed since

    @classmethod
    def begin(
        cls,
        folder: Path,
        question: str,
        principle: str | None = None,
        title: str = "",
        taken: Iterable[str] = (),
    ) -> "OwnStory":
        """Begin a story in `folder`, under an id that no file there has. Nothing is written yet.

        Args:
            folder: where its file will be.
            question: the interviewer's words.
            principle: the principle's id, if it has one.
            title: what it is called; its question if left out.
            taken: other ids that it may not have.
        """
        identifier = free_id(folder, title or question, taken)
        document = tomlkit.document()
        document["format"] = 1
        document["id"] = identifier
        if title:
            document["title"] = _clean(title)
        document["question"] = _clean(question)
        if principle:
            document["principle"] = principle
        document["lengths"] = list(DEFAULT_LENGTHS)
        return cls(folder / f"{identifier}.toml", document)

    @classmethod
    def open(cls, path: Path) -> "OwnStory":
        """Open the story at `path`.

        Raises:
            StoryUnreadable: the file is no TOML.
        """
        return cls(path, *_read(path))

    @classmethod
    def resume(cls, folder: Path, id: str, draft: str) -> "OwnStory":
        """Take up a story that could not be saved: what is in `draft`, over what is in its file.

        Raises:
            StoryUnreadable: the file, or the draft, is no TOML.
        """
        path = folder / f"{id}.toml"
        try:
            kept = cls(path, tomlkit.parse(draft))
        except (TOMLKitError, ValueError) as error:
            problem = Problem(path, 1, "", f"its draft is not TOML: {error}", "see toml.io")
            raise StoryUnreadable((problem,)) from error
        if not path.exists():
            return kept
        story = cls.open(path)
        if story.question != kept.question:  # another story has that name by now
            return kept
        for part in kept.written:
            story.write(part, kept.text(part))
            story.mark(part, kept.signals(part))
        return story

    @property
    def id(self) -> str:
        """The story's id, which is its file's name."""
        return self.path.stem

    @property
    def question(self) -> str:
        """The interviewer's words."""
        return str(self._document.get("question", ""))

    @question.setter
    def question(self, question: str) -> None:
        if question.strip():
            self._document["question"] = _clean(question)

    @property
    def principle(self) -> str | None:
        """The principle's id, if it has one."""
        found = self._document.get("principle")
        return str(found) if found else None

    @principle.setter
    def principle(self, principle: str | None) -> None:
        if principle:
            self._document["principle"] = principle
        elif "principle" in self._document:
            del self._document["principle"]

    # -- parts -----------------------------------------------------------------------------------

    def text(self, part: Part) -> str:
        """Return what is written of a part; nothing where it is not there yet."""
        section = self._section(part)
        if section is None:
            return ""
        return str(section.get("example") or _first(section.get("examples")) or "")

    def write(self, part: Part, text: str) -> None:
        """Put `text` in the place of what is written of a part; an empty one takes the part away.

        Signals that the new text does not hold are taken away too.
        """
        text = _clean(text)
        section = self._section(part)
        self._changed.add(part)
        if not text:
            self._take_away(part)
            return
        if section is None:
            section = self._add(part)
        if "examples" in section:
            section["examples"][_own_level(self._document, section)] = _string(text)
        else:
            section["example"] = _string(text)
        self.mark(part, (each for each in self.signals(part) if phrases.find(each, text)))

    def signals(self, part: Part) -> tuple[str, ...]:
        """Return the phrases of a part that an interviewer would write down, as they are marked."""
        section = self._section(part)
        found = section.get("signals", ()) if section is not None else ()
        return tuple(str(each) for each in found)

    def mark(self, part: Part, signals: Iterable[str]) -> None:
        """Mark these phrases as a part's signals, and no others; each stands in its text."""
        section, chosen = self._section(part), list(dict.fromkeys(signals))
        self._changed.add(part)
        if section is None:
            return
        if chosen and chosen != list(section.get("signals", ())):
            section["signals"] = chosen
        elif not chosen and "signals" in section:
            del section["signals"]

    def target(self, part: Part) -> int | None:
        """Return how long a part may take, in seconds, where the file says so."""
        section = self._section(part)
        found = section.get("target_seconds") if section is not None else None
        return int(found) if isinstance(found, int) and found > 0 else None

    @property
    def written(self) -> tuple[Part, ...]:
        """The parts that have a text."""
        return tuple(part for part in Part if self.text(part))

    @property
    def next_part(self) -> Part | None:
        """The first part that has no text yet; None where all have."""
        return next((part for part in Part if not self.text(part)), None)

    def save(self) -> bool:
        """Write the file whole, for its owner alone; return whether there was anything to write.

        A story without any text is not written: it would be no story. A new one whose name was
        taken meanwhile, by another window say, gets another.

        Raises:
            OSError: it cannot be written; what was there is as it was.
            StoryUnreadable: the file was changed meanwhile, and is no TOML.
        """
        if not self.written:
            return False
        if self._seen is None and self.path.exists():
            identifier = free_id(self.path.parent, self.id)
            self._document["id"] = identifier
            self.path = self.path.with_name(f"{identifier}.toml")
        elif self._seen is not None and self.path.exists():
            self._take_over()
        data = self.whole.encode()
        if data != self._seen or not self.path.exists():
            write_whole(self.path, data)
        self._seen, self._changed = data, set()
        return True

    def _take_over(self) -> None:
        """Take over what was changed in the file meanwhile, in an editor say, except for the parts
        that were changed here.
        """
        if self.path.read_bytes() == self._seen:
            return
        changed = {part: (self.text(part), self.signals(part)) for part in self._changed}
        self._document, self._seen = _read(self.path)
        for part, (text, signals) in changed.items():
            self.write(part, text)
            self.mark(part, signals)

    @property
    def whole(self) -> str:
        """All that its file is to hold, as TOML."""
        return tomlkit.dumps(self._document)

    def _sections(self) -> Iterator[Table]:
        found = self._document.get("sections", ())
        for each in found if isinstance(found, AoT | list) else ():
            if isinstance(each, Table):
                yield each

    def _section(self, part: Part) -> Table | None:
        return next((each for each in self._sections() if each.get("part") == part.value), None)

    def _add(self, part: Part) -> Table:
        """Add an empty table for a part, in the order of the parts."""
        section = tomlkit.table()
        section["part"] = part.value
        tables = self._document.get("sections")
        if not isinstance(tables, AoT):
            tables = tomlkit.aot()
            tables.append(section)
            self._document["sections"] = tables
            return self._section(part) or section
        places = [list(Part).index(Part(str(each["part"]))) for each in self._sections()]
        before = sum(place < list(Part).index(part) for place in places)
        tables.insert(before, section)
        return self._section(part) or section

    def _take_away(self, part: Part) -> None:
        tables = self._document.get("sections")
        if isinstance(tables, AoT):
            for number, each in enumerate(self._sections()):
                if each.get("part") == part.value:
                    del tables[number]
                    break


def free_id(folder: Path, words: str, taken: Iterable[str] = ()) -> str:
    """Return an id made from `words` that no file in `folder` has, and that is not `taken`."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    pieces = [each for each in re.split(r"[^a-z0-9]+", plain) if each]
    name = ""
    for piece in pieces:
        longer = f"{name}-{piece}" if name else piece[:LONGEST_ID]
        if len(longer) > LONGEST_ID:
            break
        name = longer
    name = name or "my-story"
    there = folder.glob("*.toml") if folder.is_dir() else ()
    taken = {*taken, *(path.stem.casefold() for path in there)}
    number, identifier = 1, name
    while identifier in taken:
        number += 1
        identifier = f"{name}-{number}"
    return identifier


def delete(path: Path) -> Path:
    """Move a story out of sight, where `restore` finds it; return where it is now.

    Raises:
        OSError: it cannot be moved, and is where it was.
    """
    folder = path.parent / TRASH
    folder.mkdir(mode=0o700, exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}.{number}{path.suffix}"
    path.rename(target)
    return target


def restore(deleted: Path, path: Path) -> None:
    """Bring back a deleted story to `path`.

    Raises:
        FileExistsError: another file has its place by now.
        OSError: it cannot be moved.
    """
    if path.exists():
        raise FileExistsError(17, "there is a file again", str(path))
    deleted.rename(path)


def _read(path: Path) -> tuple[tomlkit.TOMLDocument, bytes]:
    parsed = parse(path)
    if parsed.value is None:
        raise StoryUnreadable(parsed.problems)
    try:
        return tomlkit.parse(parsed.value.text), path.read_bytes()
    except (TOMLKitError, ValueError) as error:
        problem = Problem(path, 1, "", f"is not TOML: {error}", "see toml.io")
        raise StoryUnreadable((problem,)) from error


def _clean(text: str) -> str:
    """Return `text` trimmed, without what the reader of content would refuse."""
    return "".join(each for each in text.replace("\r\n", "\n") if not unprintable(each)).strip()


def _string(text: str) -> Any:
    return tomlkit.string(text, multiline="\n" in text)


def _first(examples: Any) -> str | None:
    return next(iter(examples.values()), None) if isinstance(examples, dict) else None


def _own_level(document: tomlkit.TOMLDocument, section: Table) -> str:
    """Return which of several texts by level is the story's own: its level's, or the first."""
    level, examples = str(document.get("level", Level.SDE2)), section["examples"]
    return level if level in examples else next(iter(examples), level)
