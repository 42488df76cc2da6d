"""What all tests share: no test reads or writes the home folder of whoever runs it."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("starprep", deadline=None)  # a slow machine is no failure
settings.load_profile("starprep")

_HOMES = {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home folder of its own, and none of the user's own settings."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in _HOMES.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith("STARPREP_")]:
        monkeypatch.delenv(name)
    return home
