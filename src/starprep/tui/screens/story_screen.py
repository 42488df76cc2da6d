"""A story of one's own: one box for each part, and beside it what is heard in it."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from starprep.library.parts import Level
from starprep.library.phrases import Span
from starprep.practice.session import Reviewer
from starprep.practice.writing import Writing
from starprep.stories.own_story import OwnStory
from starprep.texts import story_texts
from starprep.texts.review_texts import Entry, entries, headline
from starprep.texts.styled import Role, Text
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import STORY
from starprep.tui.looks import content
from starprep.tui.page import PracticePage
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.draft_field import DraftField
from starprep.tui.widgets.question_line import QuestionLine

PAUSE = 0.15
"""How long no key is pressed, in seconds, before the remarks are made anew."""

NAMED_FROM = 76
"""From this width on, in cells, the rail names every part."""


class StoryScreen(PracticePage):
    """Draws a story part by part. It writes no file: it says when there is something to save.

    Args:
        writing: the story, and the part that is written.
        reviewer: makes the review of a text.
        level: whose story it is.
    """

    CSS_PATH = ["../styles/draft.tcss", "../styles/story.tcss"]
    BINDINGS = STORY

    class Stepped(Message):
        """A step is done, and what is written is to be saved."""

        def __init__(self, story: OwnStory) -> None:
            super().__init__()
            self.story = story

    def __init__(self, writing: Writing, reviewer: Reviewer, level: Level) -> None:
        super().__init__("Your story")
        self._writing, self._reviewer, self._level = writing, reviewer, level
        self._draft = DraftField(writing.text, id="draft")
        self._signals: dict[str, bool] = {}
        self._remarks: tuple[Entry, ...] = ()
        self._headline: Text = ""
        self._waiting: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The rail and what goes here; the text, and what is heard in it."""
        yield Static(id="rail", markup=False)
        yield QuestionLine(self._writing.story.question)
        yield Static(id="purpose", markup=False)
        with Horizontal(id="sides"):
            with Vertical(id="box"):
                yield self._draft
                yield Static(id="length", markup=False)
            with Vertical(id="heard"):
                yield Choices(id="remarks")
                yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        """Begin by writing."""
        self._draft.focus()
        self._draft.move_cursor(self._draft.document.end)
        self._show_part()

    def on_resize(self, event: Resize) -> None:
        """Name the parts where there is room."""
        self._show_rail()

    @property
    def _list(self) -> Choices:
        return self.query_one("#remarks", Choices)

    # -- keeping ---------------------------------------------------------------------------------

    def written_story(self) -> OwnStory:
        """Return the story with every letter that is typed, to be saved."""
        self._writing.write(self._draft.text)
        return self._writing.story

    def _step(self) -> None:
        self.post_message(self.Stepped(self.written_story()))

    # -- what is shown ---------------------------------------------------------------------------

    def _show_part(self) -> None:
        self.query_one("#purpose", Static).update(content(story_texts.purpose(self._writing.part)))
        self._hear()

    def _show_rail(self) -> None:
        written = {each for each in self._writing.story.written if each != self._writing.part}
        if self._draft.text.strip():
            written.add(self._writing.part)
        named = self.size.width >= NAMED_FROM
        rail = story_texts.rail(written, self._writing.part, named=named)
        self.query_one("#rail", Static).update(content(rail))
        self.top_bar.show(aside=story_texts.aside(written))

    @on(TextArea.Changed)
    def _changed(self) -> None:
        """Wait for a pause: a long text must not hold up the keys."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._hear)

    def _hear(self) -> None:
        text, part = self._draft.text, self._writing.part
        found = self._reviewer(text, part, self._level)
        self._signals = self._writing.signals(text)
        heard = entries(text, found) if text.strip() else ()
        self._remarks = tuple(
            each for each in heard if text[each.start : each.end] not in self._signals
        )
        self._headline = headline(found) if text.strip() else story_texts.invitation()
        length = story_texts.length(text, found.seconds, self._writing.target_seconds(self._level))
        self.query_one("#length", Static).update(content(length))
        self._show_rail()
        self._show_heard()

    def _show_heard(self) -> None:
        chosen = self._list.highlighted
        self._list.set_options(self._options())
        if chosen is not None and chosen < self._list.option_count:
            self._list.highlighted = chosen
        else:
            self._list.action_first()
        self._show_about()

    def _options(self) -> Iterable[Option]:
        if self._signals:
            yield Option(content(("Signals to tick", Role.HEADING)), disabled=True)
        for number, (words, is_ticked) in enumerate(self._signals.items()):
            yield Option(
                content(story_texts.row(words, is_ticked=is_ticked)), id=f"signal:{number}"
            )
        if self._remarks:
            yield Option(content(("Remarks", Role.HEADING)), disabled=True)
        for number, remark in enumerate(self._remarks):
            yield Option(content(remark.row), id=f"remark:{number}")

    @property
    def _signal(self) -> str | None:
        kind, _, number = (self._list.chosen or "").partition(":")
        return list(self._signals)[int(number)] if kind == "signal" else None

    @property
    def _remark(self) -> Entry | None:
        kind, _, number = (self._list.chosen or "").partition(":")
        return self._remarks[int(number)] if kind == "remark" else None

    @on(OptionList.OptionHighlighted)
    def _show_about(self) -> None:
        is_writing, told = self.focused is not self._list, self._headline
        signal, remark = self._signal, self._remark
        if signal and not is_writing:
            told = story_texts.about_signal(signal, is_ticked=self._signals[signal])
        marks = [
            (Span(each.start, each.end), each.look.value)
            for each in reversed(self._remarks)
            if each.end > each.start
        ]
        if remark and not is_writing:
            told = remark.about
            if remark.end > remark.start:
                span = Span(remark.start, remark.end)
                marks.append((span, "here"))
                self._draft.show_span(span)
        self.query_one("#about", Static).update(HangingIndent(told))
        self._draft.mark(marks)
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """Save what is written as one leaves it, and show the words of a remark."""
        if self.focused is self._list:
            self._step()
            self._hear()
        self._show_about()

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only while one is not writing."""
        if action in ("write", "mark", "turn") and self.focused is self._draft:
            return False
        if action == "mark":
            return self._signal is not None
        if action == "turn" and isinstance(by := parameters[0], int):
            return self._writing.may_turn(by)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the next part, or the one before; one without a text is written at once."""
        self._step()
        self._writing.turn(by)
        self._draft.load_text(self._writing.text)
        self._draft.move_cursor(self._draft.document.end)
        self._list.highlighted = None
        self._show_part()
        if not self._writing.text:
            self._draft.focus()

    def action_write(self) -> None:
        """Go back to writing."""
        self._draft.focus()

    def action_mark(self) -> None:
        """Tick the signal under the cursor, or take its tick away."""
        if signal := self._signal:
            self._writing.tick(self._draft.text, signal)
            self._signals = self._writing.signals(self._draft.text)
            self._show_heard()
            self._step()
