"""The debrief: what a rehearsal took and hit, part by part, and the one thing to work on next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from starprep.library.parts import Level, Part, clock_text, difference_text
from starprep.library.walkthrough import Walkthrough
from starprep.record.events import DrillEvent
from starprep.record.scales import Rating

USUAL_RUNS = 3
"""How many earlier spoken attempts at a part `usual` is the mean of."""

SLACK_SECONDS = 3
"""A part this much over its target, in seconds, is still on time: nobody hears the difference."""

LEAST_ACTION_SHARE = 0.45
"""Action should take half to two thirds of the answer; below this share it is too thin."""

MOST_OPENING_SHARE = 0.4
"""Situation and Task should take a third of the answer at most; above this they crowd the rest."""

FEW_SIGNALS = 0.5
"""Less than this share of a part's signals leaves an interviewer with little to write down."""

SHORT_SHARE = 0.5
"""Less than this share of its target, and a part or an answer has left something out."""


@dataclass(frozen=True, slots=True)
class DebriefRow:
    """How one part went. Times in seconds."""

    part: Part
    target_seconds: int
    seconds: float
    signals: tuple[str, ...]
    """The signals hit."""
    missed: tuple[str, ...]
    """The signals of the example that were not."""
    rating: Rating | None
    usual: float | None
    """The mean of the last earlier spoken attempts at the same part; None where there were none."""

    @property
    def difference(self) -> float:
        """How far over (more than 0) or under the target."""
        return self.seconds - self.target_seconds

    @property
    def hit_share(self) -> float:
        """The share of the signals that was hit; 1 where there are none."""
        total = len(self.signals) + len(self.missed)
        return len(self.signals) / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Advice:
    """The one thing to work on next, and why."""

    headline: str
    why: str
    part: Part | None = None
    """The part it is about; None for the answer as a whole."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """A finished rehearsal, looked back on."""

    level: Level
    limit: int
    """What the whole may take at the level, in seconds."""
    rows: tuple[DebriefRow, ...]
    advice: Advice

    @property
    def seconds(self) -> float:
        """What the whole took."""
        return sum(row.seconds for row in self.rows)

    @property
    def target_seconds(self) -> int:
        """What the targets add up to."""
        return sum(row.target_seconds for row in self.rows)


def debrief(
    walkthrough: Walkthrough,
    level: Level,
    limit: int,
    done: Sequence[DrillEvent],
    earlier: Iterable[DrillEvent],
) -> Debrief:
    """Look back on the sections in `done`, of which there is at least one.

    Args:
        walkthrough: the story.
        level: the level that was rehearsed for.
        limit: how long it all may take, in seconds.
        done: the events of this rehearsal; of a part said twice the last one counts.
        earlier: all the walkthrough's drill events, those of this rehearsal among them or not.
    """
    latest = {event.part: event for event in done}
    this = {event.id for event in done}
    before = [event for event in earlier if event.id not in this and event.level is level]
    rows = tuple(
        _row(walkthrough, latest[part], [event for event in before if event.part is part])
        for part in Part
        if part in latest
    )
    return Debrief(level, limit, rows, advise(rows, limit))


def _row(walkthrough: Walkthrough, event: DrillEvent, before: Sequence[DrillEvent]) -> DebriefRow:
    wanted = walkthrough.signals(event.part, event.level)
    spoken = [each for each in before if not each.is_typed]
    recent = [each.seconds for each in sorted(spoken, key=lambda each: each.time)[-USUAL_RUNS:]]
    return DebriefRow(
        part=event.part,
        target_seconds=event.target_seconds,
        seconds=event.seconds,
        signals=event.signals,
        missed=tuple(signal for signal in wanted if signal not in event.signals),
        rating=event.rating,
        usual=sum(recent) / len(recent) if recent else None,
    )


def advise(rows: Sequence[DebriefRow], limit: int) -> Advice:
    """Choose the one thing to work on: the first rule that applies.

    In order: an answer hardly said; one over its limit, since it gets cut off; an opening that
    crowds out the Action, or an Action too thin to show a contribution; the part with the fewest
    signals, since unsaid things cannot be written down; a part far too short; a part over its
    target; a part rated `again` or `hard`; and else, less help next time.
    """
    rules: tuple[Callable[[Sequence[DebriefRow], int], Advice | None], ...] = (
        _hardly_said,
        _over_limit,
        _out_of_balance,
        _few_signals,
        _too_short,
        _over_target,
        _felt_hard,
    )
    for rule in rules:
        advice = rule(rows, limit)
        if advice:
            return advice
    return Advice(
        "Say it again with less help.",
        "It was in time and the signals were there. Take one cue away; retrieval grows by trying.",
    )


def _hardly_said(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    seconds = sum(row.seconds for row in rows)
    target = sum(row.target_seconds for row in rows)
    if len(rows) == 1 or seconds >= target * SHORT_SHARE:
        return None
    return Advice(
        "Say all of it, aloud and in full.",
        f"It took {clock_text(seconds)} of {clock_text(target)}. Only what is said gets practised.",
    )


def _over_limit(rows: Sequence[DebriefRow], limit: int) -> Advice | None:
    over = sum(row.seconds for row in rows) - limit
    if over <= SLACK_SECONDS:
        return None
    longest = max(rows, key=lambda row: row.difference)
    name = longest.part.title
    return Advice(
        f"Cut the {name}: it ran {difference_text(longest.difference)} against its target.",
        f"It all took {clock_text(over)} more than the {clock_text(limit)} that it may take, "
        "and an interviewer cuts in where it runs long.",
        longest.part,
    )


def _out_of_balance(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    if len(rows) < len(Part):
        return None
    total = sum(row.seconds for row in rows)
    share = {row.part: row.seconds / total if total else 0.0 for row in rows}
    opening = share[Part.SITUATION] + share[Part.TASK]
    if opening > MOST_OPENING_SHARE:
        return Advice(
            "Shorten the opening: get to what you did sooner.",
            f"Situation and Task took {opening:.0%} of the answer. A third is plenty.",
            Part.SITUATION,
        )
    if share[Part.ACTION] < LEAST_ACTION_SHARE:
        return Advice(
            "Give the Action more room.",
            f"It took {share[Part.ACTION]:.0%} of the answer. Half to two thirds is where an "
            "interviewer hears what you yourself did.",
            Part.ACTION,
        )
    return None


def _few_signals(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    row = min(rows, key=lambda row: row.hit_share)
    if row.hit_share >= FEW_SIGNALS:
        return None
    return Advice(
        f"Put the signals into the {row.part.title}.",
        f"{len(row.signals)} of {len(row.signals) + len(row.missed)} were said. "
        f'Begin with "{row.missed[0]}".',
        row.part,
    )


def _too_short(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    row = min(rows, key=lambda row: row.seconds / row.target_seconds)
    if row.seconds >= row.target_seconds * SHORT_SHARE:
        return None
    return Advice(
        f"Say more in the {row.part.title}.",
        f"It took {clock_text(row.seconds)} of {clock_text(row.target_seconds)}. "
        "Add a fact that only you could know.",
        row.part,
    )


def _over_target(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    row = max(rows, key=lambda row: row.difference)
    if row.difference <= SLACK_SECONDS:
        return None
    return Advice(
        f"Trim the {row.part.title} by {round(row.difference)} seconds.",
        "It is the part furthest over its target. Leave out the sentence you would miss least.",
        row.part,
    )


def _felt_hard(rows: Sequence[DebriefRow], _limit: int) -> Advice | None:
    rated = [row for row in rows if row.rating in (Rating.AGAIN, Rating.HARD)]
    if not rated:
        return None
    row = min(rated, key=lambda row: row.rating or Rating.EASY)
    return Advice(
        f"Rehearse the {row.part.title} alone, twice.",
        "The seconds were right and you found it hard. That is the part to say until it is dull.",
        row.part,
    )
