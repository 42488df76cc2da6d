"""The settings: what can be changed here, and where the rest stands."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual import on
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level
from starprep.library.problems import Problem
from starprep.texts.styled import Role, Styled, blocks, joined, lines, styled
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import SETTINGS
from starprep.tui.page import Page
from starprep.tui.settings import Settings
from starprep.tui.text import content
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.line import Line


class SettingsScreen(Page[None]):
    """One line a setting; enter changes it, and it is saved at once."""

    CSS_PATH = "../styles/settings.tcss"
    BINDINGS = SETTINGS

    class Changed(Message):
        """A setting was changed."""

        def __init__(self, key: str, value: str | bool) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(self, settings: Settings, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__("Settings")
        self._settings, self._path, self._problems = settings, path, problems

    def body(self) -> Iterable[Widget]:
        """The settings, a line to write in, where the file is, what is wrong with it."""
        yield Choices(id="settings")
        yield Vertical(id="line")
        with VerticalScroll(classes="text", can_focus=False):
            yield Static(content(self._about()), classes="prose hint")

    def on_mount(self) -> None:
        """Take the focus to the list."""
        self._draw()
        self._list.highlighted = 0
        self._list.focus()

    @property
    def _list(self) -> Choices:
        return self.query_one("#settings", Choices)

    def show(self, settings: Settings) -> None:
        """Show the settings as they are now."""
        self._settings = settings
        self._draw()

    def _draw(self) -> None:
        chosen = self._list.highlighted
        settings = self._settings
        level = settings.level.label if settings.level else "as each walkthrough is written"
        rows = {
            "theme": settings.theme,
            "bell": "on" if settings.bell else "off",
            "level": level,
            "confirm_rating": "waits for enter" if settings.confirm_rating else "goes on by itself",
            "reminder": settings.reminder or "none yet",
        }
        meaning = {
            "theme": "light or dark",
            "bell": "rings in the last fifth, and at zero",
            "level": "what to prepare for",
            "confirm_rating": "what 1 to 4 does once a section is said",
            "reminder": "a line of your own, in sight while you rehearse",
        }
        self._list.set_options(
            Option(
                HangingIndent(
                    lines(
                        joined((f"{_name(key):<10}", Role.STRONG), value),
                        (f"{'':<10}{meaning[key]}", Role.MUTED),
                    )
                ),
                id=key,
            )
            for key, value in rows.items()
        )
        self._list.highlighted = chosen

    def _about(self) -> Styled:
        about = styled(f"Kept in {self._path}, where keys can be changed too.", Role.MUTED)
        if not self._problems:
            return about
        found = [joined(("! ", Role.WARNING), str(problem)) for problem in self._problems]
        return blocks(about, lines("Not used, until it is mended:", *found))

    async def action_change(self) -> None:
        """Change the setting under the cursor."""
        settings = self._settings
        match self._list.chosen:
            case "theme":
                self._change("theme", "light" if settings.theme == "dark" else "dark")
            case "bell":
                self._change("bell", not settings.bell)
            case "confirm_rating":
                self._change("confirm_rating", not settings.confirm_rating)
            case "level":
                levels = list(Level)
                following = levels.index(settings.level) + 1 if settings.level else 0
                self._change("level", levels[following % len(levels)].value)
            case "reminder":
                await self._write()

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does to the line that is written."""
        return "Keep" if binding.action == "submit" else super().key_label(binding)

    def _change(self, key: str, value: str | bool) -> None:
        self.post_message(self.Changed(key, value))

    async def _write(self) -> None:
        line = Line(self._settings.reminder, "such as: slow down at the numbers")
        await self.query_one("#line").remove_children()
        await self.query_one("#line").mount(line)
        line.focus()

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        self._change("reminder", event.value.strip())
        self._close_line()

    def _close_line(self) -> None:
        self.query_one("#line").remove_children()
        self._list.focus()

    @on(OptionList.OptionSelected)
    async def _clicked(self) -> None:
        await self.action_change()

    async def action_back(self) -> None:
        """Leave the line without a change; or leave the screen."""
        if self.query("#line Input"):
            self._close_line()
        else:
            self.dismiss(None)


def _name(key: str) -> str:
    return "Rating" if key == "confirm_rating" else key.capitalize()
