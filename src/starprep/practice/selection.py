"""Which questions a test over several walkthroughs asks, and in which order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from starprep.library.key import Key
from starprep.library.shelf import Listing

if TYPE_CHECKING:
    from starprep.record.history import History

LENGTH = 10
"""How many questions a test has, where there are as many."""

DIFFICULTIES = ("easy", "medium", "hard")
"""From the first asked to the last."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question that could be asked."""

    walkthrough: str
    """The id of the walkthrough that it belongs to."""
    principle: str
    """The id of that walkthrough's principle."""
    key: Key
    difficulty: str
    """easy, medium or hard."""


def items_of(listings: Iterable[Listing]) -> Iterator[Item]:
    """Yield every question of some walkthroughs that could be asked."""
    for listing in listings:
        for asked in listing.quiz:
            yield Item(listing.id, listing.principle, asked.key, asked.difficulty)


def select(
    items: Iterable[Item],
    histories: Mapping[str, "History"],
    chance: Random,
    length: int = LENGTH,
) -> list[Item]:
    """Choose `length` of `items`, easy ones first and as many of each difficulty as can be.

    Of each walkthrough the items are all its questions, in their order; else a reworded one is not
    known again. What was never answered, or wrongly the last time, comes before what is known; of
    what is known, the one not answered for longest. Among equals it is spread over principles and
    walkthroughs, and left to chance. Where there are fewer items than `length`, all are asked.
    """
    since = _known_since(items, histories)
    shuffled = list(since)
    chance.shuffle(shuffled)
    left = {
        difficulty: [item for item in shuffled if item.difficulty == difficulty]
        for difficulty in DIFFICULTIES
    }
    counts = _share_out(length, {difficulty: len(found) for difficulty, found in left.items()})
    spread: Counter[str] = Counter()
    selected = []
    for difficulty in DIFFICULTIES:
        for _ in range(counts[difficulty]):
            item = min(
                left[difficulty],
                key=lambda each: (since[each], spread[each.principle], spread[each.walkthrough]),
            )
            left[difficulty].remove(item)
            spread.update((item.principle, item.walkthrough))
            selected.append(item)
    return selected


def _known_since(items: Iterable[Item], histories: Mapping[str, "History"]) -> dict[Item, float]:
    """Return when each item was last answered right, in seconds; 0 where it was not."""
    from starprep.record.items import quiz_progress

    stories: dict[str, list[Item]] = {}
    since = {}
    for item in items:
        stories.setdefault(item.walkthrough, []).append(item)
        since[item] = 0.0
    for name, asked in stories.items():
        if history := histories.get(name):
            progress = quiz_progress(history.quiz, [item.key for item in asked])
            for place in progress.known:
                since[asked[place]] = progress.answers[place].time.timestamp()
    return since


def _share_out(length: int, available: Mapping[str, int]) -> dict[str, int]:
    """Divide `length` evenly by difficulty; what one lacks the others give, medium first."""
    counts = dict.fromkeys(DIFFICULTIES, 0)
    turns = ("medium", "easy", "hard")
    for _ in range(min(length, sum(available.values()))):
        open_ones = [name for name in turns if counts[name] < available[name]]
        counts[min(open_ones, key=lambda name: counts[name])] += 1
    return counts
