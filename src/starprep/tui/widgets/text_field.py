"""A space to write in that takes keys in order, and never a paste for a command."""

from rich.text import Text
from textual.events import Key, Paste
from textual.timer import Timer
from textual.widgets import TextArea

from starprep.library.text import as_typed, printable
from starprep.tui.widgets.burst import TOGETHER, Burst

_TEXT = {"enter": "\n", "ctrl+j": "\n", "tab": "\t"}
"""The keys that a pasted line break or tab comes as, and what they are in a text."""


class TextField(TextArea):
    """A text area with keys of its own that act: enter, say, or tab.

    They are looked up here, where every letter before them is in the text already, and not before
    the letters, as Textual looks up keys with priority. One that others follow in one go is text.
    """

    WAIT = TOGETHER
    """How long a key that acts waits for others to come in one go with it, in seconds."""

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(as_typed(text), id=id, soft_wrap=True, compact=True, tab_behavior="focus")
        self.cursor_blink = False
        self.highlight_cursor_line = False  # prose is one long line, and marks have colours
        self.show_line_numbers = False
        self._burst = Burst()
        self._actions: dict[str, str] = {}  # what the keys do that act here, by key
        self._held: Key | None = None  # one of them, until it is sure that it is no text
        self._waiting: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a key was pressed of which it is not sure yet what it means."""
        return self._held is not None

    def takes(self, key: Key) -> bool:
        """Tell whether a key ends here, and is nothing to the screen around."""
        return key.is_printable or key.key in _TEXT or key.key in self._actions

    def on_focus(self) -> None:
        """Learn which keys act, as the candidate may have changed them."""
        self._actions = {
            key: active.binding.action
            for key, active in self.screen.active_bindings.items()
            if active.node is self and active.binding.id
        }

    async def on_key(self, event: Key) -> None:
        """Take a key as text or as an action, in the order in which they come."""
        together = self._burst.take(event.time)
        if held := self._release():
            if together and self.takes(event):
                self._write(held)
            else:
                await self._act(held)
                event.prevent_default()
                return
        if event.key in self._actions:
            event.stop()
            event.prevent_default()
            if self._burst.is_pasted:
                self._write(event)
            else:
                self._hold(event)
        elif event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self._write(event)

    def _write(self, key: Key) -> None:
        self._burst.broke()
        self._put(_TEXT.get(key.key) or key.character or "")

    def _put(self, text: str) -> None:
        """Insert a text where the cursor is, in place of what is selected."""
        self.move_cursor(self.replace(text, *self.selection).end_location)

    def _hold(self, key: Key) -> None:
        self._held = key
        self._waiting = self.set_timer(self.WAIT, self._ask)

    def _release(self) -> Key | None:
        if self._waiting:
            self._waiting.stop()
        held, self._held, self._waiting = self._held, None, None
        return held

    def _ask(self) -> None:
        """See to it that keys which have come, and are on their way here, are heard first."""
        self.app.call_later(self.call_later, self._nothing_followed, self._held)

    async def _nothing_followed(self, key: Key | None) -> None:
        if key and key is self._held:
            self._release()
            await self._act(key)

    async def _act(self, key: Key) -> None:
        await self.run_action(self._actions[key.key])

    def on_paste(self, event: Paste) -> None:
        """Insert what is pasted, without what could steer a terminal."""
        event.stop()
        event.prevent_default()
        self._put(as_typed(event.text))

    def action_paste(self) -> None:
        """Paste what was copied in the app, likewise."""
        self._put(as_typed(self.app.clipboard))

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown."""
        return Text(printable(self.document.get_line(line_index)), end="", no_wrap=True)
