"""Learn: the story part by part, then what surrounds it."""

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from starprep.tui.hanging import Hanging
from starprep.tui.keys import LEARN
from starprep.tui.learn_pages import PAGES, Lesson, page
from starprep.tui.page import Page
from starprep.tui.text import MUTED, lines, plain


class LearnScreen(Page[tuple[str, ...]]):
    """One page at a time. Its result is the names of the pages that were opened."""

    CSS_PATH = "../styles/learn.tcss"
    BINDINGS = LEARN

    def __init__(self, lesson: Lesson) -> None:
        super().__init__("Learn", aside=lesson.level.label)
        self._lesson = lesson
        self._names = tuple(PAGES)
        self._index = 0
        self._opened: list[str] = []

    def body(self) -> Iterable[Widget]:
        """The list of pages, where there is room, and the page."""
        with Horizontal():
            yield Static(id="contents", markup=False)
            with VerticalScroll(classes="text", can_focus=False):
                yield Static(id="title", markup=False)
                yield Static(id="page", classes="prose", markup=False)

    def on_mount(self) -> None:
        """Open the first page."""
        self._show()

    def _show(self) -> None:
        name = self._names[self._index]
        title = PAGES[name]
        if name not in self._opened:
            self._opened.append(name)
        contents = (
            plain(f"> {PAGES[each]}", "bold $primary")
            if each == name
            else plain(f"  {PAGES[each]}", MUTED)
            for each in self._names
        )
        self.query_one("#contents", Static).update(lines(*contents))
        self.query_one("#title", Static).update(plain(title, "bold $primary"))
        self.query_one("#page", Static).update(Hanging(page(self._lesson, name)))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.top_bar.show(("Learn", title), f"{self._index + 1} of {len(self._names)}")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no part after the last, and none before the first."""
        if action == "turn":
            return 0 <= self._index + int(str(parameters[0])) < len(self._names)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Turn to the page `by` pages on."""
        self._index += by
        self._show()

    def action_read_on(self) -> None:
        """Scroll on; from the end of a part turn to the next."""
        if self.query_one(VerticalScroll).is_vertical_scroll_end:
            if self.check_action("turn", (1,)):
                self.action_turn(1)
        else:
            self.action_page_text(1)

    async def action_back(self) -> None:
        """Leave, and say what was read."""
        self.dismiss(tuple(self._opened))
