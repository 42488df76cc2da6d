"""The house keeps its floors: who may import whom, and what a start brings in."""

import json
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import grimp
import pytest

from tests.examples import write_library

ROOT = Path(__file__).parents[1]

_RUN = """
import json, sys
from starprep.cli.command_line import main
try:
    main(json.loads(sys.argv[1]))
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

_ENTER = """
import asyncio, json, sys
from pathlib import Path
from starprep.places import Places
from starprep.tui.app import StarprepApp

content, home = Path(sys.argv[1]), Path(sys.argv[2])
app = StarprepApp(Places((content,), home / "data", home / "settings.toml"))
made = {"pydantic", "tomlkit", "filelock"} & set(sys.modules)
seen = []

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "pydantic" and not seen:
            strips = app.screen._compositor.render_strips()
            seen.append("\\n".join("".join(part.text for part in strip) for strip in strips))

sys.meta_path.insert(0, Watch())

async def enter():
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()

asyncio.run(enter())
print(json.dumps([sorted(made), seen]))
"""


def _python(script: str, *arguments: str) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_imports_only_go_down() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_no_two_modules_need_each_other() -> None:
    graph = grimp.build_graph("starprep")
    needs = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize(
    ("command", "may_use_rich"),
    [
        (["check"], False),
        (["list"], True),
        (["list", "--json"], False),
        (["schema", "walkthrough"], False),
        (["new", "my-story"], False),
        (["import", str(ROOT / "tests/examples/story-bank.md"), "--dry-run"], True),
        (["import", str(ROOT / "tests/examples/story-bank.md"), "--json"], False),
        (["coverage"], True),
        (["coverage", "--json"], False),
        (["export", "webhook-drop-rate"], False),
        (["export", "--all"], False),
        (["record"], True),
        (["record", "--json"], False),
        (["check", "--strict"], False),
        (["review", str(ROOT / "LICENSE")], True),
        (["review", str(ROOT / "LICENSE"), "--json"], False),
        (["--version"], False),
        (["--help"], False),
    ],
)
def test_the_plain_commands_do_without_the_screen(command: list[str], may_use_rich: bool) -> None:
    imported = _python(_RUN, json.dumps(command))
    assert "textual" not in imported
    assert may_use_rich or "rich" not in imported


def test_the_list_is_on_the_screen_before_the_models_are_imported(tmp_path: Path) -> None:
    content = write_library(tmp_path / "content")
    made, seen = _python(_ENTER, str(content), str(tmp_path / "home"))
    assert made == []
    assert len(seen) == 1
    assert "Lost parcels" in seen[0]


def test_ci_runs_the_readmes_own_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    (command,) = (line for line in readme if line.endswith(".venv/bin/pytest"))
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
