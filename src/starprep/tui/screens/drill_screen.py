"""The drill: each section said against its countdown, then compared and rated."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.attempt import Attempt, Phase, Step
from starprep.practice.rehearsal import Rehearsal
from starprep.practice.session import Reviewer
from starprep.record.drafts import Subject
from starprep.record.events import Event
from starprep.record.scales import Cue, Rating
from starprep.texts.drill_texts import about_cue, cue, heading, how_to_rate, review
from starprep.texts.styled import lines
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import DRILL
from starprep.tui.looks import content
from starprep.tui.page import Practised
from starprep.tui.typing_page import FindTyped, TypingPage
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.checklist import Checklist
from starprep.tui.widgets.question_line import QuestionLine
from starprep.tui.widgets.rail import Rail
from starprep.tui.widgets.rating import RatingLine
from starprep.tui.widgets.stage import Stage


class DrillScreen(TypingPage):
    """Draws a rehearsal and sends it keys. Its result is True when it was said to the end.

    Args:
        rehearsal: what is rehearsed.
        reviewer: makes the review of an answer that was typed.
        typed_before: finds what was typed before in answer to a part.
        reminder: a line of the candidate's own, or nothing.
        title: the story's name.
        bell: whether the bell rings.
        confirms: whether a rating waits for enter before it goes on.
    """

    CSS_PATH = ["../styles/attempt.tcss", "../styles/drill.tcss"]
    BINDINGS = DRILL

    def __init__(
        self,
        rehearsal: Rehearsal,
        reviewer: Reviewer,
        typed_before: FindTyped,
        reminder: str,
        title: str,
        *,
        bell: bool,
        confirms: bool,
    ) -> None:
        super().__init__(
            title, "Rehearse", aside=rehearsal.level.label, typed_before=typed_before, bell=bell
        )
        self.rehearsal = rehearsal
        self._reviewer = reviewer
        self._reminder, self._confirms = reminder, confirms
        self._hint = Static(id="hint", markup=False)

    def body(self) -> Iterable[Widget]:
        """Question, rail, stage (title, clock, cue, typed text), review, reminder."""
        yield QuestionLine(self.rehearsal.walkthrough.question)
        yield Rail()
        with Stage(id="stage"):
            yield Static(id="title", markup=False)
            yield AttemptClock(self.rehearsal.attempt)
            with VerticalScroll(id="cue", classes="text", can_focus=False):
                yield Static(classes="prose", markup=False)
        with Vertical(id="review"):
            with VerticalScroll(id="script", classes="text", can_focus=False):
                yield Static(classes="prose", markup=False)
            yield Checklist()
            with Vertical(id="verdict"):
                yield self._hint
                yield RatingLine()
        reminder = Static(content(self._reminder), id="reminder")
        reminder.display = bool(self._reminder)
        yield reminder

    def on_mount(self) -> None:
        """Show the first cue."""
        self.draw()

    # -- what is shown ---------------------------------------------------------------------------

    def draw(self) -> None:
        """Show how it stands."""
        is_over = self.rehearsal.attempt.is_over
        self._draw_rail()
        self.query_one("#stage").display = not is_over
        self.query_one("#review").display = is_over
        if is_over:
            self._draw_review()
        else:
            self._draw_stage()
        self.refresh_bindings()

    @on(AttemptClock.Ticked)
    def _draw_rail(self) -> None:
        rehearsal = self.rehearsal
        named = rehearsal.cue is not Cue.NONE or rehearsal.attempt.is_over
        self.query_one(Rail).show(rehearsal.ledger, named=named)

    def _draw_stage(self) -> None:
        rehearsal = self.rehearsal
        title, about = heading(rehearsal), about_cue(rehearsal)
        told = [each for each in (about, cue(rehearsal)) if each]
        self.query_one("#title", Static).update(content(title))
        self.query_one("#title").display = bool(title)
        text = self.query_one("#cue Static", Static)
        text.update(HangingIndent(lines(*told)))
        text.set_class(rehearsal.cue is not Cue.FULL, "-short")
        self.query_one("#cue").set_class(not about, "-apart").display = bool(told)
        self.query_one(AttemptClock).follow(rehearsal.attempt)
        self.query_one(Stage).divide_soon()
        if not self.is_typing:
            self.set_focus(None)

    def on_descendant_focus(self) -> None:
        """Make room for what is typed."""
        stage = self.query_one(Stage)
        stage.set_class(self.is_typing, "-typing")
        stage.divide_soon()

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
        self.set_focus(self.query_one(Checklist))
        self.query_one(RatingLine).show(attempt)
        self.call_after_refresh(self._tell_how_to_rate)  # the checklist's keys come with the focus

    def _tell_how_to_rate(self) -> None:
        tick, tick_all = self.key_of("drill.mark"), self.key_of("drill.mark-all")
        hint = how_to_rate(tick, tick_all, confirms=self._confirms)
        self._hint.update(content(hint))

    # -- what the keys do ------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the attempt allows now."""
        attempt = self.rehearsal.attempt
        match action:
            case "clock":
                return any(attempt.may(step) for step in (Step.START, Step.PAUSE, Step.RESUME))
            case "on":  # until then its key starts the clock
                return attempt.may(Step.FINISH) or attempt.is_over
            case "move":
                return attempt.may(Step.MOVE) and not self.is_typing
            case "cue":
                return not attempt.is_over
            case "type":
                return self.may_type()
            case "again":
                return attempt.may(Step.RESTART) or attempt.is_over
            case "rate":
                return attempt.may(Step.RATE)
            case _:
                return super().check_action(action, parameters)

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does once the section is said and not yet rated."""
        attempt = self.rehearsal.attempt
        asks = binding.action == "on" and attempt.is_over and attempt.rating is None
        return "Rate it" if asks else super().key_label(binding)

    async def action_on(self) -> None:
        """End the section; or, when it is rated, go on to the next."""
        attempt = self.rehearsal.attempt
        if attempt.may(Step.FINISH):
            self.rehearsal.finish(self.typed)
            self.draw()
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
            self.put_away()
            self.rehearsal.attempt.restart()
            self.draw()

    def _begin(self) -> None:
        self.query("#answer").remove()
        self.draw()

    def action_cue(self) -> None:
        """Step down the ladder of cues, and from its end to its top."""
        self.rehearsal.cue = self.rehearsal.cue.next_round
        self.draw()

    def action_rate(self, number: int) -> None:
        """Rate the attempt, and go on to the next unless the candidate wants to be asked."""
        self.rehearsal.attempt.rate(Rating(number))
        if not self._confirms:
            self._proceed()
            return
        self.query_one(RatingLine).show(self.rehearsal.attempt)
        self.refresh_bindings()

    @on(Checklist.Marked)
    def _marked(self, event: Checklist.Marked) -> None:
        self.rehearsal.attempt.mark(event.signal, said=event.said)
        self.query_one(RatingLine).show(self.rehearsal.attempt)

    # -- typing ----------------------------------------------------------------------------------

    @property
    def subject(self) -> Subject:
        """The part to say."""
        return Subject("drill", self.rehearsal.walkthrough.id, self.rehearsal.part)

    @property
    def attempt(self) -> Attempt:
        """The attempt at it."""
        return self.rehearsal.attempt

    def type_out(self, text: str) -> None:
        """Take what is typed so far for what is said."""
        self.rehearsal.type(text)

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
            self.draw()
