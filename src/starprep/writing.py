"""The one way in which starprep writes a file: whole, or not at all; and moves one aside."""

import os
import stat
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put `data` in the place of the file at `path`, so that no reader ever finds half of it.

    It is written to a new file in the same folder, flushed to the disk, and renamed. Where `path`
    is a link, the file that it points to is replaced. Folders that are missing are made, for their
    owner alone. A file that is there keeps its permissions; a new one gets `mode`.

    Raises:
        OSError: it cannot be written; what was there is as it was, and nothing is left beside it.
    """
    target = path.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(target.stat().st_mode)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _flush_folder(target.parent)


def move_aside(path: Path, now: datetime) -> Path:
    """Give a file that cannot be understood a new name, with the time in it, and return its path.

    Raises:
        OSError: it cannot be renamed.
    """
    stem = f"{path.stem}.unreadable-{now:%Y%m%dT%H%M%SZ}"
    aside = path.with_name(f"{stem}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    return path.rename(aside)


def _flush_folder(folder: Path) -> None:
    """Have the renaming itself reach the disk, on systems that can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
