"""Learn: the story part by part, the principle beside it, then what surrounds it."""

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.lesson import PRINCIPLE, Lesson
from starprep.record.events import Event
from starprep.texts.learn_texts import TITLES, beside, contents, page
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import LEARN
from starprep.tui.looks import content
from starprep.tui.page import PracticePage
from starprep.tui.widgets.question_line import QuestionLine


class Strip(Widget):
    """One line that names every page and marks the open one."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self._lesson = lesson

    def render(self) -> Content:
        """Name the pages as the width allows."""
        return content(contents(self._lesson.page, self.size.width))


class LearnScreen(PracticePage):
    """Draws a lesson, one page at a time, and turns its pages.

    Args:
        lesson: what is read.
        story: the name of the walkthrough.
    """

    CSS_PATH = "../styles/learn.tcss"
    BINDINGS = LEARN

    def __init__(self, lesson: Lesson, story: str) -> None:
        super().__init__(story, "Learn")
        self._lesson, self._story = lesson, story

    def body(self) -> Iterable[Widget]:
        """The question, the names of the pages, the open one, and beside it the principle."""
        yield QuestionLine(self._lesson.walkthrough.question)
        yield Strip(self._lesson)
        with Horizontal():
            with VerticalScroll(classes="text", can_focus=False):
                yield Static(id="page", classes="prose", markup=False)
            if self._lesson.principle:
                with VerticalScroll(id="beside", can_focus=False):
                    yield Static(HangingIndent(beside(self._lesson.principle)), markup=False)

    def on_mount(self) -> None:
        """Open the first page."""
        self._show()

    def _show(self) -> None:
        lesson = self._lesson
        self.set_class(lesson.page == PRINCIPLE, "-principle")
        self.query_one(Strip).refresh()
        self.query_one("#page", Static).update(HangingIndent(page(lesson, lesson.page)))
        self.query_one(".text", VerticalScroll).scroll_home(animate=False)
        place = f"{lesson.index + 1} of {len(lesson.pages)}"
        self.top_bar.show((self._story, TITLES[lesson.page]), place)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no part after the last, and none before the first."""
        if action == "turn":
            return self._lesson.may_turn(int(str(parameters[0])))
        if action == "principle":
            return self._lesson.principle is not None
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Turn to the page `by` pages on."""
        self._lesson.turn(by)
        self._show()

    def action_principle(self) -> None:
        """Look up the principle; the same key goes back to where one was."""
        self._lesson.look_up()
        self._show()

    def action_read_on(self) -> None:
        """Scroll on; from the end of a part turn to the next."""
        if self.query_one(".text", VerticalScroll).is_vertical_scroll_end:
            if self._lesson.may_turn(1):
                self.action_turn(1)
        else:
            self.action_page_text(1)

    def unkept(self) -> tuple[Event, ...]:
        """Return what was read."""
        return (self._lesson.finish(),)
