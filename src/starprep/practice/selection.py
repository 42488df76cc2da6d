"""Which questions a test over several walkthroughs asks, and in which order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

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
    prompt: str
    difficulty: str
    """easy, medium or hard."""


def items_of(listings: Iterable[Listing]) -> Iterator[Item]:
    """Yield every question of some walkthroughs that could be asked."""
    for listing in listings:
        for asked in listing.quiz:
            yield Item(listing.id, listing.principle, asked.prompt, asked.difficulty)


def select(
    items: Iterable[Item],
    histories: Mapping[str, "History"],
    chance: Random,
    length: int = LENGTH,
) -> list[Item]:
    """Choose `length` of `items`, easy ones first and as many of each difficulty as can be.

    What was never answered, or wrongly the last time, comes before what is known; of what is known,
    the one not answered for longest. Among equals it is spread over principles and walkthroughs,
    and left to chance. Where there are fewer items than `length`, all of them are asked.
    """
    since = {item: _known_since(item, histories) for item in items}
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


def _known_since(item: Item, histories: Mapping[str, "History"]) -> float:
    """Return when the item was last answered right, in seconds; 0 where it was not."""
    history = histories.get(item.walkthrough)
    last = history.answers.get(item.prompt) if history else None
    return last.time.timestamp() if last and last.correct else 0.0


def _share_out(length: int, available: Mapping[str, int]) -> dict[str, int]:
    """Divide `length` evenly by difficulty; what one lacks the others give, medium first."""
    counts = dict.fromkeys(DIFFICULTIES, 0)
    turns = ("medium", "easy", "hard")
    for _ in range(min(length, sum(available.values()))):
        open_ones = [name for name in turns if counts[name] < available[name]]
        counts[min(open_ones, key=lambda name: counts[name])] += 1
    return counts
