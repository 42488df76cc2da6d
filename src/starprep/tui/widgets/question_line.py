"""The interviewer's question in one quiet line, on top of whatever answers it."""

from textual.content import Content
from textual.widgets import Static

from starprep.texts.styled import Role, styled
from starprep.tui.looks import content


class QuestionLine(Static):
    """One line; a question that is wider than the screen ends in `…`."""

    def __init__(self, question: str) -> None:
        super().__init__(_line(question), markup=False)

    def show(self, question: str) -> None:
        """Ask another question."""
        self.update(_line(question))


def _line(question: str) -> Content:
    return content(styled(" ".join(question.split()), Role.MUTED))
