"""The quiz: one question at a time, the verdict at once, the missed ones again at the end."""

from collections.abc import Iterable, Mapping
from functools import partial

from textual import on
from textual.containers import Grid, Horizontal
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.shelf import Listing
from starprep.practice.quiz import Answered, Card, Quiz
from starprep.texts import quiz_texts
from starprep.texts.styled import Role
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import QUIZ
from starprep.tui.looks import content
from starprep.tui.page import Page, Practised
from starprep.tui.widgets.choices import Choices
from starprep.tui.widgets.result_line import ResultLine
from starprep.tui.widgets.scroll import TextScroll


class QuizScreen(Page[None]):
    """Draws a quiz and sends it the choices.

    Args:
        quiz: what is asked.
        title: what the quiz is over.
        stories: the walkthroughs that the questions are about, by id.
    """

    CSS_PATH = ["../styles/result_line.tcss", "../styles/quiz.tcss"]
    BINDINGS = QUIZ

    def __init__(self, quiz: Quiz, title: str, stories: Mapping[str, Listing]) -> None:
        super().__init__(title)
        self._title = title
        self._stories = stories
        self._quiz = quiz
        self._answered: Answered | None = None

    def body(self) -> Iterable[Widget]:
        """What the question is about; the question and its options; in the end the result."""
        with Horizontal(id="about"):
            yield Static(id="title", markup=False)
            yield Static(id="score", markup=False)
        with TextScroll(classes="text"):
            yield ResultLine()
            yield Static(id="story", markup=False)
            yield Static(id="prompt", markup=False)
            yield Choices(id="options")
            yield Static(id="difficulties", classes="result", markup=False)
            yield Grid(id="missed", classes="result")
            yield Static(id="next", classes="result", markup=False)

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask()

    @property
    def _options(self) -> Choices:
        return self.query_one("#options", Choices)

    @property
    def _shown_card(self) -> Card | None:
        """The card in sight: the one just answered, or the one on the table."""
        return self._answered.card if self._answered else self._quiz.card

    @property
    def _story(self) -> Listing | None:
        card = self._shown_card
        return self._stories.get(card.walkthrough) if card else None

    # -- what is shown ---------------------------------------------------------------------------

    def _ask(self) -> None:
        """Show the question on the table; or, when there is none, the result."""
        self._answered = None
        card = self._quiz.card
        self.set_class(card is None, "-result")
        self.query_one(TextScroll).show_start()
        self.query_one("#story").display = False
        if card is None:
            self._show_result()
        else:
            self.top_bar.show((self._title,), quiz_texts.place(self._quiz))
            self.query_one("#prompt", Static).update(content((card.question.prompt, Role.STRONG)))
            self._show_card(card)
            self._options.highlighted = 0
            self._options.focus()
        self.refresh_bindings()

    def _show_card(self, card: Card) -> None:
        """Show the options, judged where the question is answered, and how the quiz stands."""
        self.query_one("#title", Static).update(content(quiz_texts.about(card, self._story)))
        self.query_one("#score", Static).update(content(quiz_texts.so_far(self._quiz)))
        self._options.set_options(
            Option(HangingIndent(quiz_texts.option(number, option, self._answered)), id=str(number))
            for number, option in enumerate(card.options, 1)
        )

    def _show_result(self) -> None:
        quiz = self._quiz
        self.top_bar.show((self._title, "Result"), "")
        self.set_focus(None)
        self.query_one(ResultLine).show(quiz_texts.score(quiz))
        self.query_one("#difficulties", Static).update(content(quiz_texts.by_difficulty(quiz)))
        self.query_one("#next", Static).update(content(quiz_texts.next_step(quiz)))
        again = quiz_texts.to_reread(quiz, self._stories)
        missed = self.query_one("#missed")
        self.set_class(not again, "-all-right")
        missed.remove_children()
        missed.mount(*(Static(HangingIndent(each)) for each in again))

    def _show_from_start(self) -> None:
        """Show the start; and the verdict, where there is one and no story to be read first."""
        scroll = self.query_one(TextScroll)
        scroll.show_start()
        if self._answered and not self.query_one("#story").display:
            scroll.keep_in_sight(partial(self._options.show_row, self._answered.card.right))

    # -- what keys do ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a choice while a question is open, then the next one; leaving at the end."""
        is_over = self._shown_card is None
        is_open = not is_over and self._answered is None
        match action:
            case "story":
                return self._story is not None
            case "on":
                return is_open
            case "choose":
                return is_open and int(str(parameters[0])) <= self._options.option_count
            case "next":
                return self._answered is not None
            case "done":
                return is_over
            case "again":
                return is_over and bool(self._quiz.missed)
        return super().check_action(action, parameters)

    def action_on(self) -> None:
        """Choose the option under the cursor."""
        if chosen := self._options.chosen:
            self.action_choose(int(chosen))

    def action_choose(self, number: int) -> None:
        """Choose the option of that number, from 1."""
        answer, event = self._quiz.answer(number - 1)
        self._answered = answer
        self.post_message(Practised(event))
        self._show_card(answer.card)
        self._options.highlighted = None
        self._show_from_start()
        self.refresh_bindings()

    def action_next(self) -> None:
        """Go on to the next question, or to the result."""
        self._ask()

    def action_again(self) -> None:
        """Ask only the missed ones again."""
        self._quiz = self._quiz.again()
        self._ask()

    def action_done(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_story(self) -> None:
        """Tell the story that the question is about; the same key folds it."""
        told = self.query_one("#story", Static)
        told.display = not told.display
        if self._story:
            told.update(content(quiz_texts.story(self._story)))
        self._show_from_start()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        if self._answered is None:
            self.action_on()
