"""The library: every walkthrough by principle, and the files that have problems."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import clock_text
from starprep.library.problems import Problem
from starprep.library.shelf import Listing, Shelf
from starprep.tui.columns import Columns
from starprep.tui.keys import LIBRARY
from starprep.tui.page import Page
from starprep.tui.text import HEADING, MUTED, blocks, joined, lines, plain
from starprep.tui.widgets.choices import LongChoices

if TYPE_CHECKING:
    from starprep.practice.history import History


class LibraryScreen(Page[None]):
    """The first screen. The practice and the problems inside files come in once it is drawn."""

    BINDINGS = LIBRARY

    class Opened(Message):
        """A walkthrough was chosen."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Asked(Message):
        """The problems of a file were asked for."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Drawn(Message):
        """The list is on the screen: what it did not need can be read now."""

    def __init__(self, shelf: Shelf, folder: Path) -> None:
        super().__init__()
        self._shelf = shelf
        self._folder = folder
        self._problems: dict[Path, list[Problem]] = {}
        self._histories: Mapping[str, History] = {}
        self._today: datetime | None = None
        self._wanted = ""
        self._add_problems(shelf.problems)

    def body(self) -> Iterable[Widget]:
        """The list, with the chosen one's scenario beside or below it."""
        yield Static(id="columns", markup=False)
        with Horizontal(id="shelf"):
            yield LongChoices(*self._options(), id="walkthroughs")
            yield Static(id="about", markup=False)
        yield Vertical(id="search")

    def on_mount(self) -> None:
        """Take the focus to the list; once it is on the screen, say so."""
        self._settle(None, self._options())
        self._list.focus()
        self.call_after_refresh(self.post_message, self.Drawn())

    @property
    def _list(self) -> LongChoices:
        return self.query_one("#walkthroughs", LongChoices)

    def show_practice(self, histories: Mapping[str, "History"], today: datetime) -> None:
        """Show when each walkthrough was last practised, and its best, as of `today`."""
        self._histories, self._today = histories, today
        self._draw()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these problems too; a walkthrough whose file has one is no longer offered."""
        self._add_problems(problems)
        self._draw()

    def problems_of(self, path: Path) -> tuple[Problem, ...]:
        """Return what is wrong with the file at `path`."""
        return tuple(self._problems.get(path, ()))

    def _add_problems(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            known = self._problems.setdefault(problem.path, [])
            if problem not in known:
                known.append(problem)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        chosen, options = self._list.chosen, self._options()
        self._list.set_options(options)
        self._settle(chosen, options)

    def _settle(self, chosen: str | None, options: list[Option]) -> None:
        """Put the cursor where it was, and show what goes with the rows."""
        self.set_class(not options, "-bare")
        ids = [option.id for option in options]
        if options:
            first = next((n for n, option in enumerate(options) if not option.disabled), None)
            self._list.highlighted = ids.index(chosen) if chosen in ids and chosen else first
        heading = Columns(Content(""), *_figures("target", "last", "best"))
        self.query_one("#columns", Static).update(heading, layout=False)
        count = len(self._shown())
        self.top_bar.show(aside=f"{count} walkthrough{'' if count == 1 else 's'}")
        self._show_about()
        self.refresh_bindings()

    def _shown(self) -> list[Listing]:
        return [
            listing
            for listing in self._shelf.walkthroughs
            if listing.path not in self._problems and listing.matches(self._wanted)
        ]

    def _options(self) -> list[Option]:
        return [*self._rows(self._shown()), *self._problem_rows()]

    def _rows(self, shown: list[Listing]) -> Iterable[Option]:
        principle = None
        for listing in shown:
            if listing.principle != principle:
                principle = listing.principle
                heading = self._shelf.principle(principle)
                name = heading.name if heading else principle
                yield Option(plain(name, HEADING), disabled=True)
            name = listing.id.replace("-", " ").capitalize()
            left = joined("  ", name, (f"  {listing.question}", MUTED))
            yield Option(Columns(left, *self._practice_of(listing)), id=listing.id)

    def _practice_of(self, listing: Listing) -> tuple[Content, Content]:
        history = self._histories.get(listing.id)
        last, best = "never", "-"
        if history and self._today:
            from starprep.practice.history import ago_text

            last = ago_text(history.last, self._today)
            best = f"{history.best.signals} signals" if history.best else best
        return _figures(clock_text(listing.seconds), last, best)

    def _problem_rows(self) -> Iterable[Option]:
        if not self._problems:
            return
        yield Option(plain("Files with problems", "bold $warning"), disabled=True)
        for path, problems in sorted(self._problems.items()):
            first = problems[0]
            where = f"{path.name}:{first.line}" if first.line else path.name
            more = plain(f"+{len(problems) - 1} more" if len(problems) > 1 else "", MUTED)
            left = joined(("! ", "$warning"), where, "  ", first.message)
            yield Option(Columns(left, more), id=str(path))

    @on(OptionList.OptionHighlighted)
    def _show_about(self) -> None:
        self.query_one("#about", Static).update(self._about(), layout=False)

    def _about(self) -> Content:
        chosen = self._list.chosen
        listing = self._shelf.walkthrough(chosen) if chosen else None
        if listing:
            tags = plain(" · ".join(listing.tags), MUTED)
            return blocks(plain(listing.question, "bold"), listing.scenario, tags)
        if chosen:
            path = Path(chosen)
            found = lines(*(problem.message for problem in self._problems[path][:3]))
            return blocks(plain(chosen, "bold"), found, plain("Enter shows all of them.", MUTED))
        if self._wanted:
            return blocks(f"Nothing here has the words “{self._wanted}”.", "Escape clears them.")
        return blocks(
            plain("There is no walkthrough here yet.", "bold"),
            "Write one with the command: starprep new my-story",
            f"Your own walkthroughs live in {self._folder}",
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer enter only where there is something to open, back and filter where they do."""
        if action == "open":
            return self._list.chosen is not None
        if action == "back":
            return bool(self._wanted) or bool(self.query("#search Input"))
        if action == "filter":
            return not self.query("#search Input:focus")
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open what is under the cursor: a walkthrough, or a file's problems."""
        chosen = self._list.chosen
        if chosen is None:
            return
        if self._shelf.walkthrough(chosen):
            self.post_message(self.Opened(chosen))
        else:
            self.post_message(self.Asked(Path(chosen)))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    async def action_filter(self) -> None:
        """Open the line to filter by."""
        from textual.widgets import Input

        if not self.query("#search Input"):
            line = Input(placeholder="any words of a question, principle or tag", compact=True)
            line.cursor_blink = False
            await self.query_one("#search", Vertical).mount(line)
        self.query_one("#search Input", Input).focus()
        self.refresh_bindings()

    def on_input_changed(self, event: Message) -> None:
        """Filter at every letter."""
        self._wanted = getattr(event, "value", "")
        self._draw()

    def on_input_submitted(self) -> None:
        """Go back to the list, the filter kept."""
        self._list.focus()

    def on_key(self, event: Key) -> None:
        """Let the arrows move the list while one types."""
        if self.focused is not self._list and event.key in ("down", "up"):
            event.stop()
            self._list.focus()
            if event.key == "down":
                self._list.action_cursor_down()
            else:
                self._list.action_cursor_up()

    async def action_back(self) -> None:
        """Clear the filter."""
        self._wanted = ""
        await self.query("#search Input").remove()
        self._list.focus()
        self._draw()


def _figures(target: str, last: str, best: str) -> tuple[Content, Content]:
    return plain(f"{target:>6}  {last:>11}", MUTED), plain(f"  {best:>10}", MUTED)
