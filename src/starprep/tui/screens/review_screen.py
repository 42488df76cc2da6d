"""Review: one writes or pastes an answer, and the remarks follow beside it."""

from collections.abc import Iterable, Mapping

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from starprep.library.parts import Level, Part
from starprep.library.phrases import Span
from starprep.practice.session import Reviewer
from starprep.practice.typed import TypedBefore
from starprep.record.drafts import Subject
from starprep.review.review import Review
from starprep.texts.review_texts import (
    Entry,
    about_parts,
    entries,
    headline,
    invitation,
    kind,
    legend,
)
from starprep.texts.styled import Role, blocks, lines
from starprep.texts.typing_texts import kept, resumed
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import REVIEW
from starprep.tui.looks import content
from starprep.tui.page import PracticePage, Unfinished
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.draft_field import DraftField

PAUSE = 0.15
"""How long no key is pressed, in seconds, before the remarks are made anew."""


class ReviewScreen(PracticePage):
    """Draws a review. What is written here is kept as a draft, and is here again the next time.

    Args:
        reviewer: makes the review of a text, for a part or None for a whole answer, at a level.
        level: whose answer it is.
        subject: what it answers, and which part of it, None for a whole answer.
        title: the walkthrough that it answers, if any.
        before: what was left here the last time, if anything.
    """

    class Mine(Message):
        """What is written here is to be a story of one's own.

        Args:
            review: the screen.
            subject: what it answers.
            texts: what is written, part by part.
        """

        def __init__(
            self, review: "ReviewScreen", subject: Subject, texts: Mapping[Part, str]
        ) -> None:
            super().__init__()
            self.review, self.subject, self.texts = review, subject, texts

    CSS_PATH = ["../styles/draft.tcss", "../styles/review.tcss"]
    BINDINGS = REVIEW

    def __init__(
        self,
        reviewer: Reviewer,
        level: Level,
        subject: Subject,
        title: str = "",
        before: TypedBefore | None = None,
    ) -> None:
        super().__init__("Review", *([title] if title else []))
        self._reviewer, self._level, self._part = reviewer, level, subject.part
        self._subject, self._before = subject, before
        self.heard_text: str | None = None
        """The text that the remarks in sight are about."""
        self._review: Review | None = None
        self._shown: tuple[Entry, ...] = ()
        self._waiting: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The text, and what is heard in it."""
        with Horizontal(id="sides"):
            yield DraftField(self._before.text if self._before else "", id="draft")
            with Vertical(id="heard"):
                yield Static(id="headline", markup=False)
                yield Static(id="legend", markup=False)
                yield Choices(id="remarks")
                yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        """Begin by writing."""
        self._draft.focus()
        self._draft.move_cursor(self._draft.document.end)
        self._hear()

    @property
    def _draft(self) -> DraftField:
        return self.query_one("#draft", DraftField)

    @property
    def _remarks(self) -> Choices:
        return self.query_one("#remarks", Choices)

    # -- leaving ---------------------------------------------------------------------------------

    def unfinished(self) -> Unfinished | None:
        """Return what is written; nothing of it is in any record."""
        if not self._draft.text.strip() and not self._before:
            return None
        return Unfinished(self._subject, self._draft.text)

    async def action_back(self) -> None:
        """Leave, and say where the text went."""
        if left := self.unfinished():
            if left.text.strip():
                left.told = kept(left.text, "The review opens with them next time.")
            self.post_message(left)
        self.dismiss(False)

    # -- hearing ---------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _changed(self) -> None:
        """Wait for a pause: a long answer must not hold up the keys."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._hear)

    def _hear(self) -> None:
        text = self._draft.text
        found = self._reviewer(text, self._part, self._level)
        self._review, self.heard_text = found, text
        self._shown = entries(text, found) if text.strip() else ()
        chosen = self._remarks.highlighted
        self._remarks.set_options(Option(content(each.row)) for each in self._shown)
        if self._shown:
            self._remarks.highlighted = min(chosen or 0, len(self._shown) - 1)
        said = headline(found) if text.strip() else invitation()
        if self._before and text == self._before.text:
            said = lines(said, (resumed(self._before), Role.MUTED))
        self.query_one("#legend", Static).update(content(legend(found)))
        self.query_one("#legend").display = bool(text.strip())
        self.query_one("#headline", Static).update(HangingIndent(said))
        self.top_bar.show(aside=kind(self._part, self._level, found.seconds))
        self._show_remark()

    @on(OptionList.OptionHighlighted)
    def _show_remark(self) -> None:
        found = self._review
        if found is None:
            return
        entry = self._chosen
        about = about_parts(found)
        if entry:
            about = blocks(entry.about, about) if self.has_class("-wide") else entry.about
        self.query_one("#about", Static).update(HangingIndent(about))
        marks = [
            (Span(each.start, each.end), each.look.value)
            for each in reversed(self._shown)
            if each.end > each.start
        ]
        if entry and entry.end > entry.start and self.focused is self._remarks:
            span = Span(entry.start, entry.end)
            marks.append((span, "here"))
            self._draft.show_span(span)
        self._draft.mark(marks)

    @property
    def _chosen(self) -> Entry | None:
        number = self._remarks.highlighted
        return self._shown[number] if number is not None and number < len(self._shown) else None

    def on_descendant_focus(self) -> None:
        """Mark the words of the remark under the cursor only while one moves through them."""
        self._show_remark()
        self.refresh_bindings()

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only while one is not writing."""
        if action == "mine" and not self._draft.text.strip():
            return False
        if action in ("part", "level", "write", "clear", "mine"):
            return self.focused is not self._draft
        return super().check_action(action, parameters)

    def action_part(self) -> None:
        """Take it as another part, or as a whole answer."""
        kinds: list[Part | None] = [None, *Part]
        self._part = kinds[(kinds.index(self._part) + 1) % len(kinds)]
        self._hear()

    def action_level(self) -> None:
        """Take it as another level's."""
        levels = list(Level)
        self._level = levels[(levels.index(self._level) + 1) % len(levels)]
        self._hear()

    def action_write(self) -> None:
        """Go back to writing."""
        self._draft.focus()

    def action_mine(self) -> None:
        """Make it a story of one's own: as the part that it is taken as, or divided as heard."""
        from starprep.practice.writing import divided

        text = self._draft.text
        if self._part:
            self.post_message(self.Mine(self, self._subject, {self._part: text}))
            return
        found = self._reviewer(text, None, self._level)
        self.post_message(self.Mine(self, self._subject, divided(text, found)))

    def action_clear(self) -> None:
        """Begin anew; undo brings the text back."""
        self._draft.clear()
        self._draft.focus()
