"""Import: a line for a file's path, then what was found in it, to read before it is written."""

import asyncio
from collections.abc import Callable, Iterable

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from starprep.practice.importing import Import
from starprep.stories.importing.import_file import NotWritten
from starprep.stories.importing.read_stories import NotStories
from starprep.texts import import_texts
from starprep.texts.styled import Role, Text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import IMPORT
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.line import Line
from starprep.tui.widgets.more import More


class ImportScreen(Page[Import]):
    """Its result is what was written.

    Args:
        read: reads the file of a path as typed, away from the screen, as a long one takes seconds.
    """

    CSS_PATH = "../styles/import.tcss"
    BINDINGS = IMPORT

    def __init__(self, read: Callable[[str], Import]) -> None:
        super().__init__("Import")
        self._read = read
        self._found: Import | None = None

    def body(self) -> Iterable[Widget]:
        """The line, one line of what is the matter, and the report."""
        yield Line("", "the file's path, such as ~/notes.md")
        yield Static(content(import_texts.ASKED), id="said")
        with VerticalScroll(classes="text", can_focus=False) as text:
            yield Static(id="report", classes="prose")
        yield More(text, "page_text(1)")

    def on_mount(self) -> None:
        """Take the focus to the line."""
        self.query_one(Line).focus()

    def _say(self, said: Text, report: Text = "") -> None:
        self.query_one("#said", Static).update(content(said))
        self.query_one("#report", Static).update(HangingIndent(report))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._look(event.value)

    @on(Input.Changed)
    def _renamed(self) -> None:
        self.workers.cancel_group(self, "look")
        self._found = None
        self._say(import_texts.ASKED)

    @work(exclusive=True, group="look")
    async def _look(self, said: str) -> None:
        """Read the file, and show what it holds."""
        self._say(("Reading …", Role.MUTED))
        try:
            found = await asyncio.to_thread(self._read, said)
        except NotStories as error:
            self._say((str(error), Role.WARNING))
            return
        self._found = found
        self._say(
            import_texts.agreeing(len(found.new)),
            import_texts.before_writing(found.name, found.reading, found.planned),
        )
        self.set_focus(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to write only what was read and is new."""
        if action == "write":
            return self._found is not None and bool(self._found.new)
        if action == "rename":
            return self._found is not None
        return super().check_action(action, parameters)

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does to the path that is typed."""
        return "Read" if binding.action == "submit" else super().key_label(binding)

    def action_rename(self) -> None:
        """Go back to the path."""
        self.query_one(Line).focus()
        self.refresh_bindings()

    def action_write(self) -> None:
        """Write the new stories, and leave."""
        if self._found is None:
            return
        try:
            self._found.write()
        except NotWritten as error:
            self._say((str(error), Role.BAD))
            return
        self.dismiss(self._found)
