"""The red-flag hunt: mark what would sink a weak answer, then see what was found and missed."""

from collections.abc import Iterable

from textual import on
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.practice.attempt import Notice, Phase, Step
from starprep.practice.hunt import Hunt
from starprep.texts import hunt_texts
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import HUNT
from starprep.tui.page import PracticePage, Practised
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.result_line import ResultLine
from starprep.tui.widgets.scroll import TextScroll

HOW = (
    "Move with the arrows and mark with space. Not every line has a flag, and what you imagine is "
    "counted too. Enter or space starts the clock, and enter ends the hunt."
)


class HuntScreen(PracticePage):
    """Draws a hunt and sends it the marks."""

    CSS_PATH = ["../styles/attempt.tcss", "../styles/result_line.tcss", "../styles/hunt.tcss"]
    BINDINGS = HUNT
    PARTING = "This hunt is not kept."

    def __init__(self, hunt: Hunt, *, bell: bool) -> None:
        super().__init__("Hunt the red flags")
        self._hunt, self._bell = hunt, bell

    def body(self) -> Iterable[Widget]:
        """The clock, the phrases, and in their place before and after what there is to say."""
        yield AttemptClock(self._hunt.attempt)
        yield Choices(id="phrases")
        with TextScroll(classes="text"):
            yield Static(id="briefing", classes="prose", markup=False)
            yield ResultLine()
            with Container(classes="result"):
                yield Static(id="told", markup=False)
                yield Static(id="answer", markup=False)

    def on_mount(self) -> None:
        """Say what to do."""
        self._draw()

    @property
    def _phrases(self) -> Choices:
        return self.query_one("#phrases", Choices)

    @property
    def _is_open(self) -> bool:
        """Whether there are phrases to mark now."""
        attempt = self._hunt.attempt
        return attempt.phase is not Phase.CUE and not attempt.is_over

    def _draw(self) -> None:
        attempt = self._hunt.attempt
        is_over = attempt.is_over
        self._phrases.display = self._is_open
        self.query_one(AttemptClock).display = not is_over
        self.query_one(AttemptClock).follow(attempt)
        self.query_one(TextScroll).display = not self._is_open
        self.query_one("#briefing").display = not is_over
        self.query_one(ResultLine).display = is_over
        self.query_one(".result").display = is_over
        self.top_bar.show(aside=f"{len(self._hunt.marked)} marked" if self._is_open else "")
        if is_over:
            self._show_result()
        elif not self._is_open:
            told = HangingIndent(hunt_texts.briefing(self._hunt, HOW))
            self.query_one("#briefing", Static).update(told)
        if not self._is_open:
            self.query_one(TextScroll).scroll_home(animate=False)
            self.set_focus(None)
        self.refresh_bindings()

    def _show_result(self) -> None:
        hunt = self._hunt
        self.query_one(ResultLine).show(hunt_texts.score(hunt), hunt_texts.against_the_clock(hunt))
        self.query_one("#told", Static).update(HangingIndent(hunt_texts.result(hunt)))
        self.query_one("#answer", Static).update(HangingIndent(hunt_texts.answer(hunt)))

    def _begin(self) -> None:
        self._hunt.attempt.start()
        rows = range(len(self._hunt.phrases))
        self._phrases.set_options(Option(self._row(number)) for number in rows)
        self._draw()
        self._phrases.highlighted = 0
        self._phrases.focus()

    def _row(self, number: int) -> HangingIndent:
        return HangingIndent(hunt_texts.phrase(self._hunt, number))

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the hunt allows now."""
        match action:
            case "start":
                return self._hunt.attempt.may(Step.START)
            case "mark" | "next" | "finish":
                return self._is_open
            case "done" | "again":
                return self._hunt.attempt.is_over
        return super().check_action(action, parameters)

    def action_start(self) -> None:
        """Start the clock, and show the phrases."""
        self._begin()

    def action_finish(self) -> None:
        """End the hunt, if there is something to judge."""
        if self._hunt.may_finish:
            self.post_message(Practised(self._hunt.finish()))
            self._draw()
        else:
            self.top_bar.show(aside="mark something first")

    def action_done(self) -> None:
        """Leave."""
        self.dismiss(True)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the words under the cursor, or take the mark away."""
        number = self._phrases.highlighted
        if number is None or not self._is_open:
            return
        self._hunt.mark(number)
        self._phrases.replace_option_prompt_at_index(number, self._row(number))
        self.top_bar.show(aside=f"{len(self._hunt.marked)} marked")
        if self._hunt.attempt.may(Step.RESUME):
            self._hunt.attempt.resume()
            self.query_one(AttemptClock).follow(self._hunt.attempt)

    def action_next(self, by: int) -> None:
        """Move the cursor by so many phrases, and stay at the first and the last."""
        last = len(self._hunt.phrases) - 1
        self._phrases.highlighted = min(max((self._phrases.highlighted or 0) + by, 0), last)

    def action_page_text(self, by: int) -> None:
        """Move the cursor by a screenful; before and after the hunt, scroll the text."""
        if not self._is_open:
            super().action_page_text(by)
        else:
            self.action_next(by * max(1, self._phrases.size.height - 1))

    def action_again(self) -> None:
        """Hunt once more."""
        self._hunt.again()
        self._draw()

    @on(AttemptClock.Noticed)
    def _noticed(self, event: AttemptClock.Noticed) -> None:
        if event.notice is Notice.SLEPT:
            self.notify("The machine slept, so the clock was paused. The next mark lets it run on.")
        elif self._bell:
            self.app.bell()

    # -- leaving ---------------------------------------------------------------------------------

    @property
    def is_under_way(self) -> bool:
        """Whether a hunt would be cut short by leaving."""
        return self._is_open

    def hold(self) -> None:
        """Stop the clock, as a question takes the screen; the next mark lets it run on."""
        if self._hunt.attempt.may(Step.PAUSE):
            self._hunt.attempt.hold()
            self.query_one(AttemptClock).follow(self._hunt.attempt)
