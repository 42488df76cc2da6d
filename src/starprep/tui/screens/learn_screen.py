"""Learn: the story part by part, the principle beside it, then what surrounds it."""

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.practice.lesson import PAGES, PRINCIPLE, Lesson
from starprep.record.events import Event
from starprep.texts.learn_texts import TITLES, beside, contents, page
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import LEARN
from starprep.tui.page import PracticePage
from starprep.tui.text import content


class LearnScreen(PracticePage):
    """Draws a lesson, one page at a time, and turns its pages."""

    CSS_PATH = "../styles/learn.tcss"
    BINDINGS = LEARN

    def __init__(self, lesson: Lesson) -> None:
        super().__init__("Learn", aside=lesson.level.label)
        self._lesson = lesson

    def body(self) -> Iterable[Widget]:
        """What pages there are, the page, and where there is room the principle beside it."""
        yield Static(id="strip", markup=False)
        with Horizontal():
            with VerticalScroll(classes="text", can_focus=False):
                yield Static(id="page", classes="prose", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(HangingIndent(beside(self._lesson.principle)), markup=False)

    def on_mount(self) -> None:
        """Open the first page."""
        self._show()

    def _show(self) -> None:
        lesson = self._lesson
        self.set_class(lesson.page == PRINCIPLE, "-principle")
        self.query_one("#strip", Static).update(content(contents(lesson.page)))
        self.query_one("#page", Static).update(HangingIndent(page(lesson, lesson.page)))
        self.query_one(".text", VerticalScroll).scroll_home(animate=False)
        self.top_bar.show(("Learn", TITLES[lesson.page]), f"{lesson.index + 1} of {len(PAGES)}")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no part after the last, and none before the first."""
        if action == "turn":
            return self._lesson.may_turn(int(str(parameters[0])))
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
