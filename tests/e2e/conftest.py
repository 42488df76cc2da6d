"""starprep as people have it: built, installed, and run as a program of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

ROOT = Path(__file__).parents[2]
_PARTS = ("src", "content", "pyproject.toml", "README.md", "LICENSE")

Env = dict[str, str]
Start = Callable[..., Terminal]


def run(argv: Sequence[str | Path], env: Env, cwd: Path) -> str:
    """Run a command to its end and return what it printed; fail with what it complained about."""
    done = subprocess.run(
        [str(each) for each in argv], env=env, cwd=cwd, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, f"{argv}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def build_env(tmp_path_factory: pytest.TempPathFactory) -> Env:
    """What a build finds around it: an empty home folder, nothing of whoever runs the tests."""
    home = tmp_path_factory.mktemp("builder")
    return {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, so that nothing is written into the tree itself."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in _PARTS:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(part, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(part, folder / name)
    return folder


@pytest.fixture(scope="session")
def wheel(checkout: Path, build_env: Env, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        build_env, checkout)  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, build_env: Env, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a virtual environment in which the wheel is installed."""
    programs = _environment(tmp_path_factory.mktemp("installed"), build_env)
    run([sys.executable, "-m", "pip", "--python", programs / "python", "--isolated", "install",
         "--no-index", "--no-deps", "--ignore-installed", "--no-cache-dir", "--quiet",
         "--disable-pip-version-check", wheel], build_env, wheel.parent)  # fmt: skip
    return programs


@pytest.fixture(scope="session")
def editable(checkout: Path, build_env: Env, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a virtual environment that imports the checkout, to be edited.

    An editable install is a .pth file that leads to `src`. To make one, pip fetches a package that
    only this kind of build needs; here there is no network, so the file is written instead.
    """
    programs = _environment(tmp_path_factory.mktemp("editable"), build_env)
    (_site(programs) / "starprep.pth").write_text(f"{checkout / 'src'}\n")
    return programs


def _environment(folder: Path, env: Env) -> Path:
    """Make a virtual environment, and return the folder of its programs.

    All that starprep imports stands in the environment that runs the tests. A .pth file leads
    there; the .pth files in there, such as that of its own editable starprep, are not followed.
    """
    run([sys.executable, "-m", "venv", "--without-pip", folder], env, folder)
    programs = folder / "bin"
    (_site(programs) / "tests.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return programs


def _site(programs: Path) -> Path:
    (site,) = programs.parent.glob("lib/python*/site-packages")
    return site


@pytest.fixture
def env(own_home: Path) -> Env:
    """What a program finds around it: a home of its own, and a terminal with every colour."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(own_home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


@pytest.fixture
def start(installed: Path, env: Env) -> Start:
    """Starts the installed command with some arguments; `columns` and `rows` size the screen."""

    def start(*arguments: str, columns: int = 80, rows: int = 24) -> Terminal:
        return Terminal([str(installed / "starprep"), *arguments], env, columns, rows)

    return start


@pytest.fixture
def record(own_home: Path) -> Path:
    """Where the record is kept in the home folder of the test."""
    return own_home / ".local" / "share" / "starprep" / "progress.json"
