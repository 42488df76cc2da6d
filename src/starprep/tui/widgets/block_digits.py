"""A clock's face in solid digits, as large as there is room for."""

import re

from textual.content import Content
from textual.widget import Widget

_GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}
"""Each character in squares, five high. A square is as wide as a cell and as high as half of one,
or any whole multiple of that."""

HEIGHT = 5
"""How high a glyph is, in squares."""
BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""What a cell shows whose upper and lower halves are filled or not."""
PAUSED = "PAUSED"
_WIDEST = "+0:00"
"""The reading that decides on the size, so that it does not change when time is up."""


def block_rows(reading: str, size: int) -> list[str]:
    """Return `reading` in blocks, a square of it `size` cells wide and half as many high."""
    lines = []
    for row in range(HEIGHT):
        squares = " ".join(_GLYPHS[each][row] for each in reading)
        lines += ["".join(square * size for square in squares)] * size
    lines += [" " * len(lines[0])] * (len(lines) % 2)
    return [
        "".join(BLOCKS[a == "#", b == "#"] for a, b in zip(upper, lower, strict=True))
        for upper, lower in zip(lines[::2], lines[1::2], strict=True)
    ]


def largest(reading: str, width: int, height: int) -> int:
    """Return the largest size at which `reading` fits into so many cells; never below 1."""
    wide = max(len(block_rows(each, 1)[0]) for each in (reading, _WIDEST))
    return max(1, min(width // wide, height * 2 // HEIGHT))


class BlockDigits(Widget):
    """The reading in the middle; beside it a word where the clock is paused."""

    def __init__(self, reading: str) -> None:
        super().__init__()
        self._reading, self._style, self._is_paused = reading, "", False

    def show(self, reading: str, style: str, *, paused: bool) -> None:
        """Show another reading, or the same in another style."""
        if (reading, style, paused) != (self._reading, self._style, self._is_paused):
            self._reading, self._style, self._is_paused = reading, style, paused
            self.refresh()

    def render(self) -> Content:
        """Fill the widget as well as whole squares can."""
        width, height = self.size
        beside = len(PAUSED) + 1
        rows = block_rows(self._reading, largest(self._reading, width - 2 * beside, height))
        above = max(0, height - len(rows) + 1) // 2
        left = " " * (max(0, width - len(rows[0])) // 2)
        lines = [self._blocks(left + row) for row in rows]
        if self._is_paused:
            middle = len(rows) // 2
            lines[middle] += Content.assemble(" ", (PAUSED, "bold $warning"))
        return Content("\n").join([*[Content()] * above, *lines])

    def _blocks(self, row: str) -> Content:
        """Style the blocks alone, and not the space between them."""
        runs = re.split("( +)", row)
        return Content.assemble(*((run, self._style if run.strip() else "") for run in runs))
