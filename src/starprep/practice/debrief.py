"""The debrief: what a rehearsal took and hit, part by part, against what it may take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starprep.library.parts import Level, Part
from starprep.library.walkthrough import Walkthrough
from starprep.record.events import DrillEvent
from starprep.record.scales import Cue, Rating

USUAL_RUNS = 3
"""How many earlier spoken attempts at a part `usual` is the mean of."""


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
    cue: Cue
    """The help that there was."""
    typed: bool
    """Whether it was typed and not spoken."""
    usual: float | None
    """The mean of the last earlier attempts spoken at the same part; None where there are none."""

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
class Debrief:
    """A finished rehearsal, looked back on. Times in seconds."""

    level: Level
    shortest: int
    """What the whole should take at least."""
    limit: int
    """What the whole may take at most."""
    rows: tuple[DebriefRow, ...]
    is_whole: bool
    """Whether it is the whole answer."""

    @property
    def seconds(self) -> float:
        """What the whole took."""
        return sum(row.seconds for row in self.rows)

    @property
    def target_seconds(self) -> int:
        """What the targets add up to."""
        return sum(row.target_seconds for row in self.rows)

    @property
    def outside(self) -> float:
        """How far over the limit (more than 0) the whole is, or under the shortest; 0 between."""
        return max(0.0, self.seconds - self.limit) + min(0.0, self.seconds - self.shortest)


def debrief(
    walkthrough: Walkthrough,
    level: Level,
    done: Sequence[DrillEvent],
    earlier: Iterable[DrillEvent],
) -> Debrief:
    """Look back on the sections in `done`, of which there is at least one.

    A whole answer is held against what its level allows, from and to; single parts together against
    their targets.

    Args:
        walkthrough: the story.
        level: the level that was rehearsed for.
        done: the events of this rehearsal; of a part said twice the last one counts.
        earlier: all the walkthrough's drill events, those of this rehearsal among them or not.
    """
    latest = {event.part: event for event in done}
    this = {event.id for event in done}
    before = [event for event in earlier if event.id not in this and event.level is level]
    rows = tuple(
        _row(walkthrough, latest[part], [event for event in before if event.part is part])
        for part in walkthrough.parts
        if part in latest
    )
    is_whole = len(rows) == len(walkthrough.parts)
    if is_whole:
        shortest, limit = walkthrough.times(level)
    else:
        shortest, limit = 0, sum(row.target_seconds for row in rows)
    return Debrief(level, shortest, limit, rows, is_whole)


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
        cue=event.cue,
        typed=event.is_typed,
        usual=sum(recent) / len(recent) if recent else None,
    )
