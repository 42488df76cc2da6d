"""How a function becomes a rule: by the name that it shares with a table of `rules.toml`."""

from collections.abc import Callable, Iterator

from starprep.review.answer import Answer
from starprep.review.remark import Remark

RuleFunction = Callable[[Answer], Iterator[Remark]]
"""Yields the remarks of one rule on an answer."""


class Rules(dict[str, RuleFunction]):
    """The rules of a module, by name."""

    def add(self, function: RuleFunction) -> RuleFunction:
        """Make a function the rule of its own name, as a decorator."""
        self[function.__name__] = function
        return function
