"""Pictures of a few screens, and the README's own: drawn by one version of Textual only."""

from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App

from starprep.practice.mode import Mode, Request
from starprep.record.file import Record
from tests.picture import PICTURE, draw
from tests.practice.times import START
from tests.record.happened import drill
from tests.tui.driver import BUILT_IN, WEBHOOK, app_in

pytestmark = pytest.mark.skipif(
    version("textual") != "8.2.8", reason="another Textual draws other pictures"
)


class Compare(Protocol):
    """What the snapshot plugin gives."""

    def __call__(
        self, app: App[None], *, press: list[str], terminal_size: tuple[int, int]
    ) -> bool: ...


def test_the_review_beside_its_checklist(tmp_path: Path, snap_compare: Compare) -> None:
    app = app_in(tmp_path, content=WEBHOOK, request=Request(Mode.REHEARSE, "webhook-drop-rate"))
    assert snap_compare(app, press=["space", "enter", "space"], terminal_size=(120, 40))


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param([], id="cue"),
        pytest.param(["c", "space", *["right"] * 3], id="speaking"),
        pytest.param(["c", "c", "space", *["right"] * 8], id="over"),
        pytest.param(["space", *["right"] * 5, "enter", "a", "down", "space"], id="reveal"),
    ],
)
def test_the_four_phases_of_the_drill(
    tmp_path: Path, snap_compare: Compare, keys: list[str]
) -> None:
    app = app_in(tmp_path, content=WEBHOOK, request=Request(Mode.REHEARSE, "webhook-drop-rate"))
    assert snap_compare(app, press=keys, terminal_size=(80, 24))


def test_the_debrief(tmp_path: Path, snap_compare: Compare) -> None:
    app = app_in(tmp_path, content=WEBHOOK, request=Request(Mode.REHEARSE, "webhook-drop-rate"))
    said = ["space", *["right"] * 7, "enter", "a", "3"]
    assert snap_compare(app, press=said * 5, terminal_size=(80, 24))


def test_the_library(tmp_path: Path, snap_compare: Compare) -> None:
    record = Record.open(tmp_path / "data" / "progress.json", START)
    parts = {"situation": 30, "task": 31, "action": 90, "result": 20}
    record.add(
        [
            drill(id=part, walkthrough="log-bill", part=part, target_seconds=30, seconds=seconds,
                  signals=("one",), rating=3)
            for part, seconds in parts.items()
        ],
        START,
    )  # fmt: skip
    app = app_in(tmp_path, content=BUILT_IN)
    assert snap_compare(app, press=["up", "down"], terminal_size=(80, 24))


def test_the_answer_that_fails(tmp_path: Path, snap_compare: Compare) -> None:
    app = app_in(tmp_path, content=WEBHOOK, request=Request(Mode.LEARN, "webhook-drop-rate"))
    assert snap_compare(app, press=["n"] * 7, terminal_size=(80, 24))


async def test_the_picture_in_the_readme_is_what_the_app_draws() -> None:
    assert PICTURE.read_text(encoding="utf-8") == await draw()
