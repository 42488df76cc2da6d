"""A whole answer divided into its parts."""

from collections import Counter
from collections.abc import Iterator, Mapping

from starprep.library.parts import Part
from starprep.review.answer import Range
from starprep.review.lists import RuleBook
from starprep.review.spoken import Spoken

_UP_TO = {part: tuple(Part)[: number + 1] for number, part in enumerate(Part)}


def divide(spoken: Spoken, book: RuleBook) -> dict[Part, Range]:
    """Find the parts in a whole answer: sentence by sentence, in their order, by how they sound.

    Each sentence is weighed for each part by the cues in it and by where it stands; of all ways to
    cut the answer into parts in order, that with the greatest weight is taken. A part may come out
    empty, and is then left out.
    """
    sentences = spoken.sentences
    if not sentences:
        return {}
    cues = {part: Counter(_cued(spoken, book, part)) for part in Part}
    weights = [
        _weights(spoken, book, {part: counts[number] for part, counts in cues.items()}, number)
        for number in range(len(sentences))
    ]
    totals = dict(weights[0])
    came_from: list[dict[Part, Part]] = []
    for weight in weights[1:]:
        before = {part: max(earlier, key=totals.__getitem__) for part, earlier in _UP_TO.items()}
        totals = {part: totals[before[part]] + weight[part] for part in _UP_TO}
        came_from.append(before)
    labels = [max(Part, key=lambda part: totals[part])]
    for before in reversed(came_from):
        labels.append(before[labels[-1]])
    labels.reverse()
    found: dict[Part, Range] = {}
    for sentence, part in zip(sentences, labels, strict=True):
        first = found[part].first if part in found else sentence.first
        found[part] = Range(first, sentence.last)
    return found


def _cued(spoken: Spoken, book: RuleBook, part: Part) -> Iterator[int]:
    """Yield the number of the sentence of each cue of a part."""
    for found in book.cues(part).find(spoken):
        yield spoken.sentence_number(found.first)


def _weights(
    spoken: Spoken, book: RuleBook, cues: Mapping[Part, int], number: int
) -> dict[Part, float]:
    """Return how much speaks for each part, given the cues for it in the sentence of a number."""
    sentence = spoken.sentences[number]
    place = (sentence.first + sentence.last) / 2 / len(spoken.words)
    most, cost = book.limits["most_cues"], book.limits["out_of_place"]
    weights, begin = {}, 0.0
    for part, heard in cues.items():
        end = book.part(part).usual_end
        if part is Part.ACTION and spoken.texts[sentence.first] in book.words("step_opener"):
            heard += 1
        away = max(0.0, begin - place, place - end)
        weights[part] = min(heard, most) - cost * 2 * away
        begin = end
    return weights
