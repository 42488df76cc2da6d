"""The words of a part, put together from its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starprep.stories.importing.headings import unquoted

_ENDED = re.compile(r"[.!?…:。！？：]['\"”’)»\]]*$")
_PLACEHOLDER = re.compile(
    r"[\W_]*|[\W_]*(?:to ?do|tbd|tbc|tba|n/?a|xxx+|none|null|fill (?:me )?in|"
    r"your (?:text|answer|story)(?: here)?|write (?:it )?here|lorem ipsum.*)[\W_]*",
    re.IGNORECASE | re.DOTALL,
)
_SLOT = re.compile(r"\[[^\[\]]*\]|<[a-zA-Z][^<>\n]{2,}>|\{[^{}\n]+\}|_{3,}|\.{3,}|…{2,}")


@dataclass(frozen=True, slots=True)
class Said:
    """Some words of a part."""

    text: str
    item: bool = False
    block: int = 0


def joined(said: Sequence[Said]) -> str:
    """Return the words of a part: lines of a paragraph joined, list items as sentences.

    A full stop is understood behind a list item, and between two paragraphs. Quotation marks
    around the whole, or around each of its paragraphs, are the candidate's own and left out.
    """
    sentences: list[tuple[str, bool]] = []
    block = None
    for each in said:
        if not each.text:
            continue
        if sentences and each.block == block and not each.item:
            before, item = sentences.pop()
            sentences.append((f"{before} {each.text}", item))
        else:
            sentences.append((each.text, each.item))
        block = each.block
    if sentences and all(unquoted(text) != text for text, _ in sentences):
        inner = ((unquoted(text), item) for text, item in sentences)
        sentences = [(text, item) for text, item in inner if text]
    last = len(sentences) - 1
    return unquoted(
        " ".join(
            _sentence(text) if item or number < last else text
            for number, (text, item) in enumerate(sentences)
        )
    )


def _sentence(text: str) -> str:
    if _ENDED.search(text):
        return text
    return f"{text[:-1] if text[-1] in ',;' else text}."


def without_open_quotes(texts: Sequence[str]) -> list[str]:
    """Return the parts of a story without the one pair of quotation marks around all of them."""
    found = list(texts)
    if len(found) < 2:
        return found
    first, last = found[0], found[-1]
    for opening, closing in ('""', "“”", "„“", "«»"):
        begins = first.startswith(opening) and closing not in first[1:]
        ends = last.rstrip(".").endswith(closing) and opening not in last.rstrip(".")[:-1]
        if begins and ends:
            found[0] = first[1:].lstrip()
            found[-1] = last.rstrip(".")[:-1].rstrip()
            break
    return found


def is_placeholder(text: str) -> bool:
    """Tell whether a text only holds a place: dots, `[in brackets]`, TODO, or nothing."""
    if _PLACEHOLDER.fullmatch(text.strip()):
        return True
    slots = _SLOT.findall(text)
    if not slots:
        return False
    inside = sum(len(re.findall(r"\w+", slot)) for slot in slots)
    outside = len(re.findall(r"\w+", _SLOT.sub(" ", text)))
    return outside == 0 or ((len(slots) > 1 or inside > 2) and inside >= outside)
