"""What all tests share: no test reads or writes the home folder of whoever runs it."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("starprep", deadline=None)  # a slow machine is no failure
settings.load_profile("starprep")

gc.set_threshold(20_000, 10, 50)
"""Each app that ends leaves a great many objects that refer to each other; looking through all of
them as often as Python does by itself took a third of the whole suite."""

_NUMBERS = count(1)
_HOMES = {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home folder of its own, and none of the user's own settings."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_NUMBERS))
    home.mkdir(parents=True)
    for name, folder in _HOMES.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith("STARPREP_")]:
        monkeypatch.delenv(name)
    return home
