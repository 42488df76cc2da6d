"""Bytes of a file as text, and what had to be done to read them so."""

import codecs
import re
from dataclasses import dataclass

from starprep.library.text import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_DOCUMENTS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
)
SAVE_AS = "save it as plain text or Markdown, and import that"
"""What to do with a document that is not text."""

# Windows-1252, in which five bytes have no character; they stand for themselves.
_AS_1252 = {
    ord(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)): byte
    for byte in range(0x80, 0x100)
}
_ODD = "".join(map(chr, _AS_1252))
_GARBLED = re.compile(f"[{re.escape(_ODD)}]{{2,}}")


class NotText(Exception):
    """The bytes are no text that can be read; the message says what they are and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with one kind of line end and without control characters."""

    text: str
    encoding: str
    """What it was read as, such as UTF-8."""
    notes: tuple[str, ...] = ()
    """What was done to it that the candidate should know."""


def decode(data: bytes) -> Decoded:
    """Read `data` as UTF-8, as UTF-16 or UTF-32 with its mark, or else as Windows-1252.

    Raises:
        NotText: it is a document of another kind, or no text at all.
    """
    for begin, what in _DOCUMENTS:
        if data.startswith(begin):
            raise NotText(f"is {what}; {SAVE_AS}")
    text, encoding = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    notes = [] if encoding == "UTF-8" else [f"read as {encoding}"]
    repaired = _repaired(text)
    if repaired != text:
        text = repaired
        notes.append("letters such as â€™ were UTF-8 read as Windows-1252, and are put right")
    safe = printable(text)
    changed = sum(before != after for before, after in zip(text, safe, strict=True))
    if changed > max(8, len(text) // 50):
        raise NotText("is not text")
    if changed:
        notes.append(f"{changed} control character{'s' if changed > 1 else ''} replaced by �")
    return Decoded(safe, encoding, tuple(notes))


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode("utf-8-sig" if codec == "utf-8" else codec), name
            except UnicodeDecodeError as error:
                where = f"byte {error.start + 1:,}"
                raise NotText(
                    f"begins as {name} and is none at {where}; save it as UTF-8"
                ) from None
    if b"\0" in data:
        raise NotText("is not text")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        raise NotText("is neither UTF-8 nor Windows-1252; save it as UTF-8") from None


def _repaired(text: str) -> str:
    """Undo a reading of UTF-8 as Windows-1252, where it is certain that it was one.

    It is where such sequences can be read as UTF-8, one at least is three bytes long or there are
    two of them, and no other letter with an accent stands beside them.
    """
    if text.isascii():
        return text
    found = [each.group() for each in _GARBLED.finditer(text)]
    right = {each: put for each in set(found) if (put := _as_utf_8(each)) is not None}
    if not right or not (len(right) > 1 or any(len(each) > 2 for each in right)):
        return text
    rest = _GARBLED.sub(lambda each: "" if each.group() in right else each.group(), text)
    if any(each.isalpha() and ord(each) in _AS_1252 for each in rest):
        return text
    return _GARBLED.sub(lambda each: right.get(each.group(), each.group()), text)


def _as_utf_8(garbled: str) -> str | None:
    try:
        return bytes(_AS_1252[ord(each)] for each in garbled).decode("utf-8")
    except UnicodeDecodeError:
        return None
