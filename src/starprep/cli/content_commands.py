"""The commands on content: check, list, schema, new. Each imports what it needs when it runs."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.cli.outcome import OK, PROBLEMS, USAGE, complain
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.schema import Kind
    from starprep.library.shelf import Shelf


def check_files(paths: Sequence[Path], places: Places, *, strict: bool = False) -> int:
    """Print every problem of the content at `paths`, or of all content where there are none.

    What a file may lack is a note, and no problem; `strict` makes it one, and adds what else an
    editor would send back.
    """
    from starprep.library.checking import check, notes
    from starprep.library.files import files_in

    missing = [path for path in paths if not path.exists()]
    if missing:
        complain(f"there is no {missing[0]}")
        return USAGE
    asked = files_in(paths or places.content)
    library = files_in(places.content)
    problems = check(asked, library)
    if strict:
        from starprep.library.editor.editing import edit

        problems += edit(asked, library)
    else:
        for note in notes(asked, library):
            print(f"note: {note}")
    for problem in problems:
        print(problem)
    count = len(asked.walkthroughs) + len(asked.principles)
    files = f"{count} file{'' if count == 1 else 's'} checked"
    told = (
        f"{len(problems)} problem{'' if len(problems) == 1 else 's'}" if problems else "no problems"
    )
    print(f"{files}, {told}", file=sys.stderr)
    return PROBLEMS if problems else OK


def print_list(places: Places, *, as_json: bool) -> int:
    """Print the library as a table or as JSON."""
    from starprep.library.shelf import read_shelf

    shelf = read_shelf(places.content)
    if as_json:
        print(json.dumps(_shelf_as_data(shelf), indent=2))
    else:
        from starprep.cli.tables import print_shelf

        print_shelf(shelf)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    return PROBLEMS if shelf.problems else OK


def _shelf_as_data(shelf: "Shelf") -> dict[str, object]:
    return {
        "principles": [
            {"id": each.id, "name": each.name, "essence": each.essence, "path": str(each.path)}
            for each in shelf.principles
        ],
        "walkthroughs": [
            {
                "id": each.id,
                "question": each.question,
                "principle": each.principle,
                "level": each.level.value,
                "tags": list(each.tags),
                "seconds": each.seconds,
                "path": str(each.path),
            }
            for each in shelf.walkthroughs
        ],
        "problems": [str(problem) for problem in shelf.problems],
    }


def print_schema(kind: "Kind") -> int:
    """Print the JSON Schema of a kind of file."""
    from starprep.library.schema import schema

    print(json.dumps(schema(kind), indent=2))
    return OK


def write_new(id: str, principle: str, places: Places) -> int:
    """Write a new walkthrough into the user's folder, unless there is one of that id."""
    import re

    from starprep.library.problems import suggest
    from starprep.library.shelf import read_shelf
    from starprep.library.skeleton import write_skeleton

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        complain(f'"{id}" is no id; use small letters, digits and single hyphens, like-this-one')
        return USAGE
    shelf = read_shelf(places.content)
    if principle not in shelf.principle_ids:
        known = suggest(principle, sorted(shelf.principle_ids))
        complain(f'there is no principle "{principle}"; {known}')
        return USAGE
    taken = shelf.walkthrough(id)
    path = taken.path if taken else places.own_walkthroughs / f"{id}.toml"
    try:
        places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_skeleton(path, principle)
    except OSError as error:
        if path.exists():
            complain(f"{path} is there already and stays as it is; choose another id")
        else:
            why = (error.strerror or str(error)).lower()
            complain(f"{path} cannot be written: {error.filename}: {why}")
        return PROBLEMS
    print(f"Wrote {path}")
    print("Replace every text that begins with TODO. To see which are left:")
    print(f"  starprep check {path}")
    return OK
