"""Bytes as text: what is read, what is put right, and what is refused."""

import pytest

from starprep.stories.importing.encoding import NotText, decode

SAID = "I’d saved £60k — Brontë’s café, “for now”…"


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252"),
     ("utf-32", "UTF-32")],
)  # fmt: skip
def test_what_it_was_is_told(codec: str, name: str) -> None:
    decoded = decode(SAID.encode(codec))
    assert (decoded.text, decoded.encoding) == (SAID, name)
    assert decoded.notes == (() if name == "UTF-8" else (f"read as {name}",))


def garbled(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode()
    )


def test_utf_8_read_as_windows_1252_is_put_right_and_told() -> None:
    decoded = decode(garbled(SAID).encode())
    assert decoded.text == SAID
    assert "put right" in decoded.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "She said «É» and went to the CAFÉ»",  # could be read so, and is not meant so
        f"{garbled('café')} and café",  # both in one file: which is right is not certain
        "Ã",
        "plain words",
    ],
)
def test_what_is_not_certain_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text


def test_control_characters_are_replaced_and_told() -> None:
    decoded = decode(b"one \x1b[2J two\x07\r\nthree\rfour")
    assert decoded.text == "one �[2J two�\nthree\nfour"
    assert decoded.notes == ("2 control characters replaced by �",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "is a PDF; save it as plain text or Markdown"),
        (b"PK\x03\x04word/document.xml", "Word document"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not text"),
        (bytes(range(1, 32)) * 9, "is not text"),
        (b"\xff\xfea\0b\0c", "begins as UTF-16 and is none"),
        (b"caf\x81\x8d", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(NotText, match=words):
        decode(data)
