"""A list to choose from, moved through with the arrows or j and k."""

from textual.geometry import Region
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from starprep.tui.keys import LIST, LIST_PAGE
from starprep.tui.widgets.scroll import TextScroll


class Choices(OptionList, inherit_bindings=False):
    """An option list whose rows are one line or more, never wrapped; enter is left to the screen.

    The screen answers the keys that open or tick, so that one footer and one help tell of them.
    """

    BINDINGS = LIST

    def __init__(self, *options: Option, id: str | None = None) -> None:
        super().__init__(*options, id=id, markup=False, compact=True)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the row under the cursor into sight, where a text around the list is scrolled too.

        With the first row comes what stands above the list.
        """
        super().scroll_to_highlight(top)
        if self.highlighted == 0 and isinstance(self.parent, TextScroll):
            self.parent.show_start()
        elif self.highlighted is not None:
            self.show_row(self.highlighted)

    def show_row(self, number: int) -> None:
        """Bring the row of that number, from 0, into sight where a text around is scrolled."""
        if isinstance(self.parent, TextScroll):
            self._update_lines()
            line = self.virtual_region.y + self._index_to_line[number]
            row = Region(0, line, self.size.width, self._heights[number])
            self.parent.scroll_to_region(row, animate=False, immediate=True)

    @property
    def chosen(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return option.id if option else None


class LongChoices(Choices):
    """A list that the page keys move through; on other screens they scroll the text beside it."""

    BINDINGS = LIST_PAGE
