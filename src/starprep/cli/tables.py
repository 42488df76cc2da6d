"""The tables that the commands print. Rich is imported here and on the screens' floor only."""

from collections.abc import Mapping, Sequence

from rich import text as rich_text
from rich.console import Console
from rich.table import Table

from starprep.library.parts import clock_text
from starprep.library.shelf import Shelf
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.review.inviting.invite import Invited
from starprep.review.lists import Severity
from starprep.review.remark import points
from starprep.review.review import Review
from starprep.stories.coverage import Coverage
from starprep.texts import coverage_texts, record_texts, review_texts
from starprep.texts.styled import Role, Text, joined, quoted, styled

STYLES = {
    Role.PLAIN: "",
    Role.STRONG: "bold",
    Role.HEADING: "bold",
    Role.MUTED: "dim",
    Role.KEY: "bold",
    Role.SIGNAL: "bold underline",
    Role.FLAG: "bold underline red",
    Role.DOUBTFUL: "underline",
    Role.GOOD: "green",
    Role.WARNING: "",
    Role.BAD: "red",
    Role.STRONG_GOOD: "bold green",
    Role.STRONG_WARNING: "bold",
    Role.STRONG_BAD: "bold red",
    Role.HERE: "bold underline",
    Role.CHOSEN: "reverse",
    Role.STRONG_CHOSEN: "bold reverse",
}
"""What each role looks like. No yellow, as it cannot be read on every terminal's background."""


def _text(text: Text) -> rich_text.Text:
    """Return `text` as Rich prints it."""
    pieces = ((said, STYLES[role]) for said, role in styled(text).pieces)
    return rich_text.Text.assemble(*pieces)


class _Output(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to `main`, which treats every command alike."""
        raise BrokenPipeError


def print_text(text: Text) -> None:
    """Print a text with its roles."""
    _Output(soft_wrap=True).print(_text(text))


def print_shelf(shelf: Shelf) -> None:
    """Print one row a walkthrough."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True)
    table.add_column("principle")
    table.add_column("question")
    table.add_column("target", justify="right")
    for listing in shelf.walkthroughs:
        heading = shelf.principle(listing.principle)
        table.add_row(
            _text(listing.id),
            _text(heading.name if heading else listing.principle),
            _text(listing.question),
            clock_text(listing.seconds),
        )
    _Output().print(table)


def print_record(found: Mapping[str, History], shelf: Shelf, calendar: Calendar) -> None:
    """Print what was practised of each walkthrough: when, how often, the best, each part's last."""
    console = _Output()
    for history in found.values():
        console.print(_text((record_texts.heading(history, calendar), Role.STRONG)))
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(min_width=14)
        table.add_column()
        for name, said in record_texts.rows(history, shelf.walkthrough(history.walkthrough)):
            table.add_row(f"  {name}", said)
        console.print(table)


def print_coverage_of(found: Coverage) -> None:
    """Print the matrix of stories and principles, as wide as the terminal is."""
    console = _Output()
    console.print(_text(coverage_texts.whole(found, console.width)), soft_wrap=True)


def print_review(text: str, found: Review, invited: Sequence[Invited] = ()) -> None:
    """Print a review: the headline, the parts, the remarks by how much they weigh, what is asked
    next.
    """
    console = _Output()
    if not text.strip():
        console.print("There is no answer to hear: the text is empty.")
        return
    console.print(_text(review_texts.headline(found)))
    if found.headline and found.headline.why != found.headline.change:
        console.print(_text(found.headline.why))
    console.print()
    parts = Table(box=None, pad_edge=False, show_header=False)
    for row in review_texts.part_rows(found):
        parts.add_row(*row)
    parts.add_row("Steps", str(found.steps), "")
    parts.add_row("Boundary", review_texts.boundary(found), "")
    console.print(parts)
    for severity in Severity:
        _print_remarks(console, found, severity)
    if heard := review_texts.signals_heard(found):
        console.print(_text((f"\nSignals ({heard})", Role.STRONG)))
        for signal in found.hit:
            said = (f"  {quoted(review_texts.heard_as(text, signal, found))}", Role.MUTED)
            console.print(_text(joined(" ", review_texts.HEARD, (signal, Role.GOOD), said)))
        for signal in found.missed:
            said = ("  not heard", Role.MUTED)
            console.print(_text(joined(" ", review_texts.NOT_HEARD, signal, said)))
    if invited:
        console.print(_text((f"\nAsked next ({len(invited)})", Role.STRONG)))
        rows = Table(box=None, pad_edge=False, show_header=False)
        for each in invited:
            rows.add_row(_text((" ?", Role.KEY)), _text(each.question))
            rows.add_row("", _text((each.tests, Role.MUTED)))
        console.print(rows)


def _print_remarks(console: Console, found: Review, severity: Severity) -> None:
    remarks = found.of(severity)
    if not remarks:
        return
    console.print(_text((f"\n{severity.capitalize()} ({len(remarks)})", Role.STRONG)))
    rows = Table(box=None, pad_edge=False, show_header=False)
    rows.add_column(no_wrap=True)
    rows.add_column()
    sign, role = review_texts.MARKS[severity]
    for point in points(remarks):
        rows.add_row(_text((f" {sign}{point.title}", role)), _text(point.why))
        if point.words:
            rows.add_row("", _text((review_texts.all_quoted(point.words), Role.MUTED)))
    console.print(rows)
