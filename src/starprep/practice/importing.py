"""An import while it is asked about: what a file holds, and what of it will be written."""

from dataclasses import dataclass
from pathlib import Path

from starprep.library.library import Library
from starprep.stories.importing.found import FileReading
from starprep.stories.importing.import_file import read_file, write_all
from starprep.stories.importing.read_stories import NotStories
from starprep.stories.importing.write_stories import Planned, State, plan


@dataclass(frozen=True, slots=True)
class Import:
    """What was read of a file, and which file each story goes into. Nothing is written yet."""

    name: str
    """The file's name."""
    reading: FileReading
    planned: tuple[Planned, ...]

    @property
    def new(self) -> tuple[Planned, ...]:
        """The stories that will be written."""
        return tuple(each for each in self.planned if each.state is State.NEW)

    def write(self) -> None:
        """Write the new stories.

        Raises:
            NotWritten: one could not be written; those before it are whole.
        """
        write_all(self.new)


def read_import(said: str, library: Library, folder: Path) -> Import:
    """Read the file that a candidate named.

    Args:
        said: its path as it was typed; `~` is the home folder.
        library: what there is already.
        folder: the folder of the candidate's own stories.

    Raises:
        NotStories: it cannot be read, or holds none; the message says why, with the path.
    """
    path = Path(said.strip())
    try:
        path = path.expanduser()
    except RuntimeError as error:
        raise NotStories(f"{path} cannot be found: {str(error).lower()}") from None
    try:
        reading = read_file(path, library.principle_names)
    except NotStories as error:
        raise NotStories(f"{path} {error}") from None
    taken = {each.id for each in library.shelf.walkthroughs if not each.is_own}
    return Import(path.name, reading, tuple(plan(reading.stories, folder, taken)))
