"""A candidate's stories as a whole: what they cover, and the sheet for the day."""

from typing import TYPE_CHECKING

from starprep.practice.session import Session

if TYPE_CHECKING:
    from starprep.stories.coverage import Coverage


def coverage_of(session: Session) -> "Coverage":
    """Return which story serves which principle, as of now."""
    from starprep.stories.coverage import coverage

    library = session.library
    headings, calendar = library.shelf.principles, session.calendar
    return coverage(headings, library.offered, session.histories(), calendar)


def cue_sheet_of(session: Session, id: str) -> str | None:
    """Return a story's cue sheet, a page of Markdown; None where its file has gone wrong."""
    from starprep.stories.cue_sheet import cue_sheet

    walkthrough = session.library.walkthrough(id)
    names = session.library.principle_names
    return cue_sheet(walkthrough, names, session.rules[0]) if walkthrough else None
