"""What looks like a story and is none: a template, an explanation, a short form of one."""

import re
from collections.abc import Mapping, Sequence

from starprep.library.parts import Part
from starprep.library.speech import count_words
from starprep.stories.importing.wording import is_placeholder

_TEACHES = re.compile(
    r"\b(?:how (?:to|i|it|this|we)|what is|method|framework|template|format|guide|tips|rules|"
    r"instructions?|structure|legend|checklist|anatomy|refresher|primer|cheat ?sheet|rubric|"
    r"scoring|technique|explained|formula|acronym|star means)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:anchors?|cues?|key ?words?|short|summary|brief|one[- ]liners?|bullets?|cheat|recap|"
    r"elevator|tl;?dr|\d+[- ]?sec(?:ond)?s?|glance|memory|reminders?|outline|skeleton|prompts?)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Uu]s)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_HINT = re.compile(
    r"^(?:describe|explain|what|where|when|who|how|why|set the|state|tell|give|show|talk|share|"
    r"outline|quantify|detail|briefly|the (?:bulk|context|background|problem you|steps|outcome)|"
    r"your|you|one (?:sentence|line)|two (?:sentences|lines)|paint|keep|use|include|focus|"
    r"mention|say)\b|"
    r"\b(?:you|your|yourself|you['’]re|sentences?|the answer|interviewers?|candidate|STARR?)\b",
    re.IGNORECASE,
)
_CUE_WORDS = 4
"""How many words a part has at most, on average, where it only reminds of one."""
_FEWEST_WORDS = 4
"""What a part alone must have, in words, to be more than a word behind a label."""


def why_none(
    texts: Mapping[Part, str],
    labels: int,
    heads: Sequence[str],
    *,
    sure: bool,
    before: Mapping[Part, str] | None,
) -> str | None:
    """Say why some labelled texts are no story, or None where they are one.

    Args:
        texts: what stands behind each label.
        labels: how many different parts are labelled, those with nothing behind them too.
        heads: the headings that they stand under, the nearest first.
        sure: whether the labels are fields of data, which need no others beside them.
        before: the parts of the story that this stands with, if it stands with one.
    """
    real = {part: text for part, text in texts.items() if not is_placeholder(text)}
    if not real:
        return "a template" if any(text.strip() for text in texts.values()) else "an empty version"
    if len(real) == 1 and labels < 2 and not sure:
        return f"only a {next(iter(real))}"
    if not sure and len(real) == 1 and count_words("".join(real.values())) < _FEWEST_WORDS:
        return "names the parts and tells nothing"
    if not sure and _explains(list(real.values()), heads):
        return "explains the parts of an answer"
    if before and _is_short_form(real, heads, before):
        return "a short form of the story"
    few = sum(map(count_words, real.values())) <= _CUE_WORDS * len(real)
    if few and heads and (_SHORT.search(heads[0]) or _TEACHES.search(heads[0])):
        return "a short form of a story"
    return None


def _explains(texts: Sequence[str], heads: Sequence[str]) -> bool:
    teaches = any(_TEACHES.search(each) for each in heads[:1])
    person = any(_FIRST.search(_QUOTED.sub("", each)) for each in texts)
    hints = sum(_HINT.search(each) is not None for each in texts) / len(texts)
    words = sum(count_words(each) for each in texts) / len(texts)
    if teaches:
        return not person or hints >= 0.5
    return words <= 20 and ((hints >= 0.6 and not person) or (hints == 1 and words <= 12))


def _is_short_form(
    texts: Mapping[Part, str], heads: Sequence[str], before: Mapping[Part, str]
) -> bool:
    words = sum(count_words(each) for each in texts.values())
    whole = sum(count_words(each) for each in before.values())
    if any(_SHORT.search(each) for each in heads[:1]):
        return words < whole
    return words <= whole / 2 and words / len(texts) <= 10
