"""starprep import: what it shows, what it writes, and what it refuses."""

import errno
import io
import json
import os
import tomllib
from pathlib import Path

import pytest

from starprep.cli.command_line import main

Out = pytest.CaptureFixture[str]
STORY = """\
## Story {n}: The outage {n}

**Question:** When did you fail {n} times?
**Principle:** Ownership

**Situation:** I ran {n} servers.
**Action:** Moved it, tested it, told them.
**Result:** It stood.

"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    stories = "".join(STORY.format(n=number) for number in range(1, 6))
    path.write_text(f"# Bank\n\nBring water.\n\n{stories}", encoding="utf-8")
    return path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_shows_what_it_found_and_what_it_could_not_place(notes: Path, capsys: Out) -> None:
    assert main(["import", str(notes), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("notes.md: 5 stories\n\nThe outage 1\n")
    assert "  Question   When did you fail 1 times?\n" in out
    assert "  Principle  Ownership\n" in out
    assert "  Missing    Task\n" in out
    assert "the Action says no I" in out
    assert "Not placed (1)\n  Bank: “Bring water.”\n" in out


def test_json_is_a_list_of_stories_and_writes_nothing(
    notes: Path, own_home: Path, capsys: Out
) -> None:
    assert main(["import", str(notes), "--json"]) == 0
    stories = json.loads(capsys.readouterr().out)
    assert len(stories) == 5
    assert {"id", "title", "question", "principles", "parts", "probes", "unplaced"} <= set(
        stories[0]
    )
    assert stories[0]["principles"] == ["ownership"]
    assert stories[0]["parts"]["situation"] == "I ran 1 servers."
    assert stories[0]["unplaced"] == [{"why": "Bank", "text": "Bring water."}]
    assert not (own_home / "data").exists()


@pytest.mark.parametrize(("answer", "written"), [("y\n", 5), ("n\n", 0), ("", 0)])
def test_it_asks_before_it_writes(
    notes: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: int
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert main(["import", str(notes)]) == (0 if written else 1)
    folder = own_home / "data" / "starprep" / "walkthroughs"
    assert len(list(folder.glob("*.toml")) if folder.exists() else []) == written


def test_without_a_terminal_it_wants_yes(notes: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["import", str(notes), "--to", str(tmp_path / "mine")]) == 1
    assert "add --yes" in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()


def test_a_second_import_says_what_is_there_and_what_changed(
    notes: Path, tmp_path: Path, capsys: Out
) -> None:
    command = ["import", str(notes), "--to", str(tmp_path / "mine"), "--yes"]
    assert main(command) == 0
    path = tmp_path / "mine" / "the-outage-2.toml"
    assert tomllib.loads(path.read_text(encoding="utf-8"))["principle"] == "ownership"
    before = path.read_bytes()
    text = notes.read_text(encoding="utf-8").replace("I ran 2 servers", "I ran two servers")
    notes.write_text(text + STORY.format(n=6), encoding="utf-8")
    capsys.readouterr()
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "the-outage-1.toml is there already, the same." in out
    assert "the-outage-2.toml is there already and stays as it is. What changed: situation." in out
    assert out.count("Wrote ") == 1
    assert path.read_bytes() == before


def test_a_full_disk_in_the_middle_leaves_what_is_written_whole(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    calls = 0
    fsync = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 5:  # each file is flushed, and its folder behind it
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert main(["import", str(notes), "--to", str(tmp_path / "mine"), "--yes"]) == 1
    told = capsys.readouterr().err
    assert "the-outage-3.toml cannot be written: no space left on device." in told
    assert "Written before it, and whole: the-outage-1.toml, the-outage-2.toml." in told
    assert "Not written after it: 2 stories." in told
    written = sorted((tmp_path / "mine").iterdir())
    assert [each.name for each in written] == ["the-outage-1.toml", "the-outage-2.toml"]
    for each in written:
        assert tomllib.loads(each.read_text(encoding="utf-8"))["format"] == 1


def test_one_bad_file_does_not_keep_the_others(notes: Path, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "empty.md").write_text("")
    assert main(["import", str(tmp_path / "empty.md"), str(notes), "--dry-run"]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"starprep: {tmp_path / 'empty.md'} is empty\n"
    assert "notes.md: 5 stories" in captured.out


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("nowhere.md", None, "cannot be read: no such file or directory"),
        ("folder", None, "is a folder; name the files in it"),
        ("diary.md", b"I slept.", "holds nothing that looks like a story; looked for"),
        ("cv.docx", b"PK\x03\x04", "is a Word document or another packed file; save it as plain"),
        ("photo.md", b"\x89PNG\0\0", "is not text"),
        ("big.md", None, "is larger than 32 MB"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: Out, name: str, data: bytes | None, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    if name == "big.md":
        with path.open("wb") as file:
            file.truncate(100 * 2**20)
    assert main(["import", str(path), "--yes"]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_what_is_no_folder_to_write_into_is_told(notes: Path, capsys: Out) -> None:
    assert main(["import", str(notes), "--to", str(notes), "--yes"]) == 1
    assert "is not a folder" in capsys.readouterr().err


def test_control_characters_never_reach_the_terminal(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "evil.md"
    path.write_bytes(b"# It \x1b[2J [bold]\n\nSituation: I ran\x07 it.\n\nAction: I [/x] moved.\n")
    assert main(["import", str(path), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "control characters replaced" in out
    assert "\x1b" not in out
    assert "[bold]" in out
    assert "[/x]" in out
