"""The tables that the commands print. Rich is imported here and on the screens' floor only."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from starprep.library.parts import Part, clock_text, difference_text
from starprep.library.shelf import Shelf
from starprep.library.text import one_line, printable
from starprep.record.events import HuntEvent
from starprep.record.history import History, ago_text
from starprep.review.lists import Severity
from starprep.review.remark import Remark
from starprep.review.review import Review


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
        if best_hunt := history.best_hunt:
            table.add_row("  last hunt", _hunt_text(history.hunts[-1]))
            table.add_row("  best hunt", _hunt_text(best_hunt))
        if history.quiz:
            table.add_row("  quiz", f"{len(history.known)} of {len(history.asked)} right")
        console.print(table)


def _hunt_text(hunt: HuntEvent) -> str:
    flags = f"{hunt.found} of {hunt.found + hunt.missed} red flags"
    return f"{flags}, {hunt.imagined} imagined, in {clock_text(hunt.seconds)}"


_MARKS = {
    Severity.SERIOUS: ("!", "bold red"),
    Severity.MINOR: ("-", ""),
    Severity.GOOD: ("+", "green"),
}


def print_review(text: str, found: Review) -> None:
    """Print a review: the headline, the parts, and the remarks by how much they weigh."""
    console = _Output()
    if not text.strip():
        console.print("There is no answer to hear: the text is empty.")
        return
    if found.headline:
        console.print(_text(f"First: {found.headline.change}", "bold"))
        if found.headline.why != found.headline.change:
            console.print(_text(found.headline.why))
    else:
        console.print(_text("Nothing here would make an interviewer frown.", "bold"))
    console.print()
    parts = Table(box=None, pad_edge=False, show_header=False)
    for each in found.parts:
        of = f" of {clock_text(each.target)}" if each.target else ""
        share = f"{each.share:.0%}" if len(found.parts) > 1 else ""
        parts.add_row(each.part.title, f"{clock_text(each.seconds)}{of}", share)
    parts.add_row("Steps", str(found.steps), "")
    parts.add_row("Boundary", "said" if found.is_boundary_said else "not said", "")
    console.print(parts)
    for severity, title in (
        (Severity.SERIOUS, "Serious"),
        (Severity.MINOR, "Minor"),
        (Severity.GOOD, "Good"),
    ):
        remarks = found.of(severity)
        if not remarks:
            continue
        console.print(_text(f"\n{title} ({len(remarks)})", "bold"))
        rows = Table(box=None, pad_edge=False, show_header=False)
        rows.add_column(no_wrap=True)
        rows.add_column()
        mark, style = _MARKS[severity]
        for (rule, why), words in _by_rule(remarks).items():
            said = ", ".join(f"“{one_line(each)}”" for each in words if each)
            rows.add_row(_text(f" {mark} {rule}", style), _text(why))
            if said:
                rows.add_row("", _text(said, "dim"))
        console.print(rows)
    if found.hit or found.missed:
        console.print(
            _text(f"\nSignals ({len(found.hit)} of {len(found.hit) + len(found.missed)})", "bold")
        )
        for signal in found.hit:
            console.print(_text(f" + {signal}", "green"))
        for signal in found.missed:
            console.print(_text(f" - {signal}"))


def _by_rule(remarks: Iterable[Remark]) -> dict[tuple[str, str], list[str]]:
    """Put the words of remarks that say the same together."""
    rules: dict[tuple[str, str], list[str]] = {}
    for each in remarks:
        rules.setdefault((each.rule, each.why), []).append(each.words)
    return rules


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)
