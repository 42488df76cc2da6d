"""The top line: where one is."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from starprep.texts.styled import Role, joined
from starprep.tui.looks import columns


class TopBar(Widget):
    """One line: `starprep`, then the way here; at the right end something worth knowing."""

    def __init__(self, crumbs: Sequence[str], aside: str = "") -> None:
        super().__init__()
        self._crumbs = tuple(crumbs)
        self._aside = aside

    def show(self, crumbs: Sequence[str] | None = None, aside: str | None = None) -> None:
        """Change the way here, or what stands at the right end."""
        self._crumbs = self._crumbs if crumbs is None else tuple(crumbs)
        self._aside = self._aside if aside is None else aside
        self.refresh()

    def render(self) -> Content:
        """Fit the line to the width; the way here is cut short first."""
        way = joined(("starprep", Role.HEADING))
        for crumb in self._crumbs:
            way = joined(way, ("  /  ", Role.MUTED), crumb)
        return columns(self.size.width, way, (self._aside, Role.MUTED))
