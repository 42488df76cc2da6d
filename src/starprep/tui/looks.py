"""Text with roles, as Textual shows it: as `Content`, never by way of markup."""

from textual.content import Content

from starprep.texts.styled import Role, Text, styled

STYLES = {
    Role.PLAIN: "",
    Role.STRONG: "bold",
    Role.HEADING: "bold $primary",
    Role.MUTED: "$muted",
    Role.KEY: "bold $primary",
    Role.SIGNAL: "bold underline $primary",
    Role.FLAG: "bold underline $error",
    Role.DOUBTFUL: "underline $warning",
    Role.GOOD: "$success",
    Role.WARNING: "$warning",
    Role.BAD: "$error",
    Role.STRONG_GOOD: "bold $success",
    Role.STRONG_WARNING: "bold $warning",
    Role.STRONG_BAD: "bold $error",
    Role.HERE: "bold underline $primary",
    Role.CHOSEN: "reverse",
    Role.STRONG_CHOSEN: "bold reverse",
}
"""What each role looks like: by weight, line or a sign beside it as well as by colour."""


def content(text: Text) -> Content:
    """Return `text` as Textual draws it."""
    return Content.assemble(*((said, STYLES[role]) for said, role in styled(text).pieces))


def columns(width: int, left: Text, right: Text) -> Content:
    """Fit two pieces on one line of `width` cells: `left` is cut short, `right` is not."""
    first, last = content(left), content(right)
    first = first.truncate(max(0, width - last.cell_length - 2), ellipsis=True)
    gap = " " * max(0, width - first.cell_length - last.cell_length)
    return first + gap + last
