"""The overview of a walkthrough: what it is about, the level, and three ways to prepare."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level
from starprep.library.shelf import Heading
from starprep.library.walkthrough import Walkthrough
from starprep.practice.guidance import next_mode
from starprep.practice.mode import Mode, lacking
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.texts import overview_texts
from starprep.texts.styled import Role, Styled
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import OVERVIEW
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.more import More

MODES = (Mode.LEARN, Mode.REHEARSE, Mode.TEST)


class OverviewScreen(Page[None]):
    """Stays below the modes that it leads to."""

    CSS_PATH = "../styles/overview.tcss"
    BINDINGS = OVERVIEW

    class Chosen(Message):
        """A mode was chosen."""

        def __init__(self, overview: "OverviewScreen", mode: Mode) -> None:
            super().__init__()
            self.overview = overview
            self.mode = mode

    class Editing(Message):
        """The story's file is to be edited."""

        def __init__(self, overview: "OverviewScreen") -> None:
            super().__init__()
            self.overview = overview

    class Tested(Message):
        """A test of the whole principle was asked for."""

        def __init__(self, overview: "OverviewScreen") -> None:
            super().__init__()
            self.overview = overview

    class LevelChanged(Message):
        """Another level was chosen."""

        def __init__(self, level: Level) -> None:
            super().__init__()
            self.level = level

    def __init__(
        self,
        walkthrough: Walkthrough,
        principle: Heading | None,
        level: Level,
        history: History | None,
        calendar: Calendar,
        *,
        is_own: bool = False,
    ) -> None:
        super().__init__(principle.name if principle else "Yours", aside=level.label)
        self.walkthrough, self.principle, self.level = walkthrough, principle, level
        self._history, self._calendar, self._is_own = history, calendar, is_own

    def body(self) -> Iterable[Widget]:
        """The modes and the level on one side, the story on the other."""
        yield Static(content((self.walkthrough.question, Role.STRONG)), id="question")
        with Horizontal(id="sides"):
            with Vertical(id="ways"):
                yield Choices(id="modes")
                yield Static(id="level", markup=False)
                yield Static(id="bar", markup=False)
            with Vertical(id="about"):
                with VerticalScroll(classes="text", can_focus=False) as text:
                    yield Static(id="story", classes="prose")
                yield More(text, "page_text(1)")

    def on_mount(self) -> None:
        """Take the focus to the modes."""
        self.query_one("#modes", Choices).focus()
        self._draw()
        self._point_at_next()

    def show_practice(self, history: History | None, calendar: Calendar) -> None:
        """Show what was done since, and what comes next."""
        self._history, self._calendar = history, calendar
        if self.is_mounted:  # or it draws all of it when it is
            self._draw()
            self._point_at_next()

    def _point_at_next(self) -> None:
        mode = next_mode(self._history, self._calendar)
        self.query_one("#modes", Choices).highlighted = MODES.index(mode)

    def _draw(self) -> None:
        modes = self.query_one("#modes", Choices)
        chosen = modes.highlighted
        modes.set_options(
            Option(HangingIndent(way), id=mode)
            for mode, way in zip(MODES, self._ways(), strict=True)
        )
        modes.highlighted = chosen
        story, level = self.walkthrough, self.level
        told = overview_texts.story(story, level, self._history, self._calendar)
        self.query_one("#story", Static).update(HangingIndent(told))
        levels = overview_texts.levels(self._key_of("level(1)"), story, level)
        self.query_one("#level", Static).update(content(levels))
        self.query_one("#bar", Static).update(content(overview_texts.bar(story, level)))
        self.top_bar.show(aside=level.label)

    def _key_of(self, action: str) -> str:
        bindings = (active.binding for active in self.active_bindings.values())
        keys = (self.app.get_key_display(each) for each in bindings if each.action == action)
        return next(keys, " ")

    def _ways(self) -> Iterable[Styled]:
        story, history = self.walkthrough, self._history
        yield overview_texts.learn(1, story, history)
        yield overview_texts.rehearse(2, story, self.level, history, self._calendar)
        yield overview_texts.test(3, story, history)

    def action_mode(self, number: int) -> None:
        """Begin with the mode of that number, from 1."""
        self._choose(MODES[number - 1])

    def _choose(self, mode: Mode) -> None:
        if lacking(mode, self.walkthrough) is None:
            self.post_message(self.Chosen(self, mode))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the story has parts for."""
        if action == "hunt":
            return lacking(Mode.HUNT, self.walkthrough) is None
        if action == "edit":
            return self._is_own
        if action == "test_principle":
            return self.principle is not None
        return super().check_action(action, parameters)

    def action_test_principle(self) -> None:
        """Test the whole principle."""
        self.post_message(self.Tested(self))

    def action_edit(self) -> None:
        """Edit the story's file."""
        self.post_message(self.Editing(self))

    def action_hunt(self) -> None:
        """Hunt the red flags of the weak answer."""
        self.post_message(self.Chosen(self, Mode.HUNT))

    def action_review(self) -> None:
        """Write an answer to this question and hear the remarks."""
        self.post_message(self.Chosen(self, Mode.REVIEW))

    def action_open(self) -> None:
        """Begin with the mode under the cursor."""
        chosen = self.query_one("#modes", Choices).chosen
        if chosen:
            self._choose(Mode(chosen))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    def action_level(self, by: int) -> None:
        """Go to the next level, and after the last to the first."""
        levels = self.walkthrough.known_levels
        self.level = levels[(levels.index(self.level) + by) % len(levels)]
        self._draw()
        self.post_message(self.LevelChanged(self.level))
