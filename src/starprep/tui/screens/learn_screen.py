"""Learn: the story part by part, the principle beside it, then what surrounds it."""

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.texts.learn_texts import PAGES, Lesson, beside, page, strip
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import LEARN
from starprep.tui.page import Page

PRINCIPLE = "principle"


class LearnScreen(Page[tuple[str, ...]]):
    """One page at a time. Its result is the names of the pages that were opened."""

    CSS_PATH = "../styles/learn.tcss"
    BINDINGS = LEARN

    def __init__(self, lesson: Lesson) -> None:
        super().__init__("Learn", aside=lesson.level.label)
        self._lesson = lesson
        self._names = tuple(PAGES)
        self._index = 0
        self._left_at: int | None = None
        """Where one was when the principle was looked up."""
        self._opened: list[str] = []

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
        name = self._names[self._index]
        if name not in self._opened:
            self._opened.append(name)
        self.set_class(name == PRINCIPLE, "-principle")
        self.query_one("#strip", Static).update(strip(name))
        self.query_one("#page", Static).update(HangingIndent(page(self._lesson, name)))
        self.query_one(".text", VerticalScroll).scroll_home(animate=False)
        self.top_bar.show(("Learn", PAGES[name]), f"{self._index + 1} of {len(self._names)}")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no part after the last, and none before the first."""
        if action == "turn":
            return 0 <= self._index + int(str(parameters[0])) < len(self._names)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Turn to the page `by` pages on."""
        self._index += by
        self._left_at = None
        self._show()

    def action_principle(self) -> None:
        """Look up the principle; the same key goes back to where one was."""
        here = self._names[self._index] == PRINCIPLE
        back = self._left_at if self._left_at is not None else 0
        self._left_at, self._index = (
            (None, back) if here else (self._index, self._names.index(PRINCIPLE))
        )
        self._show()

    def action_read_on(self) -> None:
        """Scroll on; from the end of a part turn to the next."""
        if self.query_one(".text", VerticalScroll).is_vertical_scroll_end:
            if self.check_action("turn", (1,)):
                self.action_turn(1)
        else:
            self.action_page_text(1)

    async def action_back(self) -> None:
        """Leave, and say what was read."""
        self.dismiss(tuple(self._opened))
