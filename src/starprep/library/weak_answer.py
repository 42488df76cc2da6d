"""The whole answer that fails, and its red flags."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from starprep.library import phrases
from starprep.library.model import Model, Prose, fault


class Leaning(StrEnum):
    """Which way an interviewer would vote after an answer."""

    STRONG_HIRE = "strong-hire"
    HIRE = "hire"
    NO_HIRE = "no-hire"
    STRONG_NO_HIRE = "strong-no-hire"

    @property
    def label(self) -> str:
        """The leaning as interviewers write it: `No Hire`."""
        return self.value.replace("-", " ").title()


class Flag(Model):
    """A red flag: words of the weak answer that sink it, or something that is missing from it."""

    quote: Prose | None = None
    """The words. Left out where the flag is what the answer does not say."""
    why: Prose
    """What an interviewer concludes."""


class WeakAnswer(Model):
    """The whole answer that fails."""

    text: Prose
    """What the candidate says."""
    flags: tuple[Flag, ...] = Field(min_length=1)
    """Its red flags."""
    verdict: Prose
    """What the Bar Raiser thinks."""
    leaning: Leaning
    """Which way the Bar Raiser would vote."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        return self.faults(
            (
                ("flags", number, "quote"),
                fault(f'"{flag.quote}" does not occur in the text', "quote the text's own words"),
            )
            for number, flag in enumerate(self.flags)
            if flag.quote and not phrases.find(flag.quote, self.text)
        )
