"""The app: it starts and ends, keeps what screens have done, and hears what they say."""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen
from textual.worker import get_current_worker

from starprep import __version__
from starprep.library.library import MOST_AT_ONCE, Library
from starprep.places import Places, find_places
from starprep.practice.clock import Clock
from starprep.practice.mode import Mode, Request
from starprep.practice.session import Session
from starprep.tui.journey import Journey
from starprep.tui.keyboards import advice, script
from starprep.tui.keys import EVERYWHERE, KEY_NAMES
from starprep.tui.leaving import (
    ask_to_leave,
    leave_when_asked,
    outliving_the_terminal,
    practice_pages,
)
from starprep.tui.own_stories import OwnStories
from starprep.tui.page import PracticePage, Practised, Unfinished
from starprep.tui.screens.library_screen import LibraryScreen
from starprep.tui.settings import Value, read_settings, write_setting
from starprep.tui.story_journey import StoryJourney
from starprep.tui.themes import THEMES

if TYPE_CHECKING:
    from textual.driver import Driver

    from starprep.record.events import Event, Stamper
    from starprep.tui.palette import Finds
    from starprep.tui.screens.coverage_screen import CoverageScreen
    from starprep.tui.screens.overview_screen import OverviewScreen
    from starprep.tui.screens.review_screen import ReviewScreen
    from starprep.tui.screens.settings_screen import SettingsScreen
    from starprep.tui.screens.story_screen import StoryScreen


def _finds() -> "type[Finds]":
    from starprep.tui.palette import Finds

    return Finds


