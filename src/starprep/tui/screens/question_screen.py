"""The question that a story of one's own is to answer."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from starprep.practice.writing import Asked, Beginning
from starprep.texts import story_texts
from starprep.texts.styled import Role, joined
from starprep.tui.keys import QUESTION
from starprep.tui.looks import content
from starprep.tui.page import Page
from starprep.tui.widgets.choices import LongChoices
from starprep.tui.widgets.line import Line


class QuestionScreen(Page[Beginning]):
    """Its result is what is to be written.

    Args:
        asked: the questions that there are, by principle.
        principle: the id of the principle at whose questions to begin; None for the top.
        unfinished: a story to go on with and its question, if any.
    """

    CSS_PATH = "../styles/question.tcss"
    BINDINGS = QUESTION

    def __init__(
        self,
        asked: Sequence[Asked],
        principle: str | None = None,
        unfinished: tuple[Beginning, str] | None = None,
    ) -> None:
        super().__init__("New story")
        self._asked, self._principle, self._unfinished = asked, principle, unfinished
        self._beginnings: dict[str, Beginning] = {}

    def body(self) -> Iterable[Widget]:
        """One line a question, and the chosen one in full below."""
        yield Static(content(("What will they ask?", Role.STRONG)), classes="heading")
        yield LongChoices(*self._options(), id="questions")
        yield Static(id="about", markup=False)

    def _options(self) -> Iterable[Option]:
        if self._unfinished:
            beginning, question = self._unfinished
            self._beginnings["unfinished"] = beginning
            yield Option(content(story_texts.go_on(question)), id="unfinished")
        yield Option(content((story_texts.OWN_QUESTION, Role.STRONG)), id="own")
        for each in self._asked:
            yield Option(content((each.name, Role.HEADING)), disabled=True)
            for number, question in enumerate(each.questions):
                name = f"{each.principle}:{number}"
                self._beginnings[name] = Beginning(question, each.principle)
                yield Option(content(joined("  ", question)), id=name)

    def on_mount(self) -> None:
        """Take the focus to the list."""
        self._list.focus()
        first = f"{self._principle}:0"
        if first in self._beginnings:
            self._list.highlighted = self._list.get_option_index(first)
        else:
            self._list.action_first()

    @property
    def _list(self) -> LongChoices:
        return self.query_one("#questions", LongChoices)

    @on(OptionList.OptionHighlighted)
    def _show_about(self) -> None:
        chosen = self._beginnings.get(self._list.chosen or "")
        told = chosen.question if chosen else ""
        if self._list.chosen == "own":
            told = "Type the question as the interviewer would ask it."
        self.query_one("#about", Static).update(content((told, Role.MUTED)))

    # -- what keys do ----------------------------------------------------------------------------

    async def action_open(self) -> None:
        """Take the question under the cursor, or open a line for one's own."""
        if self._list.chosen == "own":
            if not self.query(Line):
                await self.mount(Line("", "Tell me about a time …"), before="#questions")
            self.query_one(Line).focus()
        elif chosen := self._beginnings.get(self._list.chosen or ""):
            self.dismiss(chosen)

    @on(OptionList.OptionSelected)
    async def _clicked(self) -> None:
        await self.action_open()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(Beginning(event.value.strip()))

    def key_label(self, binding: Binding) -> str:
        """Tell what enter does to the line that is typed."""
        return "Begin" if binding.action == "submit" else super().key_label(binding)

    async def action_back(self) -> None:
        """Close the line that is typed in; else leave."""
        if self.query(Line):
            await self.query(Line).remove()
            self._list.focus()
        else:
            self.dismiss(None)
