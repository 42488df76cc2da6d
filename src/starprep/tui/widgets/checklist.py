"""The checklist of signals: tick the ones that were said."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from starprep.texts.attempt_texts import signal
from starprep.tui.keys import CHECKLIST
from starprep.tui.looks import content
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
        words = self._signals[number]
        said = words not in self._said
        (self._said.add if said else self._said.discard)(words)
        self.replace_option_prompt_at_index(number, self._line(number))
        self.post_message(self.Marked(words, said=said))
        if said and number + 1 < len(self._signals):
            self.highlighted = number + 1

    def action_mark_all(self) -> None:
        """Tick all the signals; or none, where all are ticked."""
        said = len(self._said) < len(self._signals)
        for number, words in enumerate(self._signals):
            if said is not (words in self._said):
                (self._said.add if said else self._said.discard)(words)
                self.replace_option_prompt_at_index(number, self._line(number))
                self.post_message(self.Marked(words, said=said))

    def _line(self, number: int) -> Content:
        words = self._signals[number]
        return content(signal(words, said=words in self._said))
