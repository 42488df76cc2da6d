"""Probing: the follow-up questions of a walkthrough, each answered against the clock."""

from collections.abc import Collection

from starprep.library.probe import Probe
from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import Attempt
from starprep.practice.clock import Clock
from starprep.record.events import ProbeEvent, Stamper


class Reply:
    """A follow-up question and the attempt at answering it."""

    def __init__(self, probe: Probe, clock: Clock, *, answered: bool) -> None:
        self.probe = probe
        self.answered = answered
        """Whether it was ever answered."""
        self._clock = clock
        self.attempt = Attempt(probe.target_seconds, clock)

    def again(self) -> None:
        """Begin a new attempt."""
        self.attempt = Attempt(self.probe.target_seconds, self._clock)


class Probing:
    """The replies to all follow-up questions of a walkthrough, in their order.

    Args:
        walkthrough: the story that is asked about.
        answered: the places, from 0, of the questions that were answered before.
        clock: where the time comes from.
        stamp: makes the id and time of each event.
    """

    def __init__(
        self, walkthrough: Walkthrough, answered: Collection[int], clock: Clock, stamp: Stamper
    ) -> None:
        self.walkthrough = walkthrough
        self.replies = tuple(
            Reply(probe, clock, answered=place in answered)
            for place, probe in enumerate(walkthrough.probes)
        )
        self._stamp = stamp

    @property
    def is_under_way(self) -> bool:
        """Whether a reply is being spoken."""
        return any(reply.attempt.is_under_way for reply in self.replies)

    def close(self, reply: Reply) -> tuple[ProbeEvent, ...]:
        """Begin a reply anew; return what to record of it, if it was spoken to its end."""
        spoken = reply.attempt.was_spoken
        events = (self._event(reply),) if spoken else ()
        if spoken:
            reply.answered = True
            reply.again()
        return events

    def unkept(self) -> tuple[ProbeEvent, ...]:
        """Return what to record of the replies that are finished and not yet closed."""
        return tuple(self._event(reply) for reply in self.replies if reply.attempt.was_spoken)

    def hold(self) -> None:
        """Stop every clock that runs."""
        for reply in self.replies:
            reply.attempt.hold()

    def _event(self, reply: Reply) -> ProbeEvent:
        identifier, time = self._stamp()
        return ProbeEvent(
            id=identifier,
            time=time,
            walkthrough=self.walkthrough.id,
            item=reply.probe.id,
            place=self.replies.index(reply),
            answer=reply.probe.key.answer,
            question=reply.probe.question,
            target_seconds=reply.probe.target_seconds,
            seconds=round(reply.attempt.seconds, 1),
            rating=reply.attempt.rating,
        )
