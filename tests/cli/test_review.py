"""starprep review: an answer from a file or a pipe, printed for people or for programs."""

import io
import json
from pathlib import Path

import pytest

from starprep.cli.command_line import main

WEAK = "I told the Platform team. They handled it. The rate improved and the team was happy.\n"
Out = pytest.CaptureFixture[str]


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    path = tmp_path / "answer.txt"
    path.write_text(WEAK, encoding="utf-8")
    return path


def test_it_prints_the_headline_the_parts_and_the_remarks(answer: Path, capsys: Out) -> None:
    assert main(["review", str(answer)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("First: Say what you did about it, and not whom you told.")
    assert "! Passed on" in out
    assert "“I told the Platform team”, “They handled it”" in " ".join(out.split())
    assert "- Applause" in out
    assert out.index("Serious") < out.index("Minor")


def test_json_has_every_remark_with_its_offsets(answer: Path, capsys: Out) -> None:
    assert main(["review", str(answer), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    for remark in data["remarks"]:
        assert set(remark) == {"rule", "severity", "start", "end", "words", "why"}
        assert remark["severity"] in ("serious", "minor", "good")
        assert WEAK[remark["start"] : remark["end"]] == remark["words"]
    assert "routing" in {each["rule"] for each in data["remarks"]}
    assert data["headline"]["rule"] == "routing"


def test_a_pipe_is_read(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO("Ich – I told the team.\r\nThey fixed it.".encode()))
    monkeypatch.setattr("sys.stdin", pipe)
    assert main(["review", "-", "--json", "--part", "action"]) == 0
    data = json.loads(capsys.readouterr().out)
    (fixed,) = (each for each in data["remarks"] if each["words"].startswith("They"))
    assert fixed["start"] == len("Ich – I told the team.\r\n")
    assert [each["part"] for each in data["parts"]] == ["action"]


def test_a_walkthrough_brings_targets_and_signals(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "said.txt"
    path.write_text("I noticed it. It was not my team, and nobody asked me.")
    arguments = ["review", str(path), "--walkthrough", "webhook-drop-rate", "--part", "situation"]
    assert main([*arguments, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    hit = [each["signal"] for each in data["signals"]["hit"]]
    assert hit == ["I noticed", "not my team", "nobody had asked"]
    assert data["parts"][0]["target_seconds"] == 30
    assert main([*arguments, "--level", "sde1"]) == 0
    out = capsys.readouterr().out
    assert "of 0:20" in out
    assert "Signals (3 of 6)" in out
    assert "* nobody had asked  “nobody asked”" in out
    assert "· no ticket  not heard" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], "nowhere.txt cannot be read: no such file"),
        (["{answer}", "--walkthrough", "webhook-drop"], 'did you mean "webhook-drop-rate"?'),
        (["{bad}"], "is not UTF-8 text"),
        (["{folder}"], "cannot be read"),
    ],
)
def test_what_cannot_be_reviewed_is_said(
    tmp_path: Path, answer: Path, capsys: Out, arguments: list[str], words: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    names = {"answer": str(answer), "bad": str(tmp_path / "bad.txt"), "folder": str(tmp_path)}
    assert main(["review", *(each.format(**names) for each in arguments)]) == 2
    assert words in capsys.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_answer_is_told_and_is_no_error(tmp_path: Path, capsys: Out, text: str) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(text)
    assert main(["review", str(path)]) == 0
    assert "the text is empty" in capsys.readouterr().out
    assert main(["review", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["remarks"] == []


def test_control_characters_never_reach_the_terminal(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("They handled \x1b[2J it. [bold]They fixed it[/x] I told the team \x07 team.")
    assert main(["review", str(path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_the_users_own_rules_are_used_and_their_faults_told(
    answer: Path, own_home: Path, capsys: Out
) -> None:
    own = own_home / "config" / "starprep" / "review.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[rules.hedge]\npatterns = ["the rate"]\n')
    assert main(["review", str(answer), "--json"]) == 0
    assert "hedge" in {each["rule"] for each in json.loads(capsys.readouterr().out)["remarks"]}
    own.write_text("[rules.hedg]\n")
    assert main(["review", str(answer), "--json"]) == 0
    captured = capsys.readouterr()
    assert 'review.toml:1: rules.hedg: is not a rule; did you mean "hedge"?' in captured.err
    assert "hedge" not in {each["rule"] for each in json.loads(captured.out)["remarks"]}
