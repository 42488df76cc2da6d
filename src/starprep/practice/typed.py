"""What was typed before in answer to the same thing: a draft, or what the record has of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starprep.library.speech import count_words
from starprep.record.calendar import Calendar
from starprep.record.drafts import Draft
from starprep.record.events import DrillEvent, ProbeEvent


@dataclass(frozen=True, slots=True)
class TypedBefore:
    """A text that can be taken up again."""

    text: str
    when: str
    """When it was typed, as a sentence ends: `today`, `on 12 May`."""
    is_draft: bool
    """Whether it was left before it was finished, and is in no record."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)


def typed_before(
    draft: Draft | None, earlier: Sequence[DrillEvent | ProbeEvent], calendar: Calendar
) -> TypedBefore | None:
    """Return what was typed last: the draft, where one was left, or the last answer that was typed.

    Args:
        draft: what was left unfinished.
        earlier: the attempts at the same, oldest first.
        calendar: tells on which day that was.
    """
    if draft:
        return TypedBefore(draft.text, calendar.on(draft.time), is_draft=True)
    last = next((each for each in reversed(earlier) if each.text), None)
    return TypedBefore(last.text or "", calendar.on(last.time), is_draft=False) if last else None
