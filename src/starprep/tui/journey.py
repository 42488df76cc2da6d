"""Which screen follows which, from the library to the debrief and back.

Screens do not know each other. Each is given what it shows; what comes of it leads on from here.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from starprep.library.browse import Group
from starprep.library.library import News, Progress
from starprep.library.parts import Level, Part
from starprep.practice.mode import Mode, Request
from starprep.practice.session import Reviewer, Session
from starprep.tui.screens.library_screen import LibraryScreen
from starprep.tui.settings import Settings

if TYPE_CHECKING:
    from starprep.library.shelf import Listing
    from starprep.library.walkthrough import Walkthrough
    from starprep.practice.rehearsal import Rehearsal
    from starprep.practice.typed import TypedBefore
    from starprep.record.drafts import Subject
    from starprep.review.review import Review
    from starprep.tui.screens.overview_screen import OverviewScreen


class Journey:
    """Pushes the screens, each with what the session made for it.

    Args:
        app: where screens are shown.
        session: starts every mode, and keeps what comes of it.
        library_screen: the first screen.
        settings: the candidate's own; the app changes them.
        tell: says in the corner, under a title, what the candidate should know.
    """

    def __init__(
        self,
        app: App[None],
        session: Session,
        library_screen: LibraryScreen,
        settings: Settings,
        tell: Callable[[str, str | None], None],
    ) -> None:
        self.level = settings.level
        """The level to prepare for; None for each walkthrough's own."""
        self.settings = settings
        self._app, self._session, self._tell = app, session, tell
        self.library, self.library_screen = session.library, library_screen
        self._overview: OverviewScreen | None = None
        self._are_rules_told = False

    # -- the library -----------------------------------------------------------------------------

    def enter(self, request: Request) -> None:
        """Open at once what a command asked for."""
        if request.mode is Mode.REVIEW:
            self.review(request.walkthrough, request.part)
        elif request.walkthrough is None:
            self.test(request.principle)
        elif overview := self.open(request.walkthrough):
            self.begin(overview, request.mode, [request.part] if request.part else ())

    def hear(self, news: News) -> None:
        """Take in what was read of the library, and show it."""
        if isinstance(news, Progress):
            self.library_screen.show_progress(news)
        elif news:
            self.library.take(news)
            self.library_screen.show_library()

    def show_practice(self, _result: object = None) -> None:
        """Show on the screens below what was practised since."""
        calendar = self._session.calendar
        self.library_screen.show_practice(self._session.histories(), calendar)
        if overview := self._overview_in_sight:
            overview.show_practice(self._session.history(overview.walkthrough.id), calendar)

    @property
    def _overview_in_sight(self) -> "OverviewScreen | None":
        """The overview, as long as it is on the screen or below what is."""
        overview = self._overview
        return overview if overview in self._app.screen_stack else None

    def open(self, id: str) -> "OverviewScreen | None":
        """Show the overview of a walkthrough; or what is wrong with its file, and return None."""
        from starprep.tui.screens.overview_screen import OverviewScreen

        walkthrough, listing = self._whole(id), self.library.listing(id)
        if walkthrough is None:
            if listing:
                self.show_problems(listing.path)
            return None
        self.library_screen.point_at(id)
        self._overview = OverviewScreen(
            walkthrough,
            self.library.heading(walkthrough.principle or ""),
            walkthrough.nearest_level(self.level),
            self._session.history(id),
            self._session.calendar,
            is_own=listing is not None and listing.is_own,
        )
        self._app.push_screen(self._overview, self.show_practice)
        return self._overview

    def _whole(self, id: str) -> "Walkthrough | None":
        """Read a walkthrough whole, and show in the library where it has gone wrong."""
        walkthrough = self.library.walkthrough(id)
        if walkthrough is None:
            self.library_screen.show_library()
        return walkthrough

    def _title(self, walkthrough: "Walkthrough") -> str:
        listing = self.library.listing(walkthrough.id)
        return listing.title if listing else walkthrough.id

    def show_problems(self, path: Path) -> None:
        """Show all that is wrong with the file at `path`."""
        from starprep.tui.screens.problems_screen import ProblemsScreen

        problems = tuple(self.library.problems.get(path, ()))
        is_held = self.library.is_held(path)
        self._app.push_screen(ProblemsScreen(path, problems, is_held=is_held))

    def show_changed(self, path: Path) -> None:
        """Show what the file at `path` holds now that it was changed, or what is wrong with it."""
        self.library_screen.show_library()
        overview = self._overview_in_sight
        if overview and overview is self._app.screen:
            overview.dismiss(None)
            if self.library.listing(overview.walkthrough.id):
                self.open(overview.walkthrough.id)
        if path in self.library.problems:
            self.show_problems(path)

    def narrow(self, kinds: tuple[tuple[str, tuple[Group, ...]], ...]) -> None:
        """Offer what the library can be narrowed to."""
        from starprep.tui.screens.narrow_screen import NarrowScreen

        async def chosen(word: str | None) -> None:
            if word:
                await self.library_screen.narrow_to(word)

        self._app.push_screen(NarrowScreen(kinds), chosen)

    def cover(self) -> None:
        """Show which stories serve which principles."""
        from starprep.practice.portfolio import coverage_of
        from starprep.tui.screens.coverage_screen import CoverageScreen

        self._app.push_screen(CoverageScreen(coverage_of(self._session)))

    def show_questions(self, id: str) -> None:
        """Show what could be told of a principle, by its id."""
        from starprep.practice.portfolio import coverage_of
        from starprep.texts.coverage_texts import tell_here
        from starprep.tui.screens.reading_screen import ReadingScreen

        if principle := self.library.principle(id):
            serving = coverage_of(self._session).serving(id)
            told = tell_here(principle, serving)
            self._app.push_screen(ReadingScreen(told, "Coverage", principle.name))

    def show_cue_sheet(self, id: str) -> None:
        """Show a story's cue sheet, and the command that writes it."""
        from starprep.practice.portfolio import cue_sheet_of
        from starprep.texts.styled import Role, blocks
        from starprep.tui.screens.reading_screen import ReadingScreen

        listing, sheet = self.library.listing(id), cue_sheet_of(self._session, id)
        if listing and sheet:
            command = f"starprep export {id} -o {id}.md"
            told = blocks((f"This command writes it: {command}", Role.MUTED), sheet)
            self._app.push_screen(ReadingScreen(told, listing.title, "Cue sheet"))

    @property
    def story(self) -> "Listing | None":
        """The story in sight: that of the overview, or in the library the one under the cursor."""
        if overview := self._overview_in_sight:
            return self.library.listing(overview.walkthrough.id)
        return self.library_screen.story

    # -- the modes -------------------------------------------------------------------------------

    def begin(self, overview: "OverviewScreen", mode: Mode, parts: Sequence[Part] = ()) -> None:
        """Begin with a mode; a rehearsal is of `parts`."""
        match mode:
            case Mode.LEARN:
                self._learn(overview)
            case Mode.REHEARSE:
                self._rehearse(overview, parts)
            case Mode.FOLLOW_UPS:
                self._probe(overview)
            case Mode.TEST:
                self._test(overview)
            case Mode.HUNT:
                self._hunt(overview)
            case Mode.REVIEW:
                self.review(overview.walkthrough.id)

    def plan(self, overview: "OverviewScreen") -> None:
        """Ask what to rehearse."""
        from starprep.practice.plan import PROBES, WHOLE, Choice
        from starprep.tui.screens.plan_screen import PlanScreen

        def chosen(what: Choice | None) -> None:
            if what == PROBES:
                self._probe(overview)
            elif what:
                self._rehearse(overview, () if what == WHOLE else [Part(what)])

        story, calendar = overview.walkthrough, self._session.calendar
        history = self._session.history(story.id)
        plan = PlanScreen(story, self._title(story), overview.level, history, calendar)
        self._app.push_screen(plan, chosen)

    def _learn(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.learn_screen import LearnScreen

        lesson = self._session.lesson(overview.walkthrough, overview.level)

        def left(_result: object) -> None:
            self._tell("Record", self._session.keep(lesson.finish()))
            self.show_practice()

        self._app.push_screen(LearnScreen(lesson, self._title(overview.walkthrough)), left)

    def _test(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.quiz_screen import QuizScreen

        quiz = self._session.quiz(overview.walkthrough)
        stories = {each.id: each for each in self.library.offered}
        self._app.push_screen(QuizScreen(quiz, "Test", stories), self.show_practice)

    def test(self, principle: str | None) -> None:
        """Test a principle, by its id, over all its walkthroughs; or all principles, mixed."""
        from starprep.tui.screens.quiz_screen import QuizScreen

        library = self.library
        stories = {each.id: each for each in library.offered}
        heading = library.heading(principle) if principle else None
        quiz = self._session.test(principle)
        if len(library.offered) < len(stories):  # a file has gone wrong since
            self.library_screen.show_library()
        title = heading.name if heading else "Mixed test"
        self._app.push_screen(QuizScreen(quiz, title, stories), self.show_practice)

    def _hunt(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.hunt_screen import HuntScreen

        hunt = self._session.hunt(overview.walkthrough)
        self._app.push_screen(HuntScreen(hunt, bell=self.settings.bell), self.show_practice)

    def review(self, id: str | None, part: Part | None = None) -> None:
        """Open the review of an answer to a walkthrough, by its id; or to no one of them."""
        from starprep.record.drafts import Subject
        from starprep.tui.screens.review_screen import ReviewScreen

        listing = self.library.listing(id) if id else None
        walkthrough = self._whole(listing.id) if listing else None
        level = self.level or (walkthrough.level if walkthrough else Level.SDE2)
        title = listing.title if listing and walkthrough else ""
        subject = Subject("review", listing.id if title and listing else None, part)
        before = self._typed_before(subject)
        screen = ReviewScreen(self.reviewer(walkthrough), level, subject, title, before)
        self._app.push_screen(screen, self.show_practice)

    def reviewer(self, walkthrough: "Walkthrough | None") -> Reviewer:
        """Return the session's reviewer, which at its first use tells what is wrong with rules."""
        reviewer = self._session.reviewer(walkthrough)

        def telling(text: str, part: Part | None, level: Level) -> "Review":
            if not self._are_rules_told:
                self._are_rules_told = True
                for problem in self._session.rules[1]:
                    self._tell("Review rules", str(problem))
            return reviewer(text, part, level)

        return telling

    def _typed_before(self, subject: "Subject") -> "TypedBefore | None":
        """Find what was typed before in answer to something, and tell what is wrong with drafts."""
        found = self._session.typed_before(subject)
        self._tell("Drafts", self._session.drafts_notice())
        return found

    def _rehearse(self, overview: "OverviewScreen", parts: Sequence[Part]) -> None:
        from starprep.tui.screens.drill_screen import DrillScreen

        rehearsal = self._session.rehearsal(overview.walkthrough, overview.level, parts)
        screen = DrillScreen(
            rehearsal,
            self.reviewer(overview.walkthrough),
            self._typed_before,
            self.settings.reminder,
            self._title(overview.walkthrough),
            bell=self.settings.bell,
            confirms=self.settings.confirm_rating,
        )
        self._app.push_screen(screen, partial(self._rehearsed, overview, rehearsal))

    def _rehearsed(
        self, overview: "OverviewScreen", rehearsal: "Rehearsal", to_the_end: bool | None
    ) -> None:
        self.show_practice()
        if to_the_end:
            self._debrief(overview, rehearsal)

    def _debrief(self, overview: "OverviewScreen", rehearsal: "Rehearsal") -> None:
        from starprep.tui.screens.debrief_screen import AGAIN, PROBES, DebriefScreen

        def chosen(what: str | Part | None) -> None:
            self.show_practice()
            if what == PROBES:
                self._probe(overview)
            elif what == AGAIN:
                self._rehearse(overview, rehearsal.parts)
            elif what:
                self._rehearse(overview, [Part(what)])

        found = self._session.debrief(rehearsal)
        story = self._title(overview.walkthrough)
        self._app.push_screen(DebriefScreen(found, story, self._session.calendar), chosen)

    def _probe(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.probes_screen import ProbesScreen

        story = overview.walkthrough
        listing = self.library.listing(story.id)
        is_own = listing is not None and listing.is_own
        invites = is_own or not story.probes
        probing = self._session.probing(story, overview.level if invites else None)
        if not probing.count:
            self._app.notify("There is too little text here to ask about yet.", markup=False)
            return
        screen = ProbesScreen(
            probing,
            self.reviewer(None),
            self._typed_before,
            overview.level,
            self._title(overview.walkthrough),
            self._session.calendar,
            bell=self.settings.bell,
            confirms=self.settings.confirm_rating,
        )
        self._app.push_screen(screen, self.show_practice)
