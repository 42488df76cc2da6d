"""The command that writes a story for paper, or for somebody else."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.cli.coverage_command import covered
from starprep.cli.outcome import OK, PROBLEMS, USAGE, complain, unknown_walkthrough
from starprep.library.text import printable
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.library import Library


def export(
    id: str | None,
    places: Places,
    output: Path | None,
    *,
    every: bool,
    as_story: bool,
    force: bool,
) -> int:
    """Print a story's cue sheet, that of all, or the story itself; or write it into a file.

    Args:
        id: the walkthrough; None where `every` is given.
        places: where content is.
        output: the file to write; None for standard output.
        every: one sheet for all stories of one's own, or without any for all.
        as_story: the story's own file instead of a sheet.
        force: whether a file that is there is replaced.
    """
    from starprep.library.library import Library

    if (id is None) is not every or (every and as_story):
        complain("name one walkthrough, or give --all and neither an ID nor --story")
        return USAGE
    library = Library(places.content, places.index, own=places.own_walkthroughs)
    if id is None:
        text = _day(library, places)
    elif library.listing(id) is None or library.walkthrough(id) is None:
        return unknown_walkthrough(id, library)
    else:
        text = _story(id, library) if as_story else _sheet(id, library, places)
    if text is None:
        return PROBLEMS
    if output is None:
        print(text, end="")
        return OK
    return _write(output, text, library, force=force)


def _story(id: str, library: "Library") -> str | None:
    """Return the file of a story: it holds nothing of the record."""
    from starprep.library.reading import parse

    listing = library.listing(id)
    source = parse(listing.path).value if listing else None
    return printable(source.text) if source else None  # what is not printable can be comment only


def _sheet(id: str, library: "Library", places: Places) -> str | None:
    from starprep.review.rule_files import read_rules
    from starprep.stories.cue_sheet import cue_sheet

    walkthrough = library.walkthrough(id)
    book, _ = read_rules(places.rules)
    return cue_sheet(walkthrough, library.principle_names, book) if walkthrough else None


def _day(library: "Library", places: Places) -> str | None:
    from starprep.review.rule_files import read_rules
    from starprep.stories.cue_sheet import day_sheet

    found = covered(library, places)
    if found is None:
        return None
    book, _ = read_rules(places.rules)
    read = (library.walkthrough(row.listing.id) for row in found.rows)
    return day_sheet([each for each in read if each], found, library.principle_names, book)


def _write(path: Path, text: str, library: "Library", *, force: bool) -> int:
    from starprep.writing import write_whole

    stories = {listing.path.resolve() for listing in library.shelf.walkthroughs}
    if force and path.resolve() in stories:
        complain(f"{path} is a story in your library and stays as it is; choose another name")
        return PROBLEMS
    try:
        if not force:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            write_whole(path, text.encode())
        except OSError:
            if not force:
                path.unlink()
            raise
    except FileExistsError:
        complain(f"{path} is there already and stays as it is; --force replaces it")
        return PROBLEMS
    except OSError as error:
        complain(f"{path} cannot be written: {(error.strerror or str(error)).lower()}")
        return PROBLEMS
    print(f"Wrote {printable(str(path))}")
    return OK
