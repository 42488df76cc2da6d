"""A page on which something is said against the clock, or typed instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.events import Key, Paste

from starprep.practice.attempt import Attempt, Notice, Phase, Step
from starprep.record.drafts import Subject
from starprep.tui.page import PracticePage, Unfinished
from starprep.tui.widgets.attempt_clock import AttemptClock

if TYPE_CHECKING:
    from starprep.practice.typed import TypedBefore
    from starprep.tui.widgets.answer_field import AnswerField

FindTyped = Callable[[Subject], "TypedBefore | None"]
"""Returns what was typed before in answer to something."""


class TypingPage(PracticePage):
    """Starts and pauses the clock, opens the space to type in below it, in `#stage`, and sees to it
    that no letter is lost on the way in or out.

    A page of this kind says what is answered, by which attempt, and draws it; it has the action
    `on`, which ends the attempt with `typed`.

    Args:
        crumbs, aside: as of any page.
        typed_before: finds what was typed before.
        bell: whether the bell rings.
    """

    def __init__(self, *crumbs: str, aside: str = "", typed_before: FindTyped, bell: bool) -> None:
        super().__init__(*crumbs, aside=aside)
        self._typed_before, self._bell = typed_before, bell
        self._is_behind = False

    # -- what a page of this kind says -----------------------------------------------------------

    @property
    def subject(self) -> Subject:
        """What is answered now."""
        raise NotImplementedError

    @property
    def attempt(self) -> Attempt:
        """The attempt at it."""
        raise NotImplementedError

    def type_out(self, text: str) -> None:
        """Take what is typed so far for what is said."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show how it stands."""
        raise NotImplementedError

    async def action_on(self) -> None:
        """Go on: here, end the attempt."""
        raise NotImplementedError

    # -- what the keys do ------------------------------------------------------------------------

    def key_label(self, binding: Binding) -> str:
        """Tell what the clock's key does to it now."""
        if binding.action == "clock" and self.attempt.phase is not Phase.CUE:
            return "Go on" if self.attempt.phase is Phase.PAUSED else "Pause"
        return super().key_label(binding)

    # -- the clock -------------------------------------------------------------------------------

    def action_clock(self) -> None:
        """Start, pause, or let the clock run on."""
        attempt = self.attempt
        if attempt.may(Step.START):
            attempt.start()
        elif attempt.may(Step.PAUSE):
            attempt.pause()
        elif attempt.may(Step.RESUME):
            attempt.resume()
        self.draw()

    def action_move(self, seconds: int) -> None:
        """Move the clock."""
        self.attempt.move(seconds)
        self.draw()

    @on(AttemptClock.Noticed)
    def _noticed(self, event: AttemptClock.Noticed) -> None:
        if event.notice is Notice.SLEPT:
            self.notify("The machine slept, so the clock was paused. Space lets it run on.")
            self.draw()
        elif self._bell:
            self.app.bell()

    # -- typing ----------------------------------------------------------------------------------

    @property
    def field(self) -> "AnswerField | None":
        """The space to type in, where it is open."""
        if not self.query("#answer"):
            return None
        from starprep.tui.widgets.answer_field import AnswerField

        return self.query_one("#answer", AnswerField)

    @property
    def is_typing(self) -> bool:
        """Whether the space to type in is open."""
        return bool(self.query("#answer"))

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.field.text if self.field else ""

    def may_type(self) -> bool:
        """Tell whether one can begin to type, or go back to it."""
        over = self.attempt.is_over
        return not over and (self.attempt.phase is Phase.CUE or self.is_typing)

    async def action_type(self) -> None:
        """Open the space to type in, or go back to it."""
        from starprep.tui.widgets.answer_field import AnswerField

        if not self.is_typing:
            field = AnswerField(self._typed_before(self.subject), id="answer")
            await self.query_one("#stage").mount(field)
        self.set_focus(self.field)

    async def on_key(self, event: Key) -> None:
        """Open the space to type in at once, and hand over to it what came behind that key.

        A key that was pressed before the space had the focus comes here, and not there.
        """
        active = self.active_bindings.get(event.key)
        if active and active.node is self and active.binding.action == "type" and active.enabled:
            event.stop()
            event.prevent_default()
            await self.action_type()
        elif (field := self._focused_field) and field.takes(event):
            event.stop()
            event.prevent_default()
            late = Key(event.key, event.character)
            late.time = event.time
            field.post_message(late)

    def on_paste(self, event: Paste) -> None:
        """Hand over what was pasted before the space to type in had the focus."""
        if field := self._focused_field:
            event.stop()
            field.post_message(Paste(event.text))

    @property
    def _focused_field(self) -> "AnswerField | None":
        field = self.field
        return field if field and self.focused is field else None

    def on_text_area_changed(self) -> None:
        """Take every letter for said; of many that come together, all at once."""
        if not self._is_behind:
            self._is_behind = True
            self.call_later(self._catch_up)

    def _catch_up(self) -> None:
        self._is_behind = False
        if self.is_typing and not self.attempt.is_over:
            self._take_typed(self.typed)

    def _take_typed(self, text: str) -> None:
        """Let the clock tell how long the words take to say."""
        before = self.attempt.seconds
        if text or self.attempt.phase is Phase.TYPING:
            self.type_out(text)
        if self.attempt.seconds != before:
            self.draw()

    async def on_answer_field_done(self) -> None:
        """End the attempt, as enter was pressed behind the last letter."""
        if self.check_action("on", ()):
            await self.action_on()

    def put_away(self) -> None:
        """Close the space to type in; what is in it and unfinished is kept for the next time."""
        if unfinished := self.unfinished():
            self.post_message(unfinished)
        self.query("#answer").remove()

    @property
    def parting(self) -> str:
        """Tell that what is typed is kept too, where anything is."""
        typed = " What you have typed is kept as a draft." if self.unfinished() else ""
        return super().parting + typed

    def unfinished(self) -> Unfinished | None:
        """Return what is typed and not finished."""
        field = self.field
        if field is None or self.attempt.is_over or not field.unfinished:
            return None
        return Unfinished(self.subject, field.unfinished)
