"""What the library can be narrowed to: a level, a principle, a tag."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.browse import Group
from starprep.texts.styled import Role, joined
from starprep.tui.columns import Columns
from starprep.tui.keys import NARROW
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import LongChoices


class NarrowScreen(Page[str]):
    """Its result is what a filter names the chosen group by, such as `level:senior`.

    Args:
        kinds: a heading, and the groups below it.
    """

    CSS_PATH = "../styles/narrow.tcss"
    BINDINGS = NARROW

    def __init__(self, kinds: Sequence[tuple[str, Sequence[Group]]]) -> None:
        super().__init__("Narrow")
        self._kinds = kinds

    def body(self) -> Iterable[Widget]:
        """One line a group, with how many walkthroughs are in it."""
        yield Static(content(("Show only", Role.STRONG)), classes="heading")
        yield LongChoices(*self._options(), id="groups")

    def on_mount(self) -> None:
        """Take the focus to the list."""
        groups = self.query_one("#groups", LongChoices)
        groups.focus()
        groups.action_first()

    def _options(self) -> Iterable[Option]:
        for title, groups in self._kinds:
            yield Option(content((title, Role.HEADING)), disabled=True)
            for group in groups:
                count = (str(len(group.listings)), Role.MUTED)
                yield Option(Columns(joined("  ", group.title), count), id=group.word)

    def action_open(self) -> None:
        """Narrow to the group under the cursor."""
        if chosen := self.query_one("#groups", LongChoices).chosen:
            self.dismiss(chosen)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()
