"""One of the five parts of the answer, with what helps a candidate to say it."""

from typing import Self

from pydantic import Field, model_validator

from starprep.library import phrases
from starprep.library.fitting import Fitted, fit
from starprep.library.model import Faults, Model, Prose, Seconds, fault
from starprep.library.parts import Level, Part


class Section(Model):
    """One part of the answer, with what helps a candidate to say it."""

    part: Part
    """situation, task, action, result or reflection."""
    target_seconds: Seconds | None = None
    """How long the part may take when spoken. Left out, it is the part's share of the answer."""
    example: Prose | None = None
    """What a strong candidate says."""
    examples: dict[Level, Prose] | None = Field(default=None, min_length=1)
    """The reflection may have these instead: what a strong candidate of each level says."""
    signals: tuple[Prose, ...] = Field(default=(), min_length=1)
    """Phrases of the example that an interviewer writes down; … stands for skipped words."""
    drop: Prose | None = None
    """What to leave out first where the answer must be shorter."""
    coaching: Prose | None = None
    """One tip for saying the part."""
    mistake: Prose | None = None
    """What often goes wrong, and what the interviewer concludes from it."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(self._faults())

    def _faults(self) -> Faults:
        if self.part is Part.REFLECTION:
            if self.example is not None and self.examples is not None:
                fix = "keep one of them: example for all levels, or [sections.examples] by level"
                yield ("example",), fault("stands beside [sections.examples]", fix)
            elif self.example is None and self.examples is None:
                fix = "add example, or [sections.examples] with a text for each level"
                yield ("example",), fault("is missing", fix)
        elif self.examples is not None:
            fix = "use example = …; only the reflection differs by level"
            yield ("examples",), fault(f"is not for the {self.part}", fix)
        elif self.example is None:
            yield ("example",), fault("is missing", "add what a strong candidate says here")
        texts = [self.example] if self.example else list((self.examples or {}).values())
        seen = set()
        for number, signal in enumerate(self.signals):
            if signal.casefold() in seen:
                yield ("signals", number), fault(f'"{signal}" stands twice', "delete one")
            seen.add(signal.casefold())
            if texts and not any(phrases.find(signal, text) for text in texts):
                fix = "quote the example's own words, with … for any that are skipped"
                yield ("signals", number), fault(f'"{signal}" does not occur in the example', fix)
        for level, text in (self.examples or {}).items():
            if self.signals and not phrases.heard(self.signals, text):
                fix = "quote at least one phrase of this text in signals"
                yield ("examples", level.value), fault("holds none of the signals", fix)

    def example_for(self, level: Level) -> str:
        """Return the example a candidate of `level` reads.

        Where the reflection has no text for that level, the nearest lower level's text stands in,
        or else the lowest there is.
        """
        if self.example is not None:
            return self.example
        texts = self.examples or {}
        lower = [each for each in texts if each.rank <= level.rank]
        nearest = max(lower, key=_rank) if lower else min(texts, key=_rank)
        return texts[nearest]

    def signals_for(self, level: Level) -> tuple[str, ...]:
        """Return the signals that occur in the example for `level`."""
        return phrases.heard(self.signals, self.example_for(level))

    def fitted(self, level: Level, seconds: float) -> Fitted:
        """Return the example for `level`, and what of it to leave out to say it in `seconds`."""
        return fit(self.example_for(level), self.signals, seconds)


def _rank(level: Level) -> int:
    return level.rank
