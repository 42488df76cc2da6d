import json
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from starprep.record.events import DrillEvent
from tests.e2e.conftest import Env, Start
from tests.e2e.terminal import Terminal

LIBRARY = ("STARR", "enter Open")  # its third line goes as soon as another screen comes
CUE = ("target 0:30", "Cue: full example", "space Start")
RUNNING = ("of 0:30", "enter Done")
REVIEW = ("A strong Situation", "0/6 signals")
DEBRIEF = ("Work on this next", "1/6")
ONE_PART = ("rehearse", "webhook-drop-rate", "--part", "situation")

_IN_NO_SESSION = "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])"
"""Runs a program that is told nothing when its terminal goes, as where a shell was killed first."""


def events(record: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(record.read_text(encoding="utf-8"))["events"]
    return found


def say_the_situation(terminal: Terminal) -> None:
    terminal.wait_for(*CUE)
    terminal.press("space")
    terminal.wait_for(*RUNNING)
    terminal.press("enter")
    terminal.wait_for(*REVIEW)


def test_a_section_is_rehearsed_and_kept(start: Start, record: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    with start(*ONE_PART) as terminal:
        say_the_situation(terminal)
        terminal.press("space")
        terminal.wait_for("[x] I noticed", "1/6 signals")
        terminal.press("3")
        terminal.wait_for(*DEBRIEF)
        terminal.press("escape")
        terminal.wait_for("1  Learn", "enter Begin")
        terminal.press("escape")
        terminal.wait_for("Webhook drop rate", "today")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left == []
    (event,) = events(record)
    assert set(event) == set(DrillEvent.model_fields) - {"parts", "text", "typed"}
    assert event["id"] != event["run"]
    assert before <= datetime.fromisoformat(event["time"]) <= datetime.now(UTC)
    assert 0 <= event["seconds"] < 30
    fixed = {key: event[key] for key in set(event) - {"id", "run", "time", "seconds"}}
    assert fixed == {
        "kind": "drill",
        "walkthrough": "webhook-drop-rate",
        "part": "situation",
        "level": "sde2",
        "target_seconds": 30,
        "cue": "full",
        "signals": ["I noticed"],
        "wanted": 6,
        "rating": 3,
    }


def test_the_library_opens_and_closes_without_writing_anything_but_its_cache(
    start: Start, own_home: Path
) -> None:
    with start() as terminal:
        terminal.wait_for(*LIBRARY)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left == []
    written = {path.relative_to(own_home) for path in own_home.rglob("*") if path.is_file()}
    assert written <= {Path(".cache/starprep/index.json")}


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"]
)
def test_a_signal_in_the_middle_of_a_reveal_keeps_the_finished_section(
    start: Start, record: Path, number: signal.Signals, code: int
) -> None:
    with start(*ONE_PART) as terminal:
        say_the_situation(terminal)
        terminal.program.send_signal(number)
        assert terminal.end() == code
        assert terminal.left == []
    (event,) = events(record)
    assert (event["part"], event["signals"], "rating" in event) == ("situation", [], False)


def test_a_window_closed_in_the_middle_of_a_reveal_keeps_the_finished_section(
    start: Start, record: Path
) -> None:
    with start(*ONE_PART) as terminal:
        say_the_situation(terminal)
        terminal.hang_up()
    (event,) = events(record)
    assert event["part"] == "situation"


@pytest.mark.parametrize("is_running", [False, True], ids=["library", "clock running"])
def test_a_window_closed_ends_the_program(start: Start, is_running: bool) -> None:
    with start(*(ONE_PART if is_running else ())) as terminal:
        terminal.wait_for(*(CUE if is_running else LIBRARY))
        if is_running:
            terminal.press("space")
            terminal.wait_for(*RUNNING)
        terminal.hang_up()


def test_a_terminal_that_goes_without_a_word_ends_the_program_too(
    installed: Path, env: Env, record: Path
) -> None:
    command = [sys.executable, "-c", _IN_NO_SESSION, str(installed / "starprep"), *ONE_PART]
    with Terminal(command, env) as terminal:
        say_the_situation(terminal)
        terminal.hang_up()
    (event,) = events(record)
    assert event["part"] == "situation"


def test_stopped_from_outside_it_goes_on_and_leaves_the_terminal_as_it_was(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for(*LIBRARY)
        terminal.stop(signal.SIGSTOP)
        terminal.go_on()
        terminal.press("f")
        terminal.wait_for("Show only")
        terminal.press("escape")
        terminal.wait_for(*LIBRARY)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left == []


def test_suspended_it_gives_the_terminal_back_and_takes_it_again(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for(*LIBRARY)
        terminal.stop(signal.SIGTSTP)
        assert terminal.changed() == []
        terminal.go_on()
        terminal.wait_until(lambda: "on: bracketed paste" in terminal.changed(), "its last mode")
        terminal.press("f")
        terminal.wait_for("Show only")
        terminal.press("escape")
        terminal.wait_for(*LIBRARY)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left == []


def test_the_screen_may_shrink_and_grow_while_the_clock_runs(start: Start) -> None:
    with start(*ONE_PART, columns=120, rows=40) as terminal:
        terminal.wait_for(*CUE)
        terminal.press("space")
        terminal.wait_for(*RUNNING)
        terminal.resize(60, 20)
        narrow = terminal.wait_for(*RUNNING, "─" * 58 + "\n", "I was on the order service")
        assert "─" * 59 not in narrow
        terminal.resize(120, 40)
        terminal.wait_for(*RUNNING, "─" * 116, "I decided to act")
        terminal.press("enter")
        terminal.wait_for(*REVIEW)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "look",
    [{"TERM": "xterm"}, {"NO_COLOR": "1"}],
    ids=["16 colours", "no colour"],
)
def test_every_letter_differs_from_its_ground(
    installed: Path, env: Env, own_home: Path, look: Env, theme: str
) -> None:
    settings = own_home / ".config" / "starprep" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'theme = "{theme}"\n')
    if "TERM" in look:
        del env["COLORTERM"]
    command = [str(installed / "starprep")]
    with Terminal(command, env | look) as terminal:
        terminal.wait_for(*LIBRARY)
        assert_readable(terminal)
        terminal.press("?")
        terminal.wait_for("Keys on this screen", "closes this")
        assert_readable(terminal)
    with Terminal([*command, *ONE_PART], env | look) as terminal:
        say_the_situation(terminal)
        assert_readable(terminal)


def assert_readable(terminal: Terminal) -> None:
    while terminal.read(0.2):
        pass
    cells = [cell for row in terminal.cells.buffer.values() for cell in row.values()]
    # A rule may be seen or not, and so may the end of a scrollbar.
    letters = [cell for cell in cells if cell.data not in " ─▁▂▃▄▅▆▇█"]
    assert len(letters) > 300
    assert {(each.data, each.fg) for each in letters if each.fg == each.bg} == set()


def test_an_answer_is_piped_through_the_installed_command(installed: Path, env: Env) -> None:
    said = "I told the team – they fixed it.\r\nThings got much better."
    done = subprocess.run(
        [str(installed / "starprep"), "review", "-", "--json"],
        input=said.encode(), env=env, capture_output=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    remarks = json.loads(done.stdout)["remarks"]
    assert {"routing", "unmeasured"} <= {each["rule"] for each in remarks}
    assert all(said[each["start"] : each["end"]] == each["words"] for each in remarks)
