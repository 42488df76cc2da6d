"""The commands where the system, the reader or the files make it hard for them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from subprocess import PIPE

import pytest

from starprep.cli.command_line import main
from starprep.record.file import Record
from tests.examples import write_library, write_principle, write_walkthrough
from tests.practice.times import START
from tests.record.happened import drill, hunt

HARMFUL = "a [/b] \x1b[2J \x9b31m \u202e … é \N{SLIGHTLY SMILING FACE}"
STARPREP = [sys.executable, "-m", "starprep"]

Capture = pytest.CaptureFixture[str]


def run(
    *arguments: str | Path,
    command: Sequence[str] = STARPREP,
    stdout: int = PIPE,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run starprep as a program, with no terminal, its output held back as it is by default."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [*command, *map(str, arguments)],
        env={**around, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=PIPE,
        text=True,
        timeout=60,
    )


# -- texts that could harm, and outputs that cannot show them --------------------------------------


def test_no_text_of_a_file_steers_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    write_walkthrough(tmp_path, question=HARMFUL, tags=[HARMFUL])
    write_walkthrough(tmp_path, id="faulty", level=HARMFUL)
    assert main(["--content", str(tmp_path), "list", "--json"]) == 1
    out, err = capsys.readouterr()
    shelf = json.loads(out)
    odd = next(each for each in shelf["walkthroughs"] if each["id"] == "lost-parcels")
    harmless = "a [/b] \ufffd[2J \ufffd31m \ufffd … é \N{SLIGHTLY SMILING FACE}"
    assert (odd["question"], odd["tags"]) == (harmless, [harmless])
    assert harmless in err
    assert not set("\x1b\x9b\u202e") & set(out + err)


@pytest.mark.parametrize("looks", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["check"], ["record"], ["new", "my-story"]]
)
def test_every_output_can_be_told_something(
    tmp_path: Path, arguments: list[str], looks: dict[str, str]
) -> None:
    folder = write_library(tmp_path / "é…")
    write_walkthrough(folder, id="odd", question=HARMFUL, level=HARMFUL)
    write_walkthrough(folder, id="good", question=HARMFUL)
    done = run(*arguments, "--content", folder, "--data", tmp_path / "ü", env=looks)
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if arguments[0] in ("list", "check") else 0)
    assert done.stdout


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["schema", "walkthrough"], ["record"]]
)
def test_a_reader_who_has_gone_is_told_nothing_more(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*arguments, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = run("schema", "principle", stdout=full.fileno())
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[0].endswith("No space left on device")


def test_closed_streams_are_no_terminal() -> None:
    done = run(command=["/bin/sh", "-c", '"$@" <&-', "sh", *STARPREP])
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_json_is_whole_where_only_ascii_can_be_shown(tmp_path: Path) -> None:
    write_walkthrough(tmp_path, question="Éloïse … \N{SLIGHTLY SMILING FACE}")
    done = run("list", "--json", "--content", tmp_path, env={"PYTHONIOENCODING": "ascii"})
    questions = [each["question"] for each in json.loads(done.stdout)["walkthroughs"]]
    assert "Éloïse … \N{SLIGHTLY SMILING FACE}" in questions


# -- where things are ------------------------------------------------------------------------------


def test_content_before_and_after_the_command_is_all_read(tmp_path: Path, capsys: Capture) -> None:
    names = ["one", "two", "three"]
    for name in names:
        write_walkthrough(tmp_path / name, id=name)
    before = ["--content", str(tmp_path / "one"), "--content", str(tmp_path / "two")]
    assert main([*before, "list", "--json", "--content", str(tmp_path / "three")]) == 0
    shelf = json.loads(capsys.readouterr().out)
    assert set(names) < {each["id"] for each in shelf["walkthroughs"]}


def before(option: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return [*option, "record"]


def after(option: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return ["record", *option]


def from_the_environment(option: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("STARPREP_DATA", option[1])
    return ["record"]


def over_the_environment(option: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("STARPREP_DATA", "/nowhere")
    return ["record", *option]


@pytest.mark.parametrize("how", [before, after, from_the_environment, over_the_environment])
def test_the_data_folder_can_be_named(
    tmp_path: Path,
    how: Callable[[list[str], pytest.MonkeyPatch], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    assert main(how(["--data", str(tmp_path / "mine")], monkeypatch)) == 0
    assert str(tmp_path / "mine" / "progress.json") in capsys.readouterr().out


def test_a_file_is_no_data_folder(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert main(["new", "my-story", "--data", str(file)]) == 1
    assert f"cannot be written: {file}: file exists" in capsys.readouterr().err
    assert file.read_text() == "mine"


@pytest.mark.parametrize("arguments", [["check"], ["list", "--content"], ["record", "--data"]])
def test_a_name_that_the_system_refuses_is_told(arguments: list[str], capsys: Capture) -> None:
    assert main([*arguments, "a" * 300]) == 1
    assert "ame too long" in capsys.readouterr().err


# -- what is checked, and what was practised -------------------------------------------------------


def test_a_file_in_a_folder_called_principles_is_checked_as_a_principle(
    tmp_path: Path, capsys: Capture
) -> None:
    good = write_principle(tmp_path / "principles", id="patience")
    for path in (good, good.parent, tmp_path):
        assert main(["check", str(path)]) == 0
        assert capsys.readouterr().err == "1 file checked, no problems\n"
    assert main(["check", str(write_principle(tmp_path / "drafts", id="patience"))]) == 1


@pytest.mark.parametrize("mode", ["rehearse", "learn", "test", "hunt"])
def test_a_walkthrough_cannot_be_opened_without_a_terminal(mode: str, capsys: Capture) -> None:
    assert main([mode, "webhook-drop-rate"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(("times", "said"), [(1, "once"), (2, "2 times"), (11, "11 times")])
def test_how_often_a_part_was_said_is_told(
    times: int, said: str, tmp_path: Path, capsys: Capture
) -> None:
    record = Record.open(tmp_path / "progress.json", START)
    record.add([drill(id=str(number), run=str(number)) for number in range(times)], START)
    assert main(["record", "--data", str(tmp_path)]) == 0
    assert f"said {said}, last 0:30" in capsys.readouterr().out


def test_the_last_and_the_best_hunt_are_told(tmp_path: Path, capsys: Capture) -> None:
    hunts = [
        hunt(id="1", time=START),
        hunt(id="2", time=START + timedelta(days=1), found=1, missed=3, seconds=65),
    ]
    Record.open(tmp_path / "progress.json", START).add(hunts, START)
    assert main(["record", "--data", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "last hunt      1 of 4 red flags, 2 imagined, in 1:05" in out
    assert "best hunt      3 of 4 red flags, 2 imagined, in 0:40" in out


def test_no_text_of_the_record_steers_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    Record.open(tmp_path / "progress.json", START).add([drill(walkthrough=HARMFUL)], START)
    for option in ([], ["--json"]):
        assert main(["record", "--data", str(tmp_path), *option]) == 0
        out = capsys.readouterr().out
        assert "a [/b] " in out
        assert not set("\x1b\x9b\u202e") & set(out)
