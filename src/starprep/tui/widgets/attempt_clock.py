"""The running clock of an attempt: large digits and a line that says in words how it stands."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Digits, Static

from starprep.practice.attempt import Attempt, Notice, Phase
from starprep.practice.clock import Pace
from starprep.texts.attempt_texts import standing
from starprep.tui.text import content

_LATE = 0.01
"""Seconds after a reading changes at which the clock is drawn, so that it surely has changed."""

_PACES = {Pace.CALM: "-calm", Pace.CLOSING: "-closing", Pace.OVER: "-over"}


class AttemptClock(Vertical):
    """Shows an attempt's countdown. It wakes when its reading changes, and not in between."""

    class Noticed(Message):
        """The passing of time brought something about."""

        def __init__(self, notice: Notice) -> None:
            super().__init__()
            self.notice = notice

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self._attempt = attempt
        self._timer: Timer | None = None
        self._digits = Digits(attempt.countdown.reading)
        self._words = Static(classes="words", markup=False)

    def compose(self) -> ComposeResult:
        """Digits above, words below."""
        yield self._digits
        yield self._words

    def on_mount(self) -> None:
        """Draw the first reading."""
        self.follow(self._attempt)

    def follow(self, attempt: Attempt) -> None:
        """Show `attempt` as it stands now, and run while it runs."""
        self._attempt = attempt
        self._wake()

    def _wake(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None
        for notice in self._attempt.notices():
            self.post_message(self.Noticed(notice))
        self._draw()
        countdown = self._attempt.countdown
        if countdown.is_running:
            self._timer = self.set_timer(countdown.seconds_to_next_reading + _LATE, self._wake)

    def _draw(self) -> None:
        countdown = self._attempt.countdown
        if countdown.reading != self._digits.value:
            self._digits.update(countdown.reading)
        self.set_class(self._attempt.phase is Phase.CUE, "-standing")
        if not self.has_class(_PACES[countdown.pace]):
            self.remove_class(*_PACES.values()).add_class(_PACES[countdown.pace])
        words = standing(self._attempt)
        if str(self._words.content) != words:
            self._words.update(content(words), layout=False)
