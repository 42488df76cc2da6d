"""The commands on practice: opening the screen, and printing what the record tells."""

import json
import os
import sys
from typing import TYPE_CHECKING

from starprep.cli.outcome import OK, PROBLEMS, USAGE, complain, unknown_walkthrough
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.library import Library
    from starprep.practice.mode import Request
    from starprep.record.contents import Contents


def open_screen(request: "Request | None", places: Places) -> int:
    """Open the library, or at once what was asked for."""
    from starprep.library.library import MOST_AT_ONCE, Library
    from starprep.practice.mode import Mode

    one = request.walkthrough if request else None
    several = request is not None and one is None and request.mode is not Mode.WRITE
    most = None if several else MOST_AT_ONCE
    library = Library(places.content, places.index, most, one, places.own_walkthroughs)
    refused = _refused(request, library) if request else None
    if refused is not None:
        return refused
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        complain("this opens a screen and needs a terminal; `starprep --help` lists what does not")
        return USAGE
    # How long Textual waits after an escape for the rest of a key's code, in milliseconds. Its own
    # 100 makes leaving a screen feel slow; 25 is ample for a terminal on this machine or over SSH.
    os.environ.setdefault("ESCDELAY", "25")
    from starprep.tui.app import StarprepApp

    app = StarprepApp(places, request, library=library)
    app.run()
    return app.return_code or OK


def _refused(request: "Request", library: "Library") -> int | None:
    """Say why what was asked for cannot be opened, and return the exit code; None where it can."""
    if request.walkthrough and request.principle:
        complain("name a walkthrough or --principle, not both")
        return USAGE
    from starprep.practice.mode import Mode

    if request.mode is Mode.WRITE:
        if request.principle and library.heading(request.principle) is None:
            return _unknown_principle(request.principle, library)
        return None
    known = {each.principle for each in library.shelf.walkthroughs}
    if request.principle and request.principle not in known:
        return _unknown_principle(request.principle, library)
    if request.walkthrough and library.listing(request.walkthrough) is None:
        return unknown_walkthrough(request.walkthrough, library)
    if not library.shelf.walkthroughs:
        complain("there is no walkthrough yet; `starprep new my-story` begins one")
        return USAGE
    return None


def _unknown_principle(id: str, library: "Library") -> int:
    from starprep.library.problems import suggest

    if library.heading(id):
        complain(f'there is no walkthrough on "{id}" yet; `starprep list` shows what there is')
    else:
        known = suggest(id, sorted(library.principle_names))
        complain(f'there is no principle "{id}"; {known}')
    return USAGE


def recorded(places: Places) -> "Contents | None":
    """Read the record; where it can't be read, say why and return None."""
    from starprep.record.contents import RecordNewer, RecordUnreadable
    from starprep.record.file import read_record

    try:
        return read_record(places.record)
    except (RecordNewer, RecordUnreadable) as error:
        complain(f"{places.record} cannot be read: {error}. It is left as it is.")
        return None


def print_practice(places: Places, *, as_json: bool) -> int:
    """Print what the record tells, in words or as JSON."""
    from datetime import UTC, datetime

    from starprep.library.library import Library
    from starprep.record.calendar import Calendar
    from starprep.record.history import histories
    from starprep.record.statistics import statistics

    contents = recorded(places)
    if contents is None:
        return PROBLEMS
    found = histories(contents.events)
    shelf = Library(places.content if found else (), places.index).shelf
    if as_json:
        told = {}
        for name, history in found.items():
            listing = shelf.walkthrough(name)
            quiz = [each.key for each in listing.quiz] if listing else []
            told[name] = statistics(history, quiz, listing.probes if listing else ())
        print(json.dumps(told, indent=2))
    elif found:
        from starprep.cli.tables import print_record

        print_record(found, shelf, Calendar(datetime.now(UTC)))
    elif not contents.kept:
        print(f"Nothing is recorded yet. What you practise is kept in {places.record}")
    if unknown := len(contents.kept) - len(contents.events):
        events = "1 event" if unknown == 1 else f"{unknown} events"
        complain(f"{events} of another version of starprep stay in the record and are not counted")
    return OK
