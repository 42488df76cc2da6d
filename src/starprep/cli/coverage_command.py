"""The command that shows which stories serve which principles."""

import json
import sys
from typing import TYPE_CHECKING

from starprep.cli.outcome import OK, PROBLEMS
from starprep.cli.practice_commands import recorded
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.library import Library
    from starprep.stories.coverage import Coverage


def print_coverage(places: Places, *, as_json: bool) -> int:
    """Print the matrix of stories and principles, in words or as JSON."""
    from starprep.library.library import Library
    from starprep.stories.coverage import as_data

    library = Library(places.content, places.index, own=places.own_walkthroughs)
    found = covered(library, places)
    if found is None:
        return PROBLEMS
    if as_json:
        print(json.dumps(as_data(found), indent=2, ensure_ascii=False))
    else:
        from starprep.cli.tables import print_coverage_of

        print_coverage_of(found)
    for problem in library.shelf.problems:
        print(problem, file=sys.stderr)
    return PROBLEMS if library.shelf.problems else OK


def covered(library: "Library", places: Places) -> "Coverage | None":
    """Return the matrix as of now; where the record can't be read, say why and return None."""
    from datetime import UTC, datetime

    from starprep.record.calendar import Calendar
    from starprep.record.history import histories
    from starprep.stories.coverage import coverage

    contents = recorded(places)
    if contents is None:
        return None
    calendar = Calendar(datetime.now(UTC))
    found = histories(contents.events)
    return coverage(library.shelf.principles, library.offered, found, calendar)
