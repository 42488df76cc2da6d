"""The line in which one types what the library is to show, there only while it is wanted."""

from collections.abc import Sequence

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from starprep.tui.widgets.line import Line


class FilterLine(Vertical):
    """Empty until it is opened. It says so when what is typed in it changes, or is done."""

    class Changed(Message):
        """Something else is wanted."""

    class Done(Message):
        """Enter was pressed in it."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self.wanted = ""
        """The words to filter by."""

    @property
    def is_open(self) -> bool:
        """Whether the line is there."""
        return bool(self.query(Input))

    @property
    def has_cursor(self) -> bool:
        """Whether one is typing in it."""
        return bool(self.query("Input:focus"))

    async def open(self, words: Sequence[str], value: str = "") -> None:
        """Show the line with `value` in it; `words` are what it completes with the right arrow."""
        await self.query(Input).remove()
        line = Line(value, "any words, or level:senior, tag:failure, principle:dive")
        line.suggester = _LastWord(words)
        await self.mount(line)
        self._take(value)

    def type_here(self) -> None:
        """Take the cursor to the line."""
        self.query_one(Input).focus()

    async def close(self) -> None:
        """Take the line away and what was typed in it."""
        await self.query(Input).remove()
        self._take("")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._take(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())

    def _take(self, value: str) -> None:
        if value != self.wanted:
            self.wanted = value
            self.post_message(self.Changed())


class _LastWord(Suggester):
    """Completes the last of several words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """Return `value` with its last word completed, or None."""
        before, space, last = value.rpartition(" ")
        if ":" not in last and len(last) < 3:
            return None
        word = next((word for word in self._words if word.startswith(last.casefold())), None)
        return f"{before}{space}{word}" if word and word != last else None
