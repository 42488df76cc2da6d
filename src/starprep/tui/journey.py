"""Which screen follows which, from the overview of a walkthrough to the debrief and back.

Screens do not know each other. Each is given what it shows; what comes of it leads on from here.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from starprep.library.parts import Level, Part
from starprep.library.shelf import Shelf
from starprep.practice.session import Session
from starprep.tui.room import Room

if TYPE_CHECKING:
    from starprep.library.walkthrough import Walkthrough
    from starprep.practice.rehearsal import Rehearsal
    from starprep.review.review import Review
    from starprep.texts.review_texts import Reviewer
    from starprep.tui.screens.overview_screen import OverviewScreen


class Journey:
    """Leads through the screens of one walkthrough at a time.

    Args:
        room: where screens are shown.
        shelf: the walkthroughs and principles.
        session: the record, and what practice runs on.
        level: the level to prepare for; None for each walkthrough's own.
    """

    def __init__(self, room: Room, shelf: Shelf, session: Session, level: Level | None) -> None:
        self.level = level
        self.shelf = shelf
        """The walkthroughs and principles; more may be read later."""
        self._room, self._session = room, session
        self._overview: OverviewScreen | None = None
        self._are_rules_told = False

    def open(self, id: str) -> "OverviewScreen | None":
        """Show the overview of a walkthrough; or what is wrong with its file, and return None."""
        from starprep.library.reading import read_walkthrough
        from starprep.tui.screens.overview_screen import OverviewScreen

        listing = self.shelf.walkthrough(id)
        heading = self.shelf.principle(listing.principle) if listing else None
        if listing is None or heading is None:
            return None
        reading = read_walkthrough(listing.path, self.shelf.principle_ids)
        if reading.value is None:
            self._room.library.show_problems(reading.problems)
            self._room.open_problems(listing.path)
            return None
        self._room.library.point_at(id)
        self._overview = OverviewScreen(
            reading.value,
            heading,
            reading.value.nearest_level(self.level),
            self._session.history(id),
            self._session.now(),
        )
        self._room.push_screen(self._overview, self._back)
        return self._overview

    def begin(self, overview: "OverviewScreen", mode: str, part: Part | None = None) -> None:
        """Begin with a mode: learn, test, test-principle, or rehearse one part or all."""
        if mode == "learn":
            self._learn(overview)
        elif mode == "hunt":
            self._hunt(overview)
        elif mode == "review":
            self.review(overview.walkthrough.id)
        elif mode == "test-principle":
            self.test_many(overview.principle.id)
        elif mode == "test":
            self._test(overview)
        else:
            self._rehearse(overview, [part] if part else list(Part))

    def plan(self, overview: "OverviewScreen") -> None:
        """Ask what to rehearse."""
        from starprep.tui.screens.plan_screen import PROBES, WHOLE, PlanScreen

        def chosen(what: str | None) -> None:
            if what == PROBES:
                self._probe(overview)
            elif what:
                self._rehearse(overview, list(Part) if what == WHOLE else [Part(what)])

        history = self._session.history(overview.walkthrough.id)
        plan = PlanScreen(overview.walkthrough, overview.level, history, self._session.now())
        self._room.push_screen(plan, chosen)

    def show_practice(self) -> None:
        """Show on the screens below what was practised since."""
        self._room.library.show_practice(self._session.histories(), self._session.now())
        if self._overview and self._overview.is_mounted:
            history = self._session.history(self._overview.walkthrough.id)
            self._overview.show_practice(history, self._session.now())

    def _back(self, _result: object = None) -> None:
        self.show_practice()

    def _learn(self, overview: "OverviewScreen") -> None:
        from starprep.library.principle import Principle
        from starprep.library.reading import read_principle
        from starprep.record.events import LearnEvent
        from starprep.texts.learn_texts import Lesson
        from starprep.tui.screens.learn_screen import LearnScreen

        heading, walkthrough = overview.principle, overview.walkthrough
        principle = read_principle(heading.path).value or Principle(
            format=1, id=heading.id, name=heading.name, essence=heading.essence
        )
        names = {each.id: each.name for each in self.shelf.principles}

        def left(pages: tuple[str, ...] | None) -> None:
            if pages:
                unique, time = self._session.stamp()
                self._room.keep(
                    LearnEvent(id=unique, time=time, walkthrough=walkthrough.id, pages=pages)
                )
            self.show_practice()

        lesson = Lesson(walkthrough, principle, names, overview.level)
        self._room.push_screen(LearnScreen(lesson), left)

    def _test(self, overview: "OverviewScreen") -> None:
        from starprep.practice.quiz import Quiz, questions_of
        from starprep.tui.screens.quiz_screen import QuizScreen

        session = self._session
        quiz = Quiz(questions_of(overview.walkthrough), session.seed(), session.stamp)
        self._room.push_screen(QuizScreen(quiz, "Test"), self._back)

    def test_many(self, principle: str | None) -> None:
        """Test a principle, by its id, over all its walkthroughs; or all principles, mixed."""
        from random import Random

        from starprep.practice.quiz import Quiz
        from starprep.practice.selection import items_of, questions_of, select
        from starprep.tui.screens.quiz_screen import QuizScreen

        session, stories = self._session, {each.id: each for each in self._room.library.stock.sound}
        items = items_of(each for each in stories.values() if principle in (None, each.principle))
        seed = session.seed()
        paper = select(items, session.histories(), Random(seed))  # noqa: S311
        asked, problems = questions_of(paper, self.shelf)
        self._room.library.show_problems(problems)
        heading = self.shelf.principle(principle) if principle else None
        title = heading.name if heading else "Mixed test"
        quiz = Quiz(asked, seed, session.stamp)
        self._room.push_screen(QuizScreen(quiz, title, stories), self._back)

    def _hunt(self, overview: "OverviewScreen") -> None:
        from starprep.practice.hunt import Hunt
        from starprep.tui.screens.hunt_screen import HuntScreen

        hunt = Hunt(overview.walkthrough, self._session.clock, self._session.stamp)
        self._room.push_screen(HuntScreen(hunt, bell=self._room.settings.bell), self._back)

    def review(self, id: str | None, part: Part | None = None) -> None:
        """Open the review of an answer to a walkthrough, by its id; or to no one of them."""
        from starprep.library.reading import read_walkthrough
        from starprep.tui.screens.review_screen import ReviewScreen

        listing = self.shelf.walkthrough(id) if id else None
        walkthrough = None
        if listing:
            reading = read_walkthrough(listing.path, self.shelf.principle_ids)
            walkthrough = reading.value
            self._room.library.show_problems(reading.problems)
        level = self.level or (walkthrough.level if walkthrough else Level.SDE2)
        title = listing.title if listing and walkthrough else ""
        screen = ReviewScreen(self._reviewer(walkthrough), level, part, title)
        self._room.push_screen(screen, self._back)

    def _reviewer(self, walkthrough: "Walkthrough | None") -> "Reviewer":
        """Return what reviews an answer to `walkthrough`, by the rules as the user has them."""

        def reviewer(text: str, part: Part | None, level: Level) -> "Review":
            from starprep.review.review import review

            book, problems = self._session.rules
            if not self._are_rules_told:
                self._are_rules_told = True
                for problem in problems:
                    self._room.tell("Review rules", str(problem))
            return review(text, book, part=part, walkthrough=walkthrough, level=level)

        return reviewer

    def _rehearse(self, overview: "OverviewScreen", parts: Sequence[Part]) -> None:
        from starprep.practice.rehearsal import Rehearsal
        from starprep.tui.screens.drill_screen import DrillScreen

        session, settings = self._session, self._room.settings
        history = session.history(overview.walkthrough.id)
        rehearsal = Rehearsal(
            overview.walkthrough,
            overview.level,
            parts,
            history.drills if history else (),
            session.clock,
            session.stamp,
        )
        reviewer = self._reviewer(overview.walkthrough)
        screen = DrillScreen(rehearsal, reviewer, settings.reminder, bell=settings.bell)
        self._room.push_screen(screen, partial(self._rehearsed, overview, rehearsal))

    def _rehearsed(
        self, overview: "OverviewScreen", rehearsal: "Rehearsal", to_the_end: bool | None
    ) -> None:
        self.show_practice()
        if to_the_end:
            self._debrief(overview, rehearsal)

    def _debrief(self, overview: "OverviewScreen", rehearsal: "Rehearsal") -> None:
        from starprep.practice.debrief import debrief
        from starprep.tui.screens.debrief_screen import AGAIN, PROBES, DebriefScreen

        history = self._session.history(rehearsal.walkthrough.id)
        looked_back = debrief(
            rehearsal.walkthrough,
            rehearsal.level,
            rehearsal.limit,
            rehearsal.done,
            history.drills if history else (),
        )

        def chosen(what: str | None) -> None:
            self.show_practice()
            if what == PROBES:
                self._probe(overview)
            elif what == AGAIN:
                self._rehearse(overview, rehearsal.parts)

        self._room.push_screen(DebriefScreen(looked_back), chosen)

    def _probe(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.probes_screen import ProbesScreen

        session = self._session
        history = session.history(overview.walkthrough.id)
        screen = ProbesScreen(
            overview.walkthrough,
            history.probes_answered if history else frozenset(),
            session.clock,
            session.stamp,
            bell=self._room.settings.bell,
        )
        self._room.push_screen(screen, self._back)
