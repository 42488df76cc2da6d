"""A line of a list: words on the left, figures on the right, fitted when it is drawn."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from starprep.tui.text import columns, joined

ROOMY = 64
"""From this width on, in cells, the last figure stands in the line too."""


class Columns(Visual):
    """One line that needs no redrawing when the width changes.

    Args:
        left: what is cut short where there is no room for it.
        right: what is always shown.
        spare: what follows it on lines that are `ROOMY`.
    """

    def __init__(self, left: Content, right: Content, spare: Content | None = None) -> None:
        self._left, self._right, self._spare = left, right, spare or Content("")

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Fit the line to the width."""
        right = joined(self._right, self._spare) if width >= ROOMY else self._right
        return columns(width, self._left, right).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing is cut short."""
        return sum(each.cell_length for each in (self._left, self._right, self._spare)) + 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return 1: it is a line."""
        return 1
