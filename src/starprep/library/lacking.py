"""What a walkthrough may lack, and what cannot be done without it.

A story of one's own needs a question and one text; the built-in ones have every part.
"""

from collections.abc import Iterator
from typing import NamedTuple

from starprep.library.parts import Part
from starprep.library.problems import KeyPath
from starprep.library.walkthrough import Walkthrough


class Lack(NamedTuple):
    """An optional part that is not there."""

    key: KeyPath
    """Where it would stand."""
    what: str
    """What that means."""
    fix: str
    """What to write, to have it."""


def lacking(walkthrough: Walkthrough) -> Iterator[Lack]:
    """Yield every optional part that `walkthrough` does not have, in the order of the file."""
    if walkthrough.principle is None:
        yield Lack((), "has no principle", 'add principle = "…", an id of a principle')
    if walkthrough.overview is None:
        yield Lack((), "has no [overview]", "add scenario, summary and takeaways")
    for part in Part:
        if part not in walkthrough.parts:
            fix = f'add a [[sections]] table with part = "{part}"'
            yield Lack(("sections",), f"have no {part}", fix)
    yield from _of_sections(walkthrough)
    yield from _of_probes(walkthrough)
    if walkthrough.weak_answer is None:
        fix = "add text, flags, verdict and leaning"
        yield Lack((), "has no [weak_answer] to hunt red flags in", fix)
    if not walkthrough.quiz:
        yield Lack((), "has no [[quiz]] to test with", "add prompt, options, answer, explanation")
    if not walkthrough.adaptations:
        yield Lack((), "has no [[adaptations]]", "add principle, lead, emphasize and downplay")
    if not walkthrough.levels:
        yield Lack((), "has no [[levels]]", "add level, focus, bar and seconds")


def _of_sections(walkthrough: Walkthrough) -> Iterator[Lack]:
    for number, section in enumerate(walkthrough.sections):
        key: KeyPath = ("sections", number)
        if section.target_seconds is None:
            yield Lack(key, "has no target_seconds", "add how long it may take when spoken")
        if section.part is Part.REFLECTION and section.examples is None:
            fix = "add [sections.examples] with a text for each level, such as sde2 and senior"
            yield Lack(key, "has one text for all levels", fix)
        if not section.signals:
            yield Lack(key, "has no signals", "quote what an interviewer writes down")
        if section.coaching is None:
            yield Lack(key, "has no coaching", "add one tip for this part")
        if section.mistake is None:
            yield Lack(key, "has no mistake", "add what often goes wrong here")


def _of_probes(walkthrough: Walkthrough) -> Iterator[Lack]:
    if not walkthrough.probes:
        yield Lack((), "has no [[probes]]", "add the questions that an interviewer asks next")
    for number, probe in enumerate(walkthrough.probes):
        key: KeyPath = ("probes", number)
        if probe.tests is None:
            yield Lack(key, "has no tests", "add what the interviewer probes")
        if probe.weak is None:
            yield Lack(key, "has no weak reply", "add weak = { reply, why }")
        if probe.strong is None:
            yield Lack(key, "has no strong reply", "add strong = { reply, line }")
        elif probe.strong.line is None:
            yield Lack((*key, "strong"), "has no line", "add the line to remember")
