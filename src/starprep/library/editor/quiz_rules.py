"""Rules on a quiz: nothing but knowing the story may give the right option away."""

import re
from collections.abc import Callable, Iterable, Iterator
from math import sqrt

from starprep.library.editor.finding import EditRule, Finding
from starprep.library.options import speaks_of_others
from starprep.library.question import Question
from starprep.library.speech import about
from starprep.library.walkthrough import Walkthrough

_CONTRAST = re.compile(
    r"\b(?:but|not|no|never|nothing|nobody|neither|nor|only|though|although|however|while|still"
    r"|rather|instead|yet|too|without|even|whereas|alone)\b|n['’]t\b",
    re.IGNORECASE,
)


def explains(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find explanations that do not say why the tempting wrong option is wrong."""
    for number, question in enumerate(walkthrough.quiz):
        key = ("quiz", number, "explanation")
        fix = "name the option that tempts, and say why it is wrong all the same"
        if not _names_a_wrong_option(question):
            yield Finding(key, EditRule.EXPLAINS, "speaks of no wrong option", fix)
        elif not _CONTRAST.search(question.explanation):
            yield Finding(key, EditRule.EXPLAINS, "sets nothing against the tempting option", fix)


def _names_a_wrong_option(question: Question) -> bool:
    """Tell whether the explanation has a word that only a wrong option has."""
    right = about(question.options[question.answer])
    said = about(question.explanation)
    return any(
        said & (about(option) - right)
        for index, option in enumerate(question.options)
        if index != question.answer
    )


def giveaways(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find a quiz whose right options could be guessed by their length or place."""
    for what, fix in tells(walkthrough.quiz):
        yield Finding(("quiz",), EditRule.GIVEAWAYS, what, fix)


def own_options(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find options that speak of the others instead of saying something themselves."""
    for number, question in enumerate(walkthrough.quiz):
        for index, option in enumerate(question.options):
            if speaks_of_others(option):
                key = ("quiz", number, "options", index)
                fix = "write an answer that can be chosen on its own merits"
                yield Finding(key, EditRule.OWN_OPTIONS, "speaks of the other options", fix)


def tells(questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
    """Yield what gives the right options of `questions` away, and what would not."""
    asked = tuple(questions)
    count = len(asked)
    if found := _too_often(asked, is_longest):
        what = f"the right option is the longest in {found} of {count} questions"
        yield what, "lengthen a wrong one or shorten the right one, down to what chance would give"
    if found := _too_often(asked, is_shortest):
        what = f"the right option is the shortest in {found} of {count} questions"
        yield what, "shorten a wrong one or lengthen the right one, down to what chance would give"
    for place in range(max((len(question.options) for question in asked), default=0)):
        with_place = [question for question in asked if place < len(question.options)]

        def stands(question: Question, place: int = place) -> bool:
            return question.answer == place

        if found := _too_often(with_place, stands):
            what = f"the right option is options[{place}] in {found} of {len(with_place)} questions"
            yield what, "move some of them to other places"


def is_longest(question: Question) -> bool:
    """Tell whether the right option has more characters than every other."""
    right = len(question.options[question.answer])
    others = (each for n, each in enumerate(question.options) if n != question.answer)
    return all(len(option) < right for option in others)


def is_shortest(question: Question) -> bool:
    """Tell whether the right option has fewer characters than every other."""
    right = len(question.options[question.answer])
    others = (each for n, each in enumerate(question.options) if n != question.answer)
    return all(len(option) > right for option in others)


def _too_often(questions: Iterable[Question], happens: Callable[[Question], bool]) -> int:
    """Return how often it happens, or 0 where chance would do as much.

    Chance gives a share of one in the number of options, with a standard deviation; up to one
    deviation above it is still chance.
    """
    shares = [(1 / len(question.options), happens(question)) for question in questions]
    found = sum(each for _, each in shares)
    expected = sum(share for share, _ in shares)
    deviation = sqrt(sum(share * (1 - share) for share, _ in shares))
    return found if found > 1 and found > expected + deviation else 0
