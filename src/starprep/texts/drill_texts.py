"""What the drill says before and after a section."""

from starprep.practice.attempt import Phase
from starprep.practice.rehearsal import Rehearsal
from starprep.record.fading import Suggestion, Why
from starprep.record.scales import Cue
from starprep.review.review import Review
from starprep.texts.example_texts import example, left_out
from starprep.texts.review_texts import marked, remarks
from starprep.texts.styled import (
    Role,
    Styled,
    Text,
    blocks,
    bulleted,
    joined,
    lines,
    styled,
    titled,
)

_STAYS = {
    Why.UNRATED: "the last was not rated",
    Why.HARD: "the last was hard",
    Why.LONG: "the last ran long",
    Why.SHORT: "the last was too short",
    Why.SIGNALS: "the last had too few signals",
}


def heading(rehearsal: Rehearsal) -> Styled:
    """Return which part is to be said, and what it must do: less of it with every rung."""
    part = rehearsal.part
    match rehearsal.cue:
        case Cue.NONE:
            return Styled()
        case Cue.NAME:
            return styled(part.title, Role.HEADING)
        case _:
            return joined((f"{part.title}  ", Role.HEADING), part.purpose)


def cue(rehearsal: Rehearsal) -> Styled:
    """Return the cue of the section to say: as much help as its rung of the ladder gives."""
    match rehearsal.cue:
        case Cue.FULL:
            return example(rehearsal.example, rehearsal.attempt.signals)
        case Cue.SIGNALS:
            return bulleted(rehearsal.attempt.signals)
        case _:
            return Styled()


def about_cue(rehearsal: Rehearsal) -> Styled:
    """Return what is said of the cue until one speaks: which it is, why, what comes next.

    Where the example is longer than the clock beside it, what to leave out is told all the time.
    """
    told: list[Text] = []
    if rehearsal.attempt.phase is Phase.CUE:
        label = rehearsal.cue.label
        name = label.capitalize() if rehearsal.cue is Cue.NONE else f"Cue: {label}"
        why = _why(rehearsal.suggestion) if rehearsal.is_cue_suggested else "by hand"
        less = rehearsal.cue.step(1)
        after = f" If it goes well, next: {less.label}." if less is not rehearsal.cue else ""
        told.append((f"{name}, {why}.{after}", Role.MUTED))
    if rehearsal.cue is Cue.FULL and (grey := left_out(rehearsal.example, rehearsal.level)):
        told.append(grey)
    return lines(*told)


def _why(suggestion: Suggestion) -> str:
    match suggestion.why:
        case Why.FIRST:
            return "the first time"
        case Why.READY:
            return f"{'less, ' if suggestion.is_less else ''}as the last went well"
        case Why.AGAIN:
            return f"{'more, ' if suggestion.is_more else ''}as you rated the last “again”"
        case _:
            return f"as before: {_STAYS[suggestion.why]}"


def how_to_rate(tick: str, tick_all: str, *, confirms: bool) -> Styled:
    """Return what to do once a section is said, with the names of the two keys that tick."""
    goes_on = "; enter goes on" if confirms else " and goes on"
    return styled(f"{tick} ticks what you said, {tick_all} all; 1-4 rates it{goes_on}", Role.MUTED)


def review(rehearsal: Rehearsal, found: Review | None = None) -> Styled:
    """Return what a finished section is compared with.

    Before it stand what was typed, where anything was, and what was `found` in it.
    """
    attempt, section = rehearsal.attempt, rehearsal.section
    strong = example(rehearsal.example, attempt.signals)
    if grey := left_out(rehearsal.example, rehearsal.level):
        strong = lines((grey, Role.MUTED), strong)
    script = [titled(f"A strong {rehearsal.part.title}", strong)]
    if section.coaching:
        script.append(titled("Coaching", section.coaching))
    if section.mistake:
        script.append(titled("Common mistake", section.mistake))
    if rehearsal.text and found:
        typed = titled("What you typed", marked(rehearsal.text, found))
        script = [typed, titled("What an interviewer hears", remarks(found)), *script]
    return blocks(*script)
