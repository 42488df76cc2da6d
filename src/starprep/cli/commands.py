"""The commands that print: check, list, schema, new, record. Each imports what it needs.

Every one returns its exit code: `OK`, `PROBLEMS` where something is wrong with a file, `USAGE`
where the command was used wrongly.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.library.text import printable
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.parts import Level, Part
    from starprep.library.schema import Kind
    from starprep.library.shelf import Shelf

OK, PROBLEMS, USAGE = 0, 1, 2


def complain(text: str) -> None:
    """Say on standard error why a command did not do what was asked."""
    print(f"starprep: {printable(text)}", file=sys.stderr)


def check_files(paths: Sequence[Path], places: Places, *, strict: bool = False) -> int:
    """Print every problem of the content at `paths`, or of all content where there are none.

    `strict` adds what an editor would send back.
    """
    from starprep.library.checking import check
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


def review_file(
    name: str,
    places: Places,
    part: "Part | None",
    walkthrough: str | None,
    level: "Level | None",
    *,
    as_json: bool,
) -> int:
    """Print the review of the answer in a file, or on standard input where `name` is `-`."""
    from starprep.library.reading import read_walkthrough
    from starprep.library.shelf import read_shelf
    from starprep.review.lists import read_rules
    from starprep.review.review import as_data, review

    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        complain(f"{name} cannot be read: {(error.strerror or str(error)).lower()}")
        return USAGE
    except UnicodeDecodeError:
        complain(f"{name} is not UTF-8 text; save it as UTF-8")
        return USAGE
    answered = None
    if walkthrough is not None:
        from starprep.library.index import Index

        shelf = read_shelf(places.content, Index.read(places.index))
        listing = shelf.walkthrough(walkthrough)
        if listing is None:
            return unknown_walkthrough(walkthrough, shelf)
        reading = read_walkthrough(listing.path, shelf.principle_ids)
        answered = reading.value
        if answered is None:
            for problem in reading.problems:
                print(problem, file=sys.stderr)
            return PROBLEMS
    book, problems = read_rules(places.rules)
    for problem in problems:
        print(problem, file=sys.stderr)
    found = review(text, book, part=part, walkthrough=answered, level=level)
    if as_json:
        print(json.dumps(as_data(found), indent=2, ensure_ascii=False))
    else:
        from starprep.cli.tables import print_review

        print_review(text, found)
    return OK


def unknown_walkthrough(id: str, shelf: "Shelf") -> int:
    """Say that there is no such walkthrough, or what is wrong with its file."""
    from starprep.library.problems import suggest

    faults = [problem for problem in shelf.problems if problem.path.stem == id]
    for problem in faults:
        print(problem, file=sys.stderr)
    if not faults:
        ids = [listing.id for listing in shelf.walkthroughs]
        known = suggest(id, ids) if ids else "none is"
        complain(f'there is no walkthrough "{id}"; {known}')
    return PROBLEMS if faults else USAGE


def print_practice(places: Places, *, as_json: bool) -> int:
    """Print what the record tells, in words or as JSON."""
    from datetime import datetime

    from starprep.record.file import RecordNewer, RecordUnreadable, read_events
    from starprep.record.history import histories, statistics

    try:
        found = histories(read_events(places.record))
    except (RecordNewer, RecordUnreadable) as error:
        complain(f"{places.record} cannot be read: {error}. It is left as it is.")
        return PROBLEMS
    if as_json:
        print(json.dumps({each.walkthrough: statistics(each) for each in found.values()}, indent=2))
    elif found:
        from starprep.cli.tables import print_record

        print_record(found, datetime.now().astimezone())
    else:
        print(f"Nothing is recorded yet. What you practise is kept in {places.record}")
    return OK
