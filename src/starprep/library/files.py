"""Which content files there are under some folders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Files:
    """The content files under some folders, in the order in which the folders were named."""

    walkthroughs: tuple[Path, ...] = ()
    principles: tuple[Path, ...] = ()

    def __add__(self, other: "Files") -> "Files":
        """Return both, each file once."""
        return Files(
            _once((*self.walkthroughs, *other.walkthroughs)),
            _once((*self.principles, *other.principles)),
        )


def files_in(paths: Iterable[Path]) -> Files:
    """Find the content files at `paths`, each a TOML file or a folder.

    A folder holds `walkthroughs/*.toml` and `principles/*.toml`; TOML files right inside it count
    too. A file is a principle when its folder is called `principles`, else a walkthrough. Folders
    that do not exist hold nothing.
    """
    found = [file for path in paths for file in _toml_files(path)]
    return Files(
        _once(file for file in found if not _is_principle(file)),
        _once(file for file in found if _is_principle(file)),
    )


def _toml_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path
        return
    for folder in (path, path / "walkthroughs", path / "principles"):
        yield from sorted(file for file in folder.glob("*.toml") if file.name[0] != ".")


def _is_principle(path: Path) -> bool:
    return path.absolute().parent.name == "principles"


def _once(paths: Iterable[Path]) -> tuple[Path, ...]:
    first: dict[Path, Path] = {}
    for path in paths:
        first.setdefault(path.resolve(), path)
    return tuple(first.values())
