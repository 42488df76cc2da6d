"""What a review says, as text for the screen."""

from textual.content import Content

from starprep.library.parts import clock_text
from starprep.review.lists import Severity
from starprep.review.remark import Remark
from starprep.review.review import Review
from starprep.tui.text import (
    FLAG,
    HEADING,
    MUTED,
    SIGNAL,
    blocks,
    bulleted,
    joined,
    lines,
    plain,
    titled,
)

MARKS = {
    Severity.SERIOUS: ("! ", "bold $error"),
    Severity.MINOR: ("- ", "$warning"),
    Severity.GOOD: ("+ ", "$success"),
}
"""How much a remark weighs, by a sign as well as by colour."""


def row(remark: Remark) -> Content:
    """Return a remark on one line."""
    said = f"“{' '.join(remark.words.split())}”" if remark.words else remark.why
    return joined(MARKS[remark.severity], (f"{remark.rule}  ", "bold"), (said, MUTED))


def headline(found: Review, *, is_empty: bool) -> Content:
    """Return the change that would help most, or what to do where there is no text."""
    if is_empty:
        return blocks(
            plain("Write or paste an answer, as you would say it.", "bold"),
            plain(
                "The remarks follow as you write. They tell what is heard, by rules, and never "
                "whether you would be hired.",
                MUTED,
            ),
        )
    if found.headline is None:
        return plain("Nothing here would make an interviewer frown.", "bold")
    return joined(("First: ", HEADING), (found.headline.change, "bold"))


def about_remark(remark: Remark) -> Content:
    """Return what an interviewer makes of a remark's words."""
    said = [plain(f"“{' '.join(remark.words.split())}”", "bold")] if remark.words else []
    return lines(*said, remark.why)


def about_parts(found: Review) -> Content:
    """Return each part's time and share, and what was heard of steps, boundary and signals."""
    rows = []
    for each in found.parts:
        of = f" of {clock_text(each.target)}" if each.target else ""
        share = f"  {each.share:.0%}" if len(found.parts) > 1 else ""
        rows.append(
            joined((f"{each.part.title:<11}", MUTED), f"{clock_text(each.seconds)}{of}{share}")
        )
    boundary = "said" if found.is_boundary_said else "not said"
    rows.append(joined(("Steps      ", MUTED), f"{found.steps} with you as their doer"))
    rows.append(joined(("Boundary   ", MUTED), boundary))
    if found.hit or found.missed:
        count = len(found.hit) + len(found.missed)
        rows.append(joined(("Signals    ", MUTED), f"{len(found.hit)} of {count}"))
    return lines(*rows)


def marked(text: str, found: Review) -> Content:
    """Return a text with the signals heard in it, and the words of its faults, standing out."""
    content = plain(text)
    for each in found.remarks:
        if each.words and each.severity is not Severity.GOOD:
            style = FLAG if each.severity is Severity.SERIOUS else "underline"
            content = content.stylize(style, each.start, each.end)
    for span in found.hit.values():
        content = content.stylize(SIGNAL, span.start, span.end)
    return content


def remarks(found: Review) -> Content:
    """Return a review as one text: the headline, and the remarks by how much they weigh."""
    said = [headline(found, is_empty=False)]
    for severity, title in (
        (Severity.SERIOUS, "Serious"),
        (Severity.MINOR, "Minor"),
        (Severity.GOOD, "Good"),
    ):
        rules: dict[tuple[str, str], list[str]] = {}
        for each in found.of(severity):
            rules.setdefault((each.rule, each.why), []).append(" ".join(each.words.split()))
        if rules:
            said.append(
                titled(
                    title,
                    bulleted(
                        joined((f"{rule}: ", "bold"), why, (_quoted(words), MUTED))
                        for (rule, why), words in rules.items()
                    ),
                )
            )
    return blocks(*said)


def _quoted(words: list[str]) -> str:
    said = ", ".join(f"“{each}”" for each in words if each)
    return f" {said}" if said else ""
