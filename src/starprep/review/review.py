"""The review of an answer: every rule's remarks, the parts, the signals, and one headline."""

from collections.abc import Iterable
from dataclasses import dataclass

from starprep.library.parts import Level, Part
from starprep.library.phrases import Span
from starprep.library.walkthrough import Walkthrough
from starprep.review.answer import Answer, Range
from starprep.review.division import divide
from starprep.review.lists import RuleBook, Severity
from starprep.review.remark import Remark
from starprep.review.rules import RULES
from starprep.review.signals import hit
from starprep.review.spoken import Spoken


@dataclass(frozen=True, slots=True)
class PartHeard:
    """One part of an answer as it was heard."""

    part: Part
    start: int
    end: int
    words: int
    seconds: float
    """How long it takes to say, in seconds."""
    target: int | None
    """How long it may take, in seconds, where a walkthrough tells."""
    share: float
    """Its share of all words, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The change that would help most, and why."""

    rule: str
    change: str
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """What was heard. Nothing in it predicts an outcome."""

    remarks: tuple[Remark, ...]
    """By where they stand."""
    parts: tuple[PartHeard, ...]
    headline: Headline | None
    """None where nothing is serious or minor."""
    hit: dict[str, Span]
    """The walkthrough's signals that were heard, and where."""
    missed: tuple[str, ...]
    """Those that were not."""
    seconds: float
    """How long it takes to say, in seconds."""

    @property
    def steps(self) -> int:
        """How many steps of the candidate's own were heard."""
        return sum(remark.rule == "step" for remark in self.remarks)

    @property
    def is_boundary_said(self) -> bool:
        """Whether it was heard where the candidate's own job ended, or that nobody had asked."""
        return any(remark.rule == "boundary" for remark in self.remarks)

    def of(self, severity: Severity) -> tuple[Remark, ...]:
        """Return the remarks of one severity."""
        return tuple(remark for remark in self.remarks if remark.severity is severity)


def review(
    text: str,
    book: RuleBook,
    *,
    part: Part | None = None,
    walkthrough: Walkthrough | None = None,
    level: Level | None = None,
) -> Review:
    """Review an answer.

    Args:
        text: what was said; offsets in remarks are its characters.
        book: the word lists and limits.
        part: which part it is; None for a whole answer, whose parts are then found.
        walkthrough: what it answers, for targets and signals.
        level: whose answer it is; the walkthrough's own, or SDE2, where it is not said.
    """
    level = level or (walkthrough.level if walkthrough else Level.SDE2)
    spoken = Spoken(text)
    whole = Range(0, len(spoken.words))
    parts = {part: whole} if part else divide(spoken, book)
    answer = Answer(spoken, parts, book, whole=part is None, level=level, walkthrough=walkthrough)
    remarks = [remark for rule in RULES.values() for remark in rule(answer)] if spoken.words else []
    remarks.sort(key=lambda remark: (remark.start, remark.end, remark.rule))
    signals = _signals(walkthrough, level, part)
    heard = hit(signals, spoken, book)
    return Review(
        tuple(remarks),
        tuple(_heard(answer, each, place) for each, place in parts.items()),
        _headline(remarks, book),
        heard,
        tuple(signal for signal in signals if signal not in heard),
        whole.seconds,
    )


def _signals(walkthrough: Walkthrough | None, level: Level, part: Part | None) -> tuple[str, ...]:
    if walkthrough is None:
        return ()
    parts = [part] if part else list(Part)
    signals = (walkthrough.section(each).signals_for(level) for each in parts)
    return tuple(dict.fromkeys(signal for each in signals for signal in each))


def _heard(answer: Answer, part: Part, place: Range) -> PartHeard:
    span = answer.spoken.span(place.first, place.last) if len(place) else Span(0, 0)
    share = len(place) / max(1, len(answer.spoken.words))
    target = answer.target(part)
    return PartHeard(part, span.start, span.end, len(place), place.seconds, target, share)


def _headline(remarks: Iterable[Remark], book: RuleBook) -> Headline | None:
    faults = [remark for remark in remarks if remark.severity is not Severity.GOOD]
    if not faults:
        return None
    first = min(faults, key=lambda fault: _urgency(fault, book))
    return Headline(first.rule, book.rule(first.rule).change or first.why, first.why)


def _urgency(remark: Remark, book: RuleBook) -> tuple[bool, bool, int, int]:
    """Return what sorts the fault first whose mending would help most.

    What is serious comes first, then the order of the rules in their file. A part that can be
    inferred, though it was not heard, comes behind every other fault.
    """
    light = remark.severity is not Severity.SERIOUS
    return light, light and remark.rule == "missing", book.rank(remark.rule), remark.start


def as_data(found: Review) -> dict[str, object]:
    """Return a review as plain data: offsets in characters, times in seconds."""
    return {
        "remarks": [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "start": each.start,
                "end": each.end,
                "words": each.words,
                "why": each.why,
            }
            for each in found.remarks
        ],
        "headline": None
        if found.headline is None
        else {
            "rule": found.headline.rule,
            "change": found.headline.change,
            "why": found.headline.why,
        },
        "parts": [
            {
                "part": each.part.value,
                "start": each.start,
                "end": each.end,
                "words": each.words,
                "seconds": round(each.seconds, 1),
                "target_seconds": each.target,
                "share": round(each.share, 3),
            }
            for each in found.parts
        ],
        "signals": {
            "hit": [
                {"signal": signal, "start": span.start, "end": span.end}
                for signal, span in found.hit.items()
            ],
            "missed": list(found.missed),
        },
        "steps": found.steps,
        "boundary": found.is_boundary_said,
        "seconds": round(found.seconds, 1),
    }
