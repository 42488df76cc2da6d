"""Writing a file whole: what stays, what is cleaned up, and what is never seen."""

import errno
import os
import stat
from pathlib import Path

import pytest

from starprep.writing import write_whole


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_for_its_owner_alone_and_so_are_the_folders_made_for_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "some" / "where" / "file.json"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o600
    assert mode_of(path.parent) == 0o700


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640])
def test_a_file_that_is_there_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new")
    assert (path.read_bytes(), mode_of(path)) == (b"new", mode)


def test_a_link_goes_on_pointing_at_the_file_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    target, link = tmp_path / "synced" / "file.json", tmp_path / "file.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "fdopen", "replace"])
def test_where_it_fails_the_old_file_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old")

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file.json"]
