"""Quiz options that mean other options instead of saying something themselves."""

import re
from itertools import pairwise


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


_EVERY = frozenset(_words("all any both each either every everything neither none nothing"))
_THESE = frozenset(
    _words("above below others these those option options answer answers choices statements")
)
_PLACES = frozenset(_words("first second third fourth fifth sixth last a b c d e f 1 2 3 4 5 6"))
_BETWEEN = frozenset(
    _words(
        """
        of the and or nor but except not only other rest them more than one two three four five six
        is are right correct true wrong false
        """
    )
)
_POINTING = _EVERY | _THESE | _PLACES | _BETWEEN
_PAUSE = re.compile(r"[,;:.(–—]")


def speaks_of_others(option: str) -> bool:
    """Tell whether an option means others: "all of the above", "none of these", "both A and C".

    Such an option has no words of its own, or has them only behind a pause: "none of these, as …".
    """
    said = _words(option)
    places = _PLACES.intersection(said)
    return (
        ("the", "above") in pairwise(said)
        or _points(said, _EVERY | _THESE)
        or (len(places) > 1 and "and" in said and _points(said, places))
        or _points(_words(_PAUSE.split(option, maxsplit=1)[0]), _THESE)
    )


def names_places(option: str, *, is_last: bool) -> bool:
    """Tell whether an option that speaks of others says where they stand: first, B, 3, above it.

    What stands above the last one is all the others, in whatever order.
    """
    said = set(_words(option))
    return bool(said & _PLACES) or "below" in said or ("above" in said and not is_last)


def _points(words: list[str], at: frozenset[str]) -> bool:
    """Tell whether `words` do nothing but point, and one of them `at` something."""
    return _POINTING.issuperset(words) and not at.isdisjoint(words)
