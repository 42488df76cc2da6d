"""The app: it reads the shelf, keeps the record, and leads from screen to screen."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from starprep.library.parts import Level, Part
from starprep.library.shelf import read_shelf
from starprep.places import Places, find_places
from starprep.practice.clock import Clock, SystemClock
from starprep.tui.keys import EVERYWHERE
from starprep.tui.messages import Leaving, Practised
from starprep.tui.page import PracticePage
from starprep.tui.screens.library import LibraryScreen
from starprep.tui.settings import read_settings, write_setting
from starprep.tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starprep.practice.events import Event, Stamp
    from starprep.practice.history import History
    from starprep.practice.record import Record
    from starprep.practice.rehearsal import Rehearsal
    from starprep.tui.screens.overview import OverviewScreen
    from starprep.tui.screens.settings import SettingsScreen


_KEY_NAMES = {
    name: name for name in ("enter", "space", "tab", "left", "right", "up", "down", "backspace")
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What to open at once, instead of the library."""

    mode: str
    """learn, rehearse or test."""
    walkthrough: str
    """The walkthrough's id."""
    part: Part | None = None
    """The one part to rehearse; None for the whole answer."""
    level: Level | None = None
    """The level to prepare for; None for the settings' or the walkthrough's own."""


class StarprepApp(App[None]):
    """The rehearsal room.

    Args:
        places: where content, record and settings are; found from the environment if left out.
        opening: what to open at once.
        clock: the clock that countdowns run on.
        stamp: makes the id and time of each event.
        now: tells the time where the candidate is.
        seed: makes the seed of each quiz.
    """

    # The first screen's own styles stand here: Textual reads them for pushed screens only.
    CSS_PATH = ["styles/app.tcss", "styles/library.tcss"]
    BINDINGS = EVERYWHERE
    TITLE = "starprep"

    def __init__(
        self,
        places: Places | None = None,
        opening: Opening | None = None,
        *,
        clock: Clock | None = None,
        stamp: "Callable[[], Stamp] | None" = None,
        now: Callable[[], datetime] | None = None,
        seed: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        self.places = places or find_places(os.environ)
        self.shelf = read_shelf(self.places.content)
        self.settings, self._settings_problems = read_settings(self.places.settings)
        for theme in THEMES.values():
            self.register_theme(theme)
        self._apply_settings()
        self._opening = opening
        self._level = opening.level if opening and opening.level else self.settings.level
        self._clock = clock or SystemClock()
        self._stamp = stamp or _system_stamp
        self._now = now or (lambda: datetime.now().astimezone())
        self._seed = seed or _system_seed
        self.library = LibraryScreen(self.shelf, self.places.own_walkthroughs)
        self._overview: OverviewScreen | None = None
        self._settings_screen: SettingsScreen | None = None

    # -- starting and leaving --------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """Begin in the library."""
        return self.library

    def on_mount(self) -> None:
        """Show the first screen, then read what it does not need."""
        self._catch_signals()
        if self._opening:
            overview = self._open(self._opening.walkthrough)
            if overview:
                self._begin(overview, self._opening.mode, self._opening.part)
        self.call_after_refresh(self._read_the_rest)

    def _catch_signals(self) -> None:
        """Leave as after quitting when the system asks: the record kept, the terminal restored."""
        import asyncio

        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._leave, 128 + number)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # not on this system, or not in the main thread

    def _read_the_rest(self) -> None:
        for problem in self._settings_problems:
            self.notify(str(problem), title="Settings", severity="error", timeout=12, markup=False)
        self._show_practice()
        if self.record.notice:
            self.notify(
                self.record.notice, title="Record", severity="error", timeout=20, markup=False
            )
        self._check_files()

    @work(thread=True, exit_on_error=False)
    def _check_files(self) -> None:
        """Read every file whole, off the screen's thread, and show what is wrong inside them."""
        from starprep.library.checking import check_walkthroughs

        paths = [listing.path for listing in self.shelf.walkthroughs]
        problems = check_walkthroughs(paths, self.shelf.principle_ids)
        if problems:
            self.call_from_thread(self.library.show_problems, problems)

    async def action_quit(self) -> None:
        """Leave starprep; ask first where something is under way."""
        page = next((page for page in self._practice_pages() if page.is_under_way), None)
        if page is None:
            self._leave()
        else:
            page.hold()
            self._ask_to_leave(self._leave)

    def _leave(self, code: int = 0) -> None:
        """Keep what is finished, and end."""
        for page in self._practice_pages():
            self.keep(*page.unkept())
        self.exit(return_code=code)

    def _practice_pages(self) -> "list[PracticePage]":
        return [screen for screen in self.screen_stack if isinstance(screen, PracticePage)]

    def on_leaving(self, message: Leaving) -> None:
        """Ask before a screen is left in the middle."""
        page = message.page

        def leave() -> None:
            self.keep(*page.unkept())
            page.dismiss(False)

        self._ask_to_leave(leave)

    def _ask_to_leave(self, leave: Callable[[], None]) -> None:
        from starprep.tui.screens.ask import AskScreen

        def answered(yes: bool | None) -> None:
            if yes:
                leave()

        question = AskScreen("Leave in the middle?", "What you have finished is kept.")
        self.push_screen(question, answered)

    # -- the record ------------------------------------------------------------------------------

    @cached_property
    def record(self) -> "Record":
        """The record of practice, opened when it is first needed."""
        from starprep.practice.record import Record

        return Record.open(self.places.record, datetime.now(UTC))

    def keep(self, *events: "Event") -> None:
        """Add events to the record; say so where they cannot be saved."""
        from starprep.practice.record import RecordUnwritable

        if not events:
            return
        known = self.record.notice
        try:
            self.record.add(events, datetime.now(UTC))
        except RecordUnwritable as error:
            self.notify(
                f"{self.record.path} could not be written: {error}. "
                "What you did is held, and saving is tried again with the next.",
                title="Not saved",
                severity="error",
                timeout=12,
                markup=False,
            )
        if self.record.notice and self.record.notice != known:
            self.notify(
                self.record.notice, title="Record", severity="error", timeout=20, markup=False
            )

    def on_practised(self, message: Practised) -> None:
        """Keep what a screen says was done."""
        self.keep(*message.events)

    def _history(self, walkthrough: str) -> "History | None":
        from starprep.practice.history import history_of

        return history_of(self.record.events, walkthrough)

    def _show_practice(self) -> None:
        """Show on the screens below what was practised since."""
        from starprep.practice.history import histories

        self.library.show_practice(histories(self.record.events), self._now())
        if self._overview and self._overview.is_mounted:
            walkthrough = self._overview.walkthrough.id
            self._overview.show_practice(self._history(walkthrough), self._now())

    # -- from screen to screen -------------------------------------------------------------------

    def on_library_screen_opened(self, message: LibraryScreen.Opened) -> None:
        """Open the overview of a walkthrough."""
        self._open(message.id)

    def on_library_screen_asked(self, message: LibraryScreen.Asked) -> None:
        """Show what is wrong with a file."""
        from starprep.tui.screens.problems import ProblemsScreen

        problems = self.library.problems_of(message.path)
        self.push_screen(ProblemsScreen(message.path, problems))

    def _open(self, id: str) -> "OverviewScreen | None":
        """Show the overview of a walkthrough, or what is wrong with its file."""
        from starprep.library.reading import read_walkthrough
        from starprep.tui.screens.overview import OverviewScreen
        from starprep.tui.screens.problems import ProblemsScreen

        listing = self.shelf.walkthrough(id)
        heading = self.shelf.principle(listing.principle) if listing else None
        if listing is None or heading is None:
            return None
        reading = read_walkthrough(listing.path, self.shelf.principle_ids)
        if reading.value is None:
            self.library.show_problems(reading.problems)
            self.push_screen(ProblemsScreen(listing.path, reading.problems))
            return None
        level = reading.value.nearest_level(self._level)
        self._overview = OverviewScreen(
            reading.value, heading, level, self._history(id), self._now()
        )
        self.push_screen(self._overview, self._back)
        return self._overview

    def _back(self, _result: object = None) -> None:
        self._show_practice()

    def on_overview_screen_level_changed(self, message: "OverviewScreen.LevelChanged") -> None:
        """Keep to a level from now on."""
        self._level = message.level

    def on_overview_screen_chosen(self, message: "OverviewScreen.Chosen") -> None:
        """Begin with a mode; a rehearsal is planned first."""
        if message.mode == "rehearse":
            self._plan(message.overview)
        else:
            self._begin(message.overview, message.mode)

    def _begin(self, overview: "OverviewScreen", mode: str, part: Part | None = None) -> None:
        if mode == "learn":
            self._learn(overview)
        elif mode == "test":
            self._quiz(overview)
        else:
            self._rehearse(overview, [part] if part else list(Part))

    def _learn(self, overview: "OverviewScreen") -> None:
        from starprep.library.principle import Principle
        from starprep.library.reading import read_principle
        from starprep.practice.events import LearnEvent
        from starprep.tui.learn_pages import Lesson
        from starprep.tui.screens.learn import LearnScreen

        heading, walkthrough = overview.principle, overview.walkthrough
        principle = read_principle(heading.path).value or Principle(
            format=1, id=heading.id, name=heading.name, essence=heading.essence
        )
        names = {each.id: each.name for each in self.shelf.principles}

        def left(pages: tuple[str, ...] | None) -> None:
            if pages:
                unique, time = self._stamp()
                self.keep(LearnEvent(id=unique, time=time, walkthrough=walkthrough.id, pages=pages))
            self._show_practice()

        self.push_screen(LearnScreen(Lesson(walkthrough, principle, names, overview.level)), left)

    def _plan(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.plan import PROBES, WHOLE, PlanScreen

        def chosen(what: str | None) -> None:
            if what == PROBES:
                self._probes(overview)
            elif what:
                self._rehearse(overview, list(Part) if what == WHOLE else [Part(what)])

        history = self._history(overview.walkthrough.id)
        plan = PlanScreen(overview.walkthrough, overview.level, history, self._now())
        self.push_screen(plan, chosen)

    def _rehearse(self, overview: "OverviewScreen", parts: Sequence[Part]) -> None:
        from starprep.practice.rehearsal import Rehearsal
        from starprep.tui.screens.drill import DrillScreen

        history = self._history(overview.walkthrough.id)
        earlier = history.drills if history else ()
        rehearsal = Rehearsal(
            overview.walkthrough, overview.level, parts, earlier, self._clock, self._stamp
        )
        screen = DrillScreen(rehearsal, self.settings.reminder, bell=self.settings.bell)
        self.push_screen(screen, partial(self._rehearsed, overview, rehearsal))

    def _rehearsed(
        self, overview: "OverviewScreen", rehearsal: "Rehearsal", to_the_end: bool | None
    ) -> None:
        self._show_practice()
        if not to_the_end:
            return
        from starprep.practice.debrief import debrief
        from starprep.tui.screens.debrief import AGAIN, PROBES, DebriefScreen

        history = self._history(rehearsal.walkthrough.id)
        drills = history.drills if history else ()
        looked_back = debrief(
            rehearsal.walkthrough, rehearsal.level, rehearsal.limit, rehearsal.done, drills
        )

        def chosen(what: str | None) -> None:
            self._show_practice()
            if what == PROBES:
                self._probes(overview)
            elif what == AGAIN:
                self._rehearse(overview, rehearsal.parts)

        self.push_screen(DebriefScreen(looked_back), chosen)

    def _probes(self, overview: "OverviewScreen") -> None:
        from starprep.tui.screens.probes import ProbesScreen

        history = self._history(overview.walkthrough.id)
        answered = history.probes_answered if history else frozenset()
        screen = ProbesScreen(
            overview.walkthrough, answered, self._clock, self._stamp, bell=self.settings.bell
        )
        self.push_screen(screen, self._back)

    def _quiz(self, overview: "OverviewScreen") -> None:
        from starprep.practice.quiz import Quiz, questions_of
        from starprep.tui.screens.quiz import QuizScreen

        quiz = Quiz(questions_of(overview.walkthrough), self._seed(), self._stamp)
        self.push_screen(QuizScreen(quiz, "Test"), self._back)

    # -- settings and help -----------------------------------------------------------------------

    def _apply_settings(self) -> None:
        self.theme = THEMES[self.settings.theme].name
        self.set_keymap(self.settings.keys)

    def on_library_screen_settings_wanted(self) -> None:
        """Open the settings."""
        self.action_settings()

    def on_overview_screen_settings_wanted(self) -> None:
        """Open the settings."""
        self.action_settings()

    def action_settings(self) -> None:
        """Open the settings."""
        from starprep.tui.screens.settings import SettingsScreen

        self._settings_screen = SettingsScreen(
            self.settings, self.places.settings, self._settings_problems
        )
        self.push_screen(self._settings_screen)

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        """Save a setting and follow it."""
        self._change_setting(message.key, message.value)

    def _change_setting(self, key: str, value: str | bool) -> None:
        try:
            write_setting(self.places.settings, key, value)
        except (OSError, ValueError) as error:
            self.notify(str(error), title="Not saved", severity="error", markup=False)
            return
        self.settings, self._settings_problems = read_settings(self.places.settings)
        self._apply_settings()
        if key == "level":
            self._level = self.settings.level
        if self._settings_screen and self._settings_screen.is_mounted:
            self._settings_screen.show(self.settings)

    def action_help(self) -> None:
        """Show every key of the screen."""
        from starprep.tui.screens.help import HelpScreen

        keys: dict[str, list[str]] = {}
        for key, active in self.screen.active_bindings.items():
            if active.enabled and active.binding.tooltip:
                shown = self.get_key_display(active.binding.with_key(key))
                keys.setdefault(active.binding.tooltip, []).append(shown)
        self.push_screen(HelpScreen((" ".join(each), what) for what, each in keys.items()))

    def get_key_display(self, binding: Binding) -> str:
        """Name a key in letters that every terminal has: enter, esc, left."""
        key = binding.key.partition(",")[0]
        return _KEY_NAMES.get(key) or super().get_key_display(binding)

    def get_system_commands(self, screen: Screen[object]) -> "Iterable[SystemCommand]":
        """Offer in the command palette what works on every screen."""
        other = "light" if self.settings.theme == "dark" else "dark"
        change = partial(self._change_setting, "theme", other)
        yield SystemCommand(f"Theme: {other}", f"Use the {other} theme", change)
        yield SystemCommand("Keys", "Show every key of this screen", self.action_help)
        yield SystemCommand("Settings", "Theme, bell, reminder, level", self.action_settings)
        yield SystemCommand("Quit", "Leave starprep", self.action_quit)


def _system_stamp() -> "Stamp":
    from uuid import uuid4

    from starprep.practice.events import Stamp

    return Stamp(uuid4().hex, datetime.now(UTC).replace(microsecond=0))


def _system_seed() -> int:
    from secrets import randbits

    return randbits(32)
