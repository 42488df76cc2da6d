"""Text whose wrapped lines hang: they begin below the words, not below the mark before them."""

import re
from functools import lru_cache

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from starprep.texts.styled import Text
from starprep.tui.looks import content

# What a line may begin with that its continuation is indented past: a sign, a number in brackets,
# or a short label that two spaces end. Prose from files has no two spaces in a row.
_MARK = re.compile(r"\s*(?:[-+!?] |\[.{1,2}\] |\S.{0,14}?  +)?")


class HangingIndent(Visual):
    """Wraps each line of a text on its own, continuation lines indented past the line's mark."""

    def __init__(self, text: Text) -> None:
        self._content = content(text)
        self._laid_out = lru_cache(maxsize=2)(self._lay_out)

    @property
    def plain(self) -> str:
        """The text without styles, as it was before wrapping."""
        return self._content.plain

    def _lay_out(self, width: int) -> Content:
        laid: list[Content] = []
        for line in self._content.split("\n", allow_blank=True):
            mark = _MARK.match(line.plain)
            indent = mark.end() if mark and mark.end() * 2 < width else 0
            head, body = line[:indent], line[indent:]
            wrapped = body.wrap(max(1, width - indent)) or [Content("")]
            laid.append(head + wrapped[0])
            laid += [Content(" " * indent) + each for each in wrapped[1:]]
        return Content("\n").join(laid)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the lines for a width."""
        return self._laid_out(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which no line wraps."""
        return self._content.get_optimal_width(rules, container_width)

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Return the width of the longest word."""
        return self._content.get_minimal_width(rules)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes at a width."""
        return self._laid_out(width).plain.count("\n") + 1 if width else 0
