"""A rehearsal: one section of the answer, or all five in one go, each against its target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starprep.library.fitting import Fitted
from starprep.library.parts import Level, Part
from starprep.library.section import Section
from starprep.library.speech import spoken_seconds
from starprep.library.text import as_typed
from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import Attempt
from starprep.practice.clock import Clock
from starprep.record.events import DrillEvent, Event, Stamper
from starprep.record.fading import Suggestion, suggest
from starprep.review.lists import RuleBook
from starprep.review.signals import hit
from starprep.review.spoken import Spoken


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """How one part stands in the pacing ledger; all in seconds."""

    part: Part
    target_seconds: int
    seconds: float | None
    """What the part took, or has taken so far; None where it has not begun."""
    is_current: bool
    has_ended: bool
    """Whether `seconds` is all that it took, and no longer grows."""

    @property
    def difference(self) -> float:
        """How far over (more than 0) or under its target the part is.

        A part that is not said to its end can be over, and not yet under: 0 until then.
        """
        if self.seconds is None:
            return 0.0
        off = self.seconds - self.target_seconds
        return off if self.has_ended else max(0.0, off)


class Rehearsal:
    """The sections of one rehearsal in order, what was done in them and what comes next.

    Args:
        walkthrough: the story.
        level: the level to rehearse for; one that the walkthrough has.
        parts: the parts to say, in order; all five for the whole answer.
        earlier: the drill events of this walkthrough so far, oldest first; they suggest the cues.
        rules: reads the word lists by which signals are heard, once a text is typed.
        clock: where the time comes from.
        stamp: makes the id and time of each event, and the id of the run.
    """

    example: Fitted
    """What a strong candidate of the level says in the part, and what of it to leave out."""
    suggestion: Suggestion
    """The cue that the earlier attempts lead to, and why."""

    def __init__(
        self,
        walkthrough: Walkthrough,
        level: Level,
        parts: Sequence[Part],
        earlier: Sequence[DrillEvent],
        rules: Callable[[], RuleBook],
        clock: Clock,
        stamp: Stamper,
    ) -> None:
        self.walkthrough = walkthrough
        self.level = level
        self.parts = tuple(parts)
        self.done: list[DrillEvent] = []
        self._earlier = list(earlier)
        self._rules = rules
        self._clock = clock
        self._stamp = stamp
        self._run = stamp().id
        self._index = 0
        self._begin()

    def _begin(self) -> None:
        target = self.walkthrough.target(self.part, self.level)
        self.example = self.walkthrough.fitted(self.part, self.level)
        signals = self.walkthrough.signals(self.part, self.level)
        self.attempt = Attempt(target, self._clock, signals)
        known = [
            each for each in self._earlier if each.part is self.part and each.level is self.level
        ]
        self.suggestion = suggest(known)
        self.cue = self.suggestion.cue
        self.text = ""
        self.previous = known[-1] if known else None

    @property
    def part(self) -> Part:
        """The part to say now; the last one once the rehearsal is over."""
        return self.parts[min(self._index, len(self.parts) - 1)]

    @property
    def section(self) -> Section:
        """The section of the part to say now."""
        return self.walkthrough.section(self.part)

    @property
    def is_cue_suggested(self) -> bool:
        """Whether the cue is the suggested one, and was not changed by hand."""
        return self.cue is self.suggestion.cue

    @property
    def is_over(self) -> bool:
        """Whether every part was said."""
        return self._index >= len(self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole answer."""
        return self.parts == self.walkthrough.parts

    @property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """One row a part, in order. Of a part said twice the last time counts."""
        taken: dict[Part, float] = {event.part: event.seconds for event in self.done}
        ended = set(taken)
        if not self.is_over and (self.attempt.was_spoken or self.attempt.seconds > 0):
            taken[self.part] = self.attempt.seconds
            (ended.add if self.attempt.is_over else ended.discard)(self.part)
        return tuple(
            LedgerRow(
                part,
                self.walkthrough.target(part, self.level),
                taken.get(part),
                part is self.part and not self.is_over,
                part in ended,
            )
            for part in self.parts
        )

    @property
    def limit(self) -> int:
        """How long it all may take at this level, in seconds."""
        if self.is_whole:
            return self.walkthrough.times(self.level)[1]
        return sum(self.walkthrough.target(part, self.level) for part in self.parts)

    def type(self, text: str) -> None:
        """Take what is typed so far for what is said, as long as its words take to say."""
        self.attempt.type(spoken_seconds(text))

    def finish(self, text: str = "") -> None:
        """End the section; `text` is what was typed, where it was not spoken.

        The signals heard in it are marked already, and its time is what its words take to say.
        """
        self.text = as_typed(text).strip()
        if self.text:
            self.type(self.text)
        self.attempt.finish()
        if self.text:
            for signal in hit(self.attempt.signals, Spoken(self.text), self._rules()):
                self.attempt.mark(signal, said=True)

    def proceed(self) -> DrillEvent:
        """Close the section and go on to the next; return what to record of it.

        Raises:
            ValueError: the section has not been finished.
        """
        event = self._close()
        self._index += 1
        if not self.is_over:
            self._begin()
        return event

    def repeat(self) -> DrillEvent:
        """Close the section and begin the same one anew; return what to record of the first.

        Raises:
            ValueError: the section has not been finished.
        """
        event = self._close()
        self._begin()
        return event

    def unkept(self) -> tuple[Event, ...]:
        """Return what a candidate who leaves now has finished and not gone on from."""
        return (self._event(),) if not self.is_over and self.attempt.is_over else ()

    def _close(self) -> DrillEvent:
        if self.is_over or not self.attempt.is_over:
            raise ValueError(f"the {self.part} is not finished")
        event = self._event()
        self.done.append(event)
        self._earlier.append(event)
        return event

    def _event(self) -> DrillEvent:
        identifier, time = self._stamp()
        return DrillEvent(
            id=identifier,
            time=time,
            walkthrough=self.walkthrough.id,
            run=self._run,
            part=self.part,
            parts=None if self.walkthrough.parts == tuple(Part) else len(self.walkthrough.parts),
            level=self.level,
            target_seconds=self.attempt.target_seconds,
            seconds=round(self.attempt.seconds, 1),
            cue=self.cue,
            signals=self.attempt.marked,
            wanted=len(self.attempt.signals),
            rating=self.attempt.rating,
            text=self.text or None,
            typed=True if self.text else None,
        )
