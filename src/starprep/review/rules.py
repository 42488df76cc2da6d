"""Every rule, by its name: the function for each table of `rules.toml`."""

from collections.abc import Mapping

from starprep.review import evidence, lesson_rules, manner, ownership, structure
from starprep.review.registry import RuleFunction

RULES: Mapping[str, RuleFunction] = {
    **structure.RULES,
    **ownership.RULES,
    **evidence.RULES,
    **lesson_rules.RULES,
    **manner.RULES,
}
