"""The command that reviews an answer in a file or from a pipe."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.cli.outcome import OK, USAGE, complain, unknown_walkthrough
from starprep.places import Places

if TYPE_CHECKING:
    from starprep.library.parts import Level, Part


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
    from starprep.review.inviting.invite import as_data as invited_as_data
    from starprep.review.inviting.invite import invite
    from starprep.review.review import as_data, review
    from starprep.review.rule_files import read_rules

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
        from starprep.library.library import Library

        library = Library(places.content, places.index)
        if library.listing(walkthrough) is None:
            return unknown_walkthrough(walkthrough, library)
        answered = library.walkthrough(walkthrough)
        if answered is None:
            return unknown_walkthrough(walkthrough, library)
    book, problems = read_rules(places.rules)
    for problem in problems:
        print(problem, file=sys.stderr)
    found = review(text, book, part=part, walkthrough=answered, level=level)
    asked = [probe.question for probe in answered.probes] if answered else []
    invited = invite(text if part is None else {part: text}, book, asked)
    if as_json:
        told = as_data(found) | {"invited": invited_as_data(invited)}
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        from starprep.cli.tables import print_review

        print_review(text, found, invited)
    return OK
