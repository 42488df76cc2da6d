"""What the drill says before and after a section."""

from starprep.library.parts import Part
from starprep.practice.rehearsal import Rehearsal
from starprep.record.scales import Cue
from starprep.review.review import Review
from starprep.texts.review_texts import marked, remarks
from starprep.texts.styled import Role, Styled, blocks, bulleted, highlighted, joined, titled


def heading(part: Part) -> Styled:
    """Return which part is to be said, and what it must do."""
    return joined((f"{part.title}  ", Role.HEADING), part.purpose)


def cue(rehearsal: Rehearsal) -> Styled:
    """Return the cue card of the section to say: as much help as its rung of the ladder gives."""
    label = joined(("Cue: ", Role.MUTED), (rehearsal.cue.label, Role.STRONG))
    if rehearsal.cue is Cue.FULL:
        return blocks(label, highlighted(rehearsal.example, rehearsal.attempt.signals))
    if rehearsal.cue is Cue.SIGNALS:
        return blocks(label, bulleted(rehearsal.attempt.signals))
    return label


def review(rehearsal: Rehearsal, found: Review | None = None) -> Styled:
    """Return what a finished section is compared with.

    Before it stand what was typed, where anything was, and what was `found` in it.
    """
    attempt, section = rehearsal.attempt, rehearsal.section
    script = [
        titled(f"A strong {rehearsal.part.title}", highlighted(rehearsal.example, attempt.signals)),
        titled("Coaching", section.coaching),
        titled("Common mistake", section.mistake),
    ]
    if rehearsal.text and found:
        typed = titled("What you typed", marked(rehearsal.text, found))
        script = [typed, titled("What an interviewer hears", remarks(found)), *script]
    return blocks(*script)
