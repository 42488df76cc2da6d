"""The checklist of signals: tick the ones that were said."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from starprep.tui.keys import CHECKLIST
from starprep.tui.text import joined
from starprep.tui.widgets.choices import Choices


class Checklist(Choices):
    """One line a signal, each with a box."""

    BINDINGS = CHECKLIST

    class Marked(Message):
        """A signal was ticked, or its tick taken away."""

        def __init__(self, signal: str, *, said: bool) -> None:
            super().__init__()
            self.signal = signal
            self.said = said

    def __init__(self) -> None:
        super().__init__()
        self._signals: Sequence[str] = ()
        self._said: set[str] = set()

    def show(self, signals: Sequence[str], said: Iterable[str]) -> None:
        """List `signals`, those in `said` ticked."""
        self._signals, self._said = signals, set(said)
        self.set_options(Option(self._line(number)) for number in range(len(signals)))
        self.highlighted = 0 if signals else None

    def action_mark(self) -> None:
        """Tick the signal under the cursor, or take its tick away, and move on."""
        number = self.highlighted
        if number is None:
            return
        signal = self._signals[number]
        said = signal not in self._said
        (self._said.add if said else self._said.discard)(signal)
        self.replace_option_prompt_at_index(number, self._line(number))
        self.post_message(self.Marked(signal, said=said))
        if said and number + 1 < len(self._signals):
            self.highlighted = number + 1

    def _line(self, number: int) -> Content:
        signal = self._signals[number]
        said = signal in self._said
        return joined(("[x] " if said else "[ ] ", "bold $success" if said else ""), signal)
