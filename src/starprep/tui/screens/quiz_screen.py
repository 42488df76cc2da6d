"""The quiz: one question at a time, the verdict at once, the missed ones again at the end."""

from collections.abc import Iterable, Mapping

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.shelf import Listing
from starprep.practice.quiz import Answered, Card, Quiz
from starprep.texts import quiz_texts
from starprep.texts.styled import Role, blocks
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import QUIZ
from starprep.tui.page import Page, Practised
from starprep.tui.text import content
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.scroll import TextScroll


class QuizScreen(Page[None]):
    """Draws a quiz and sends it the choices.

    Args:
        quiz: what is asked.
        title: what the quiz is over.
        stories: the walkthroughs by id, where the quiz is over several of them.
    """

    CSS_PATH = "../styles/quiz.tcss"
    BINDINGS = QUIZ

    def __init__(
        self, quiz: Quiz, title: str, stories: Mapping[str, Listing] | None = None
    ) -> None:
        super().__init__(title)
        self._title = title
        self._stories = stories or {}
        self._is_story_open = False
        self._quiz = quiz
        self._answered: Answered | None = None

    def body(self) -> Iterable[Widget]:
        """The question, its options, the verdict."""
        with TextScroll(classes="text"):
            yield Static(id="story", markup=False)
            yield Static(id="prompt", markup=False)
            yield Choices(id="options")
            yield Static(id="verdict", markup=False)

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask()

    @property
    def _options(self) -> Choices:
        return self.query_one("#options", Choices)

    def _ask(self) -> None:
        card = self._quiz.card
        self._answered = None
        self.query_one("#verdict", Static).update(Content(""))
        self.query_one(TextScroll).show_start()
        if card is None:
            self._show_result()
            return
        place = quiz_texts.place(self._quiz)
        self.top_bar.show((self._title, card.question.difficulty.value), place)
        self._is_story_open = False
        self._show_story()
        self.query_one("#prompt", Static).update(content((card.question.prompt, Role.STRONG)))
        self._options.set_options(
            Option(HangingIndent(quiz_texts.option(number, option)), id=str(number))
            for number, option in enumerate(card.options, 1)
        )
        self._options.highlighted = 0
        self._options.focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a choice only while a question is open, and only among its options."""
        if action == "story":
            return bool(self._stories) and self._shown_card is not None
        if action == "choose":
            card = self._quiz.card
            open_now = self._answered is None and card is not None
            return open_now and int(str(parameters[0])) <= self._options.option_count
        return super().check_action(action, parameters)

    @property
    def _shown_card(self) -> Card | None:
        """The card in sight: the one just answered, or the one on the table."""
        return self._answered.card if self._answered else self._quiz.card

    def _show_story(self) -> None:
        card = self._shown_card
        story = self._stories.get(card.walkthrough) if card else None
        told = self.query_one("#story", Static)
        told.display = story is not None
        if story:
            told.update(content(quiz_texts.story(story, is_open=self._is_story_open)))

    def action_story(self) -> None:
        """Tell the story that the question is about; the same key folds it."""
        self._is_story_open = not self._is_story_open
        self._show_story()
        if self._is_story_open or self._answered is None:
            self.query_one(TextScroll).show_start()
        else:
            self.query_one(TextScroll).show_end()

    def action_choose(self, number: int) -> None:
        """Choose the option of that number, from 1."""
        answer, event = self._quiz.answer(number - 1)
        self._answered = answer
        self.post_message(Practised(event))
        self._options.set_options(
            Option(HangingIndent(quiz_texts.option(index, option, answer)), id=str(index))
            for index, option in enumerate(answer.card.options, 1)
        )
        self._options.highlighted = None
        self.query_one("#verdict", Static).update(
            content(quiz_texts.verdict(answer, "Enter goes on."))
        )
        self.query_one(TextScroll).show_end()
        self.refresh_bindings()

    def action_on(self) -> None:
        """Choose the option under the cursor; or go on; or, at the end, leave."""
        if self._answered is not None:
            self._ask()
        elif self._quiz.card is None:
            self.dismiss(None)
        elif chosen := self._options.chosen:
            self.action_choose(int(chosen))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        if self._answered is None:
            self.action_on()

    def _show_result(self) -> None:
        quiz = self._quiz
        self.top_bar.show((self._title, "Result"), "")
        self.query_one("#prompt", Static).update(content(quiz_texts.score(quiz)))
        self._options.set_options(())
        self._options.display = False
        self.set_focus(None)
        self._is_story_open = False
        self._show_story()
        result = blocks(quiz_texts.result(quiz, self._stories), ("Enter goes back.", Role.MUTED))
        self.query_one("#verdict", Static).update(HangingIndent(result))
        self.refresh_bindings()
