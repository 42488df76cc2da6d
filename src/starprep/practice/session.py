"""One sitting: it starts every mode, and keeps what comes of it in the record.

A session runs on the library, the record, and the time, ids and chance that it is given. Whatever
needs Pydantic (the record, the models of whole files) is imported when it is first asked for, so
that a first screen need not wait for it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.library.library import Library
from starprep.library.parts import Level, Part
from starprep.practice.clock import Clock, SystemClock

if TYPE_CHECKING:
    from starprep.library.probe import Probe
    from starprep.library.problems import Problem
    from starprep.library.shelf import Listing
    from starprep.library.walkthrough import Walkthrough
    from starprep.practice.debrief import Debrief
    from starprep.practice.hunt import Hunt
    from starprep.practice.lesson import Lesson
    from starprep.practice.probing import Probing
    from starprep.practice.quiz import Quiz
    from starprep.practice.rehearsal import Rehearsal
    from starprep.practice.typed import TypedBefore
    from starprep.practice.writing import Writing
    from starprep.record.calendar import Calendar
    from starprep.record.drafts import Drafts, Subject
    from starprep.record.events import DrillEvent, Event, ProbeEvent, Stamp, Stamper
    from starprep.record.file import Record
    from starprep.record.history import History
    from starprep.review.lists import RuleBook
    from starprep.review.review import Review
    from starprep.stories.own_story import OwnStory

Reviewer = Callable[[str, Part | None, Level], "Review"]
"""Makes the review of a text, for a part or None for a whole answer, at a level."""


class Session:
    """What practice needs from the world. Whatever is left out is the machine's own.

    Args:
        library: what there is to practise.
        path: the record's file, for which nothing need exist yet.
        rules: the file that adds to the review's word lists, likewise.
        drafts: the file of what was typed and not finished, likewise; beside the record's if it is
            left out.
        own: the folder of the candidate's own stories; beside the record if it is left out.
        clock: the clock that countdowns run on.
        stamp: makes the id and time of each event.
        now: tells the time.
        zone: where the candidate is; None for the machine's own zone.
        seed: makes the seed of each quiz.
    """

    def __init__(
        self,
        library: Library,
        path: Path,
        rules: Path | None = None,
        drafts: Path | None = None,
        own: Path | None = None,
        *,
        clock: Clock | None = None,
        stamp: "Stamper | None" = None,
        now: Callable[[], datetime] | None = None,
        zone: tzinfo | None = None,
        seed: Callable[[], int] | None = None,
    ) -> None:
        self.library = library
        self.clock = clock or SystemClock()
        self.stamp = stamp or _new_stamp
        self.now = now or (lambda: datetime.now().astimezone())
        self.seed = seed or _new_seed
        self._path, self._rules, self._zone = path, rules, zone
        self._drafts = drafts or path.with_name("drafts.json")
        self._own = own or path.with_name("walkthroughs")
        self._told_of_drafts: set[str] = set()

    @property
    def calendar(self) -> "Calendar":
        """Tells on which day something happened, as of now."""
        from starprep.record.calendar import Calendar

        return Calendar(self.now(), self._zone)

    # -- the record ------------------------------------------------------------------------------

    @cached_property
    def record(self) -> "Record":
        """The record of practice, opened when it is first needed."""
        from starprep.record.file import Record

        return Record.open(self._path, self.now().astimezone(UTC))

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
        if self.record.notice != told:
            return self.record.notice
        return None if self.record.is_read_only else self._clear_drafts(events)

    def history(self, walkthrough: str) -> "History | None":
        """Return what was practised of one walkthrough; None where nothing was."""
        from starprep.record.history import history_of

        return history_of(self.record.events, walkthrough)

    def histories(self) -> "dict[str, History]":
        """Return what was practised of each walkthrough, by its id."""
        from starprep.record.history import histories

        return histories(self.record.events)

    # -- drafts ----------------------------------------------------------------------------------

    @cached_property
    def drafts(self) -> "Drafts":
        """What was typed and not finished, opened when it is first needed."""
        from starprep.record.drafts import Drafts

        return Drafts.open(self._drafts, self.now().astimezone(UTC))

    def typed_before(self, subject: "Subject") -> "TypedBefore | None":
        """Return what was typed last in answer to the same; None where nothing was."""
        from starprep.practice.typed import typed_before

        earlier: Sequence[DrillEvent | ProbeEvent] = ()
        history = self.history(subject.walkthrough) if subject.walkthrough else None
        if history and subject.mode == "drill" and subject.part:
            earlier = history.drills_of(subject.part)
        elif history and subject.mode == "probe":
            earlier = [each for each in history.probes if each.question == subject.question]
        return typed_before(self.drafts.of(subject), earlier, self.calendar)

    def keep_draft(self, subject: "Subject", text: str) -> str | None:
        """Keep what was typed and not finished; return what the candidate should be told, if
        anything. That it cannot be saved is told once.
        """
        return self._change_drafts(
            lambda: self.drafts.keep(subject, text, self.now().astimezone(UTC))
        )

    def _clear_drafts(self, events: "Sequence[Event]") -> str | None:
        """Forget the drafts of answers that are in the record now."""
        from starprep.record.drafts import Subject
        from starprep.record.events import DrillEvent, ProbeEvent

        def clear() -> None:
            for each in events:
                if isinstance(each, DrillEvent) and each.text:
                    subject = Subject("drill", each.walkthrough, each.part)
                elif isinstance(each, ProbeEvent) and each.text:
                    subject = Subject("probe", each.walkthrough, question=each.question)
                else:
                    continue
                self.drafts.clear(subject, self.now().astimezone(UTC))

        return self._change_drafts(clear)

    def _change_drafts(self, change: Callable[[], None]) -> str | None:
        from starprep.record.drafts import DraftsUnwritable

        try:
            change()
        except DraftsUnwritable as error:
            return self._once(
                f"{self._drafts} could not be written: {error}. "
                "What you type and do not finish is held only until you leave."
            )
        return self.drafts_notice()

    def drafts_notice(self) -> str | None:
        """Return what the candidate should be told about the file of drafts, once."""
        return self._once(self.drafts.notice) if "drafts" in vars(self) else None

    def _once(self, notice: str | None) -> str | None:
        if notice is None or notice in self._told_of_drafts:
            return None
        self._told_of_drafts.add(notice)
        return notice

    # -- stories of one's own --------------------------------------------------------------------

    def begin_story(self, question: str, principle: str | None = None) -> "Writing":
        """Begin a story of the candidate's own. Nothing is saved yet.

        Its id is no other story's, nor that of one that could not be saved.
        """
        from starprep.stories.own_story import OwnStory

        unsaved = (each.subject.walkthrough or "" for each in self.drafts.at("story"))
        taken = {*(each.id for each in self.library.shelf.walkthroughs), *unsaved}
        return self._writing(OwnStory.begin(self._own, question, principle, taken=taken))

    def resume_story(self, id: str) -> "Writing":
        """Go on with a story, and with what of it could not be saved.

        Raises:
            StoryUnreadable: its file cannot be changed by starprep.
        """
        from starprep.record.drafts import Subject
        from starprep.stories.own_story import OwnStory

        draft = self.drafts.of(Subject("story", id))
        if draft:
            return self._writing(OwnStory.resume(self._own, id, draft.text))
        return self._writing(OwnStory.open(self._own / f"{id}.toml"))

    def _writing(self, story: "OwnStory") -> "Writing":
        from starprep.practice.writing import Writing

        return Writing(story, self.rules[0])

    def story_to_go_on_with(self) -> str | None:
        """Return the id of the story that was written last and lacks a part; None without one.

        One that could not be saved comes first.
        """
        if unsaved := self.drafts.at("story"):
            return unsaved[0].subject.walkthrough
        lacking = [
            each for each in self.library.offered if each.is_own and len(each.parts) < len(Part)
        ]
        return max(lacking, key=_changed).id if lacking else None

    def save_story(self, story: "OwnStory") -> str | None:
        """Save a story; return what the candidate should be told, if anything.

        Where it cannot be saved it is kept as a draft, whole.
        """
        from starprep.record.drafts import Subject
        from starprep.stories.own_story import StoryUnreadable

        subject = Subject("story", story.id)
        try:
            self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not story.save():
                return None
        except (OSError, StoryUnreadable) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or str(error)
            not_kept = self.keep_draft(subject, story.whole)
            kept = not_kept or "Your text is kept as a draft, and saved with the next step."
            return f"{story.path} could not be written: {why.lower()}. {kept}"
        return self._change_drafts(lambda: self.drafts.clear(subject, self.now().astimezone(UTC)))

    # -- the modes -------------------------------------------------------------------------------

    def lesson(self, walkthrough: "Walkthrough", level: Level) -> "Lesson":
        """Begin to read a walkthrough for a level."""
        from starprep.practice.lesson import Lesson

        principle = self.library.principle(walkthrough.principle or "")
        return Lesson(walkthrough, principle, self.library.principle_names, level, self.stamp)

    def rehearsal(
        self, walkthrough: "Walkthrough", level: Level, parts: Sequence[Part] = ()
    ) -> "Rehearsal":
        """Begin to rehearse some parts of a walkthrough; without any, the whole answer."""
        from starprep.practice.rehearsal import Rehearsal

        history = self.history(walkthrough.id)
        earlier = history.drills if history else ()
        parts = parts or walkthrough.parts
        return Rehearsal(
            walkthrough, level, parts, earlier, lambda: self.rules[0], self.clock, self.stamp
        )

    def debrief(self, rehearsal: "Rehearsal") -> "Debrief":
        """Look back on a rehearsal of which at least one part is done."""
        from starprep.practice.debrief import debrief

        history = self.history(rehearsal.walkthrough.id)
        return debrief(
            rehearsal.walkthrough,
            rehearsal.level,
            rehearsal.done,
            history.drills if history else (),
        )

    def probing(self, walkthrough: "Walkthrough", invited_at: Level | None = None) -> "Probing":
        """Begin to answer the follow-up questions of a walkthrough.

        Args:
            walkthrough: the story.
            invited_at: the level whose text is also asked what it invites itself, after the
                questions of the file; None where only those are asked.
        """
        from starprep.practice.probing import Probing

        invited = self._invited(walkthrough, invited_at) if invited_at else ()
        return Probing(walkthrough, self.clock, self.stamp, invited)

    def _invited(self, walkthrough: "Walkthrough", level: Level) -> "tuple[Probe, ...]":
        from starprep.practice.invited import invited_probes

        return invited_probes(walkthrough, level, self.rules[0])

    def quiz(self, walkthrough: "Walkthrough") -> "Quiz":
        """Begin the quiz of one walkthrough, in its own order."""
        from starprep.practice.quiz import Quiz, questions_of

        return Quiz(questions_of(walkthrough), self.seed(), self.stamp)

    def test(self, principle: str | None = None) -> "Quiz":
        """Begin a test over a principle, by its id; or over all of them, mixed.

        A question whose file has gone wrong is left out; what is wrong is in the library then.
        """
        from random import Random

        from starprep.practice.quiz import Quiz, questions_of
        from starprep.practice.selection import items_of, select

        offered = self.library.offered
        items = items_of(each for each in offered if principle in (None, each.principle))
        seed = self.seed()
        selected = select(items, self.histories(), Random(seed))  # noqa: S311
        names = {item.walkthrough for item in selected}
        whole = {name: self.library.walkthrough(name) for name in names}
        asked = [
            posed
            for item in selected
            if (walkthrough := whole[item.walkthrough])
            for posed in questions_of(walkthrough)
            if posed.question.key == item.key
        ]
        return Quiz(asked, seed, self.stamp, "principle" if principle else "mixed")

    def hunt(self, walkthrough: "Walkthrough") -> "Hunt":
        """Begin to hunt the red flags of a walkthrough's weak answer."""
        from starprep.practice.hunt import Hunt

        return Hunt(walkthrough, self.clock, self.stamp)

    @cached_property
    def rules(self) -> "tuple[RuleBook, tuple[Problem, ...]]":
        """What the review goes by, and what is wrong with the user's own additions to it."""
        from starprep.review.rule_files import read_rules

        return read_rules(self._rules)

    def reviewer(self, walkthrough: "Walkthrough | None" = None) -> Reviewer:
        """Return what reviews answers to a walkthrough, or to none, by the rules of the user."""

        def reviewer(text: str, part: Part | None, level: Level) -> "Review":
            from starprep.review.review import review

            book, _ = self.rules
            return review(text, book, part=part, walkthrough=walkthrough, level=level)

        return reviewer


def _changed(listing: "Listing") -> float:
    """Return when a story's file was changed last, in seconds since the epoch."""
    try:
        return listing.path.stat().st_mtime
    except OSError:
        return 0.0


def _new_stamp() -> "Stamp":
    from uuid import uuid4

    from starprep.record.events import Stamp

    return Stamp(uuid4().hex, datetime.now(UTC).replace(microsecond=0))


def _new_seed() -> int:
    from secrets import randbits

    return randbits(32)
