"""The red-flag hunt: mark what would sink a weak answer, then see what was found and missed."""

from collections.abc import Collection, Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import clock_text
from starprep.library.phrases import Span
from starprep.library.weak_answer import Flag, WeakAnswer
from starprep.practice.attempt import Notice, Phase, Step
from starprep.practice.hunt import Hunt
from starprep.texts.learn_texts import verdict, with_flags
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import HUNT
from starprep.tui.page import PracticePage, Practised
from starprep.tui.text import MUTED, blocks, joined, lines, plain, titled
from starprep.tui.widgets.attempt_clock import AttemptClock
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.scroll import TextScroll

_TOLD = """\
Somebody decent gave this answer, and it failed. Find the words that sank it.

Move with the arrows and mark with space. Not every line has a flag, and what you imagine is \
counted too. Enter or space starts the clock, and enter ends the hunt."""


class HuntScreen(PracticePage):
    """Draws a hunt and sends it the marks."""

    CSS_PATH = ["../styles/attempt.tcss", "../styles/hunt.tcss"]
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
            yield Static(id="told", classes="prose", markup=False)

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
        self._phrases.display = self._is_open
        self.query_one(TextScroll).display = not self._is_open
        self.query_one(AttemptClock).follow(attempt)
        self.top_bar.show(aside=f"{len(self._hunt.marked)} marked" if self._is_open else "")
        if not self._is_open:
            told = self._result() if attempt.is_over else self._question()
            self.query_one("#told", Static).update(HangingIndent(told))
            self.query_one(TextScroll).scroll_home(animate=False)
            self.set_focus(None)
        self.refresh_bindings()

    def _question(self) -> Content:
        question = self._hunt.walkthrough.question
        return blocks(plain(question, "bold"), *_TOLD.split("\n\n"))

    def _begin(self) -> None:
        self._hunt.attempt.start()
        rows = range(len(self._hunt.phrases))
        self._phrases.set_options(Option(HangingIndent(self._row(number))) for number in rows)
        self._draw()
        self._phrases.highlighted = 0
        self._phrases.focus()

    def _row(self, number: int) -> Content:
        words = self._words(self._hunt.phrases[number])
        if number in self._hunt.marked:
            return joined(("[x] ", "bold $error"), (words, "bold underline $error"))
        return joined("[ ] ", words)

    def _words(self, span: Span) -> str:
        """Return the words of a phrase on one line, though a paragraph may end in it."""
        return " ".join(self._hunt.text[span.start : span.end].split())

    def _result(self) -> Content:
        catch, weak = self._hunt.catch, self._hunt.walkthrough.weak_answer
        took = clock_text(self._hunt.attempt.seconds)
        count = len(catch.found) + len(catch.missed)
        head = f"{len(catch.found)} of {count} red flags found in {took}."
        imagined = [
            joined(("? ", "bold $warning"), f"“{self._words(span)}”") for span in catch.imagined
        ]
        return blocks(
            plain(head, "bold"),
            *_told("Found", "+ ", "bold $success", weak, catch.found),
            *_told("Missed", "! ", "bold $error", weak, catch.missed),
            *([titled("Imagined", lines(*imagined))] if imagined else []),
            *_told("What it does not say", "- ", MUTED, weak, catch.unsaid),
            titled("The answer", with_flags(weak)),
            verdict(weak),
        )

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the hunt allows now."""
        if action == "mark":
            return not self._hunt.attempt.is_over
        if action == "next":
            return self._is_open
        if action == "again":
            return self._hunt.attempt.is_over
        return super().check_action(action, parameters)

    def action_on(self) -> None:
        """Start; end the hunt; or, when it is over, leave."""
        attempt = self._hunt.attempt
        if attempt.may(Step.START):
            self._begin()
        elif attempt.may(Step.FINISH) and not self._hunt.may_finish:
            self.top_bar.show(aside="mark something first")
        elif attempt.may(Step.FINISH):
            self.post_message(Practised(self._hunt.finish()))
            self._draw()
        else:
            self.dismiss(True)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Start; or mark the words under the cursor, or take the mark away."""
        if self._hunt.attempt.may(Step.START):
            self._begin()
            return
        number = self._phrases.highlighted
        if number is None or not self._is_open:
            return
        self._hunt.mark(number)
        self._phrases.replace_option_prompt_at_index(number, HangingIndent(self._row(number)))
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


def _told(
    title: str, sign: str, style: str, weak: WeakAnswer, some: Collection[Flag]
) -> list[Content]:
    """Tell some of the flags, those that quote by the number they have in the text."""
    told = []
    for number, flag in enumerate(weak.flags, 1):
        words = f"[{number}] “{flag.quote}”: " if flag.quote else ""
        if flag in some:
            told.append(joined((sign, style), (words, "bold"), flag.why))
    return [titled(title, lines(*told))] if told else []
