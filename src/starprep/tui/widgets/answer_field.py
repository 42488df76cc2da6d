"""The space to type an answer in."""

from textual.message import Message

from starprep.practice.typed import TypedBefore
from starprep.texts.typing_texts import offer
from starprep.tui.keys import TYPING
from starprep.tui.looks import content
from starprep.tui.widgets.text_field import TextField


class AnswerField(TextField):
    """A text area whose enter ends the answer and whose tab leads back to the clock.

    An answer is spoken prose: it needs no line breaks of its own. Pasted ones stay. While it is
    empty it offers what was typed before, and enter takes that up.

    Args:
        before: what was typed before in answer to the same, if anything.
    """

    BINDINGS = TYPING

    class Done(Message):
        """The answer is typed to its end."""

    def __init__(self, before: TypedBefore | None = None, *, id: str) -> None:
        super().__init__(id=id)
        self._before = before
        self._is_taken_up = False
        if before:
            self.placeholder = content(offer(before))

    @property
    def unfinished(self) -> str:
        """What is to be kept for the next time: what is typed, and an earlier draft below it, as
        long as that was not taken up.
        """
        if not self.text.strip():
            return ""
        before = self._before
        if before is None or not before.is_draft or before.text in self.text:
            return self.text
        return self.text if self._is_taken_up else f"{self.text}\n\n{before.text}"

    def action_done(self) -> None:
        """End the answer; or take up what was typed before, as nothing is typed yet."""
        if self._before and not self.text and not self._is_taken_up:
            self._is_taken_up = True
            self.insert(self._before.text)
        else:
            self.post_message(self.Done())

    def action_leave(self) -> None:
        """Give the keys back to the screen."""
        self.screen.set_focus(None)
