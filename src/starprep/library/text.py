"""Text from files and people, made safe to print."""

import re
import unicodedata

# C0 and C1 controls, DEL, lone surrogates, and the characters that reorder a whole line (Unicode
# Standard Annex 9, explicit embeddings, overrides and isolates). Tab and newline stay.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def printable(text: str) -> str:
    """Return `text` with every character that could steer a terminal replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def as_typed(text: str) -> str:
    """Return what is kept of a text that somebody typed or pasted.

    Every kind of line break becomes a newline; what could steer a terminal is left out.
    """
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """Return `text` printable and on one line, runs of white space folded to one space."""
    return " ".join(printable(text).split())


def unprintable(text: str) -> str | None:
    """Name the first character of `text` that must not reach a terminal, as `U+001B`; or None."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return None
    name = unicodedata.name(found.group(), "a control character")
    return f"U+{ord(found.group()):04X} ({name.lower()})"


def paragraphs(text: str) -> str:
    """Return `text` with each paragraph on one line and one empty line between two.

    A file may break its lines where it likes; a screen breaks them anew at its own width.
    """
    return "\n\n".join(" ".join(part.split()) for part in _BLANK_LINE.split(text.strip()))
