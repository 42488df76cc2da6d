"""The one thing to work on after a rehearsal: the first rule that applies."""

from collections.abc import Callable
from dataclasses import dataclass

from starprep.library.parts import Part, clock_text
from starprep.practice.debrief import Debrief
from starprep.record.scales import Cue, Rating

SLACK_SECONDS = 3
"""A time this much outside what it should be, in seconds, is fine: nobody hears the difference."""

LEAST_ACTION_SHARE = 0.45
"""Action should take half to two thirds of the answer; below this share it is too thin."""

MOST_OPENING_SHARE = 0.4
"""Situation and Task should take a third of the answer at most; above this they crowd the rest."""

FEW_SIGNALS = 0.5
"""Less than this share of a part's signals leaves an interviewer with little to write down."""

SHORT_SHARE = 0.5
"""Less than this share of its target, and a part or an answer has left something out."""


@dataclass(frozen=True, slots=True)
class Advice:
    """The one thing to work on next, and why."""

    headline: str
    why: str
    part: Part | None = None
    """The part to rehearse for it; None for the answer as a whole, and where all is well."""
    is_well: bool = False
    """Whether there is nothing to work on."""


def advise(found: Debrief) -> Advice:
    """Choose the one thing to work on: the first rule that applies.

    In order: an answer hardly said; one over its limit, since it gets cut off; an opening that
    crowds out the Action, or an Action too thin to show a contribution; the part with the fewest
    signals, since unsaid things cannot be written down; a part far too short; an answer shorter
    than its level's; a part over its target; a part rated `again` or `hard`; less help, where
    there was any. Else all is well.
    """
    for rule in _RULES:
        if advice := rule(found):
            return advice
    return Advice(
        "All is well. Let it rest.",
        "In time, with its signals, and without help. What is recalled after a gap is kept longer.",
        is_well=True,
    )


def _hardly_said(found: Debrief) -> Advice | None:
    seconds, target = found.seconds, found.target_seconds
    if len(found.rows) == 1 or seconds >= target * SHORT_SHARE:
        return None
    return Advice(
        "Say all of it, aloud and in full.",
        "It took less than half of its time. Only what is said gets practised.",
    )


def _over_limit(found: Debrief) -> Advice | None:
    if found.outside <= SLACK_SECONDS:
        return None
    longest = max(found.rows, key=lambda row: row.difference)
    name = longest.part.title
    if not found.is_whole:
        return Advice(
            f"Cut the {name} down to {clock_text(longest.target_seconds)}.",
            "An interviewer cuts in where it runs long. Leave out what you would miss least.",
            longest.part,
        )
    return Advice(
        f"Cut the {name}: it ran furthest over its target.",
        f"The whole answer is past {clock_text(found.limit)}, and an interviewer cuts in where it "
        "runs long.",
        longest.part,
    )


def _out_of_balance(found: Debrief) -> Advice | None:
    if len(found.rows) < len(Part) or not found.seconds:
        return None  # of a story without some of its parts no balance can be asked
    share = {row.part: row.seconds / found.seconds for row in found.rows}
    opening = share[Part.SITUATION] + share[Part.TASK]
    if opening > MOST_OPENING_SHARE:
        return Advice(
            "Shorten the opening: get to what you did sooner.",
            f"Situation and Task took {opening:.0%} of the answer. A third is plenty.",
            Part.SITUATION,
        )
    if share[Part.ACTION] < LEAST_ACTION_SHARE:
        return Advice(
            "Give the Action more room.",
            f"It took {share[Part.ACTION]:.0%} of the answer. Half to two thirds is where an "
            "interviewer hears what you yourself did.",
            Part.ACTION,
        )
    return None


def _few_signals(found: Debrief) -> Advice | None:
    row = min(found.rows, key=lambda row: row.hit_share)
    if row.hit_share >= FEW_SIGNALS:
        return None
    return Advice(
        f"Put the signals into the {row.part.title}.",
        f'What is not said cannot be written down. Begin with "{row.missed[0]}".',
        row.part,
    )


def _too_short(found: Debrief) -> Advice | None:
    row = min(found.rows, key=lambda row: row.seconds / row.target_seconds)
    if row.seconds >= row.target_seconds * SHORT_SHARE:
        return None
    return Advice(
        f"Say more in the {row.part.title}.",
        "It took less than half of its target. Add a fact that only you could know.",
        row.part,
    )


def _under_shortest(found: Debrief) -> Advice | None:
    if found.outside >= -SLACK_SECONDS:
        return None
    row = min(found.rows, key=lambda row: row.difference)
    return Advice(
        f"Say more in the {row.part.title}: it fell furthest short of its target.",
        f"{found.level.label} answers under {clock_text(found.shortest)} sound thin. "
        "Add the step or the number that you left out.",
        row.part,
    )


def _over_target(found: Debrief) -> Advice | None:
    row = max(found.rows, key=lambda row: row.difference)
    if row.difference <= SLACK_SECONDS:
        return None
    return Advice(
        f"Trim the {row.part.title}: it ran furthest over its target.",
        "Leave out the sentence that you would miss least.",
        row.part,
    )


def _felt_hard(found: Debrief) -> Advice | None:
    rated = [row for row in found.rows if row.rating in (Rating.AGAIN, Rating.HARD)]
    if not rated:
        return None
    row = min(rated, key=lambda row: row.rating or Rating.EASY)
    name = row.part.title
    return Advice(
        f"Rehearse the {name} alone, twice." if len(found.rows) > 1 else f"Say the {name} again.",
        "The seconds were right and you found it hard. That is the part to say until it is dull.",
        row.part,
    )


def _with_help(found: Debrief) -> Advice | None:
    if all(row.cue is Cue.NONE for row in found.rows):
        return None
    return Advice(
        "Next time, with less help.",
        "It was in time and the signals were there. Take a cue away with c: what is recalled "
        "without help is kept longer.",
    )


_RULES: tuple[Callable[[Debrief], Advice | None], ...] = (
    _hardly_said,
    _over_limit,
    _out_of_balance,
    _few_signals,
    _too_short,
    _under_shortest,
    _over_target,
    _felt_hard,
    _with_help,
)
