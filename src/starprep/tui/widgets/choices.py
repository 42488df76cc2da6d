"""A list to choose from, moved through with the arrows or j and k."""

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from starprep.tui.keys import LIST, LIST_PAGE


class Choices(OptionList, inherit_bindings=False):
    """An option list whose rows are one line or more, never wrapped; enter is left to the screen.

    The screen answers the keys that open or tick, so that one footer and one help tell of them.
    """

    BINDINGS = LIST

    def __init__(self, *options: Option, id: str | None = None) -> None:
        super().__init__(*options, id=id, markup=False, compact=True)

    @property
    def chosen(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return option.id if option else None


class LongChoices(Choices):
    """A list that the page keys move through; on other screens they scroll the text beside it."""

    BINDINGS = LIST_PAGE
