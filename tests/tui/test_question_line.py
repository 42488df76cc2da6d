"""The interviewer's question on one line."""

from pathlib import Path

from textual.app import App, ComposeResult

from starprep.tui import app as app_module
from starprep.tui.themes import THEMES
from starprep.tui.widgets.question_line import QuestionLine
from tests.tui.driver import shown


class Asking(App[None]):
    CSS_PATH = Path(app_module.__file__).with_name("styles") / "app.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(THEMES["dark"])
        self.theme = THEMES["dark"].name

    def compose(self) -> ComposeResult:
        yield QuestionLine("Tell me [/x] about\na time when you were wrong, and what you did then.")


async def test_a_question_is_one_line_and_its_end_is_marked_where_it_is_cut() -> None:
    app = Asking()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        (line,) = [each for each in shown(app).split("\n") if each.strip()]
        assert line.strip().startswith("Tell me [/x] about a time when you")
        assert line.rstrip().endswith("…")
        assert app.query_one(QuestionLine).size.height == 1


async def test_another_question_takes_its_place() -> None:
    app = Asking()
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(QuestionLine).show("Why [b]you[/b]?")
        await pilot.pause()
        assert shown(app).strip() == "Why [b]you[/b]?"
