"""The drill: each section said against its countdown, then compared and rated."""

from collections.abc import Iterable

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.attempt import Notice, Phase, Step
from starprep.practice.rehearsal import Rehearsal
from starprep.practice.session import Reviewer
from starprep.record.events import Event
from starprep.record.scales import Rating
from starprep.texts.drill_texts import cue, heading, review
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import DRILL
from starprep.tui.page import PracticePage, Practised
from starprep.tui.text import content
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.checklist import Checklist
from starprep.tui.widgets.rail import Rail
from starprep.tui.widgets.rating import RatingLine


class DrillScreen(PracticePage):
    """Draws a rehearsal and sends it keys. Its result is True when it was said to the end.

    Args:
        rehearsal: what is rehearsed.
        reviewer: makes the review of an answer that was typed.
        reminder: a line of the candidate's own, or nothing.
        bell: whether the bell rings.
    """

    CSS_PATH = ["../styles/attempt.tcss", "../styles/drill.tcss"]
    BINDINGS = DRILL

    def __init__(
        self, rehearsal: Rehearsal, reviewer: Reviewer, reminder: str, *, bell: bool
    ) -> None:
        super().__init__("Rehearse", aside=rehearsal.level.label)
        self.rehearsal = rehearsal
        self._reviewer = reviewer
        self._reminder, self._bell = reminder, bell
        self._typing = False

    def body(self) -> Iterable[Widget]:
        """Rail, stage (title, clock, cue, typed text), review, reminder."""
        yield Rail(self.rehearsal.ledger, self.rehearsal.carried)
        yield Static(id="title", markup=False)
        with Vertical(id="stage"):
            yield AttemptClock(self.rehearsal.attempt)
            with VerticalScroll(id="cue", classes="text", can_focus=False):
                yield Static(classes="prose", markup=False)
        with Vertical(id="review"):
            with VerticalScroll(id="script", classes="text", can_focus=False):
                yield Static(classes="prose", markup=False)
            yield Checklist()
            yield RatingLine()
        reminder = Static(content(self._reminder), id="reminder")
        reminder.display = bool(self._reminder)
        yield reminder

    def on_mount(self) -> None:
        """Show the first cue."""
        self._draw()

    # -- what is shown ---------------------------------------------------------------------------

    def _draw(self) -> None:
        rehearsal, attempt = self.rehearsal, self.rehearsal.attempt
        is_over = attempt.is_over
        self.query_one(Rail).show(rehearsal.ledger, rehearsal.carried)
        self.query_one("#title", Static).update(content(heading(rehearsal.part)))
        self.query_one("#title").display = not is_over
        self.query_one("#stage").display = not is_over
        self.query_one("#review").display = is_over
        if is_over:
            self._draw_review()
        else:
            self.query_one("#cue Static", Static).update(content(cue(rehearsal)))
            self.query_one(AttemptClock).follow(attempt)
            if not self._typing:
                self.set_focus(None)
        self.refresh_bindings()

    def _draw_review(self) -> None:
        rehearsal, attempt = self.rehearsal, self.rehearsal.attempt
        found = (
            self._reviewer(rehearsal.text, rehearsal.part, rehearsal.level)
            if rehearsal.text
            else None
        )
        self.query_one("#script Static", Static).update(HangingIndent(review(rehearsal, found)))
        self.query_one("#script").scroll_home(animate=False)
        self.query_one(Checklist).show(attempt.signals, attempt.marked)
        self.query_one(Checklist).focus()
        self.query_one(RatingLine).show(attempt)

    # -- what the keys do ------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the attempt allows now."""
        attempt = self.rehearsal.attempt
        match action:
            case "clock":
                return any(attempt.may(step) for step in (Step.START, Step.PAUSE, Step.RESUME))
            case "on":
                return attempt.may(Step.FINISH) or attempt.is_over
            case "move":
                return attempt.may(Step.MOVE) and not self._typing
            case "cue":
                return not attempt.is_over
            case "type":
                return attempt.phase is Phase.CUE or self._typing
            case "again":
                return attempt.may(Step.RESTART) or attempt.is_over
            case "rate":
                return attempt.may(Step.RATE)
            case _:
                return super().check_action(action, parameters)

    def action_clock(self) -> None:
        """Start, pause, or let the clock run on."""
        attempt = self.rehearsal.attempt
        if attempt.may(Step.START):
            attempt.start()
        elif attempt.may(Step.PAUSE):
            attempt.pause()
        elif attempt.may(Step.RESUME):
            attempt.resume()
        self._draw()
        if self._typing and attempt.countdown.is_running:
            self._focus_text()

    def action_on(self) -> None:
        """End the section; or, when it is rated, go on to the next."""
        attempt = self.rehearsal.attempt
        if attempt.may(Step.FINISH):
            self.rehearsal.finish(self._typed())
            self._draw()
        elif attempt.phase is Phase.RATED:
            self._proceed()
        else:
            self.query_one(RatingLine).insist()

    def _proceed(self) -> None:
        self.post_message(Practised(self.rehearsal.proceed()))
        if self.rehearsal.is_over:
            self.dismiss(True)
        else:
            self._begin()

    def action_again(self) -> None:
        """Start the section again; a finished attempt at it is kept."""
        if self.rehearsal.attempt.is_over:
            self.post_message(Practised(self.rehearsal.repeat()))
            self._begin()
        else:
            self.rehearsal.attempt.restart()
            self._draw()

    def _begin(self) -> None:
        self._typing = False
        self.query("#answer").remove()
        self._draw()

    def action_cue(self) -> None:
        """Step down the ladder of cues, and from its end to its top."""
        self.rehearsal.cue = self.rehearsal.cue.next_round
        self._draw()

    def action_move(self, seconds: int) -> None:
        """Move the clock."""
        self.rehearsal.attempt.move(seconds)
        self._draw()

    def action_rate(self, number: int) -> None:
        """Rate the attempt."""
        self.rehearsal.attempt.rate(Rating(number))
        self.query_one(RatingLine).show(self.rehearsal.attempt)
        self.refresh_bindings()

    @on(Checklist.Marked)
    def _marked(self, event: Checklist.Marked) -> None:
        self.rehearsal.attempt.mark(event.signal, said=event.said)
        self.query_one(RatingLine).show(self.rehearsal.attempt)

    @on(AttemptClock.Noticed)
    def _noticed(self, event: AttemptClock.Noticed) -> None:
        if event.notice is Notice.SLEPT:
            self.notify("The machine slept, so the clock was paused. Space lets it run on.")
            self._draw()
        elif self._bell:
            self.app.bell()

    # -- typing ----------------------------------------------------------------------------------

    async def action_type(self) -> None:
        """Open the space to type in, or go back to it."""
        from starprep.tui.widgets.answer_field import AnswerField

        if not self._typing:
            self._typing = True
            await self.query_one("#stage").mount(AnswerField(id="answer"))
        self._focus_text()

    def _focus_text(self) -> None:
        self.query("#answer").focus()

    def on_text_area_changed(self) -> None:
        """Let the clock run as soon as one types."""
        attempt = self.rehearsal.attempt
        if self._typed() and (attempt.may(Step.START) or attempt.may(Step.RESUME)):
            self.action_clock()

    def _typed(self) -> str:
        from starprep.tui.widgets.answer_field import AnswerField

        return self.query_one("#answer", AnswerField).text if self._typing else ""

    # -- leaving ---------------------------------------------------------------------------------

    @property
    def is_under_way(self) -> bool:
        """Whether something would be cut short by leaving."""
        begun = self.rehearsal.attempt.phase is not Phase.CUE
        return begun or (bool(self.rehearsal.done) and not self.rehearsal.is_over)

    def unkept(self) -> tuple[Event, ...]:
        """Return what is finished and not yet in the record."""
        return self.rehearsal.unkept()

    def hold(self) -> None:
        """Stop the clock, as something else takes the screen."""
        if self.rehearsal.attempt.may(Step.PAUSE):
            self.rehearsal.attempt.hold()
            self._draw()
