"""A place for a record, and a record that was begun."""

from pathlib import Path

import pytest

from starprep.record.file import Record
from tests.record.records import FIRST, NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may be, in a folder that is not there yet."""
    return tmp_path / "starprep" / "progress.json"


@pytest.fixture
def kept(path: Path) -> Path:
    """A record that holds the first event."""
    Record.open(path, NOW).add([FIRST], NOW)
    return path
