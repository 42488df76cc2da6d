"""What is said of a follow-up question, of the replies to it, and of all of them in the end."""

from collections.abc import Iterable, Iterator, Sequence

from starprep.library.parts import clock_text, difference_text
from starprep.library.probe import Probe, StrongReply
from starprep.practice.advice import SHORT_SHARE
from starprep.practice.probing import Probing, Reply
from starprep.record.calendar import Calendar
from starprep.review.review import Review
from starprep.texts.bars import pace_bar
from starprep.texts.review_texts import marked, remarks
from starprep.texts.schedule_texts import come_back
from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    counted,
    highlighted,
    joined,
    lines,
    pace_role,
    titled,
)

WIDEST_BAR = 24
"""How wide a bar of the summary gets, in cells."""


def question(number: int, probe: Probe) -> Styled:
    """Return the question with its number, from 1."""
    return joined((f"{number}.  ", Role.HEADING), (probe.question, Role.STRONG))


def aim(probe: Probe) -> Styled:
    """Return what the interviewer is after; nothing where the file does not tell."""
    return joined(("It probes  ", Role.MUTED), probe.tests) if probe.tests else Styled()


def after(reply: Reply, found: Review | None = None) -> Styled:
    """Return what is told first once a reply is over: its aim; what was typed and `found` in it."""
    told = [each for each in [aim(reply.probe)] if each]
    if reply.text and found:
        told.append(titled("What you typed", marked(reply.text, found)))
        told.append(titled("What an interviewer hears", remarks(found)))
    return blocks(*told)


def weak(probe: Probe) -> Styled:
    """Return the reply that fails, and why; nothing where there is none."""
    if probe.weak is None:
        return Styled()
    why = joined(("Why it fails  ", Role.MUTED), probe.weak.why)
    return lines(("A weak reply", Role.HEADING), probe.weak.reply, why)


def strong(probe: Probe) -> Styled:
    """Return the reply that works, and the line of it to remember; nothing where there is none."""
    if probe.strong is None:
        return Styled()
    return lines(("A strong reply", Role.HEADING), *_strong(probe.strong))


def page(probes: Iterable[Probe]) -> Styled:
    """Return follow-up questions to read, each with its aim and both replies."""
    return blocks(*(lines(*_to_read(number, probe)) for number, probe in enumerate(probes, 1)))


def _to_read(number: int, probe: Probe) -> Iterator[Styled]:
    yield question(number, probe)
    if probe.tests:
        yield aim(probe)
    if probe.weak:
        yield joined(("Weak  ", Role.MUTED), probe.weak.reply)
        yield joined(("Why it fails  ", Role.MUTED), probe.weak.why)
    if probe.strong:
        reply, *line = _strong(probe.strong)
        yield joined(("Strong  ", Role.MUTED), reply)
        yield from line


def _strong(strong: StrongReply) -> Iterator[Styled]:
    yield highlighted(strong.reply, [strong.line] if strong.line else [])
    if strong.line:
        yield joined(("Remember  ", Role.MUTED), (strong.line, Role.STRONG))


def summary(probing: Probing, calendar: Calendar, width: int) -> Styled:
    """Return how the replies of a round went, no line of figures wider than `width` cells."""
    spoken = [reply for reply in probing.done if reply.attempt.was_spoken]
    head = f"{len(spoken)} of {counted(probing.count, 'follow-up')} answered{_pace(spoken)}."
    bar = min(WIDEST_BAR, width - 36)
    return blocks(
        lines(
            (head, Role.STRONG),
            *come_back([reply.attempt.rating for reply in spoken], calendar),
            joined(("Next  ", Role.MUTED), *_next(probing)),
        ),
        lines(*(line for reply in probing.done for line in _row(reply, bar))),
    )


def _pace(spoken: Sequence[Reply]) -> str:
    """Say how replies stood against their times; one of next to no time kept within nothing."""
    over = sum(pace_of(reply) is Role.BAD for reply in spoken)
    short = sum(
        reply.attempt.seconds < reply.probe.target_seconds * SHORT_SHARE for reply in spoken
    )
    told = f", {over} over time" if over else ""
    told += f", {short} in less than half the time" if short else ""
    return told or (", each within its time" if spoken else "")


def pace_of(reply: Reply) -> Role:
    """Return the role of the time that a reply took."""
    return pace_role(reply.attempt.seconds, reply.probe.target_seconds)


def _row(reply: Reply, bar: int) -> Iterator[Styled]:
    attempt, target = reply.attempt, reply.probe.target_seconds
    yield question(reply.place + 1, reply.probe)
    if not attempt.was_spoken:
        yield joined("    ", ("read, not answered", Role.MUTED))
        return
    yield joined(
        "    ",
        pace_bar(attempt.seconds, target, bar),
        f"{clock_text(attempt.seconds):>6}",
        f" of {clock_text(target)}",
        (f"{difference_text(attempt.difference):>7}", pace_of(reply)),
        f"  {attempt.rating.name.lower()}" if attempt.rating else "",
        ("  typed" if reply.text else "", Role.MUTED),
    )


def _next(probing: Probing) -> Iterator[Styled]:
    poor = len(probing.poor)
    if poor:
        what = "the one" if poor == 1 else f"the {poor}"
        yield joined(("r", Role.KEY), f" asks {what} rated again or hard once more; ")
    yield joined(("enter", Role.KEY), " goes back to the overview")
