import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from starprep.cli.command_line import main
from starprep.record.file import Record
from tests.examples import walkthrough_data, write_library, write_principle, write_walkthrough
from tests.practice.times import START
from tests.record.happened import probe, quiz


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content of the reader's own, beside the built-in one, and a data folder."""
    monkeypatch.setenv("STARPREP_DATA", str(tmp_path / "data"))
    write_walkthrough(tmp_path / "content" / "walkthroughs")
    return tmp_path / "content"


def ids(output: str) -> list[str]:
    return [each["id"] for each in json.loads(output)["walkthroughs"]]


def test_check_finds_nothing_wrong_with_the_built_in_content(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("files checked, no problems\n")


def test_check_names_file_line_key_fault_and_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write_walkthrough(tmp_path, level="sde4")
    assert main(["check", str(bad)]) == 1
    out, err = capsys.readouterr()
    lines = bad.read_text().splitlines()
    line = lines.index('level = "sde4"') + 1
    assert out.startswith(f'{bad}:{line}: level: is "sde4"; use ')
    assert "1 problem" in err


def test_check_takes_folders(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "walkthroughs" / "broken.toml").write_text("id = [")
    assert main(["check", str(content)]) == 1
    assert "broken.toml:1: is not TOML" in capsys.readouterr().out


def test_check_of_what_is_not_there_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere.toml")]) == 2
    assert "nowhere.toml" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--srtict"], ["schema", "quiz"]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_content_is_added_before_or_after_the_command_or_by_the_environment(
    place: str,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    option, command = ["--content", str(content)], ["list", "--json"]
    if place == "environment":
        monkeypatch.setenv("STARPREP_CONTENT", str(content))
        option = []
    assert main([*option, *command] if place == "before" else [*command, *option]) == 0
    assert {"webhook-drop-rate", "lost-parcels"} <= set(ids(capsys.readouterr().out))


def test_content_can_be_named_twice(content: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    write_walkthrough(more, stem="more-parcels", id="more-parcels")
    assert main(["--content", str(content), "--content", str(more), "check"]) == 0


def test_content_that_is_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--content", str(tmp_path / "nowhere"), "list"])
    assert leaving.value.code == 2


def test_the_table_shows_each_walkthrough(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--content", str(content)]) == 0
    out = capsys.readouterr().out
    assert "webhook-drop-rate" in out
    assert "lost-parcels" in out
    assert "2:55" in out


def test_odd_text_reaches_the_table_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_walkthrough(
        tmp_path / "walkthroughs", stem="odd", id="odd", question="[red]x[/y] \x1b[2J"
    )
    main(["list", "--content", str(tmp_path)])
    out = capsys.readouterr().out
    assert "[red]x[/y]" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("kind", ["walkthrough", "principle"])
def test_the_schema_is_json_that_forbids_unknown_keys(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["additionalProperties"] is False
    assert {"format", "id"} <= set(schema["required"])


def test_new_writes_a_file_whose_texts_are_to_be_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert main(["--data", str(data), "new", "my-outage", "--principle", "dive-deep"]) == 0
    path = data / "walkthroughs" / "my-outage.toml"
    assert str(path) in capsys.readouterr().out
    assert data.stat().st_mode & 0o777 == 0o700
    assert main(["--data", str(data), "check", str(path)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told
    assert all("is still to be written; replace it: " in line for line in told)


def test_new_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "walkthroughs" / "mine.toml"
    path.parent.mkdir()
    path.write_text("mine")
    assert main(["--data", str(tmp_path), "new", "mine"]) == 1
    assert path.read_text() == "mine"
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["My Story"], 2, "small letters"),
        (["mine", "--principle", "ownrship"], 2, 'did you mean "ownership"?'),
        (["webhook-drop-rate"], 1, "is there already"),
    ],
)
def test_new_refuses_what_would_not_work(
    arguments: list[str], code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "new", *arguments]) == code
    assert told in capsys.readouterr().err
    assert not (tmp_path / "walkthroughs").exists()


def test_an_empty_record_says_where_it_will_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "record"]) == 0
    assert str(tmp_path / "progress.json") in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


EVENT = {
    "id": "1",
    "time": "2026-03-01T09:00:00Z",
    "walkthrough": "lost-parcels",
    "kind": "drill",
    "run": "r",
    "part": "situation",
    "level": "sde2",
    "target_seconds": 30,
    "seconds": 34.0,
    "cue": "full",
    "signals": ["I noticed"],
    "rating": 3,
}


