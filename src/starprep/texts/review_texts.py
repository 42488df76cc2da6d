"""What a review says of an answer."""

from collections.abc import Iterable

from starprep.library.parts import Level, Part, clock_text
from starprep.review.lists import Severity
from starprep.review.remark import Point, Remark, points
from starprep.review.review import Review
from starprep.texts.styled import (
    Piece,
    Role,
    Styled,
    blocks,
    bulleted,
    joined,
    lines,
    quoted,
    styled,
    titled,
)

MARKS: dict[Severity, Piece] = {
    Severity.SERIOUS: ("! ", Role.STRONG_BAD),
    Severity.MINOR: ("- ", Role.WARNING),
    Severity.GOOD: ("+ ", Role.GOOD),
}
"""How much a remark weighs, by a sign as well as by colour."""


def kind(part: Part | None, level: Level, seconds: float) -> str:
    """Say what was reviewed, as what, and how many seconds it takes to say."""
    what = part.title if part else "whole answer"
    return f"{what} · {level.label} · {clock_text(seconds)} aloud"


def row(remark: Remark) -> Styled:
    """Return a remark on one line."""
    said = quoted(remark.words) if remark.words else remark.why
    return joined(MARKS[remark.severity], (f"{remark.rule}  ", Role.STRONG), (said, Role.MUTED))


def invitation() -> Styled:
    """Return what to do where there is no text yet."""
    promise = (
        "The remarks follow as you write. They tell what is heard, by rules, and never whether you "
        "would be hired."
    )
    return blocks(
        ("Write or paste an answer, as you would say it.", Role.STRONG), (promise, Role.MUTED)
    )


def headline(found: Review) -> Styled:
    """Return the change that would help most."""
    if found.headline is None:
        return styled("Nothing here would make an interviewer frown.", Role.STRONG)
    return joined(("First: ", Role.HEADING), (found.headline.change, Role.STRONG))


def about_remark(remark: Remark) -> Styled:
    """Return what an interviewer makes of a remark's words."""
    said = [styled(quoted(remark.words), Role.STRONG)] if remark.words else []
    return lines(*said, remark.why)


def part_rows(found: Review) -> list[tuple[str, str, str]]:
    """Return each part's name, its time and its share, the share where there are several parts."""
    return [
        (
            each.part.title,
            clock_text(each.seconds) + (f" of {clock_text(each.target)}" if each.target else ""),
            f"{each.share:.0%}" if len(found.parts) > 1 else "",
        )
        for each in found.parts
    ]


def boundary(found: Review) -> str:
    """Say whether it was heard where the candidate's own job ended."""
    return "said" if found.is_boundary_said else "not said"


def signals_heard(found: Review) -> str:
    """Say how many of the signals were heard; nothing where there are none to hear."""
    count = len(found.hit) + len(found.missed)
    return f"{len(found.hit)} of {count}" if count else ""


def about_parts(found: Review) -> Styled:
    """Return each part's time and share, and what was heard of steps, boundary and signals."""
    rows = [(name, f"{time}  {share}".rstrip()) for name, time, share in part_rows(found)]
    rows.append(("Steps", f"{found.steps} with you as their doer"))
    rows.append(("Boundary", boundary(found)))
    if heard := signals_heard(found):
        rows.append(("Signals", heard))
    return lines(*(joined((f"{name:<11}", Role.MUTED), said) for name, said in rows))


def marked(text: str, found: Review) -> Styled:
    """Return a text with the signals heard in it, and the words of its faults, standing out.

    Where they overlap, a signal stands before a fault, and a serious fault before a lesser one.
    """
    said = styled(text)
    for severity, role in ((Severity.MINOR, Role.DOUBTFUL), (Severity.SERIOUS, Role.FLAG)):
        for each in found.of(severity):
            said = said.marked(role, each.start, each.end)
    for span in found.hit.values():
        said = said.marked(Role.SIGNAL, span.start, span.end)
    return said


def remarks(found: Review) -> Styled:
    """Return a review as one text: the headline, and the remarks by how much they weigh."""
    groups = {severity: points(found.of(severity)) for severity in Severity}
    return blocks(
        headline(found),
        *(
            titled(severity.capitalize(), bulleted(_point(each) for each in group))
            for severity, group in groups.items()
            if group
        ),
    )


def _point(point: Point) -> Styled:
    said = f" {all_quoted(point.words)}" if point.words else ""
    return joined((f"{point.rule}: ", Role.STRONG), point.why, (said, Role.MUTED))


def all_quoted(words: Iterable[str]) -> str:
    """Put what was said in several places on one line."""
    return ", ".join(quoted(each) for each in words)
