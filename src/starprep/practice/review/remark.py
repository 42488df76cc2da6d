"""A remark: what was heard, in which words, and what an interviewer makes of it."""

from dataclasses import dataclass

from starprep.practice.review.lists import Severity


@dataclass(frozen=True, slots=True)
class Remark:
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
