"""One sitting: the record that it adds to, and the time, ids and chance that it runs on.

The record and its models need Pydantic. They are imported when they are first asked for, so that
the first screen need not wait for them.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.practice.clock import Clock, SystemClock

if TYPE_CHECKING:
    from starprep.library.problems import Problem
    from starprep.record.events import Event, Stamp, Stamper
    from starprep.record.file import Record
    from starprep.record.history import History
    from starprep.review.lists import RuleBook


class Session:
    """What practice needs from the world. Whatever is left out is the machine's own.

    Args:
        path: the record's file, for which nothing need exist yet.
        rules: the file that adds to the review's word lists, likewise.
        clock: the clock that countdowns run on.
        stamp: makes the id and time of each event.
        now: tells the time where the candidate is.
        seed: makes the seed of each quiz.
    """

    def __init__(
        self,
        path: Path,
        rules: Path | None = None,
        *,
        clock: Clock | None = None,
        stamp: "Stamper | None" = None,
        now: Callable[[], datetime] | None = None,
        seed: Callable[[], int] | None = None,
    ) -> None:
        self.clock = clock or SystemClock()
        self.stamp = stamp or _new_stamp
        self.now = now or (lambda: datetime.now().astimezone())
        self.seed = seed or _new_seed
        self._path, self._rules = path, rules

    @cached_property
    def record(self) -> "Record":
        """The record of practice, opened when it is first needed."""
        from starprep.record.file import Record

        return Record.open(self._path, self.now().astimezone(UTC))

    @cached_property
    def rules(self) -> "tuple[RuleBook, tuple[Problem, ...]]":
        """What the review goes by, and what is wrong with the user's own additions to it."""
        from starprep.review.lists import read_rules

        return read_rules(self._rules)

    def keep(self, *events: "Event") -> str | None:
        """Add events to the record; return what the candidate should be told, if anything."""
        from starprep.record.file import RecordUnwritable

        if not events:
            return None
        told = self.record.notice
        try:
            self.record.add(events, self.now().astimezone(UTC))
        except RecordUnwritable as error:
            return (
                f"{self.record.path} could not be written: {error}. "
                "What you did is held, and saving is tried again with the next."
            )
        return self.record.notice if self.record.notice != told else None

    def history(self, walkthrough: str) -> "History | None":
        """Return what was practised of one walkthrough; None where nothing was."""
        from starprep.record.history import history_of

        return history_of(self.record.events, walkthrough)

    def histories(self) -> "dict[str, History]":
        """Return what was practised of each walkthrough, by its id."""
        from starprep.record.history import histories

        return histories(self.record.events)


def _new_stamp() -> "Stamp":
    from uuid import uuid4

    from starprep.record.events import Stamp

    return Stamp(uuid4().hex, datetime.now(UTC).replace(microsecond=0))


def _new_seed() -> int:
    from secrets import randbits

    return randbits(32)
