"""What a rule finds."""

from enum import StrEnum
from typing import NamedTuple

from starprep.library.problems import KeyPath


class EditRule(StrEnum):
    """The rules, by the names under which `docs/editing.md` gives the reasons."""

    PACE = "pace"
    WHOSE_WORK = "whose-work"
    NUMBER = "number"
    OWN_LESSON = "own-lesson"
    NEW_GROUND = "new-ground"
    FLAGS = "flags"
    EXPLAINS = "explains"
    GIVEAWAYS = "giveaways"
    OWN_OPTIONS = "own-options"
    OWN_WORDS = "own-words"
    AMOUNT = "amount"


class Finding(NamedTuple):
    """One thing an editor would send back: where, under which rule, what, what would be right."""

    key: KeyPath
    rule: EditRule
    what: str
    fix: str
