"""Which question of a walkthrough, as it is now, a recorded answer belongs to.

A question is found by its id; else by its words, where case, punctuation and space do not matter;
else, in a file without ids, by its place, if the words that answer it are still the same: then it
was reworded. What cannot be found is counted, and told.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from starprep.library.key import Key
from starprep.record.events import ProbeEvent, QuizEvent


@dataclass(frozen=True, slots=True)
class QuizProgress:
    """How a walkthrough's quiz stands. Questions are told by their index in the file, from 0."""

    count: int
    """How many questions the quiz has."""
    asked: frozenset[int]
    """Those that were ever answered."""
    answers: Mapping[int, QuizEvent]
    """The latest first-round answer to each; a second try in the same quiz says little."""
    lost: int
    """How many answers are to questions that are no longer in the file."""

    @property
    def known(self) -> frozenset[int]:
        """Those whose latest first-round answer was right."""
        return frozenset(place for place, event in self.answers.items() if event.correct)


@dataclass(frozen=True, slots=True)
class ProbeProgress:
    """How a walkthrough's follow-ups stand. They are told by their index in the file, from 0."""

    count: int
    """How many follow-ups there are."""
    answered: frozenset[int]
    """Those that were ever answered."""
    lost: int
    """How many replies are to follow-ups that are no longer in the file."""


def quiz_progress(events: Iterable[QuizEvent], keys: Sequence[Key]) -> QuizProgress:
    """Return how the quiz with these `keys` stands after `events`, oldest first."""
    found, lost = _found(events, keys)
    return QuizProgress(
        len(keys),
        frozenset(place for _, place in found),
        {place: event for event, place in found if event.round == 1},
        lost,
    )


def probe_progress(events: Iterable[ProbeEvent], keys: Sequence[Key]) -> ProbeProgress:
    """Return how the follow-ups with these `keys` stand after `events`.

    A reply to a follow-up that was never in the file is none of the lost.
    """
    names = {key.id for key in keys}
    own = (event for event in events if not event.is_invited or event.item in names)
    found, lost = _found(own, keys)
    return ProbeProgress(len(keys), frozenset(place for _, place in found), lost)


E = TypeVar("E", QuizEvent, ProbeEvent)


def _found(events: Iterable[E], keys: Sequence[Key]) -> tuple[list[tuple[E, int]], int]:
    """Return each event of `events` with the place of its question; and how many have none."""
    finder = _Finder(keys)
    named = [(event, finder.by_name(event.key)) for event in events]
    moved = {
        place
        for event, place in named
        if place is not None and event.place is not None and event.place != place
    }
    found, lost = [], 0
    for event, place in named:
        if place is None and event.place not in moved:
            place = finder.by_place(event.place, event.key)
        if place is None:
            lost += 1
        else:
            found.append((event, place))
    return found, lost


class _Finder:
    """Finds questions among `keys`, those of a file in their order."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self._keys = keys
        self._ids = {key.id: place for place, key in enumerate(keys) if key.id is not None}
        self._exact = {key.words: place for place, key in enumerate(keys)}
        self._folded: dict[str, int | None] = {}
        for place, key in enumerate(keys):
            words = _fold(key.words)
            self._folded[words] = None if words in self._folded else place

    def by_name(self, wanted: Key) -> int | None:
        """Return the place of the question with this id, or else with these words."""
        if wanted.id in self._ids:
            return self._ids[wanted.id]
        if wanted.words in self._exact:
            return self._exact[wanted.words]
        return self._folded.get(_fold(wanted.words))

    def by_place(self, place: int | None, wanted: Key) -> int | None:
        """Return `place` if a reworded question stands there: one that has the same answer."""
        if place is None or place >= len(self._keys) or self._ids or not wanted.answer:
            return None
        return place if _fold(self._keys[place].answer) == _fold(wanted.answer) else None


def _fold(text: str) -> str:
    """Return `text` without case, punctuation and space."""
    folded = unicodedata.normalize("NFC", text.casefold())
    return "".join(each for each in folded if unicodedata.category(each)[0] not in "PZC")
