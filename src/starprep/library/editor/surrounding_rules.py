"""Rules on what surrounds the answer: follow-up questions, the answer that fails, the amount."""

from collections import Counter
from collections.abc import Iterator

from starprep.library.editor.answer_rules import examples
from starprep.library.editor.finding import EditRule, Finding
from starprep.library.lacking import lacking
from starprep.library.parts import Level
from starprep.library.principle import Principle
from starprep.library.question import Difficulty
from starprep.library.speech import about
from starprep.library.walkthrough import Walkthrough

MOST_HEARD = 2 / 3
"""The share of a strong reply's words, by what they are about, that the answer has used already."""

LEAST_PROBES, LEAST_OF_DIFFICULTY, LEAST_ADAPTATIONS = 4, 2, 3
LEAST_BEHAVIOURS, LEAST_QUESTIONS = 3, 4


def new_ground(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find follow-up questions whose strong reply only says the answer again."""
    heard = frozenset[str]().union(*(about(text) for _, _, text in examples(walkthrough)))
    for number, probe in enumerate(walkthrough.probes):
        reply = about(probe.strong.reply) if probe.strong else frozenset[str]()
        again = reply & heard
        if reply and len(again) > MOST_HEARD * len(reply):
            what = f"{len(again)} of the {len(reply)} words that carry it are in the answer already"
            key = ("probes", number, "strong", "reply")
            yield Finding(key, EditRule.NEW_GROUND, what, "ask for, and tell, what is still unsaid")


def flags(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find a weak answer whose flags show only half of why answers fail."""
    if walkthrough.weak_answer is None:
        return
    given = walkthrough.weak_answer.flags
    key = ("weak_answer", "flags")
    if not any(flag.quote for flag in given):
        fix = "add a flag with the quote of words that sink it"
        yield Finding(key, EditRule.FLAGS, "quote no words of the answer", fix)
    if all(flag.quote for flag in given):
        fix = "add a flag without a quote for what a good answer would have said"
        yield Finding(key, EditRule.FLAGS, "name nothing that is missing", fix)


def amount(walkthrough: Walkthrough) -> Iterator[Finding]:
    """Find a walkthrough that lacks a part, or has too little in one to prepare with."""
    for lack in lacking(walkthrough):
        yield Finding(lack.key, EditRule.AMOUNT, lack.what, lack.fix)
    if len(walkthrough.probes) < LEAST_PROBES:
        what = f"are {len(walkthrough.probes)}"
        yield Finding(("probes",), EditRule.AMOUNT, what, f"write at least {LEAST_PROBES}")
    asked = Counter(question.difficulty for question in walkthrough.quiz)
    for difficulty in Difficulty:
        if asked[difficulty] < LEAST_OF_DIFFICULTY:
            what = f"has {asked[difficulty]} {difficulty} questions"
            yield Finding(("quiz",), EditRule.AMOUNT, what, f"write at least {LEAST_OF_DIFFICULTY}")
    if len(walkthrough.adaptations) < LEAST_ADAPTATIONS:
        what = f"are {len(walkthrough.adaptations)}"
        yield Finding(
            ("adaptations",), EditRule.AMOUNT, what, f"write at least {LEAST_ADAPTATIONS}"
        )
    missing = set(Level) - {guide.level for guide in walkthrough.levels}
    for level in sorted(missing, key=lambda each: each.rank):
        fix = f'add a [[levels]] table with level = "{level}"'
        yield Finding(("levels",), EditRule.AMOUNT, f"do not say what {level.label} asks", fix)


def principle_amount(principle: Principle) -> Iterator[Finding]:
    """Find a principle that does not say enough to be known by."""
    if principle.core_signal is None:
        fix = "add core_signal, the question that the interviewer is answering"
        yield Finding((), EditRule.AMOUNT, "has no core_signal", fix)
    if len(principle.looks_like) < LEAST_BEHAVIOURS:
        what = f"are {len(principle.looks_like)}"
        yield Finding(("looks_like",), EditRule.AMOUNT, what, f"write at least {LEAST_BEHAVIOURS}")
    if not principle.is_not:
        fix = "write what is often mistaken for it"
        yield Finding(("is_not",), EditRule.AMOUNT, "is missing or empty", fix)
    if len(principle.questions) < LEAST_QUESTIONS:
        what = f"are {len(principle.questions)}"
        yield Finding(("questions",), EditRule.AMOUNT, what, f"write at least {LEAST_QUESTIONS}")
