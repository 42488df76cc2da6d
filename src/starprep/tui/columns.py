"""A line of a list: words on the left, figures on the right, fitted when it is drawn."""

from collections.abc import Callable

from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from starprep.texts.styled import Styled, Text, joined
from starprep.tui.looks import columns, content

SPARE_FROM = 64
"""From this width on, in cells, what can be spared stands in the line too."""


class Columns(Visual):
    """One line that needs no redrawing when the width changes.

    Args:
        left: what is cut short where there is no room for it.
        right: what is always shown; or what makes it when the line is first drawn, as most lines
            of a long list never are.
        spare: what stands before it on lines of `SPARE_FROM` cells or more.
    """

    def __init__(self, left: Text, right: Text | Callable[[], Text], spare: Text = "") -> None:
        self._left, self._make, self._spare = left, right, spare
        self._made: Text | None = None

    @property
    def _right(self) -> Text:
        if self._made is None:
            self._made = self._make() if callable(self._make) else self._make
        return self._made

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Fit the line to the width."""
        right = self._whole_right() if width >= SPARE_FROM else self._right
        return columns(width, self._left, right).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing is cut short."""
        return content(joined(self._left, self._whole_right())).cell_length + 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return 1: it is a line."""
        return 1

    def _whole_right(self) -> Styled:
        return joined(self._spare, self._right)
