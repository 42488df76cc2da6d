"""What a heading says: a title, a question, principles, and a number that only counts."""

import re
from dataclasses import dataclass

from starprep.stories.importing.principles import Principles
from starprep.stories.importing.vocabulary import without_time

_COUNT = re.compile(
    r"^(?:(?:story|example|answer|scenario|case|lesson|q|question|s|star)\s*(?:#|no\.?)?\s*"
    r"(?:\d{1,3}|[A-Z])(?:\s*[:.)–—-]+\s*|\s+(?=\S)|$)|"
    r"(?:story|example|question|scenario|star story|q)\s*[:–—-]+\s*|"
    r"\(?#?\d{1,3}\s*[.):–—-]+\s*|#\d{1,3}\s+|"
    r"(?:故事|问题|案例)\s*[一二三四五六七八九十\d]+\s*[:：.、]\s*)",
    re.IGNORECASE,
)
_THEME = re.compile(r"^\[([^\[\]]{1,60})\]\s*")
_BEHIND = re.compile(r"\s*[(\[]([^()\[\]]{1,120})[)\]]\s*$")
_DASHED = re.compile(r"^(.*\S)\s+[–—|-]\s+(\S.*)$")
_ASKING = re.compile(
    r"[\"“‘']?(?:tell (?:me|us)\b|describe (?:a|an|the|your|how|one)\b|"
    r"give (?:me |us )?(?:an?|one)\b|walk (?:me|us)\b|talk (?:me|us|about)\b|"
    r"share (?:a|an|one)\b|(?:can|could|have|did|do|are|were) you\b|"
    r"(?:when|where|how|why|what) (?:did|have|do|was|were|is|are|would) you\b|"
    r"a time (?:you|when|that)\b|time when you\b|explain (?:a|how)\b|an example of\b|"
    r"conte(?:-me)? |me conte |cuéntame|erzählen sie|请|講|讲)",
    re.IGNORECASE,
)
_PAIRS = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’", "「": "」", "『": "』"}
_ABOUT_FILE = frozenset(
    ("notes", "answer", "answers", "module", "chapter", "stories", "story", "examples",
     "questions", "interview", "behavioural", "behavioral", "prep", "preparation", "lesson",
     "bank", "principles", "contents", "index", "overview", "introduction", "readme", "star",
     "starr", "document", "draft")
)  # fmt: skip
TITLE_WORDS = 14
"""How many words a line has at most that is a title though it is no heading."""
_LONGEST_QUESTION = 400
"""In characters."""


def is_question(text: str) -> bool:
    """Tell whether a line is what an interviewer asks."""
    said = unquoted(text).strip()
    if not said or len(said) > _LONGEST_QUESTION:
        return False
    long = len(said.split()) > 3 or not said.isascii()
    return said[-1] in "?？" or (long and _ASKING.match(said) is not None)


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around the whole of it."""
    said = text.strip()
    while len(said) > 1 and _PAIRS.get(said[0]) == said[-1]:
        inner = said[1:-1]
        if said[0] == said[-1] and inner.count(said[0]) % 2 and said[0] == '"':
            break
        if said[0] in "'‘" and re.search(r"\w'\s|\s'\w", inner):
            break
        if said[0] == said[-1] == '"' and '"' in inner and not _pairs(inner):
            break
        if said[0] != said[-1] and (
            said[0] in inner and inner.find(said[-1]) < inner.find(said[0])
        ):
            break
        said = inner.strip()
    return said


def _pairs(inner: str) -> bool:
    """Tell whether straight marks inside a text open before words and close behind them."""
    first = inner.index('"')
    return first == 0 or inner[first - 1].isspace() or inner[first - 1] in "(["


def is_about_file(text: str) -> bool:
    """Tell whether a heading names the file and not a story."""
    return bool(set(re.findall(r"\w+", text.casefold())) & _ABOUT_FILE)


@dataclass(frozen=True, slots=True)
class HeadingSays:
    """What a heading says."""

    title: str = ""
    question: str = ""
    principles: tuple[str, ...] = ()
    """As written."""
    theme: str = ""
    count: str = ""
    """What only counts or names a kind, such as `Story 3:`."""


def read_heading(text: str, known: Principles) -> HeadingSays:
    """Read a heading."""
    said = text.strip()
    while (count := _COUNT.match(said)) and count.end():
        said = said[count.end() :].strip()
    count_text = text.strip()[: len(text.strip()) - len(said)].strip()
    theme = ""
    if (found := _THEME.match(said)) and (behind := said[found.end() :].strip()):
        theme, said = found[1], behind
    if (short := without_time(said)) != said and short.strip() and said[-1] in ")]":
        count_text, said = f"{count_text} {said[len(short) :]}".strip(), short.strip()
    principles: tuple[str, ...] = ()
    if known.named(said):
        return HeadingSays(principles=(said,), theme=theme, count=count_text)
    if (found := _BEHIND.search(said)) and (names := known.all_named(found[1], loosely=True)):
        principles, said = names, said[: found.start()].strip()
    dashed = _DASHED.match(said) if not principles else None
    if dashed and (names := known.all_named(dashed[2])):
        principles, said = names, dashed[1].strip()
    elif dashed and (names := known.all_named(dashed[1])):
        principles, said = names, dashed[2].strip()
    first, _, rest = said.partition(":")
    if not principles and rest and (names := known.all_named(first)):
        principles, said = names, rest.strip()
    if is_question(said):
        return HeadingSays("", unquoted(said), principles, theme, count_text)
    return HeadingSays(unquoted(said), "", principles, theme, count_text)
