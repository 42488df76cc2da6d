"""A remark: what was heard, in which words, and what an interviewer makes of it."""

from typing import NamedTuple

from starprep.review.lists import Severity


class Remark(NamedTuple):
    """One thing that an interviewer would write down.

    `start` and `end` are offsets in the answer, in characters, and `words` is what stands there;
    where something is missing they are the end of what should hold it, and `words` is empty.
    """

    start: int
    end: int
    rule: str
    severity: Severity
    words: str
    why: str
