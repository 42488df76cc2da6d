"""The commands. Each imports what it needs when it runs; few of them need Textual."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from starprep import __version__
from starprep.cli.content_commands import check_files, print_list, print_schema, write_new
from starprep.cli.coverage_command import print_coverage
from starprep.cli.export_command import export
from starprep.cli.import_command import import_files
from starprep.cli.outcome import OK, PROBLEMS, complain
from starprep.cli.practice_commands import open_screen, print_practice
from starprep.cli.review_command import review_file
from starprep.library.parts import Level, Part
from starprep.library.text import printable
from starprep.places import Places, find_places
from starprep.practice.mode import Mode, Request

_MODES = {
    Mode.REHEARSE: "say the answer aloud, against the clock",
    Mode.LEARN: "read the story, part by part",
    Mode.TEST: "take the quiz",
    Mode.HUNT: "find the red flags in an answer that fails",
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
        complain(str(error))
        return PROBLEMS
    except KeyboardInterrupt:
        return 130
    return code


def _run(options: argparse.Namespace, places: Places) -> int:
    match options.command:
        case "check":
            return check_files(options.paths, places, strict=options.strict)
        case "list":
            return print_list(places, as_json=options.json)
        case "schema":
            return print_schema(options.kind)
        case "new":
            return _new(options, places)
        case "review":
            return _review(options, places)
        case "import":
            return import_files(
                options.files,
                places,
                options.to,
                dry_run=options.dry_run,
                as_json=options.json,
                yes=options.yes,
            )
        case "coverage":
            return print_coverage(places, as_json=options.json)
        case "export":
            return export(
                options.id,
                places,
                options.output,
                every=options.all,
                as_story=options.story,
                force=options.force,
            )
        case "record":
            return print_practice(places, as_json=options.json)
        case None:
            return open_screen(None, places)
        case _:
            return _practise(options, places)


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
            "id",
            metavar="ID",
            nargs="?" if mode is Mode.TEST else None,
            help="the walkthrough's id; `starprep list` shows all"
            + ("; without it, ten questions over all" if mode is Mode.TEST else ""),
        )
        if mode is Mode.TEST:
            command.add_argument(
                "--principle", metavar="ID", help="ten questions over all that is on this principle"
            )
        command.add_argument(
            "--level", choices=[each.value for each in Level], help="the level to prepare for"
        )
        if mode is Mode.REHEARSE:
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
    command.add_argument(
        "--strict", action="store_true", help="catch what a careful editor would, too"
    )
    command = commands.add_parser("new", parents=[common], help="begin a walkthrough of your own")
    command.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help="write a file with this name to fill in, such as my-first-outage; without it, a "
        "screen opens to write in, part by part",
    )
    command.add_argument(
        "--principle", metavar="ID", help="the principle's id (of a file: ownership if left out)"
    )
    command = commands.add_parser(
        "import",
        parents=[common],
        help="read your own stories from the files that you have",
        description="Read your own stories from Markdown, Org, plain text, HTML, TOML, YAML, JSON "
        "or CSV. It shows what it found, asks, and writes a file for each story. It never "
        "overwrites one.",
    )
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help="your notes")
    command.add_argument("--to", metavar="DIR", type=Path, help="write into this folder")
    command.add_argument("--dry-run", action="store_true", help="show what is found, write nothing")
    command.add_argument(
        "--json", action="store_true", help="print the stories as JSON; written only with --yes"
    )
    command.add_argument("--yes", action="store_true", help="write without asking")
    command = commands.add_parser(
        "schema", parents=[common], help="print a JSON Schema for editors"
    )
    command.add_argument("kind", choices=["walkthrough", "principle"])
    command = commands.add_parser(
        "review",
        parents=[common],
        help="hear your own answer as an interviewer does",
        description="Hear your own answer as an interviewer does. Without a file it opens a screen "
        "to type in.",
    )
    command.add_argument("file", metavar="FILE", nargs="?", help="a text file; - reads a pipe")
    command.add_argument(
        "--part", choices=[each.value for each in Part], help="which part of an answer it is"
    )
    command.add_argument("--walkthrough", metavar="ID", help="the walkthrough that it answers")
    command.add_argument(
        "--level", choices=[each.value for each in Level], help="whose answer it is"
    )
    command.add_argument("--json", action="store_true", help="print the remarks as JSON")
    command = commands.add_parser(
        "coverage", parents=[common], help="show which stories serve which principles"
    )
    command.add_argument("--json", action="store_true", help="print it as JSON")
    command = commands.add_parser(
        "export",
        parents=[common],
        help="write a story as a cue sheet, or to share",
        description="Write a story as a cue sheet: one page of Markdown for the day of the "
        "interview.",
    )
    command.add_argument(
        "id", metavar="ID", nargs="?", help="the walkthrough's id; `starprep list` shows all"
    )
    command.add_argument("--all", action="store_true", help="all stories of your own on one sheet")
    command.add_argument(
        "--story", action="store_true", help="the story itself, to share; nothing of the record"
    )
    command.add_argument("-o", "--output", metavar="FILE", type=Path, help="write into this file")
    command.add_argument("--force", action="store_true", help="replace the file if it is there")
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


def _new(options: argparse.Namespace, places: Places) -> int:
    if options.id is None:
        return open_screen(Request(Mode.WRITE, principle=options.principle), places)
    return write_new(options.id, options.principle or "ownership", places)


def _review(options: argparse.Namespace, places: Places) -> int:
    part = Part(options.part) if options.part else None
    level = Level(options.level) if options.level else None
    if options.file is None:
        request = Request(Mode.REVIEW, options.walkthrough, part=part, level=level)
        return open_screen(request, places)
    return review_file(options.file, places, part, options.walkthrough, level, as_json=options.json)


def _practise(options: argparse.Namespace, places: Places) -> int:
    part, level = getattr(options, "part", None), options.level
    request = Request(
        Mode(options.command),
        options.id,
        getattr(options, "principle", None),
        Part(part) if part else None,
        Level(level) if level else None,
    )
    return open_screen(request, places)
