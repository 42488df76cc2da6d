"""The tables that the commands print. Rich is imported here and on the screens' floor only."""

from collections.abc import Mapping
from datetime import datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from starprep.library.parts import Part, clock_text, difference_text
from starprep.library.shelf import Shelf
from starprep.library.text import printable
from starprep.practice.history import History, ago_text


class _Output(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to `main`, which treats every command alike."""
        raise BrokenPipeError


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


def print_record(found: Mapping[str, History], now: datetime) -> None:
    """Print what was practised of each walkthrough: when, how often, the best, each part's last."""
    console = _Output()
    for history in found.values():
        runs, best = history.runs, history.best
        console.print(_text(f"{history.walkthrough}, last {ago_text(history.last, now)}", "bold"))
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(min_width=14)
        table.add_column()
        table.add_row("  whole answers", str(len(runs)))
        if best:
            off = difference_text(best.difference)
            table.add_row("  best", f"{best.signals} signals, {clock_text(best.seconds)} ({off})")
        for part in Part:
            drills = history.drills_of(part)
            if drills:
                last = drills[-1]
                off = difference_text(last.seconds - last.target_seconds)
                times = "once" if len(drills) == 1 else f"{len(drills)} times"
                said = f"said {times}, last {clock_text(last.seconds)} ({off})"
                table.add_row(f"  {part.title.lower()}", said)
        if history.probes:
            table.add_row("  follow-ups", f"{len(history.probes_answered)} answered")
        if history.quiz:
            table.add_row("  quiz", f"{len(history.known)} of {len(history.asked)} right")
        console.print(table)


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)
