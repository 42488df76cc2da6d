"""What the record tells: last times, bests and trends. Everything here is computed from events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starprep.library.parts import Level, Part
from starprep.record.events import (
    DrillEvent,
    Event,
    HuntEvent,
    LearnEvent,
    ProbeEvent,
    QuizEvent,
)
from starprep.record.fading import suggest_cue


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


@dataclass(frozen=True, slots=True)
class History:
    """What was practised of one walkthrough, oldest first in every list."""

    walkthrough: str
    last: datetime
    """When anything of it was last practised."""
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
        whole = [_run(parts) for parts in groups.values() if len(parts) == len(Part)]
        return tuple(sorted(whole, key=lambda run: run.time))

    @property
    def best(self) -> Run | None:
        """The whole answer with the most signals hit; of equals the one nearest to its targets."""
        return min(self.runs, key=lambda run: (-run.signals, abs(run.difference)), default=None)

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

    @property
    def probes_answered(self) -> frozenset[str]:
        """The follow-up questions that were ever answered."""
        return frozenset(event.question for event in self.probes)

    @property
    def answers(self) -> dict[str, QuizEvent]:
        """The latest first-round answer to each quiz question, by its prompt."""
        return {event.prompt: event for event in self.quiz if event.round == 1}

    @property
    def known(self) -> frozenset[str]:
        """The quiz questions whose latest first-round answer was right."""
        return frozenset(prompt for prompt, event in self.answers.items() if event.correct)

    @property
    def asked(self) -> frozenset[str]:
        """The quiz questions ever answered."""
        return frozenset(event.prompt for event in self.quiz)

    def drills_of(self, part: Part) -> tuple[DrillEvent, ...]:
        """Return the attempts at one part, at any level."""
        return tuple(event for event in self.drills if event.part is part)


def _run(parts: dict[Part, DrillEvent]) -> Run:
    events = tuple(parts[part] for part in Part)
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
    return histories(event for event in events if event.walkthrough == walkthrough).get(walkthrough)


def histories(events: Iterable[Event]) -> dict[str, History]:
    """Return what was practised of each walkthrough, by its id."""
    groups: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.time):
        groups.setdefault(event.walkthrough, []).append(event)
    return {name: _history(name, group) for name, group in groups.items()}


def _history(walkthrough: str, events: Sequence[Event]) -> History:
    return History(
        walkthrough,
        events[-1].time,
        tuple(event for event in events if isinstance(event, DrillEvent)),
        tuple(event for event in events if isinstance(event, ProbeEvent)),
        tuple(event for event in events if isinstance(event, QuizEvent)),
        tuple(event for event in events if isinstance(event, LearnEvent)),
        tuple(event for event in events if isinstance(event, HuntEvent)),
    )


def days_ago(then: datetime, now: datetime) -> int:
    """Return how many midnights lie between `then` and `now` where `now` is; never below 0."""
    return max(0, (now.date() - then.astimezone(now.tzinfo).date()).days)


def ago_text(then: datetime, now: datetime) -> str:
    """Say how long ago `then` was, in days: `today`, `yesterday`, `3 days ago`, or the date."""
    days = days_ago(then, now)
    if days <= 1:
        return "yesterday" if days else "today"
    return f"{days} days ago" if days < 14 else then.astimezone(now.tzinfo).date().isoformat()


def statistics(history: History) -> dict[str, object]:
    """Return what is computed of one walkthrough as plain data, times in seconds and ISO 8601."""
    best, best_hunt = history.best, history.best_hunt
    parts = {part: history.drills_of(part) for part in Part}
    return {
        "last": history.last.isoformat(),
        "whole_answers": [_run_as_data(run) for run in history.runs],
        "best": _run_as_data(best) if best else None,
        "parts": {
            part.value: {
                "attempts": len(drills),
                "last_seconds": drills[-1].seconds,
                "last_difference": round(drills[-1].seconds - drills[-1].target_seconds, 1),
                "last_signals": len(drills[-1].signals),
                "last_rating": drills[-1].rating,
                "next_cue": suggest_cue(drills).value,
            }
            for part, drills in parts.items()
            if drills
        },
        "probes_answered": len(history.probes_answered),
        "quiz": {"asked": len(history.asked), "right": len(history.known)},
        "pages_read": sorted(history.pages_read),
        "hunts": [_hunt_as_data(hunt) for hunt in history.hunts],
        "best_hunt": _hunt_as_data(best_hunt) if best_hunt else None,
    }


def _hunt_as_data(hunt: HuntEvent) -> dict[str, object]:
    return {
        "time": hunt.time.isoformat(),
        "target_seconds": hunt.target_seconds,
        "seconds": hunt.seconds,
        "found": hunt.found,
        "missed": hunt.missed,
        "imagined": hunt.imagined,
    }


def _run_as_data(run: Run) -> dict[str, object]:
    return {
        "time": run.time.isoformat(),
        "level": run.level.value,
        "target_seconds": run.target_seconds,
        "seconds": round(run.seconds, 1),
        "signals": run.signals,
    }
