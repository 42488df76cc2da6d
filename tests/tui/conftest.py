"""What the tests of screens share: the styles, which are parsed once and not for every app."""

from functools import cache
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture(scope="session", autouse=True)
def styles_are_parsed_once() -> None:
    """Parse each file of styles once for all apps with the same colours.

    It took a seventh of all the time of these tests.
    """
    parse = Stylesheet._parse_rules

    @cache
    def parsed(variables: tuple[tuple[str, str], ...], *of: Any, **how: Any) -> list[RuleSet]:
        return parse(Stylesheet(variables=dict(variables)), *of, **how)

    def parse_once(self: Stylesheet, *of: Any, **how: Any) -> list[RuleSet]:
        return parsed(tuple(self._variables.items()), *of, **how)

    pytest.MonkeyPatch().setattr(Stylesheet, "_parse_rules", parse_once)
