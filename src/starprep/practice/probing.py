"""Probing: the follow-up questions, one at a time, as an interviewer asks them."""

from collections.abc import Sequence

from starprep.library.probe import Probe
from starprep.library.speech import spoken_seconds
from starprep.library.text import as_typed
from starprep.library.walkthrough import Walkthrough
from starprep.practice.attempt import Attempt
from starprep.practice.clock import Clock
from starprep.record.events import ProbeEvent, Stamper
from starprep.record.scales import Rating

POOR = (Rating.AGAIN, Rating.HARD)
"""The ratings of replies that are worth saying once more."""


class Reply:
    """A follow-up question and the attempt at answering it.

    Args:
        place: the question's index in the walkthrough, from 0.
        probe: the question.
        clock: where the time comes from.
    """

    def __init__(self, place: int, probe: Probe, clock: Clock) -> None:
        self.place, self.probe = place, probe
        self.attempt = Attempt(probe.target_seconds, clock)
        self.text = ""
        """What was typed, where the reply was typed."""

    @property
    def is_poor(self) -> bool:
        """Whether it was rated again or hard."""
        return self.attempt.rating in POOR


class Probing:
    """Asks the follow-up questions of a walkthrough in their order; the next is not seen before.

    Args:
        walkthrough: the story that is asked about.
        clock: where the time comes from.
        stamp: makes the id and time of each event.
        invited: what is asked beside the questions of the walkthrough, after them.
    """

    def __init__(
        self, walkthrough: Walkthrough, clock: Clock, stamp: Stamper, invited: Sequence[Probe] = ()
    ) -> None:
        self.walkthrough = walkthrough
        self.probes = (*walkthrough.probes, *invited)
        """All that can be asked: what the file asks, then what is asked beside."""
        self._clock, self._stamp = clock, stamp
        self._ask(range(len(self.probes)))

    def _ask(self, places: Sequence[int]) -> None:
        self._places = tuple(places)
        self.done: tuple[Reply, ...] = ()
        """The replies of this round that are closed, in order; of one said twice, the last."""
        self._begin()

    def _begin(self) -> None:
        if not self.is_over:
            place = self._places[len(self.done)]
            self.reply = Reply(place, self.probes[place], self._clock)
            """The question that is asked now, and the reply to it; at the end, the last one."""

    @property
    def count(self) -> int:
        """How many questions this round asks."""
        return len(self._places)

    @property
    def number(self) -> int:
        """The number of the question that is asked now, from 1; at the end, of the last one."""
        return min(len(self.done) + 1, self.count)

    @property
    def is_over(self) -> bool:
        """Whether every question of this round was asked."""
        return len(self.done) == len(self._places)

    @property
    def is_under_way(self) -> bool:
        """Whether a reply is being spoken."""
        return not self.is_over and self.reply.attempt.is_under_way

    @property
    def poor(self) -> tuple[Reply, ...]:
        """The closed replies of this round that were rated again or hard."""
        return tuple(reply for reply in self.done if reply.is_poor)

    def finish(self, text: str = "") -> None:
        """End the reply; what it probes is open now.

        Where it was typed, `text` is what was typed, and its time is what its words take to say.
        """
        self.reply.text = as_typed(text).strip()
        if self.reply.text:
            self.type(self.reply.text)
        self.reply.attempt.finish()

    def type(self, text: str) -> None:
        """Take what is typed so far for what is said, as long as its words take to say."""
        self.reply.attempt.type(spoken_seconds(text))

    def rate(self, rating: Rating) -> None:
        """Say how the reply went."""
        self.reply.attempt.rate(rating)

    def proceed(self) -> tuple[ProbeEvent, ...]:
        """Close the reply and ask the next question; return what to record.

        That is nothing where the replies were only read.

        Raises:
            ValueError: the reply is not finished, or there is no question left.
        """
        events = self._close()
        self.done = (*self.done, self.reply)
        self._begin()
        return events

    def repeat(self) -> tuple[ProbeEvent, ...]:
        """Close the reply and ask the same question anew; return what to record of the first.

        Raises:
            ValueError: as in `proceed`.
        """
        events = self._close()
        self._begin()
        return events

    def ask_poor_again(self) -> None:
        """Begin a round of those that were rated again or hard.

        Raises:
            ValueError: there are none, or this round is not over.
        """
        if not self.is_over or not self.poor:
            raise ValueError("nothing to ask again")
        self._ask([reply.place for reply in self.poor])

    def unkept(self) -> tuple[ProbeEvent, ...]:
        """Return what to record of a reply that is finished and not yet closed."""
        spoken = not self.is_over and self.reply.attempt.was_spoken
        return (self._event(),) if spoken else ()

    def hold(self) -> None:
        """Stop the clock where it runs."""
        self.reply.attempt.hold()

    def _close(self) -> tuple[ProbeEvent, ...]:
        if self.is_over or not self.reply.attempt.is_over:
            raise ValueError("the reply is not finished")
        return self.unkept()

    def _event(self) -> ProbeEvent:
        identifier, time = self._stamp()
        probe, attempt = self.reply.probe, self.reply.attempt
        return ProbeEvent(
            id=identifier,
            time=time,
            walkthrough=self.walkthrough.id,
            item=probe.id,
            place=self.reply.place if self.reply.place < len(self.walkthrough.probes) else None,
            answer=probe.key.answer,
            question=probe.question,
            target_seconds=probe.target_seconds,
            seconds=round(attempt.seconds, 1),
            rating=attempt.rating,
            typed=True if self.reply.text else None,
            text=self.reply.text or None,
        )
