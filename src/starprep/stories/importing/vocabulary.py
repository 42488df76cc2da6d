"""What a label means: a part of a story, or something that stands beside it."""

import re
import tomllib
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from starprep.library.parts import Part


class Detail(StrEnum):
    """What stands beside the parts of a story."""

    QUESTION = "question"
    TITLE = "title"
    PRINCIPLE = "principle"
    QUESTIONS = "questions"
    """Questions that the story answers, one or several."""
    PROBES = "probes"
    REPLY = "reply"
    """The reply to the question above it."""
    TAGS = "tags"
    ANSWER = "answer"
    """What only says that a story follows."""
    OTHER = "other"


class Challenge(StrEnum):
    """What is a situation where there is no other, and a task where there is."""

    CHALLENGE = "challenge"


Field = Part | Challenge | Detail

_TIME = re.compile(
    r"[\s:,~(\[–—-]*(?:about\s+)?\d+(?:[.:]\d+)?(?:\s*[–-]\s*\d+(?:[.:]\d+)?)?\s*"
    r"(?:m|mins?|minutes?|s|secs?|seconds?|%)\b%?[)\]\s]*$|[\s(\[]+\d+\s*%[)\]\s]*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(?:[(\[]?\d{1,2}[.):\]]|[a-z][.)](?=\s*\w{2}))\s*")
_EDGES = re.compile(
    r"^(?:\d{1,2}|the|my|our|your|key|main|final)\s+|\s+(?:#?\s*\d+|section|part|statement)$"
)
_BRACKET = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_AND = re.compile(r"\s*(?:[/&+,|]|\s[–—-]\s|\band\b|\bund\b|\be\b)\s*")
_COUNTED = re.compile(r"^(?:lesson|scenario|case|challenge|problem|background|example)\s*#?\s*\d+$")
_NOT_WORDS = re.compile(r"[^\w\s'()\[\]/&+,|–—-]+")


@cache
def _words() -> dict[str, Field]:
    data = tomllib.loads((files(__package__) / "labels.toml").read_text(encoding="utf-8"))
    found: dict[str, Field] = {}
    for name, words in {**data["details"], **data["parts"]}.items():
        field: Field = (
            Part(name)
            if name in set(Part)
            else Challenge.CHALLENGE
            if name == Challenge.CHALLENGE
            else Detail(name)
        )
        found |= dict.fromkeys(words, field)
    return found


@cache
def letters() -> dict[str, Field]:
    """Return what a letter alone stands for, as the S of STAR."""
    data = tomllib.loads((files(__package__) / "labels.toml").read_text(encoding="utf-8"))
    return {
        letter: Challenge.CHALLENGE if name == Challenge.CHALLENGE else Part(name)
        for letter, name in data["letters"].items()
    }


@cache
def part_words() -> tuple[str, ...]:
    """Return every word for a part, the longest first."""
    parts = (word for word, field in _words().items() if is_part(field))
    return tuple(sorted(parts, key=len, reverse=True))


def is_part(field: Field | None) -> bool:
    """Tell whether a label is that of a part."""
    return isinstance(field, Part | Challenge)


def normal(text: str) -> str:
    """Return a label as the vocabulary spells it: small letters, no accents, one space."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(each for each in apart if not unicodedata.combining(each)).casefold()
    plain = plain.replace("_", " ").replace("follow-", "follow ").replace("take-", "take ")
    return " ".join(_NOT_WORDS.sub(" ", plain).split())


def without_time(text: str) -> str:
    """Return a label without the time or share behind it, as in `Action: 3m`."""
    return _TIME.sub("", text)


@lru_cache(maxsize=4096)
def field_of(label: str) -> Field | None:
    """Return what a label means; None where it is none that is known.

    A letter alone is not: it needs the others beside it.
    """
    if len(label) > 80:
        return None
    plain = normal(_NUMBER.sub("", without_time(label).casefold()))
    return _known(plain) if plain and not _COUNTED.match(plain) else None


def _known(plain: str) -> Field | None:
    words = _words()
    for each in (plain, _EDGES.sub("", plain)):
        if each in words:
            return words[each]
    if bracket := _BRACKET.match(plain):
        outer, inner = bracket[1].strip(), bracket[2].strip()
        if outer in words:
            return words[outer]
        if len(outer) <= 1 and inner in words and (not outer or outer in letters()):
            return words[inner]
        return _known(outer) if len(outer) > 1 else None
    pieces = [each for each in _AND.split(plain) if each]
    if 1 < len(pieces) <= 3:
        fields = [words.get(each) or (letters().get(each) if len(each) == 1 else None)
                  for each in pieces]  # fmt: skip
        if all(is_part(each) for each in fields):
            longer = (field for each, field in zip(pieces, fields, strict=True) if len(each) > 1)
            return next(longer, None)
    return None
