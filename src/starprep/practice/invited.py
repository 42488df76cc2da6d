"""The follow-up questions that a story's own words invite, beside those that its file has."""

from zlib import crc32

from starprep.library.parts import Level
from starprep.library.probe import INVITED, Probe
from starprep.library.walkthrough import Walkthrough
from starprep.review.inviting.invite import invite
from starprep.review.lists import RuleBook


def invited_probes(walkthrough: Walkthrough, level: Level, book: RuleBook) -> tuple[Probe, ...]:
    """Return what an interviewer would also ask, as follow-ups without replies.

    Each has an id of its own, which stays as long as the rule and the words that invite it do. What
    the follow-ups of the file ask already is left out.
    """
    said = {each.part: each.example_for(level) for each in walkthrough.sections}
    asked = [probe.question for probe in walkthrough.probes]
    return tuple(
        Probe(
            id=f"{INVITED}{each.rule.replace('_', '-')}-{crc32(each.words.encode()):08x}",
            question=each.question,
            tests=each.tests,
        )
        for each in invite(said, book, asked)
    )
