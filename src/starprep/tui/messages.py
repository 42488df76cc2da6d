"""What screens tell the app, where more than one screen says it."""

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from starprep.practice.events import Event
    from starprep.tui.page import PracticePage


class Practised(Message):
    """Something was practised and is to be kept."""

    def __init__(self, *events: "Event") -> None:
        super().__init__()
        self.events = events


class Leaving(Message):
    """A candidate wants to leave in the middle of something; ask first."""

    def __init__(self, page: "PracticePage") -> None:
        super().__init__()
        self.page = page
