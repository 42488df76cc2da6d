"""Typing on a real terminal: what comes in one go, and a window that is closed."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import Start
from tests.e2e.terminal import Terminal

ONE_PART = ("rehearse", "webhook-drop-rate", "--part", "situation")


@pytest.fixture(name="drafts")
def _drafts(record: Path) -> Path:
    return record.with_name("drafts.json")


def begin_to_type(terminal: Terminal, text: str) -> None:
    terminal.wait_for("target 0:30")
    terminal.press(f"t{text}")  # in one go with the key that opens the space
    terminal.wait_for(text, "enter Done")


def rated(terminal: Terminal, record: Path) -> dict[str, Any]:
    """Rate the section, leave, and return what is recorded of it."""
    terminal.wait_for("What you typed")
    terminal.press("3")
    terminal.wait_for("Debrief")
    terminal.press("ctrl+q")
    assert terminal.end() == 0
    (event,) = json.loads(record.read_bytes())["events"]
    assert isinstance(event, dict)
    return event


def test_enter_in_one_read_with_the_last_letters_loses_none(start: Start, record: Path) -> None:
    with start(*ONE_PART) as terminal:
        begin_to_type(terminal, "I notice")
        terminal.press("d.\r")
        assert rated(terminal, record)["text"] == "I noticed."


@pytest.mark.parametrize("line_break", ["\r", "\n"])
def test_a_paste_without_brackets_is_text_to_its_end(
    start: Start, record: Path, line_break: str
) -> None:
    lines = ["I noticed it.", "", "\tNobody had asked; it was not my team.", "q c 1 r"] * 20
    lines.append("The end.")
    with start(*ONE_PART) as terminal:
        begin_to_type(terminal, "So:")
        terminal.press(line_break.join(lines) + line_break)
        terminal.wait_for("The end.", "enter Done", "over 0:30 if spoken")
        terminal.press("enter")
        event = rated(terminal, record)
    assert event["text"] == "So:" + "\n".join(lines)
    assert event["typed"]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"]
)
def test_a_signal_keeps_what_is_typed(
    start: Start, drafts: Path, number: signal.Signals, code: int
) -> None:
    with start(*ONE_PART) as terminal:
        begin_to_type(terminal, "I noticed")
        terminal.program.send_signal(number)
        assert terminal.end() == code
        assert terminal.left == []
    (draft,) = json.loads(drafts.read_bytes())["drafts"]
    assert draft["text"] == "I noticed"


def test_a_closed_window_keeps_what_is_typed_and_it_is_offered_again(
    start: Start, drafts: Path
) -> None:
    with start(*ONE_PART) as terminal:
        begin_to_type(terminal, "I noticed")
        terminal.hang_up()
    assert "I noticed" in drafts.read_text()
    with start(*ONE_PART) as terminal:
        terminal.wait_for("target 0:30")
        terminal.press("t")
        terminal.wait_for("You had typed 2 words here today: enter takes them up.")
