"""Where things are on this machine: the content, the record of practice, settings, a cache."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files that starprep reads and writes."""

    content: tuple[Path, ...]
    """Folders with walkthroughs and principles: the built-in one first, then the user's."""
    data: Path
    """The folder of the record and of the user's own walkthroughs."""
    settings: Path
    """The settings file."""
    index: Path | None = None
    """The file that keeps what was read of the content before; None where none is kept."""

    @property
    def record(self) -> Path:
        """The file that keeps what was practised."""
        return self.data / "progress.json"

    @property
    def drafts(self) -> Path:
        """The file that keeps what was typed and not finished."""
        return self.data / "drafts.json"

    @property
    def rules(self) -> Path:
        """The file in which the user adds to the review's word lists."""
        return self.settings.with_name("review.toml")

    @property
    def own_walkthroughs(self) -> Path:
        """The folder in which new walkthroughs are written."""
        return self.data / "walkthroughs"


def find_places(
    environ: Mapping[str, str], data: Path | None = None, content: Iterable[Path] = ()
) -> Places:
    """Find the places from the environment and from what a command was told.

    `data` wins over `STARPREP_DATA`, which wins over the system's own data folder for a user.
    `content` is read after the folders in `STARPREP_CONTENT` (divided by `:`, on Windows by `;`).
    """
    named = environ.get("STARPREP_DATA")
    folder = data or (Path(named) if named else user_data_path("starprep", appauthor=False))
    others = [Path(each) for each in environ.get("STARPREP_CONTENT", "").split(os.pathsep) if each]
    own = (folder / "walkthroughs", folder / "principles")
    return Places(
        content=(built_in_content(), *own, *others, *content),
        data=folder,
        settings=user_config_path("starprep", appauthor=False) / "settings.toml",
        index=user_cache_path("starprep", appauthor=False) / "index.json",
    )


def built_in_content() -> Path:
    """Return the folder of the content that comes with starprep.

    Once installed it is inside the package; in a checkout, and in an editable install of one, it
    stands beside `src`.
    """
    packaged = Path(str(files("starprep"))) / "content"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "content"
