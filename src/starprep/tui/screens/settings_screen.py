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

from starprep.library.problems import Problem
from starprep.texts.styled import Role, Styled, blocks, joined, lines, styled
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import SETTINGS
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.settings import ROWS, Settings, Value
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.line import Line


class SettingsScreen(Page[None]):
    """One line a setting; enter changes it, and it is saved at once."""

    CSS_PATH = "../styles/settings.tcss"
    BINDINGS = SETTINGS

    class Changed(Message):
        """A setting was changed."""

        def __init__(self, key: str, value: Value) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(self, settings: Settings, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__("Settings")
        self._settings, self._path, self._problems = settings, path, problems
        self._written = ""  # the setting that the line is for

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
        self._list.set_options(
            Option(
                HangingIndent(
                    lines(
                        joined((f"{setting.title:<10}", Role.STRONG), setting.said(self._now(key))),
                        (f"{'':<10}{setting.meaning}", Role.MUTED),
                    )
                ),
                id=key,
            )
            for key, setting in ROWS.items()
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
        key = self._list.chosen
        if key is None:
            return
        if ROWS[key].values:
            self._change(key, ROWS[key].after(self._now(key)))
        else:
            await self._write(key)

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does to the line that is written."""
        return "Keep" if binding.action == "submit" else super().key_label(binding)

    def _change(self, key: str, value: Value) -> None:
        self.post_message(self.Changed(key, value))

    def _now(self, key: str) -> Value | None:
        value: Value | None = getattr(self._settings, key)
        return value

    async def _write(self, key: str) -> None:
        self._written = key
        line = Line(str(self._now(key) or ""), f"such as: {ROWS[key].example}")
        await self.query_one("#line").remove_children()
        await self.query_one("#line").mount(line)
        line.focus()

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        self._change(self._written, event.value.strip())
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
