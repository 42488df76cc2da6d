"""An import from the disk: reading a candidate's file, and writing the stories in it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from starprep.stories.importing.found import FileReading
from starprep.stories.importing.read_stories import MOST_BYTES, NotStories, read_stories
from starprep.stories.importing.write_stories import Planned, write_story


class NotWritten(Exception):
    """A story could not be written; the message says which, and what was written before it."""


def read_file(
    path: Path, principles: Mapping[str, str], told: Callable[[int], None] = lambda _: None
) -> FileReading:
    """Read the stories in the file at `path`; see `read_stories.read_stories`.

    Raises:
        NotStories: it cannot be read, or holds none; the message says why, without the file's name.
    """
    if path.exists() and not path.is_file():
        kind = "a folder; name the files in it" if path.is_dir() else "no ordinary file"
        raise NotStories(f"is {kind}")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return read_stories(data, path.name, principles, told)
    except (OSError, ValueError) as error:
        raise NotStories(f"cannot be read: {_why(error)}") from None


def write_all(new: Sequence[Planned], told: Callable[[int], None] = lambda _: None) -> None:
    """Write new stories, each into a file of its own.

    Args:
        new: the stories.
        told: called with how many are written, before each.

    Raises:
        NotWritten: one could not be written; those before it are whole.
    """
    for number, each in enumerate(new):
        told(number)
        try:
            write_story(each)
        except OSError as error:
            names = ", ".join(written.path.name for written in new[:number])
            whole = f" Written before it, and whole: {names}." if names else ""
            rest = len(new) - number - 1
            stories = "1 story" if rest == 1 else f"{rest:,} stories"
            after = f" Not written after it: {stories}." if rest else ""
            message = f"{each.path} cannot be written: {_why(error)}.{whole}{after}"
            raise NotWritten(message) from None


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
