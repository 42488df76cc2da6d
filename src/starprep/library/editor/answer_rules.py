"""Rules on the answer itself: its pace, whose work it tells, its number, its lesson."""

import re
from collections.abc import Iterator
from math import ceil, floor

from starprep.library.editor.finding import EditRule, Finding
from starprep.library.parts import WORDS_PER_MINUTE, Part
from starprep.library.problems import KeyPath
from starprep.library.speech import ANY_STORY, about, count_words, sentences, spoken_seconds, words
from starprep.library.walkthrough import Walkthrough

SHORTEST, LONGEST = 0.8, 1.05
"""How much of its target an example may take when read aloud. Under it the candidate has nothing to
say for the rest; over it even the text that teaches the pace does not keep it."""

LEAST_I = 2 / 3
"""The share of the Action's sentences that begin with I."""

LEAST_OWN_WORDS = 3
"""How many words of the story a reflection names."""

_I = re.compile(r"""["'“‘]?I(?:['’](?:d|m|ve|ll))?\b""")
_WE = frozenset({"we", "we'd", "we'll", "we're", "we've"})
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand"
    r"|million|half|halved|third|quarter|once|twice|double|doubled|zero|none|nobody|no one)\b",
    re.IGNORECASE,
)


def examples(walkthrough: Walkthrough) -> Iterator[tuple[Part, KeyPath, str]]:
    """Yield the part, key and text of every example, the reflection's level by level."""
    for number, section in enumerate(walkthrough.sections):
        if section.example is not None:
            yield section.part, ("sections", number, "example"), section.example
        for level, text in (section.examples or {}).items():
            yield section.part, ("sections", number, "examples", level.value), text


def pace(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find examples that cannot be said in about their target, at 150 words a minute."""
    for part, key, text in examples(walkthrough):
        target = walkthrough.target(part, walkthrough.level)
        share = spoken_seconds(text) / target
        if not SHORTEST <= share <= LONGEST:
            said = f"{count_words(text)} words take {spoken_seconds(text):.0f} s aloud"
            full = target * WORDS_PER_MINUTE / 60
            least, most = ceil(full * SHORTEST), floor(full * LONGEST)
            what = f"{said}, and its target is {target} s"
            yield Finding(key, EditRule.PACE, what, f"use {least} to {most} words")


def whose_work(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find an Action that leaves open who did the work."""
    for part, key, text in examples(walkthrough):
        if part is not Part.ACTION:
            continue
        said = sentences(text)
        with_i = sum(bool(_I.match(sentence)) for sentence in said)
        if with_i < LEAST_I * len(said):
            what = f"{with_i} of its {len(said)} sentences begin with I"
            yield Finding(key, EditRule.WHOSE_WORK, what, "begin most of them with what you did")
        others = [word.text for word in words(text) if word.text in _WE]
        if others:
            what = f'says "{others[0]}" {"once" if len(others) == 1 else f"{len(others)} times"}'
            yield Finding(
                key, EditRule.WHOSE_WORK, what, "say who did it: I, or the person by role"
            )


def number(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find a Result without a single number."""
    for part, key, text in examples(walkthrough):
        if part is Part.RESULT and not _NUMBER.search(text):
            fix = "say from what to what, how many, or how much it was worth"
            yield Finding(key, EditRule.NUMBER, "holds no number", fix)


def own_lesson(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find a reflection that would fit another story as well."""
    told = " ".join(text for part, _, text in examples(walkthrough) if part is not Part.REFLECTION)
    story = about(told) - ANY_STORY
    for part, key, text in examples(walkthrough):
        own = about(text) & story
        if part is Part.REFLECTION and len(own) < LEAST_OWN_WORDS:
            named = f"names only {', '.join(sorted(own))}" if own else "names nothing"
            what = f"would fit any story: it {named} of this one"
            yield Finding(
                key, EditRule.OWN_LESSON, what, "say what only this story could have taught"
            )
