"""What a review says of an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from starprep.library.parts import Level, Part, clock_text
from starprep.review.lists import Severity
from starprep.review.remark import Point, Remark, by_weight, points
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
    Severity.MINOR: ("- ", Role.STRONG_WARNING),
    Severity.GOOD: ("+ ", Role.STRONG_GOOD),
}
"""How much a remark weighs, by a sign as well as by colour."""

HEARD: Piece = ("* ", Role.SIGNAL)
NOT_HEARD: Piece = ("· ", Role.MUTED)

TOO_LITTLE_SECONDS = 5
"""What takes less than this to say, a dozen words, is a sentence at most: no fault is no praise."""


class Look(StrEnum):
    """How the words of an entry stand out in the text."""

    SERIOUS = "serious"
    MINOR = "minor"
    GOOD = "good"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what was heard: a remark, or a signal of the walkthrough."""

    row: Styled
    """The line."""
    about: Styled
    """What an interviewer makes of it, with the words in full."""
    start: int
    end: int
    """Where its words stand in the text, in characters; both the same where nothing stands."""
    look: Look


def kind(part: Part | None, level: Level, seconds: float) -> str:
    """Say what was reviewed, as what, and how many seconds it takes to say."""
    what = part.title if part else "whole answer"
    return f"{what} · {level.label} · {clock_text(seconds)} aloud"


def entries(text: str, found: Review) -> tuple[Entry, ...]:
    """Return all that was heard in `text`, what weighs most first.

    Signals stand between faults and merits, each with its own words and those in which it was
    heard; those that were not heard come last.
    """
    remarks = [_remark(each) for each in by_weight(found.remarks)]
    faults = [each for each in remarks if each.look is not Look.GOOD]
    merits = [each for each in remarks if each.look is Look.GOOD]
    return (*faults, *_signals(text, found), *merits, *_not_heard(found))


def _remark(remark: Remark) -> Entry:
    said = quoted(remark.words) if remark.words else ""
    row = joined(
        MARKS[remark.severity], (f"{remark.title}  ", Role.STRONG), (said or remark.why, Role.MUTED)
    )
    about = joined((f"{remark.title}: ", Role.STRONG), remark.why, (f" {said}", Role.MUTED))
    return Entry(row, about, remark.start, remark.end, Look(remark.severity.value))


def _signals(text: str, found: Review) -> Iterator[Entry]:
    for signal, span in found.hit.items():
        said = heard_as(text, signal, found)
        row = joined(HEARD, (f"{signal}  ", Role.STRONG), (quoted(said), Role.MUTED))
        about = joined(
            ("A signal: ", Role.STRONG), quoted(signal), (f", heard in {quoted(said)}", Role.MUTED)
        )
        yield Entry(row, about, span.start, span.end, Look.SIGNAL)


def _not_heard(found: Review) -> Iterator[Entry]:
    for signal in found.missed:
        row = joined(NOT_HEARD, (f"{signal}  ", Role.PLAIN), ("not heard", Role.MUTED))
        about = joined(
            ("Not heard: ", Role.STRONG),
            quoted(signal),
            ". It counts in words of your own too, close together in one sentence.",
        )
        yield Entry(row, about, 0, 0, Look.SIGNAL)


def heard_as(text: str, signal: str, found: Review) -> str:
    """Return the words of `text` in which a signal was heard."""
    span = found.hit[signal]
    return text[span.start : span.end]


def legend(found: Review) -> Styled:
    """Return what the signs and looks mean, each with its number."""
    said = [
        joined(MARKS[severity], (f"{len(found.of(severity))} {severity.value}", role))
        for severity, (_, role) in MARKS.items()
    ]
    if heard := signals_heard(found):
        said.append(joined(HEARD, (f"{heard} signals", Role.SIGNAL)))
    return joined(*said, by="   ")


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
    if found.headline is None and found.seconds < TOO_LITTLE_SECONDS:
        return styled("Too little to judge yet: say more of it.", Role.STRONG)
    if found.headline is None:
        return styled("Nothing here would make an interviewer frown.", Role.STRONG)
    return joined(("First: ", Role.HEADING), (found.headline.change, Role.STRONG))


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
    return joined((f"{point.title}: ", Role.STRONG), point.why, (said, Role.MUTED))


def all_quoted(words: Iterable[str]) -> str:
    """Put what was said in several places on one line."""
    return ", ".join(quoted(each) for each in words)
