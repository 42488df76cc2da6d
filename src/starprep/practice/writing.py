"""Writing a story of one's own, part by part."""

from collections.abc import Mapping
from typing import NamedTuple

from starprep.library import phrases
from starprep.library.parts import Level, Part, natural_targets
from starprep.review.lists import RuleBook
from starprep.review.review import Review
from starprep.stories.own_story import OwnStory
from starprep.stories.suggesting import suggest_signals


class Beginning(NamedTuple):
    """What is to be written: an answer to a question, or a story gone on with."""

    question: str = ""
    principle: str | None = None
    """The id of the principle that the question is about, if any."""
    story: str | None = None
    """The id of the story to go on with; None for a new one."""


class Asked(NamedTuple):
    """What is commonly asked about a principle."""

    principle: str
    """Its id."""
    name: str
    questions: tuple[str, ...]


class Writing:
    """A story, and which part of it is written now. Saving it is left to the session.

    Args:
        story: its file, open for writing.
        book: the word lists that signals are suggested by.
    """

    def __init__(self, story: OwnStory, book: RuleBook) -> None:
        self.story = story
        self.part = story.next_part or Part.SITUATION
        """The part that is written now."""
        self._book = book
        self._known = self.text  # what was written last, here or in the file

    @property
    def text(self) -> str:
        """What is written of the part."""
        return self.story.text(self.part)

    def write(self, text: str) -> None:
        """Put `text` in the place of what is written of the part, if it is another than before."""
        if text.strip() != self._known:
            self.story.write(self.part, text)
            self._known = text.strip()

    def write_all(self, texts: Mapping[Part, str]) -> None:
        """Write several parts at once, and go to the first that has none."""
        for part, text in texts.items():
            self.story.write(part, text)
        self.part = self.story.next_part or Part.SITUATION
        self._known = self.text

    def target_seconds(self, level: Level) -> int:
        """Return how long the part may take, in seconds: what the file says, or its share of what
        an answer usually takes at a level.
        """
        known = [(part, self.story.target(part)) for part in Part]
        return natural_targets(known, level.usual_seconds[1])[self.part]

    # -- from part to part -----------------------------------------------------------------------

    def may_turn(self, by: int) -> bool:
        """Tell whether there is a part so many further on."""
        return 0 <= list(Part).index(self.part) + by < len(Part)

    def turn(self, by: int) -> None:
        """Go so many parts on, or back."""
        if self.may_turn(by):
            self.part = list(Part)[list(Part).index(self.part) + by]
            self._known = self.text

    # -- signals ---------------------------------------------------------------------------------

    def signals(self, text: str) -> dict[str, bool]:
        """Return the phrases of `text` that would do as signals, and whether each is ticked."""
        ticked = [each for each in self.story.signals(self.part) if phrases.find(each, text)]
        suggested = suggest_signals(text, self.part, self._book)
        return {each: each in ticked for each in dict.fromkeys((*ticked, *suggested))}

    def tick(self, text: str, signal: str) -> None:
        """Tick a signal of what is written, or take its tick away."""
        self.write(text)
        ticked = self.story.signals(self.part)
        others = tuple(each for each in ticked if each != signal)
        self.story.mark(self.part, others if signal in ticked else (*ticked, signal))


def divided(text: str, found: Review) -> dict[Part, str]:
    """Return a whole answer as its parts, as they were heard: every word of it, in one of them."""
    heard = sorted((each for each in found.parts if each.words), key=lambda each: each.start)
    starts = [0, *(each.start for each in heard[1:]), len(text)]
    return {
        each.part: text[starts[number] : starts[number + 1]].strip()
        for number, each in enumerate(heard)
    }
