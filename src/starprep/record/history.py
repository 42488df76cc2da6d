"""What the record tells: last times, bests and trends. Everything here is computed from events."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from starprep.library.parts import Level, Part
from starprep.record.events import (
    DrillEvent,
    Event,
    HuntEvent,
    LearnEvent,
    ProbeEvent,
    QuizEvent,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A whole answer: all five parts said in one rehearsal."""

    time: datetime
    """When its last part was done."""
    level: Level
    target_seconds: int
    seconds: float
    signals: int
    """How many signals were hit."""
    parts: tuple[DrillEvent, ...]
    """The five events, in the order of the parts; of a part said twice, the last one."""

    @property
    def difference(self) -> float:
        """How far over (more than 0) or under its targets the run is, in seconds."""
        return self.seconds - self.target_seconds

    @property
    def is_typed(self) -> bool:
        """Whether any part of it was typed: then its seconds are no pace of speech."""
        return any(event.is_typed for event in self.parts)


@dataclass(frozen=True, slots=True)
class History:
    """What was practised of one walkthrough, oldest first in every list."""

    walkthrough: str
    last: datetime | None
    """When it was last practised; None where its questions were only asked in tests over several
    walkthroughs, which open no story."""
    drills: tuple[DrillEvent, ...] = ()
    probes: tuple[ProbeEvent, ...] = ()
    quiz: tuple[QuizEvent, ...] = ()
    visits: tuple[LearnEvent, ...] = ()
    hunts: tuple[HuntEvent, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The whole answers, by the time of their last part."""
        groups: dict[str, dict[Part, DrillEvent]] = {}
        for event in self.drills:
            groups.setdefault(event.run, {})[event.part] = event
        whole = [_run(parts) for parts in groups.values() if _is_whole(parts)]
        return tuple(sorted(whole, key=lambda run: run.time))

    @property
    def best(self) -> Run | None:
        """The whole answer with the most signals hit; of equals the one nearest to its targets.

        Only those that were spoken from beginning to end count.
        """
        spoken = (run for run in self.runs if not run.is_typed)
        return min(spoken, key=lambda run: (-run.signals, abs(run.difference)), default=None)

    @property
    def best_hunt(self) -> HuntEvent | None:
        """The hunt with the fewest flags missed and imagined together; of equals the quickest."""
        return min(
            self.hunts, key=lambda hunt: (hunt.missed + hunt.imagined, hunt.seconds), default=None
        )

    @property
    def pages_read(self) -> frozenset[str]:
        """The pages ever opened in Learn."""
        return frozenset(page for visit in self.visits for page in visit.pages)

    def drills_of(self, part: Part) -> tuple[DrillEvent, ...]:
        """Return the attempts at one part, at any level."""
        return tuple(event for event in self.drills if event.part is part)

    def spoken_of(self, part: Part) -> tuple[DrillEvent, ...]:
        """Return the attempts at one part that were spoken: those that tell of pace."""
        return tuple(event for event in self.drills_of(part) if not event.is_typed)


def _is_whole(parts: dict[Part, DrillEvent]) -> bool:
    """Tell whether all the parts of the story were said, as many as it had then."""
    return len(parts) == max(event.parts or len(Part) for event in parts.values())


def _run(parts: dict[Part, DrillEvent]) -> Run:
    events = tuple(parts[part] for part in Part if part in parts)
    return Run(
        time=max(event.time for event in events),
        level=events[-1].level,
        target_seconds=sum(event.target_seconds for event in events),
        seconds=sum(event.seconds for event in events),
        signals=sum(len(event.signals) for event in events),
        parts=events,
    )


def history_of(events: Iterable[Event], walkthrough: str) -> History | None:
    """Return what was practised of one walkthrough; None where nothing was."""
    return histories(events).get(walkthrough)


def histories(events: Iterable[Event]) -> dict[str, History]:
    """Return what was practised of each walkthrough, by its id."""
    groups: dict[str, list[Event]] = {}
    stories: dict[int, str | None] = {}
    for event in sorted(events, key=_time):
        groups.setdefault(event.walkthrough, []).append(event)
        if isinstance(event, QuizEvent) and event.over is None:
            first = stories.setdefault(event.seed, event.walkthrough)
            stories[event.seed] = first if first == event.walkthrough else None
    several = frozenset(seed for seed, story in stories.items() if story is None)
    return {name: _history(name, group, several) for name, group in groups.items()}


_time = attrgetter("time")


def _history(walkthrough: str, events: Sequence[Event], several: Collection[int]) -> History:
    """Sort the events of a walkthrough by kind.

    `several` are the seeds of quizzes that do not tell what they were over, and asked questions of
    several walkthroughs.
    """
    kinds: dict[type[Event], list[Any]] = {}
    for event in events:
        kinds.setdefault(type(event), []).append(event)
    last = next((each.time for each in reversed(events) if _is_of_story(each, several)), None)
    return History(
        walkthrough,
        last,
        tuple(kinds.get(DrillEvent, ())),
        tuple(kinds.get(ProbeEvent, ())),
        tuple(kinds.get(QuizEvent, ())),
        tuple(kinds.get(LearnEvent, ())),
        tuple(kinds.get(HuntEvent, ())),
    )


def _is_of_story(event: Event, several: Collection[int]) -> bool:
    """Tell whether the candidate turned to this one story, rather than to several at once."""
    if not isinstance(event, QuizEvent):
        return True
    return event.over == "story" if event.over else event.seed not in several
