"""Text for the screen: from files and people to `Content`, never by way of markup."""

from collections.abc import Iterable

from textual.content import Content

from starprep.library import phrases
from starprep.library.text import printable

SIGNAL = "bold underline $primary"
"""How a signal stands out of an example: by weight and line as well as by colour."""
FLAG = "bold underline $error"
"""How a red flag stands out of a weak answer."""
HEADING = "bold $primary"
MUTED = "$muted"


def pace_style(seconds: float, target_seconds: float) -> str:
    """Return the colour of a time taken: over its target, less than half of it, or in between."""
    if seconds >= target_seconds + 0.5:
        return "$error"
    return "$warning" if seconds < target_seconds / 2 else "$success"


def plain(text: str, style: str = "") -> Content:
    """Return `text` as it is, with what could steer a terminal replaced."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def highlighted(text: str, wanted: Iterable[str], style: str = SIGNAL) -> Content:
    """Return `text` with the words of each phrase in `wanted` styled where they stand."""
    content = Content(printable(text))
    for span in phrases.find_all(wanted, text):
        content = content.stylize(style, span.start, span.end)
    return content


def joined(*parts: Content | str | tuple[str, str]) -> Content:
    """Join pieces: content as it is, text as plain text, pairs of text and style."""
    contents = []
    for part in parts:
        if isinstance(part, Content):
            contents.append(part)
        elif isinstance(part, str):
            contents.append(plain(part))
        else:
            contents.append(plain(*part))
    return Content("").join(contents)


def lines(*each: Content | str) -> Content:
    """Put pieces below each other."""
    return Content("\n").join(part if isinstance(part, Content) else plain(part) for part in each)


def blocks(*each: Content | str) -> Content:
    """Put pieces below each other with an empty line between two."""
    return Content("\n\n").join(part if isinstance(part, Content) else plain(part) for part in each)


def titled(title: str, body: Content | str) -> Content:
    """Put a heading above a piece of text."""
    return lines(plain(title, HEADING), body)


def bulleted(items: Iterable[Content | str]) -> Content:
    """Put items below each other, each behind a dash."""
    return Content("\n").join(joined(("- ", MUTED), item) for item in items)


def columns(width: int, left: Content, right: Content) -> Content:
    """Fit two pieces on one line of `width` cells: `left` is cut short, `right` is not."""
    room = max(0, width - right.cell_length - 2)
    left = left.truncate(room, ellipsis=True)
    return joined(left, " " * max(0, width - left.cell_length - right.cell_length), right)
