"""The library: every walkthrough in groups, and the files that have problems."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.browse import Group, Grouping
from starprep.library.library import Library, Progress
from starprep.library.shelf import Listing
from starprep.texts import library_texts
from starprep.texts.styled import counted
from starprep.tui.columns import Columns
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import LIBRARY
from starprep.tui.library_rows import Rows, Target, nothing
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import LongChoices
from starprep.tui.widgets.filter_line import FilterLine
from starprep.tui.widgets.more import More

if TYPE_CHECKING:
    from starprep.record.calendar import Calendar
    from starprep.record.history import History


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

    class Tested(Message):
        """A test was asked for: of one principle, by its id, or of all of them."""

        def __init__(self, principle: str | None) -> None:
            super().__init__()
            self.principle = principle

    class Reviewing(Message):
        """The review was asked for."""

    class Beginning(Message):
        """A story of one's own is to be written."""

    class Editing(Message):
        """A story's file is to be edited."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Deleting(Message):
        """A story's file is to be deleted."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Undoing(Message):
        """The story that was deleted last is wanted back."""

    class Covering(Message):
        """It was asked which stories serve which principles."""

    class Narrowing(Message):
        """The groups to narrow the list to were asked for."""

        def __init__(self, kinds: tuple[tuple[str, tuple[Group, ...]], ...]) -> None:
            super().__init__()
            self.kinds = kinds

    class Drawn(Message):
        """The list is on the screen: what it did not need can be read now."""

    def __init__(self, library: Library, folder: Path) -> None:
        super().__init__()
        self._library = library
        self._folder = folder
        self._rows = Rows()
        self._filter = FilterLine()
        self._by = Grouping.PRINCIPLE
        self._begin_at: Target | None = None
        self._progress = ""
        self._is_practice_known = self._is_new = False
        self._first: Listing | None = None
        self.may_undo = False
        """Whether there is a deleted story to bring back."""

    def body(self) -> Iterable[Widget]:
        """The list, with the chosen one's scenario beside or below it."""
        with Horizontal(id="shelf"):
            with Vertical(id="rows"):
                yield Static(id="columns", markup=False)
                yield LongChoices(*self._options(), id="walkthroughs")
                yield Static(id="legend", markup=False)
            with Vertical(id="preview"):
                with VerticalScroll(classes="text", can_focus=False) as text:
                    yield Static(id="about", markup=False)
                yield More(text, "read_on")
        yield self._filter

    def on_mount(self) -> None:
        """Take the focus to the list; once it is on the screen, say so."""
        self._settle(self._begin_at)
        self._list.focus()
        self.call_after_refresh(self.post_message, self.Drawn())

    # -- what is shown ---------------------------------------------------------------------------

    def show_library(self) -> None:
        """Show the library as it is now: more may have been read, or gone wrong."""
        self._progress = ""
        self._draw()

    def show_progress(self, progress: Progress) -> None:
        """Show how many of the walkthroughs that were not known have been read."""
        self._progress = f"reading {progress.read:,} of {progress.total:,} new walkthroughs"
        self._show_count()

    def show_practice(self, histories: Mapping[str, "History"], calendar: "Calendar") -> None:
        """Show how each walkthrough stands, and when it was last practised.

        The first time, the cursor goes to where one left off, unless it has been moved meanwhile.
        """
        from starprep.practice.guidance import story_to_begin_with

        ids = {listing.id for listing in self._library.offered}
        first = story_to_begin_with(histories, ids)
        self._rows.practised(histories, calendar)
        self._draw()
        if not self._is_practice_known:
            self._is_practice_known = True
            if first and self._is_untouched:
                self._settle(self._library.listing(first))
        self._is_new = bool(ids) and not histories
        self._first = self._library.listing(first) if first else None
        self._show_legend()

    @on(OptionList.OptionHighlighted)
    def _show_legend(self) -> None:
        """Tell what the marks mean; or where to begin, who has not begun yet."""
        told = library_texts.legend()
        if self._is_new:
            told = library_texts.first_steps(self._first, self.story)
        self.query_one("#legend", Static).update(content(told), layout=False)

    @property
    def _is_untouched(self) -> bool:
        """Whether the cursor is where it was put at first."""
        return self._begin_at is None and self._list.chosen == next(iter(self._rows.targets), None)

    @property
    def _list(self) -> LongChoices:
        return self.query_one("#walkthroughs", LongChoices)

    @property
    def _chosen(self) -> Target | None:
        return self._rows.targets.get(self._list.chosen or "")

    @property
    def story(self) -> Listing | None:
        """The walkthrough under the cursor."""
        return self._chosen if isinstance(self._chosen, Listing) else None

    @property
    def _own_path(self) -> Path | None:
        """The file of the candidate's own that the row under the cursor stands for."""
        path = self._chosen.path if isinstance(self._chosen, Listing) else self._chosen
        return path if path and path.parent == self._folder else None

    def _options(self) -> list[Option]:
        groups = self._library.groups(self._by, self._filter.wanted)
        return self._rows.options(groups, self._library.problems)

    def _draw(self) -> None:
        if self.is_mounted:
            chosen, row, top = self._chosen, self._list.chosen, self._list.scroll_y
            self._list.set_options(self._options())
            self._list.scroll_to(y=top, animate=False, immediate=True)
            self._settle(chosen, row)

    def _settle(self, chosen: Target | None, before: str | None = None) -> None:
        """Put the cursor where it was, and show what goes with the rows."""
        rows = self._list
        self.set_class(not rows.option_count, "-bare")
        row = self._rows.id_of(chosen, before)
        if row:
            rows.highlighted = rows.get_option_index(row)
        else:
            rows.action_first()
        heading = Columns("", library_texts.figures_heading(), library_texts.level_heading())
        self.query_one("#columns", Static).update(heading, layout=False)
        self._show_count()
        self._show_about()
        self.refresh_bindings()

    def _show_count(self) -> None:
        shown = [each for each in self._rows.targets.values() if isinstance(each, Listing)]
        count = len({listing.id for listing in shown})
        by = "" if self._by is Grouping.PRINCIPLE else f" by {self._by}"
        said = f"{counted(count, 'walkthrough')}{by}"
        self.top_bar.show(aside=self._progress or said)

    @on(OptionList.OptionHighlighted)
    def _show_about(self) -> None:
        told = self._rows.about(self._chosen, self._library.shelf, self._library.problems)
        told = told or nothing(self._filter.wanted, self._folder)
        about = self.query_one("#about", Static)
        about.update(HangingIndent(told))
        self.refresh_bindings()  # a story of one's own has keys that others have not
        if scroll := self._text():
            scroll.scroll_home(animate=False)

    def point_at(self, id: str) -> None:
        """Put the cursor on a walkthrough, where it is in the list."""
        self._begin_at = self._library.listing(id)
        if self.is_mounted and self._rows.id_of(self._begin_at):
            self._settle(self._begin_at, self._list.chosen)
            if self._list.chosen == next(iter(self._rows.targets), None):
                self._list.scroll_home(animate=False)  # with the heading above the first row

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer each key only where there is something for it to do."""
        if action == "open":
            return self._chosen is not None
        if action == "back":
            return self._filter.is_open
        if action == "read_on":
            return bool(self._chosen)
        if action == "filter":
            return not self._filter.has_cursor
        if action == "test":
            return isinstance(self._chosen, Listing)
        if action in ("edit", "delete"):
            return self._own_path is not None
        if action == "undo":
            return self.may_undo
        if action in ("test_all", "group", "narrow", "coverage"):
            return bool(self._library.offered)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open what is under the cursor: a walkthrough, or a file's problems."""
        chosen = self._chosen
        if isinstance(chosen, Listing):
            self.post_message(self.Opened(chosen.id))
        elif chosen:
            self.post_message(self.Asked(chosen))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    def action_test(self) -> None:
        """Test the principle of the walkthrough under the cursor."""
        if isinstance(self._chosen, Listing):
            self.post_message(self.Tested(self._chosen.principle))

    def action_test_all(self) -> None:
        """Test all principles, mixed."""
        self.post_message(self.Tested(None))

    def action_review(self) -> None:
        """Write an answer of one's own and hear the remarks."""
        self.post_message(self.Reviewing())

    def action_new(self) -> None:
        """Write a story of one's own."""
        self.post_message(self.Beginning())

    def action_edit(self) -> None:
        """Edit the file of the story under the cursor."""
        if path := self._own_path:
            self.post_message(self.Editing(path))

    def action_delete(self) -> None:
        """Delete the story under the cursor."""
        if path := self._own_path:
            self.post_message(self.Deleting(path))

    def action_undo(self) -> None:
        """Bring back the story that was deleted last."""
        self.post_message(self.Undoing())

    def action_coverage(self) -> None:
        """Show which stories serve which principles."""
        self.post_message(self.Covering())

    def action_group(self) -> None:
        """Group by something else."""
        self._by = self._by.next
        self._draw()

    def action_narrow(self) -> None:
        """Ask for what the list can be narrowed to."""
        kinds = {"Level": Grouping.LEVEL, "Tag": Grouping.TAG, "Principle": Grouping.PRINCIPLE}
        self.post_message(
            self.Narrowing(tuple((title, self._library.groups(by)) for title, by in kinds.items()))
        )

    async def narrow_to(self, word: str) -> None:
        """Show only what has `word`, such as `level:senior`, beside what is asked for already."""
        kind = word.partition(":")[0]
        kept = [each for each in self._filter.wanted.split() if each.partition(":")[0] != kind]
        await self._filter.open(self._library.words, " ".join((*kept, word)))
        self._list.focus()

    async def action_filter(self) -> None:
        """Open the line to filter by."""
        if not self._filter.is_open:
            await self._filter.open(self._library.words)
        self._filter.type_here()
        self.refresh_bindings()

    @on(FilterLine.Changed)
    def _filtered(self) -> None:
        self._draw()

    @on(FilterLine.Done)
    def _take_what_is_left(self) -> None:
        """Go to the list; open what is left in it, where that is one only."""
        self._list.focus()
        if self._is_one_left:
            self.action_open()

    @property
    def _is_one_left(self) -> bool:
        return len(self._rows.targets) == 1

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does to the line that is typed."""
        if binding.action == "submit":
            return "Open" if self._is_one_left else "To the list"
        return "Clear" if binding.action == "back" else super().key_label(binding)

    def action_read_on(self) -> None:
        """Scroll what is told of the row under the cursor, and at its end back to the beginning."""
        scroll = self._text()
        if scroll and scroll.scroll_y >= scroll.max_scroll_y:
            scroll.scroll_home(animate=False)
        else:
            self.action_page_text(1)

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
        await self._filter.close()
        self._list.focus()
        self.refresh_bindings()  # nothing else may tell that there is no way back any more
