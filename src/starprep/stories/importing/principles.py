"""Principles as candidates name them, and the ids that they are known by."""

import re
from collections.abc import Mapping

_SMALL = frozenset(["and", "the", "a", "an", "of", "on", "be", "to", "in", "s", "your"])
_BETWEEN = re.compile(r"\s*(?:[,;/|·•&\n+]|\band\b)\s*")


def _content(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold().replace("’", "'"))
    return frozenset(word for word in words if word not in _SMALL)


class Principles:
    """The principles that a library knows.

    Args:
        names: the official name of each, by id.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._exact: dict[frozenset[str], str] = {}
        self._words: dict[str, frozenset[str]] = {}
        for key, name in names.items():
            self._exact |= {_content(name): key, _content(key): key}
            self._words[key] = _content(name) | _content(key)
        # The longest first: a name may hold what else divides two names.
        self._whole = [
            re.compile(
                r"(?<!\w)" + r"\W+".join(map(re.escape, re.findall(r"\w+", name))) + r"(?!\w)", re.I
            )
            for name in sorted((*names.values(), *names), key=len, reverse=True)
        ]

    def named(self, text: str) -> str | None:
        """Return the id of the principle that a text names, or None."""
        return self._exact.get(_content(text)) if text.strip() else None

    def resolve(self, text: str) -> str | None:
        """Return the id of the principle that a text means: its name, or words of only that one."""
        if exact := self.named(text):
            return exact
        words = _content(text)
        if not words or len(words) > 6:
            return None
        found = [key for key, known in self._words.items() if words <= known]
        return found[0] if len(found) == 1 else None

    def split(self, text: str) -> tuple[str, ...]:
        """Return the principles that a list names, each as written."""
        spans: list[tuple[int, int]] = []
        for pattern in self._whole:
            for match in pattern.finditer(text):
                if all(match.end() <= begin or end <= match.start() for begin, end in spans):
                    spans.append(match.span())
        found: list[tuple[int, str]] = [(begin, text[begin:end]) for begin, end in spans]
        at = 0
        for begin, end in [*sorted(spans), (len(text), len(text))]:
            rest = text[at:begin]
            found += [(at, each) for each in _BETWEEN.split(rest) if each.strip(" .-–—()[]:\"'")]
            at = end
        return tuple(each.strip(" .-–—()[]\"'") for _, each in sorted(found, key=lambda x: x[0]))

    def all_named(self, text: str, *, loosely: bool = False) -> tuple[str, ...]:
        """Return the principles that a text lists and nothing else; none where it says more.

        Loosely, a word or two of a name will do.
        """
        names = self.split(text)
        known = self.resolve if loosely else self.named
        return names if names and all(known(each) for each in names) else ()