class StarprepApp(App[None]):
    """The rehearsal room.

    Args:
        places: where content, record and settings are; found from the environment if left out.
        request: what to open at once.
        library: what there is to practise; read from `places` if left out.
        clock, stamp, now, seed: see `Session`.
    """

    # The first screen's own styles stand here: Textual reads them for pushed screens only.
    CSS_PATH = ["styles/app.tcss", "styles/library.tcss"]
    COMMANDS = {_finds}
    BINDINGS = EVERYWHERE
    TITLE = "starprep"

    def __init__(
        self,
        places: Places | None = None,
        request: Request | None = None,
        *,
        library: Library | None = None,
        clock: Clock | None = None,
        stamp: "Stamper | None" = None,
        now: Callable[[], datetime] | None = None,
        seed: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        self.places = places or find_places(os.environ)
        self.library = library or Library(
            self.places.content,
            self.places.index,
            MOST_AT_ONCE,
            own=self.places.own_walkthroughs,
        )
        self.session = Session(
            self.library,
            self.places.record,
            self.places.rules,
            self.places.drafts,
            self.places.own_walkthroughs,
            clock=clock,
            stamp=stamp,
            now=now,
            seed=seed,
        )
        self.settings, self._settings_problems = read_settings(self.places.settings)
        self.library_screen = LibraryScreen(self.library, self.places.own_walkthroughs)
        self.journey = Journey(self, self.session, self.library_screen, self.settings, self.tell)
        self.stories = StoryJourney(self, self.session, self.journey, self.tell)
        self.own_stories = OwnStories(
            self,
            self.library,
            self.places.own_walkthroughs,
            self.journey,
            self.library_screen,
            self.tell,
        )
        if request and request.level:
            self.journey.level = request.level
        self._request = request
        self._settings_screen: SettingsScreen | None = None
        self._is_left = False
        self._is_script_told = False
        for theme in THEMES.values():
            self.register_theme(theme)
        self._apply_settings()

    # -- starting and leaving --------------------------------------------------------------------

    def get_driver_class(self) -> "type[Driver]":
        """Draw so that the end of the terminal is the end of the app too."""
        return outliving_the_terminal(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """Begin in the library."""
        return self.library_screen

    def on_mount(self) -> None:
        """Heed the system; open at once what a command named."""
        leave_when_asked(self.leave)
        if self._request and self._request.mode is Mode.WRITE:
            self.stories.begin(self._request.principle)
        elif self._request:
            self.journey.enter(self._request)

    def on_library_screen_drawn(self) -> None:
        """Read what the first screen did not need."""
        for problem in self._settings_problems:
            self.tell("Settings", str(problem))
        self.journey.show_practice()
        self.tell("Record", self.session.record.notice)
        self._read_on()

    @work(thread=True, exit_on_error=False)
    def _read_on(self) -> None:
        """Read the rest of the library off the screen's thread."""
        worker = get_current_worker()
        for news in self.library.read_on(__version__):
            if worker.is_cancelled:
                break
            self.call_from_thread(self.journey.hear, news)

    async def action_quit(self) -> None:
        """Leave starprep; ask first where something is under way."""
        page = next((page for page in practice_pages(self) if page.is_under_way), None)
        if page is None:
            self.leave()
        else:
            page.hold()
            ask_to_leave(self, page, self.leave)

    def leave(self, code: int = 0) -> None:
        """Keep what is finished, and end; once, though shell and system may both ask for it."""
        if self._is_left:
            return
        self._is_left = True
        pages = practice_pages(self)
        for page in pages:
            self.keep(*page.unkept())
        # What a screen has said a moment ago, and what was typed, is still on its way here, and is
        # kept first.
        (pages[-1] if pages else self.screen).call_later(self.call_later, self._end, code)

    def _end(self, code: int) -> None:
        for page in practice_pages(self):
            self.keep_unfinished(page)
        self.exit(return_code=code)

    # -- what screens say ------------------------------------------------------------------------

    def keep(self, *events: "Event") -> None:
        """Add events to the record; say so where they cannot be saved."""
        self.tell("Record", self.session.keep(*events))

    def keep_unfinished(self, page: PracticePage) -> None:
        """Keep what is typed on a page and not finished."""
        if story := page.written_story():
            self.stories.save(story)
        if unfinished := page.unfinished():
            self.on_unfinished(unfinished)

    def on_unfinished(self, message: Unfinished) -> None:
        """Keep what was typed and not finished."""
        told = self.session.keep_draft(message.subject, message.text)
        self.tell("Drafts", told)
        if message.told and not told:
            self.notify(message.told, markup=False)

    def tell(self, title: str, text: str | None) -> None:
        """Say in the corner what the candidate should know, if anything."""
        if text:
            self.notify(text, title=title, severity="error", timeout=20, markup=False)

    def on_practised(self, message: Practised) -> None:
        """Keep what was done."""
        self.keep(*message.events)

    def on_practice_page_leaving(self, message: PracticePage.Leaving) -> None:
        """Ask before a screen is left in the middle."""
        page = message.page

        def leave() -> None:
            self.keep(*page.unkept())
            self.keep_unfinished(page)
            page.dismiss(False)

        ask_to_leave(self, page, leave)

    def on_library_screen_opened(self, message: LibraryScreen.Opened) -> None:
        """Open the overview of a walkthrough, once, however long enter is held down."""
        if self.screen is self.library_screen:
            self.journey.open(message.id)

    def on_library_screen_tested(self, message: LibraryScreen.Tested) -> None:
        """Test a principle, or all of them."""
        if self.screen is self.library_screen:
            self.journey.test(message.principle)

    def on_library_screen_reviewing(self) -> None:
        """Open the review, of no walkthrough."""
        if self.screen is self.library_screen:
            self.journey.review(None)

    def on_library_screen_beginning(self) -> None:
        """Write a story of one's own."""
        if self.screen is self.library_screen:
            self.stories.begin()

    def on_review_screen_mine(self, message: "ReviewScreen.Mine") -> None:
        """Make what is written in the review a story of one's own."""
        if self.screen is message.review and not self.stories.is_writing:
            self.stories.make(message.subject.walkthrough, message.texts)

    def on_story_screen_stepped(self, message: "StoryScreen.Stepped") -> None:
        """Save a story, as a step in it is done."""
        self.stories.save(message.story)

    def on_library_screen_covering(self) -> None:
        """Show which stories serve which principles."""
        if self.screen is self.library_screen:
            self.journey.cover()

    def on_coverage_screen_asked(self, message: "CoverageScreen.Asked") -> None:
        """Show what could be told of a principle."""
        self.journey.show_questions(message.principle)

    def on_library_screen_editing(self, message: LibraryScreen.Editing) -> None:
        """Lend the terminal to the candidate's editor."""
        if self.screen is self.library_screen:
            self.own_stories.edit(message.path)

    def on_library_screen_deleting(self, message: LibraryScreen.Deleting) -> None:
        """Delete a story, after asking."""
        if self.screen is self.library_screen:
            self.own_stories.delete(message.path)

    def on_library_screen_undoing(self) -> None:
        """Bring back what was deleted."""
        self.own_stories.undo()

    def on_library_screen_narrowing(self, message: LibraryScreen.Narrowing) -> None:
        """Offer what the library can be narrowed to."""
        if self.screen is self.library_screen:
            self.journey.narrow(message.kinds)

    def on_library_screen_asked(self, message: LibraryScreen.Asked) -> None:
        """Show what is wrong with a file."""
        if self.screen is self.library_screen:
            self.journey.show_problems(message.path)

    def on_overview_screen_level_changed(self, message: "OverviewScreen.LevelChanged") -> None:
        """Keep to a level from now on."""
        self.journey.level = message.level

    def on_overview_screen_chosen(self, message: "OverviewScreen.Chosen") -> None:
        """Begin with a mode; a rehearsal is planned first."""
        if self.screen is not message.overview:
            return
        if message.mode is Mode.REHEARSE:
            self.journey.plan(message.overview)
        else:
            self.journey.begin(message.overview, message.mode)

    def on_overview_screen_editing(self, message: "OverviewScreen.Editing") -> None:
        """Lend the terminal to the candidate's editor."""
        listing = self.library.listing(message.overview.walkthrough.id)
        if self.screen is message.overview and listing:
            self.own_stories.edit(listing.path)

    def on_overview_screen_tested(self, message: "OverviewScreen.Tested") -> None:
        """Test the whole principle of the walkthrough in sight."""
        if self.screen is message.overview:
            self.journey.test(message.overview.walkthrough.principle)

    # -- settings and help -----------------------------------------------------------------------

    def _apply_settings(self) -> None:
        self.theme = THEMES[self.settings.theme].name
        self.set_keymap(self.settings.keys)
        self.journey.settings = self.settings

    def action_settings(self) -> None:
        """Open the settings."""
        from starprep.tui.screens.settings_screen import SettingsScreen

        self._settings_screen = SettingsScreen(
            self.settings, self.places.settings, self._settings_problems
        )
        self.push_screen(self._settings_screen)

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        """Save a setting and follow it."""
        self._change_setting(message.key, message.value)

    def _change_setting(self, key: str, value: Value) -> None:
        try:
            write_setting(self.places.settings, key, value)
        except (OSError, ValueError) as error:
            self.tell("Settings not saved", str(error))
            return
        self.settings, self._settings_problems = read_settings(self.places.settings)
        self._apply_settings()
        if key == "level":
            self.journey.level = self.settings.level
        if self._settings_screen in self.screen_stack:
            self._settings_screen.show(self.settings)

    def action_help(self) -> None:
        """Show every key of the screen."""
        from starprep.tui.screens.help_screen import HelpScreen

        self.push_screen(HelpScreen(self.screen.active_bindings, self.get_key_display))

    def get_key_display(self, binding: Binding) -> str:
        """Name a key in letters that every terminal has: enter, esc, left."""
        key = binding.key.partition(",")[0]
        return KEY_NAMES.get(key) or super().get_key_display(binding)

    def on_key(self, event: Key) -> None:
        """Say once what to do about a keyboard whose letters are no keys here."""
        written = script(event.character)
        if written and event.key not in self.screen.active_bindings and not self._is_script_told:
            self._is_script_told = True
            told = advice(written, event.character or "", str(self.places.settings))
            self.notify(told, title="Keyboard", timeout=20, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer in the command palette what works on every screen."""
        other = "light" if self.settings.theme == "dark" else "dark"
        change = partial(self._change_setting, "theme", other)
        yield SystemCommand(f"Theme: {other}", f"Use the {other} theme", change)
        if self.library.offered:
            mixed = partial(self.journey.test, None)
            yield SystemCommand("Mixed test", "Ten questions over all principles", mixed)
        review = partial(self.journey.review, None)
        if not self.stories.is_writing:
            about = "Choose a question and write on it, part by part"
            yield SystemCommand("New story of your own", about, self.stories.begin)
        yield SystemCommand("Review", "Write an answer and hear the remarks", review)
        cover = self.journey.cover
        yield SystemCommand("Coverage", "Which stories serve which principles", cover)
        read_in = self.own_stories.read_in
        yield SystemCommand("Import stories from a file …", "Read your own notes", read_in)
        yield SystemCommand("Keys", "Show every key of this screen", self.action_help)
        yield SystemCommand("Settings", "Theme, bell, reminder, level", self.action_settings)
        yield SystemCommand("Quit", "Leave starprep", self.action_quit)
