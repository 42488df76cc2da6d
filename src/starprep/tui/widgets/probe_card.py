"""One follow-up question of the accordion."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Focus
from textual.widgets import Static

from starprep.library.parts import clock_text
from starprep.practice.attempt import Phase
from starprep.practice.probing import Reply
from starprep.texts.probe_texts import aim, question, replies
from starprep.texts.styled import Role, Styled
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.text import content
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.rating import RatingLine


class ProbeCard(Vertical, can_focus=True):
    """A question; below it, once it has been opened, the clock, and then the replies."""

    def __init__(self, number: int, reply: Reply) -> None:
        super().__init__()
        self.reply = reply
        self._number = number

    def compose(self) -> ComposeResult:
        """The question alone."""
        yield Static(content(self._head()), classes="question")

    def on_focus(self, event: Focus) -> None:
        """Come into sight; but where one comes back to the window, stay as one left it."""
        if not event.from_app_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def is_open(self) -> bool:
        """Whether what is below the question shows."""
        return self.has_class("-open")

    def _head(self) -> Styled:
        return question(
            self._number, self.reply.probe, is_open=self.is_open, answered=self.reply.answered
        )

    async def unfold(self) -> None:
        """Show what is below the question; it is built at the first time."""
        self.add_class("-open")
        if not self.query(".body"):
            await self.mount(
                Vertical(
                    Static(HangingIndent(aim(self.reply.probe))),
                    AttemptClock(self.reply.attempt),
                    RatingLine(),
                    Static(classes="replies", markup=False),
                    classes="body",
                )
            )
        self.draw()

    def fold(self) -> None:
        """Show the question alone."""
        self.remove_class("-open")
        self.draw()

    def draw(self) -> None:
        """Show the attempt as it stands."""
        self.query_one(".question", Static).update(content(self._head()))
        if not self.is_open:
            return
        attempt = self.reply.attempt
        clock, rating = self.query_one(AttemptClock), self.query_one(RatingLine)
        clock.display = not attempt.is_over
        clock.follow(attempt)
        rating.display = attempt.is_over and attempt.was_spoken
        rating.show(attempt)
        below = self.query_one(".replies", Static)
        below.display = attempt.is_over or attempt.phase is Phase.CUE
        told = HangingIndent(replies(self.reply.probe)) if attempt.is_over else self._hint()
        below.update(told)

    def _hint(self) -> Content:
        seconds = clock_text(self.reply.attempt.target_seconds)
        return content((f"Answer aloud in {seconds}: space starts the clock.", Role.MUTED))
