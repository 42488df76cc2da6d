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
        around, row = self.parent, self.highlighted
        if not isinstance(around, TextScroll) or around.shows_end or row is None:
            return
        if row == 0:
            around.show_start()
        elif row in self._index_to_line:
            line = self.virtual_region.y + self._index_to_line[row]
            around.scroll_to_region(
                Region(0, line, self.size.width, self._heights[row]), animate=False, immediate=True
            )

    @property
    def chosen(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return option.id if option else None


class LongChoices(Choices):
    """A list that the page keys move through; on other screens they scroll the text beside it."""

    BINDINGS = LIST_PAGE
