"""The commands. Each imports what it needs when it runs; few of them need Textual."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep import __version__
from starprep.library.parts import Level, Part
from starprep.library.text import printable
from starprep.places import Places, find_places

if TYPE_CHECKING:
    from starprep.library.schema import Kind
    from starprep.library.shelf import Listing, Shelf

OK, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: all is well; something is wrong with a file; the command was used wrongly."""

_MODES = {
    "rehearse": "say the answer aloud, against the clock",
    "learn": "read the story, part by part",
    "test": "take the quiz",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments`, by default the process's own; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # not every terminal can show every letter
    parser = _parser()
    options = parser.parse_args(arguments)
    content = [*options.content, *options.more_content]
    try:
        for folder in content:
            if not folder.is_dir():
                parser.error(f"{printable(str(folder))} is not a folder")
        code = _run(options, find_places(os.environ, options.data, content))
        print(end="", flush=True)  # here, where it is caught that nobody reads it
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be told to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        _complain(str(error))
        return PROBLEMS
    except KeyboardInterrupt:
        return 130
    return code


def _run(options: argparse.Namespace, places: Places) -> int:
    match options.command:
        case "check":
            return _check(options.paths, places)
        case "list":
            return _list(places, as_json=options.json)
        case "schema":
            return _schema(options.kind)
        case "new":
            return _new(options.id, options.principle, places)
        case "record":
            return _record(places, as_json=options.json)
        case _:
            return _open(options, places)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_places(common, "more_content")  # a command's own would put out those before it
    parser = argparse.ArgumentParser(
        prog="starprep",
        description="A rehearsal room for behavioural interviews. "
        "Without a command it opens the library.",
    )
    parser.add_argument("--version", action="version", version=f"starprep {__version__}")
    _add_places(parser, "content")
    parser.set_defaults(data=None, content=[], more_content=[])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for mode, meaning in _MODES.items():
        command = commands.add_parser(mode, parents=[common], help=meaning, description=meaning)
        command.add_argument(
            "id", metavar="ID", help="the walkthrough's id; `starprep list` shows all"
        )
        command.add_argument(
            "--level", choices=[each.value for each in Level], help="the level to prepare for"
        )
        if mode == "rehearse":
            command.add_argument(
                "--part", choices=[each.value for each in Part], help="one part instead of all five"
            )
    command = commands.add_parser("list", parents=[common], help="print the library")
    command.add_argument("--json", action="store_true", help="print it as JSON")
    command = commands.add_parser(
        "check", parents=[common], help="check walkthroughs and principles"
    )
    command.add_argument(
        "paths", metavar="PATH", nargs="*", type=Path, help="files or folders; nothing: all content"
    )
    command = commands.add_parser("new", parents=[common], help="begin a walkthrough of your own")
    command.add_argument("id", metavar="ID", help="its name, such as my-first-outage")
    command.add_argument(
        "--principle", default="ownership", help="the principle's id (default: ownership)"
    )
    command = commands.add_parser(
        "schema", parents=[common], help="print a JSON Schema for editors"
    )
    command.add_argument("kind", choices=["walkthrough", "principle"])
    command = commands.add_parser("record", parents=[common], help="print what was practised")
    command.add_argument("--json", action="store_true", help="print the statistics as JSON")
    return parser


def _add_places(parser: argparse.ArgumentParser, content: str) -> None:
    parser.add_argument(
        "--data", metavar="DIR", type=Path, help="keep the record here (or set STARPREP_DATA)"
    )
    parser.add_argument(
        "--content",
        dest=content,
        metavar="DIR",
        type=Path,
        action="append",
        help="read content here too; may be repeated (or set STARPREP_CONTENT)",
    )


def _complain(text: str) -> None:
    print(f"starprep: {printable(text)}", file=sys.stderr)


def _check(paths: Sequence[Path], places: Places) -> int:
    from starprep.library.checking import check
    from starprep.library.shelf import files_in

    missing = [path for path in paths if not path.exists()]
    if missing:
        _complain(f"there is no {missing[0]}")
        return USAGE
    asked = files_in(paths or places.content)
    problems = check(asked, files_in(places.content))
    for problem in problems:
        print(problem)
    count = len(asked.walkthroughs) + len(asked.principles)
    files = f"{count} file{'' if count == 1 else 's'} checked"
    told = (
        f"{len(problems)} problem{'' if len(problems) == 1 else 's'}" if problems else "no problems"
    )
    print(f"{files}, {told}", file=sys.stderr)
    return PROBLEMS if problems else OK


def _list(places: Places, *, as_json: bool) -> int:
    from starprep.library.shelf import read_shelf

    shelf = read_shelf(places.content)
    if as_json:
        print(json.dumps(_shelf_as_data(shelf), indent=2))
    else:
        from starprep.tables import print_shelf

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


def _schema(kind: "Kind") -> int:
    from starprep.library.schema import schema

    print(json.dumps(schema(kind), indent=2))
    return OK


def _new(id: str, principle: str, places: Places) -> int:
    import re

    from starprep.library.problems import suggest
    from starprep.library.shelf import read_shelf
    from starprep.library.skeleton import write_skeleton

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        _complain(f'"{id}" is no id; use small letters, digits and single hyphens, like-this-one')
        return USAGE
    shelf = read_shelf(places.content)
    if principle not in shelf.principle_ids:
        known = suggest(principle, sorted(shelf.principle_ids))
        _complain(f'there is no principle "{principle}"; {known}')
        return USAGE
    taken = shelf.walkthrough(id)
    path = taken.path if taken else places.own_walkthroughs / f"{id}.toml"
    try:
        places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_skeleton(path, principle)
    except OSError as error:
        if path.exists():
            _complain(f"{path} is there already and stays as it is; choose another id")
        else:
            why = (error.strerror or str(error)).lower()
            _complain(f"{path} cannot be written: {error.filename}: {why}")
        return PROBLEMS
    print(f"Wrote {path}")
    print("Replace every text that begins with TODO. To see which are left:")
    print(f"  starprep check {path}")
    return OK


def _record(places: Places, *, as_json: bool) -> int:
    from datetime import datetime

    from starprep.practice.history import histories, statistics
    from starprep.practice.record import RecordNewer, RecordUnreadable, read_events

    try:
        found = histories(read_events(places.record))
    except (RecordNewer, RecordUnreadable) as error:
        _complain(f"{places.record} cannot be read: {error}. It is left as it is.")
        return PROBLEMS
    if as_json:
        print(json.dumps({each.walkthrough: statistics(each) for each in found.values()}, indent=2))
    elif found:
        from starprep.tables import print_record

        print_record(found, datetime.now().astimezone())
    else:
        print(f"Nothing is recorded yet. What you practise is kept in {places.record}")
    return OK


def _open(options: argparse.Namespace, places: Places) -> int:
    opening = None
    if options.command:
        from starprep.library.shelf import read_shelf

        shelf = read_shelf(places.content)
        if shelf.walkthrough(options.id) is None:
            return _unknown(options.id, shelf.walkthroughs, shelf)
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        _complain("this opens a screen and needs a terminal; `starprep --help` lists what does not")
        return USAGE
    # How long Textual waits after an escape for the rest of a key's code, in milliseconds. Its own
    # 100 makes leaving a screen feel slow; 25 is ample for a terminal on this machine or over SSH.
    os.environ.setdefault("ESCDELAY", "25")
    from starprep.tui.app import Opening, StarprepApp

    if options.command:
        part = getattr(options, "part", None)
        opening = Opening(
            options.command,
            options.id,
            Part(part) if part else None,
            Level(options.level) if options.level else None,
        )
    app = StarprepApp(places, opening)
    app.run()
    return app.return_code or OK


def _unknown(id: str, listings: "Sequence[Listing]", shelf: "Shelf") -> int:
    from starprep.library.problems import suggest

    faults = [problem for problem in shelf.problems if problem.path.stem == id]
    for problem in faults:
        print(problem, file=sys.stderr)
    if not faults:
        known = suggest(id, [listing.id for listing in listings]) if listings else "none is"
        _complain(f'there is no walkthrough "{id}"; {known}')
    return PROBLEMS if faults else USAGE
