"""The commands on the stories as a whole: coverage, and export."""

import json
import stat
from pathlib import Path

import pytest

from starprep.cli.command_line import main
from starprep.library.reading import read_walkthrough
from tests.examples import write_tables

Out = pytest.CaptureFixture[str]
STORY = """\
# Written on the train.
format = 1
id = "my-outage"
question = "Tell me about a night that went wrong."
principle = "ownership"

[[sections]]
part = "action"
example = '''
I decided to roll it back.
I wrote the test.''' # short
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the candidate's own stories, with one in it."""
    monkeypatch.setenv("STARPREP_DATA", str(tmp_path / "data"))
    folder = tmp_path / "data" / "walkthroughs"
    folder.mkdir(parents=True)
    (folder / "my-outage.toml").write_text(STORY, encoding="utf-8")
    return folder


def test_coverage_is_of_ones_own_stories(own: Path, capsys: Out) -> None:
    assert main(["coverage"]) == 0
    out = capsys.readouterr().out
    assert "My outage" in out
    assert "Webhook" not in out
    assert "None of your stories serves" in out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_coverage_without_a_story_of_ones_own_shows_the_built_in_ones(capsys: Out) -> None:
    assert main(["coverage"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("There is no story of your own yet.")
    assert "Webhook" in out


def test_coverage_as_json(own: Path, capsys: Out) -> None:
    assert main(["coverage", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["own"], [each["id"] for each in data["stories"]]) == (True, ["my-outage"])
    assert len(data["principles"]) == 16
    assert len(data["gaps"]) == 15


@pytest.mark.parametrize("command", [["coverage"], ["coverage", "--json"], ["export", "--all"]])
def test_a_record_that_cannot_be_read_is_told_and_left(
    command: list[str], own: Path, capsys: Out
) -> None:
    record = own.parent / "progress.json"
    record.write_bytes(b"broken")
    assert main(command) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert record.read_bytes() == b"broken"


def test_export_prints_a_cue_sheet(own: Path, capsys: Out) -> None:
    assert main(["export", "my-outage"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# My outage\n\n**Tell me about a night that went wrong.**\n")
    assert "- I decided to roll it back\n- I wrote the test\n" in out
    assert "## They may ask\n" in out


def test_export_of_all_has_the_matrix_and_ones_own_stories(own: Path, capsys: Out) -> None:
    assert main(["export", "--all"]) == 0
    out = capsys.readouterr().out
    assert "| Ownership | My outage (untold) | – |" in out
    assert out.count("\n## ") == 1


def test_export_of_all_without_ones_own_has_all(capsys: Out) -> None:
    assert main(["export", "--all"]) == 0
    assert capsys.readouterr().out.count("\n## ") == 32


def test_a_story_that_is_exported_is_read_back_the_same(
    own: Path, tmp_path: Path, capsys: Out
) -> None:
    there = tmp_path / "to-share" / "my-outage.toml"
    there.parent.mkdir()
    assert main(["export", "my-outage", "--story", "-o", str(there)]) == 0
    assert capsys.readouterr().out == f"Wrote {there}\n"
    assert there.read_text(encoding="utf-8") == STORY
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    read = [read_walkthrough(path, ["ownership"]) for path in (own / "my-outage.toml", there)]
    assert read[0] == read[1]
    assert read[0].value is not None


@pytest.mark.parametrize("id", ["webhook-drop-rate", "log-bill"])
def test_a_built_in_story_is_read_back_the_same(id: str, tmp_path: Path) -> None:
    from starprep.library.library import Library
    from starprep.places import built_in_content

    assert main(["export", id, "--story", "-o", str(tmp_path / f"{id}.toml")]) == 0
    library = Library([built_in_content()])
    read = read_walkthrough(tmp_path / f"{id}.toml", library.shelf.principle_ids)
    assert read.value == library.walkthrough(id)


def test_a_file_that_is_there_is_replaced_only_with_force(
    own: Path, tmp_path: Path, capsys: Out
) -> None:
    there = tmp_path / "sheet.md"
    there.write_text("mine")
    assert main(["export", "my-outage", "-o", str(there)]) == 1
    assert "is there already and stays as it is" in capsys.readouterr().err
    assert there.read_text() == "mine"
    assert main(["export", "my-outage", "-o", str(there), "--force"]) == 0
    assert there.read_text(encoding="utf-8").startswith("# My outage")


def test_a_story_of_the_library_is_never_replaced_by_its_sheet(own: Path, capsys: Out) -> None:
    there = own / "my-outage.toml"
    assert main(["export", "my-outage", "-o", str(there), "--force"]) == 1
    assert "is a story in your library" in capsys.readouterr().err
    assert there.read_text(encoding="utf-8") == STORY


def test_a_place_that_cannot_be_written_is_told(own: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["export", "my-outage", "-o", str(tmp_path / "nowhere" / "sheet.md")]) == 1
    assert "sheet.md cannot be written: no such file" in capsys.readouterr().err
    assert main(["export", "my-outage", "-o", str(tmp_path), "--force"]) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["--story"], ["my-outage", "--all"], ["--all", "--story"], ["my-outags"]]
)
def test_what_cannot_be_exported_is_wrong_usage(arguments: list[str], own: Path) -> None:
    assert main(["export", *arguments]) == 2


def test_a_story_with_a_fault_is_told(own: Path, capsys: Out) -> None:
    write_tables(own / "broken.toml", {"format": 1, "id": "broken", "question": "Why?"})
    assert main(["export", "broken"]) == 1
    assert "broken.toml" in capsys.readouterr().err
