"""The command that reads a candidate's own stories from the files that they have."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.cli.outcome import OK, PROBLEMS, complain
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.library import Library
    from starprep.stories.importing.found import FileReading, FoundStory
    from starprep.stories.importing.write_stories import Planned

_PATIENCE = 0.5
"""After so many seconds it is told how far an import is."""


def import_files(
    paths: Sequence[Path],
    places: Places,
    to: Path | None,
    *,
    dry_run: bool,
    as_json: bool,
    yes: bool,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Show the stories in some files and write each into a file of its own.

    Args:
        paths: the files.
        places: where the library is, and the user's own stories.
        to: the folder to write into; None for the user's own.
        dry_run: write nothing.
        as_json: print the stories as JSON, and write them only where `yes` says so.
        yes: write without asking.
        clock: seconds that go on; progress is shown when an import takes long.
    """
    from starprep.library.library import Library

    library = Library(places.content, places.index)
    progress = _Progress(clock)
    readings = [(path, _read(path, library.principle_names, progress)) for path in paths]
    progress.end()
    stories = [story for _, reading in readings if reading for story in reading.stories]
    code = OK if all(reading for _, reading in readings) else PROBLEMS
    if as_json:
        from starprep.stories.importing.found import as_data

        print(json.dumps([as_data(each) for each in stories], indent=2, ensure_ascii=False))
    else:
        for path, reading in readings:
            if reading:
                _show(path, reading)
    if not stories or dry_run or (as_json and not yes):
        return code
    folder = to or places.own_walkthroughs
    return _write(stories, folder, library, progress, yes=yes, told=not as_json) or code


def _read(path: Path, principles: dict[str, str], progress: "_Progress") -> "FileReading | None":
    from starprep.stories.importing.import_file import read_file
    from starprep.stories.importing.read_stories import NotStories

    progress.show(f"Reading {path.name}")
    try:
        return read_file(path, principles, lambda count: progress.show(f"{count:,} stories found"))
    except NotStories as error:
        progress.end()
        complain(f"{path} {error}")
    return None


def _show(path: Path, reading: "FileReading") -> None:
    from starprep.cli.tables import print_text
    from starprep.texts import import_texts

    print_text(import_texts.report(path.name, reading))
    print()


def _write(
    stories: "Sequence[FoundStory]",
    folder: Path,
    library: "Library",
    progress: "_Progress",
    *,
    yes: bool,
    told: bool,
) -> int:
    from starprep.stories.importing.write_stories import State, plan
    from starprep.texts import import_texts

    def say(text: str) -> None:
        print(text, file=sys.stdout if told else sys.stderr)

    if folder.exists() and not folder.is_dir():
        complain(f"{folder} is not a folder")
        return PROBLEMS
    here = folder.resolve()
    taken = {each.id for each in library.shelf.walkthroughs if each.path.resolve().parent != here}
    planned = plan(stories, folder, taken)
    for each in planned:
        if each.state is not State.NEW:
            say(str(import_texts.state(each)))
    new = [each for each in planned if each.state is State.NEW]
    if not new:
        return OK
    if not yes and not _agreed(f"Write {import_texts.stories_text(len(new))} to {folder}? [y/N] "):
        return PROBLEMS
    return _write_all(new, progress, say)


def _agreed(question: str) -> bool:
    """Ask; nothing is written without a yes."""
    if not sys.stdin or not sys.stdin.isatty():
        complain("nothing was written; add --yes to write without being asked")
        return False
    try:
        if input(question).strip().lower() in ("y", "yes"):
            return True
    except EOFError:
        print()
    complain("nothing was written")
    return False


def _write_all(new: "Sequence[Planned]", progress: "_Progress", say: Callable[[str], None]) -> int:
    from starprep.library.text import printable
    from starprep.stories.importing.import_file import NotWritten, write_all

    try:
        write_all(new, lambda count: progress.show(f"Writing {count + 1:,} of {len(new):,}"))
    except NotWritten as error:
        progress.end()
        complain(str(error))
        return PROBLEMS
    progress.end()
    for each in new:
        say(printable(f"Wrote {each.path}"))
    return OK


class _Progress:
    """One line on a terminal that says how far a long import is."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._begun = clock, clock()
        self._last = self._begun
        self._shown = 0

    def show(self, text: str) -> None:
        """Say how far it is, where it takes long and somebody sees it."""
        now = self._clock()
        if now - self._begun < _PATIENCE or not sys.stderr.isatty():
            return
        if self._shown and now - self._last < 0.1:
            return
        self._last = now
        print(f"\r{text:<{self._shown}}", end="", file=sys.stderr, flush=True)
        self._shown = len(text)

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print(f"\r{'':{self._shown}}\r", end="", file=sys.stderr, flush=True)
            self._shown = 0
