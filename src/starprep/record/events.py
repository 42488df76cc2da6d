"""What was practised, as it is kept: one event for each thing done.

docs/record.md describes every kind and field. A field that a later version adds is optional, so
that the events of before stay what they were; a field that is not known is ignored in reading, and
stays in the file.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from starprep.library.key import Key
from starprep.library.parts import Level, Part
from starprep.library.probe import INVITED
from starprep.record.scales import Cue, Rating


class Stamp(NamedTuple):
    """What makes an event unique: an id that no other event has, and the time, in UTC."""

    id: str
    time: datetime


Stamper = Callable[[], Stamp]
"""Makes a new stamp at each call."""


def _savable(text: str) -> str:
    """Replace lone surrogates, which no UTF-8 file can hold."""
    return text if text.isascii() else text.encode(errors="replace").decode()


def _utc(time: datetime) -> datetime:
    try:
        return time.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("is outside the calendar in UTC") from error


Typed = Annotated[str, AfterValidator(_savable)]
Text = Annotated[Typed, Field(min_length=1)]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
UtcTime = Annotated[AwareDatetime, AfterValidator(_utc)]

QuizScope = Literal["story", "principle", "mixed"]
"""What a quiz was over: one story, all stories of a principle, or all there are."""


class _Event(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="ignore", defer_build=True, use_attribute_docstrings=True
    )

    id: Text
    """Unlike every other event's."""
    time: UtcTime
    """When it was done, ISO 8601, UTC."""
    walkthrough: Text
    """The walkthrough's id."""


class DrillEvent(_Event):
    """A section said against the clock."""

    kind: Literal["drill"] = "drill"
    run: Text
    """The same for all the sections of one rehearsal."""
    part: Part
    parts: int | None = Field(default=None, ge=1, le=len(Part))
    """How many parts the story has; absent where it has all five."""
    level: Level
    target_seconds: int = Field(gt=0)
    seconds: Seconds
    """How long the candidate spoke; of a typed answer, how long its words take to say."""
    cue: Cue
    """The rung of the cue ladder that was shown."""
    signals: tuple[Text, ...]
    """The signals that were hit, as the candidate marked them."""
    wanted: int | None = Field(default=None, ge=0)
    """How many signals there were to hit; absent before 0.2.0."""
    rating: Rating | None = None
    """1 again, 2 hard, 3 good, 4 easy; absent where the candidate left before rating."""
    text: Typed | None = None
    """What was typed, where the answer was typed."""
    typed: bool | None = None
    """True where the answer was typed; absent before 0.2.0, when `seconds` was how long the typing
    of a `text` took."""

    @property
    def is_typed(self) -> bool:
        """Whether it was typed: then it tells nothing of how long the candidate speaks."""
        return bool(self.typed) or self.text is not None


class _ItemEvent(_Event):
    """What an answer tells of the question, to find it again in a file that has changed since."""

    item: Text | None = None
    """The question's id in the file; absent where it had none."""
    place: int | None = Field(default=None, ge=0)
    """The question's index in the file, from 0; absent before 0.2.0."""
    answer: Typed | None = None
    """The words that answer it, as the file had them; absent before 0.2.0."""


class ProbeEvent(_ItemEvent):
    """A reply to a follow-up question."""

    kind: Literal["probe"] = "probe"
    question: Text
    """The follow-up, as it was asked."""
    target_seconds: int = Field(gt=0)
    seconds: Seconds
    """How long the candidate spoke; of a typed reply, how long its words take to say."""
    rating: Rating | None = None
    """As in a drill."""
    typed: bool | None = None
    """True where the reply was typed."""
    text: Typed | None = None
    """What was typed, where the reply was typed."""

    @property
    def key(self) -> Key:
        """What the follow-up is found again by."""
        return Key(self.item, self.question, self.answer or "")

    @property
    def is_invited(self) -> bool:
        """Whether the answer's own words invited it: no file holds it."""
        return self.item is not None and self.item.startswith(INVITED)


class QuizEvent(_ItemEvent):
    """An answer to a quiz question."""

    kind: Literal["quiz"] = "quiz"
    prompt: Text
    """The question, as it was asked."""
    difficulty: Literal["easy", "medium", "hard"]
    seed: int
    """What the order of the options was shuffled by."""
    round: int = Field(ge=1)
    """1 for the first time in a quiz; each time that the missed ones come again counts on."""
    chosen: int = Field(ge=0)
    """The index of the chosen option in the file, from 0."""
    correct: bool
    over: QuizScope | None = None
    """What the quiz was over: story, principle or mixed; absent before 0.2.0."""

    @property
    def key(self) -> Key:
        """What the question is found again by."""
        return Key(self.item, self.prompt, self.answer or "")


class LearnEvent(_Event):
    """A visit to the reading pages."""

    kind: Literal["learn"] = "learn"
    pages: tuple[Text, ...] = Field(min_length=1)
    """The pages that were opened, by name."""


class HuntEvent(_Event):
    """A hunt for the red flags of a weak answer."""

    kind: Literal["hunt"] = "hunt"
    target_seconds: int = Field(gt=0)
    seconds: Seconds
    found: int = Field(ge=0)
    """How many of the red flags that quote the answer were marked."""
    missed: int = Field(ge=0)
    """How many were not."""
    imagined: int = Field(ge=0)
    """How many phrases were marked that are none."""


Event = Annotated[
    DrillEvent | ProbeEvent | QuizEvent | LearnEvent | HuntEvent, Field(discriminator="kind")
]
"""Any one of them."""
