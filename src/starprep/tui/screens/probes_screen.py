"""The follow-up questions: an accordion, each with its own countdown."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.attempt import Attempt, Notice, Step
from starprep.practice.probing import Probing
from starprep.record.events import Event
from starprep.record.scales import Rating
from starprep.texts.styled import Role
from starprep.tui.keys import PROBES
from starprep.tui.page import PracticePage, Practised
from starprep.tui.text import content
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.probe_card import ProbeCard
from starprep.tui.widgets.scroll import TextScroll


class ProbesScreen(PracticePage):
    """One question is open at a time; what is below each is built when it is first opened."""

    CSS_PATH = ["../styles/attempt.tcss", "../styles/probes.tcss"]
    BINDINGS = PROBES

    def __init__(self, probing: Probing, *, bell: bool) -> None:
        super().__init__("Rehearse", "Follow-up questions")
        self._probing, self._bell = probing, bell
        self._cards = [ProbeCard(number, each) for number, each in enumerate(probing.replies, 1)]

    def body(self) -> Iterable[Widget]:
        """The questions, one below the other."""
        with TextScroll(classes="text"):
            hint = "Open one, say your reply aloud, then compare."
            yield Static(content((hint, Role.MUTED)), classes="heading")
            yield from self._cards

    def on_mount(self) -> None:
        """Put the cursor on the first question."""
        self.set_focus(self._cards[0])

    @property
    def _card(self) -> ProbeCard:
        """The question under the cursor."""
        return self.focused if isinstance(self.focused, ProbeCard) else self._cards[0]

    @property
    def _attempt(self) -> Attempt:
        return self._card.reply.attempt

    def on_descendant_focus(self) -> None:
        """The keys depend on the question under the cursor."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the question under the cursor allows now."""
        card, attempt = self._card, self._attempt
        match action:
            case "clock":
                steps = (Step.START, Step.PAUSE, Step.RESUME)
                return card.is_open and any(attempt.may(step) for step in steps)
            case "move":
                return card.is_open and attempt.may(Step.MOVE)
            case "reveal":
                return card.is_open and attempt.may(Step.REVEAL)
            case "again":
                return card.is_open and (attempt.may(Step.RESTART) or attempt.is_over)
            case "rate":
                return card.is_open and attempt.was_spoken and attempt.may(Step.RATE)
            case "next":
                return not attempt.countdown.is_running
            case _:
                return super().check_action(action, parameters)

    def action_next(self, by: int) -> None:
        """Move the cursor, and fold the question that it leaves."""
        index = self._cards.index(self._card) + by
        if 0 <= index < len(self._cards):
            self._close(self._card)
            self.set_focus(self._cards[index])

    async def action_on(self) -> None:
        """Open the question, or end the reply, or close the question."""
        card = self._card
        if not card.is_open:
            await card.unfold()
            self.call_after_refresh(card.scroll_visible, animate=False, top=True)
        elif card.reply.attempt.may(Step.FINISH):
            card.reply.attempt.finish()
            card.draw()
            self.call_after_refresh(card.scroll_visible, animate=False, top=True)
        elif card.reply.attempt.was_spoken and card.reply.attempt.rating is None:
            card.query_one("RatingLine").insist()  # type: ignore[attr-defined]
        else:
            following = self._cards.index(card) + 1
            self._close(card)
            if following < len(self._cards):
                self.set_focus(self._cards[following])
        self.refresh_bindings()

    def _close(self, card: ProbeCard) -> None:
        """Fold a card; a finished reply goes into the record."""
        self._keep(card)
        card.fold()

    def _keep(self, card: ProbeCard) -> None:
        if events := self._probing.close(card.reply):
            self.post_message(Practised(*events))

    def action_clock(self) -> None:
        """Start, pause, or let the clock run on."""
        attempt = self._attempt
        if attempt.may(Step.START):
            attempt.start()
        elif attempt.may(Step.PAUSE):
            attempt.pause()
        else:
            attempt.resume()
        self._redraw()

    def action_reveal(self) -> None:
        """Show the replies without answering."""
        self._attempt.reveal()
        self._redraw()

    def action_again(self) -> None:
        """Start the reply again; a finished one goes into the record."""
        card = self._card
        if card.reply.attempt.may(Step.RESTART):
            card.reply.attempt.restart()
        else:
            self._keep(card)
            card.reply.again()
        self._redraw()

    def action_move(self, seconds: int) -> None:
        """Move the clock."""
        self._attempt.move(seconds)
        self._redraw()

    def action_rate(self, number: int) -> None:
        """Rate the reply."""
        self._attempt.rate(Rating(number))
        self._redraw()

    def _redraw(self) -> None:
        self._card.draw()
        self.refresh_bindings()

    @on(AttemptClock.Noticed)
    def _noticed(self, event: AttemptClock.Noticed) -> None:
        if event.notice is Notice.SLEPT:
            self.notify("The machine slept, so the clock was paused. Space lets it run on.")
            self._redraw()
        elif self._bell:
            self.app.bell()

    @property
    def is_under_way(self) -> bool:
        """Whether a reply is being spoken."""
        return self._probing.is_under_way

    def unkept(self) -> tuple[Event, ...]:
        """Return the replies that are finished and not yet in the record."""
        return self._probing.unkept()

    def hold(self) -> None:
        """Stop the clock."""
        self._probing.hold()
        for card in self._cards:
            card.draw()

    async def action_back(self) -> None:
        """Leave; a finished reply goes into the record first."""
        if not self.is_under_way and (events := self.unkept()):
            self.post_message(Practised(*events))
        await super().action_back()
