"""The overview of a walkthrough: what it is about, the level, and three ways to prepare."""

from collections.abc import Iterable
from datetime import datetime

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from starprep.library.parts import Level, Part, clock_text
from starprep.library.shelf import Heading
from starprep.library.walkthrough import Walkthrough
from starprep.practice.lesson import PAGES
from starprep.practice.mode import Mode
from starprep.record.history import History, ago_text
from starprep.texts.learn_texts import count_words
from starprep.tui.hanging_indent import HangingIndent
from starprep.tui.keys import OVERVIEW
from starprep.tui.page import Page
from starprep.tui.text import MUTED, blocks, bulleted, joined, lines, plain, titled
from starprep.tui.widgets.choices import Choices

MODES = (Mode.LEARN, Mode.REHEARSE, Mode.TEST)
READING_WORDS_PER_MINUTE = 200
"""How fast coaching is read, in words a minute, for the time that Learn says it takes."""
QUESTION_SECONDS = 30
"""How long a quiz question takes with its explanation, for the time that Test says it takes."""


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
        principle: Heading,
        level: Level,
        history: History | None,
        today: datetime,
    ) -> None:
        super().__init__(principle.name, aside=level.label)
        self.walkthrough, self.principle, self.level = walkthrough, principle, level
        self._history, self._today = history, today

    def body(self) -> Iterable[Widget]:
        """The modes and the level on one side, the story on the other."""
        overview = self.walkthrough.overview
        yield Static(plain(self.walkthrough.question, "bold"), id="question")
        with Horizontal(id="sides"):
            with Vertical(id="ways"):
                yield Choices(id="modes")
                yield Static(id="level", markup=False)
            with VerticalScroll(classes="text", can_focus=False):
                yield Static(
                    HangingIndent(
                        blocks(
                            titled("The story", overview.scenario),
                            titled("Why it works", overview.summary),
                            titled("Remember", bulleted(overview.takeaways)),
                            plain(self._facts(), MUTED),
                        )
                    ),
                    classes="prose",
                )

    def _facts(self) -> str:
        voice = f"in the voice of {self.walkthrough.level.label}"
        return " · ".join((*self.walkthrough.tags, voice))

    def on_mount(self) -> None:
        """Take the focus to the modes."""
        modes = self.query_one("#modes", Choices)
        modes.focus()
        self._draw()
        modes.highlighted = 0

    def show_practice(self, history: History | None, today: datetime) -> None:
        """Show what was done since."""
        self._history, self._today = history, today
        self._draw()

    def _draw(self) -> None:
        modes = self.query_one("#modes", Choices)
        chosen = modes.highlighted
        modes.set_options(
            Option(HangingIndent(_mode(number, name, what, takes, done)), id=name.lower())
            for number, (name, what, takes, done) in enumerate(
                (self._learn(), self._rehearse(), self._test()), 1
            )
        )
        modes.highlighted = chosen
        guide = self.walkthrough.guide(self.level)
        names = (
            (f" {each.level.label} ", "reverse" if each.level is self.level else MUTED)
            for each in self.walkthrough.levels
        )
        self.query_one("#level", Static).update(
            lines(
                joined(
                    ("Level ", "bold"),
                    *names,
                    ("(l)", MUTED),
                    (f"  {_limit(guide.seconds)}", MUTED),
                ),
                joined(("The bar: ", MUTED), guide.bar),
                *self._hunted(),
                *self._shrunk(),
                *self._also(),
            )
        )
        self.top_bar.show(aside=self.level.label)

    def _also(self) -> Iterable[Content]:
        """Name what the footer may have no room for."""
        if not self.has_class("-low"):
            pairs = (("t", "test the principle"), ("h", "hunt red flags"), ("v", "review yours"))
            keys = (joined((key, "bold $primary"), f" {what}") for key, what in pairs)
            yield joined(("Also: ", MUTED), Content("  ").join(keys))

    def _hunted(self) -> Iterable[Content]:
        """Say how the last hunt for red flags went."""
        if self._history and self._history.hunts:
            last = self._history.hunts[-1]
            said = f"{last.found} of {last.found + last.missed} red flags found"
            yield joined(("Hunt: ", MUTED), f"{said}, {ago_text(last.time, self._today)}")

    def _shrunk(self) -> Iterable[Content]:
        """Say so where the level's limit makes every target shorter."""
        if any(
            self.walkthrough.target(part, self.level)
            != self.walkthrough.section(part).target_seconds
            for part in Part
        ):
            yield plain("Each part's target is shortened to fit this level's limit.", MUTED)

    def _learn(self) -> tuple[str, str, str, str]:
        minutes = max(1, round(count_words(self.walkthrough) / READING_WORDS_PER_MINUTE))
        read = len(self._history.pages_read & set(PAGES)) if self._history else 0
        done = f"{read} of {len(PAGES)} parts read" if read else "not read yet"
        return "Learn", "read the story, part by part", f"about {minutes} min", done

    def _rehearse(self) -> tuple[str, str, str, str]:
        target = sum(self.walkthrough.target(part, self.level) for part in Part)
        takes = f"{clock_text(target)} aloud, {_count(len(self.walkthrough.probes), 'follow-up')}"
        done = "not rehearsed yet"
        if self._history and self._history.drills:
            runs = self._history.runs
            said = _count(len(runs), "whole answer") if runs else "single parts only"
            last = self._history.drills[-1].time
            done = f"{said}, last {ago_text(last, self._today)}"
        return "Rehearse", "say it aloud, against the clock", takes, done

    def _test(self) -> tuple[str, str, str, str]:
        count = len(self.walkthrough.quiz)
        minutes = max(1, round(count * QUESTION_SECONDS / 60))
        asked = self._history is not None and bool(self._history.asked)
        prompts = {question.prompt for question in self.walkthrough.quiz}
        known = len(self._history.known & prompts) if self._history else 0
        done = f"{known} of {count} right" if asked else "not tried yet"
        return "Test", "take the quiz", f"{_count(count, 'question')}, about {minutes} min", done

    def action_mode(self, number: int) -> None:
        """Begin with the mode of that number, from 1."""
        self.post_message(self.Chosen(self, MODES[number - 1]))

    def action_test_principle(self) -> None:
        """Test the whole principle."""
        self.post_message(self.Tested(self))

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
            self.post_message(self.Chosen(self, Mode(chosen)))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    def action_level(self, by: int) -> None:
        """Go to the next level, and after the last to the first."""
        levels = sorted(
            (each.level for each in self.walkthrough.levels), key=lambda each: each.rank
        )
        self.level = levels[(levels.index(self.level) + by) % len(levels)]
        self._draw()
        self.post_message(self.LevelChanged(self.level))


def _mode(number: int, name: str, what: str, takes: str, done: str) -> Content:
    return lines(
        joined((f" {number}  ", "bold $primary"), (f"{name:<10}", "bold"), what),
        plain(f"    {'':<10}{takes}; {done}", MUTED),
    )


def _limit(seconds: tuple[int, int]) -> str:
    shortest, longest = seconds
    return f"{clock_text(shortest)} to {clock_text(longest)} in all"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
