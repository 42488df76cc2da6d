"""The follow-up questions, one at a time: said or typed against the clock, compared and rated."""

from collections.abc import Iterable

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from starprep.library.parts import Level, Part, clock_text
from starprep.practice.attempt import Attempt, Phase, Step
from starprep.practice.probing import Probing
from starprep.practice.session import Reviewer
from starprep.record.calendar import Calendar
from starprep.record.drafts import Subject
from starprep.record.events import Event
from starprep.record.scales import Rating
from starprep.texts import probe_texts
from starprep.texts.styled import Role
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import PROBES
from starprep.tui.looks import content
from starprep.tui.page import Practised
from starprep.tui.typing_page import FindTyped, TypingPage
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.compared import Compared
from starprep.tui.widgets.question_line import QuestionLine
from starprep.tui.widgets.rating import RatingLine


class ProbesScreen(TypingPage):
    """Draws the probing and sends it keys.

    Args:
        probing: what is asked.
        reviewer: makes the review of a reply that was typed.
        typed_before: finds what was typed before in answer to a follow-up.
        level: whose reply it is.
        story: the name of the walkthrough.
        calendar: tells on which day to come back.
        bell: whether the bell rings.
        confirms: whether a rating waits for enter before it goes on.
    """

    CSS_PATH = ["../styles/attempt.tcss", "../styles/probes.tcss"]
    BINDINGS = PROBES

    def __init__(
        self,
        probing: Probing,
        reviewer: Reviewer,
        typed_before: FindTyped,
        level: Level,
        story: str,
        calendar: Calendar,
        *,
        bell: bool,
        confirms: bool,
    ) -> None:
        super().__init__(story, "Follow-ups", typed_before=typed_before, bell=bell)
        self.probing = probing
        self._reviewer, self._level = reviewer, level
        self._calendar, self._confirms = calendar, confirms

    def body(self) -> Iterable[Widget]:
        """The story's question, then the follow-up, then its clock or what it is compared with."""
        yield QuestionLine(self.probing.walkthrough.question)
        yield Static(id="asked", classes="prose", markup=False)
        with Vertical(id="stage"):
            yield AttemptClock(self.attempt)
            yield Static(id="how", markup=False)
        yield Compared()
        yield RatingLine()
        yield Static(id="next", markup=False)

    def on_mount(self) -> None:
        """Ask the first question."""
        self.draw()

    # -- what is shown ---------------------------------------------------------------------------

    def draw(self) -> None:
        """Show how it stands."""
        probing, attempt = self.probing, self.attempt
        asks = not probing.is_over
        is_shown = attempt.is_over or probing.is_over
        self.query_one("#asked").display = asks
        self.query_one("#stage").display = not is_shown
        self.query_one(Compared).display = is_shown
        self.query_one(RatingLine).display = asks and is_shown and attempt.was_spoken
        self.query_one("#next").display = asks and is_shown and not attempt.was_spoken
        self.top_bar.show(aside=f"{probing.number} of {probing.count}" if asks else "")
        if asks:
            asked = probe_texts.question(probing.number, probing.reply.probe)
            self.query_one("#asked", Static).update(HangingIndent(asked))
        if not is_shown:
            self._draw_stage()
        elif asks:
            self._draw_replies()
        else:
            self._draw_summary()
        self.refresh_bindings()

    def _draw_stage(self) -> None:
        attempt = self.attempt
        self.query_one(AttemptClock).follow(attempt)
        seconds = clock_text(attempt.target_seconds)
        how = f"Answer aloud in {seconds}. Enter starts the clock, and ends your reply."
        self.query_one("#how", Static).update(content((how, Role.MUTED)))
        self.query_one("#how").display = attempt.phase is Phase.CUE and not self.is_typing
        if not self.is_typing:
            self.set_focus(None)

    def _draw_replies(self) -> None:
        reply = self.probing.reply
        found = self._reviewer(reply.text, Part.ACTION, self._level) if reply.text else None
        self.query_one(Compared).show_replies(reply, found)
        self.query_one(RatingLine).show(reply.attempt)
        is_last = self.probing.number == self.probing.count
        on = "Enter goes on to the summary." if is_last else "Enter asks the next question."
        self.query_one("#next", Static).update(content((on, Role.MUTED)))
        self.set_focus(None)

    def _draw_summary(self) -> None:
        told = probe_texts.summary(self.probing, self._calendar, self.size.width - 6)
        self.query_one(Compared).show_text(told)
        self.set_focus(None)

    # -- what the keys do ------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the reply allows now."""
        attempt, is_over = self.attempt, self.probing.is_over
        match action:
            case "start":
                return not is_over and attempt.may(Step.START)
            case "on":
                return not is_over and attempt.may(Step.FINISH)
            case "go_on":
                return not is_over and attempt.is_over and attempt.was_spoken
            case "ask":
                return not is_over and attempt.is_over and not attempt.was_spoken
            case "done":
                return is_over
            case "clock":
                steps = (Step.START, Step.PAUSE, Step.RESUME)
                return not is_over and any(attempt.may(step) for step in steps)
            case "move":
                return not is_over and attempt.may(Step.MOVE) and not self.is_typing
            case "type":
                return not is_over and self.may_type()
            case "reveal":
                return not is_over and attempt.may(Step.REVEAL) and not self.is_typing
            case "again":
                if is_over:
                    return bool(self.probing.poor)
                return attempt.may(Step.RESTART) or attempt.is_over
            case "read_on":
                return attempt.is_over and not is_over
            case "rate":
                return not is_over and attempt.was_spoken and attempt.may(Step.RATE)
            case _:
                return super().check_action(action, parameters)

    def action_start(self) -> None:
        """Start the clock."""
        self.action_clock()

    async def action_on(self) -> None:
        """End the reply."""
        self.probing.finish(self.typed)
        await self.query("#answer").remove()
        self.draw()

    def action_go_on(self) -> None:
        """Go on once the reply is rated; else ask for the rating."""
        if self.attempt.rating:
            self._proceed()
        else:
            self.query_one(RatingLine).insist()

    def action_ask(self) -> None:
        """Ask the next question, after the replies were only read."""
        self._proceed()

    def action_done(self) -> None:
        """Leave the summary."""
        self.dismiss(True)

    def action_read_on(self) -> None:
        """Scroll what is told after the reply."""
        self.action_page_text(1)

    def action_reveal(self) -> None:
        """Show the replies without answering."""
        self.attempt.reveal()
        self.draw()

    def action_again(self) -> None:
        """Start the reply again, a finished one is kept; at the end, ask the poor ones again."""
        if self.probing.is_over:
            self.probing.ask_poor_again()
        elif self.attempt.is_over:
            self._keep(*self.probing.repeat())
        else:
            self.put_away()
            self.probing.reply.attempt.restart()
        self.draw()

    def action_rate(self, number: int) -> None:
        """Rate the reply, and go on unless the candidate wants to be asked."""
        self.probing.rate(Rating(number))
        if self._confirms:
            self.query_one(RatingLine).show(self.attempt)
        else:
            self._proceed()

    def _proceed(self) -> None:
        self._keep(*self.probing.proceed())
        self.draw()

    def _keep(self, *events: Event) -> None:
        if events:
            self.post_message(Practised(*events))

    # -- typing ----------------------------------------------------------------------------------

    @property
    def subject(self) -> Subject:
        """The follow-up that is asked."""
        question = self.probing.reply.probe.question
        return Subject("probe", self.probing.walkthrough.id, question=question)

    @property
    def attempt(self) -> Attempt:
        """The attempt at it."""
        return self.probing.reply.attempt

    def type_out(self, text: str) -> None:
        """Take what is typed so far for what is said."""
        self.probing.type(text)

    def on_descendant_focus(self) -> None:
        """Leave the whole stage to what is typed."""
        self.query_one("#how").display = not self.is_typing

    # -- leaving ---------------------------------------------------------------------------------

    @property
    def is_under_way(self) -> bool:
        """Whether a reply is being spoken."""
        return self.probing.is_under_way

    def unkept(self) -> tuple[Event, ...]:
        """Return the reply that is finished and not yet in the record."""
        return self.probing.unkept()

    def hold(self) -> None:
        """Stop the clock."""
        self.probing.hold()
        self.draw()

    async def action_back(self) -> None:
        """Leave; a finished reply goes into the record first."""
        if not self.is_under_way:
            self._keep(*self.unkept())
        await super().action_back()