def test_the_record_is_told_in_words_and_as_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "progress.json").write_text(json.dumps({"format": 1, "events": [EVENT]}))
    assert main(["--data", str(tmp_path), "record"]) == 0
    out = capsys.readouterr().out
    assert "lost-parcels" in out
    assert "0:34 (+0:04)" in out
    assert main(["--data", str(tmp_path), "record", "--json"]) == 0
    part = json.loads(capsys.readouterr().out)["lost-parcels"]["parts"]["situation"]
    assert (part["attempts"], part["last_seconds"], part["next_cue"]) == (1, 34.0, "signals")


def test_answers_are_counted_by_the_questions_that_the_file_has_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    options = ["--data", str(data), "--content", str(write_library(tmp_path / "content"))]
    Record.open(data / "progress.json", START).add(
        [
            quiz(id="1", prompt="which line shows the result, best", correct=True, over="mixed"),
            quiz(id="2", prompt="One that was deleted", over="mixed"),
            probe(id="3", walkthrough="gone"),
        ],
        START,
    )
    assert main([*options, "record"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "lost-parcels, asked about in tests over several walkthroughs only" in out
    assert "quiz 1 of 1 right" in out
    assert "1 answer is to a question that is no longer in the file" in out
    assert "answers not counted: their questions are not in the library now" in out
    assert main([*options, "record", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["lost-parcels"]["last"] is None
    assert told["lost-parcels"]["quiz"] == {"count": 1, "asked": 1, "right": 1, "lost": 1}
    assert (told["gone"]["probes_answered"], told["gone"]["probes_lost"]) == (0, 1)


def test_events_of_another_version_are_told_and_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nap = {"id": "nap", "time": "2026-03-01T09:00:00Z", "kind": "nap"}
    (tmp_path / "progress.json").write_text(json.dumps({"format": 1, "events": [nap]}))
    assert main(["--data", str(tmp_path), "record"]) == 0
    told = capsys.readouterr()
    assert "Nothing is recorded yet" not in told.out
    assert "1 event of another version of starprep" in told.err


@pytest.mark.parametrize("text", ["{", '{"format": 3, "events": []}'])
def test_a_record_that_cannot_be_read_is_told_and_left(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "progress.json"
    path.write_text(text)
    assert main(["--data", str(tmp_path), "record"]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text() == text
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("command", ["rehearse", "learn", "test", "hunt"])
def test_an_unknown_walkthrough_is_answered_with_the_nearest(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "webhook-drop-rat"]) == 2
    assert 'did you mean "webhook-drop-rate"?' in capsys.readouterr().err


def test_a_faulty_walkthrough_is_answered_with_its_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_walkthrough(tmp_path, level=7)
    assert main(["--content", str(tmp_path), "learn", path.stem]) == 1
    assert f"{path}:" in capsys.readouterr().err


def test_the_room_needs_a_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "starprep"], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "starprep", "list"], stdout=write, stderr=subprocess.PIPE, text=True
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_knows_ascii_only_gets_an_answer(tmp_path: Path) -> None:
    data = walkthrough_data(question="Tell me about an élan 🙂")
    write_walkthrough(tmp_path, **data)
    done = subprocess.run(
        [sys.executable, "-m", "starprep", "list", "--json", "--content", str(tmp_path)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "lost-parcels" in done.stdout


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_are_told(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([option])
    assert leaving.value.code == 0
    assert "starprep" in capsys.readouterr().out


def test_strict_adds_what_an_editor_would_send_back(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / "walkthroughs" / "lost-parcels.toml"
    assert main(["check", str(path)]) == 0
    assert main(["check", "--strict", str(path)]) == 1
    out, err = capsys.readouterr()
    assert f"{path}:" in out
    assert "[pace]" in out
    assert f"{len(out.splitlines())} problems" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["test", "--principle", "dive-deeper"], 'did you mean "dive-deep"?'),
        (["test", "lost-parcels", "--principle", "ownership"], "not both"),
        (["test", "lost-parcel"], 'did you mean "lost-parcels"?'),
    ],
)
def test_a_test_of_what_is_not_there_is_wrong_usage(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["--content", str(content), *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_principle_without_walkthroughs_cannot_be_tested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_principle(tmp_path / "principles", id="zeal", name="Zeal")
    assert main(["--content", str(tmp_path), "test", "--principle", "zeal"]) == 2
    assert 'no walkthrough on "zeal" yet' in capsys.readouterr().err


def test_new_without_an_id_opens_a_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "new"]) == 2
    assert "needs a terminal" in capsys.readouterr().err
    assert main(["--data", str(tmp_path), "new", "--principle", "owner"]) == 2
    assert 'there is no principle "owner"' in capsys.readouterr().err
