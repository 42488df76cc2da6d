"""What every full screen has: a top line that says where one is, a footer, a way back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from starprep.tui.keys import BACK
from starprep.tui.widgets.key_bar import KeyBar
from starprep.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from starprep.record.drafts import Subject
    from starprep.record.events import Event
    from starprep.stories.own_story import OwnStory

T = TypeVar("T")


class Practised(Message):
    """Something was practised and is to be kept."""

    def __init__(self, *events: "Event") -> None:
        super().__init__()
        self.events = events


class Unfinished(Message):
    """Something was typed and left unfinished, and is to be kept.

    Args:
        subject: what it answers.
        text: what was typed; nothing to forget what was kept before.
        told: what the candidate is told of it once it is kept.
    """

    def __init__(self, subject: "Subject", text: str, told: str = "") -> None:
        super().__init__()
        self.subject, self.text, self.told = subject, text, told


class Page(Screen[T]):
    """A full screen.

    Args:
        crumbs: where one is, outermost first.
        aside: what stands at the right end of the top line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [BACK]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-tall")]
    AUTO_FOCUS = ""

    def __init__(self, *crumbs: str, aside: str = "") -> None:
        super().__init__()
        self.top_bar = TopBar(crumbs, aside)

    def compose(self) -> ComposeResult:
        """Put the page's body between the two bars."""
        yield self.top_bar
        yield from self.body()
        yield KeyBar(self.key_label)

    def body(self) -> Iterable[Widget]:
        """Return what stands between the top line and the footer."""
        return ()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = False, from_app_focus: bool = False
    ) -> None:
        """Give `widget` the focus, and scroll nothing for it.

        Textual would bring the middle of it to the middle of the screen, some time after the page
        has shown what is to be read first.
        """
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)

    def key_label(self, binding: Binding) -> str:
        """Return what the footer calls a key, as it is now."""
        return binding.description

    def key_of(self, name: str) -> str:
        """Return the key that now does the action of that name, in words; or nothing."""
        found = (each.binding for each in self.active_bindings.values())
        return next((self.app.get_key_display(each) for each in found if each.id == name), "")

    async def action_back(self) -> None:
        """Leave the screen."""
        self.dismiss(None)

    def action_scroll_text(self, by: int) -> None:
        """Scroll the page's text by `by` lines."""
        if scroll := self._text():
            scroll.scroll_relative(y=by, animate=False)

    def action_page_text(self, by: int) -> None:
        """Scroll the page's text by `by` screenfuls, less a line that stays in sight."""
        if scroll := self._text():
            scroll.scroll_relative(y=by * max(1, scroll.size.height - 1), animate=False)

    def _text(self) -> VerticalScroll | None:
        """Return the text that the keys scroll: the first one with the class `text` in sight."""
        texts = self.query("VerticalScroll.text").results(VerticalScroll)
        return next((each for each in texts if each.is_on_screen), None)


class PracticePage(Page[bool]):
    """A page on which something is under way that leaving would cut short."""

    PARTING = "What you have finished is kept."
    """What is said of leaving in the middle."""

    class Leaving(Message):
        """The candidate wants to leave in the middle; ask first."""

        def __init__(self, page: "PracticePage") -> None:
            super().__init__()
            self.page = page

    @property
    def parting(self) -> str:
        """What is said of leaving now."""
        return self.PARTING

    @property
    def is_under_way(self) -> bool:
        """Whether something would be cut short by leaving now."""
        return False

    def unkept(self) -> "tuple[Event, ...]":
        """Return what is finished and not yet in the record."""
        return ()

    def unfinished(self) -> Unfinished | None:
        """Return what is typed here and would be lost by leaving now."""
        return None

    def written_story(self) -> "OwnStory | None":
        """Return the story that is written here, to be saved."""
        return None

    def hold(self) -> None:
        """Stop the clock, as a question takes the screen."""

    async def action_back(self) -> None:
        """Leave; ask first where something is under way."""
        if self.is_under_way:
            self.hold()
            self.post_message(self.Leaving(self))
        else:
            self.dismiss(False)
