"""The running clock of an attempt: large digits, a bar that drains, and how it stands in words."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.attempt import Attempt, Notice, Phase
from starprep.practice.clock import Countdown, Pace
from starprep.texts.attempt_texts import standing
from starprep.tui.looks import content
from starprep.tui.widgets.block_digits import BlockDigits

_LATE = 0.01
"""Seconds after a reading changes at which the clock is drawn, so that it surely has changed."""

_PACES = {Pace.CALM: "$success", Pace.CLOSING: "$warning", Pace.OVER: "$error"}
_LEFT, _OVER, _GONE = "▄", "▄ ", "_"


def bar(countdown: Countdown, width: int) -> str:
    """Return what is left of the target as a bar of `width` cells.

    It drains to the left. In overtime it fills again, broken, until twice the target is used.
    """
    share = countdown.remaining / countdown.target_seconds
    filled = min(width, round(abs(share) * width))
    left = (_LEFT if share > 0 else _OVER) * filled
    return left[:filled] + _GONE * (width - filled)


class Bar(Widget):
    """The bar below the digits."""

    def __init__(self, countdown: Countdown) -> None:
        super().__init__()
        self._countdown, self._style = countdown, ""

    def show(self, countdown: Countdown, style: str) -> None:
        """Draw it anew."""
        self._countdown, self._style = countdown, style
        self.refresh()

    def render(self) -> Content:
        """Draw it as wide as the widget; what is gone recedes."""
        drawn = bar(self._countdown, self.size.width)
        full = drawn.rstrip(_GONE)
        return Content.assemble((full, self._style), (drawn[len(full) :], "$panel"))


class AttemptClock(Vertical):
    """Shows an attempt's countdown. It wakes when its reading changes, and not in between."""

    class Noticed(Message):
        """The passing of time brought something about."""

        def __init__(self, notice: Notice) -> None:
            super().__init__()
            self.notice = notice

    class Ticked(Message):
        """Another second of a running attempt is shown."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self._attempt = attempt
        self._timer: Timer | None = None
        self._digits = BlockDigits(attempt.countdown.reading)
        self._bar = Bar(attempt.countdown)
        self._words = Static(classes="words", markup=False)

    def compose(self) -> ComposeResult:
        """Digits above, the bar and words below."""
        yield self._digits
        yield self._bar
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
            self.post_message(self.Ticked())
            self._timer = self.set_timer(countdown.seconds_to_next_reading + _LATE, self._wake)

    def _draw(self) -> None:
        attempt, countdown = self._attempt, self._attempt.countdown
        pace = _PACES[countdown.pace]
        paused = attempt.phase is Phase.PAUSED
        if attempt.phase is Phase.CUE:
            digits, left = "bold $foreground", "$muted"
        else:
            digits, left = "dim $muted" if paused else f"bold {pace}", pace
        self._digits.show(countdown.reading, digits, paused=paused)
        self._bar.show(countdown, left)
        words = standing(attempt)
        if str(self._words.content) != words:
            self._words.update(content(words), layout=False)
