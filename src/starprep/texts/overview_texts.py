"""What the overview says: the story, the three ways to prepare, and what a level asks."""

from collections.abc import Iterable

from starprep.library.parts import Level, Part, clock_text
from starprep.library.walkthrough import Walkthrough
from starprep.practice.lesson import PAGES
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.record.items import probe_progress, quiz_progress
from starprep.texts import progress_texts
from starprep.texts.learn_texts import words_to_read
from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    bulleted,
    counted,
    joined,
    lines,
    styled,
    titled,
)

READING_WORDS_PER_MINUTE = 200
"""How fast coaching is read, in words a minute, for the time that Learn says it takes."""
QUESTION_SECONDS = 30
"""How long a quiz question takes with its explanation, for the time that Test says it takes."""


def story(walkthrough: Walkthrough) -> Styled:
    """Return what the story is, why it works, and what to remember of it."""
    overview = walkthrough.overview
    facts = (*walkthrough.tags, f"in the voice of {walkthrough.level.label}")
    return blocks(
        titled("The story", overview.scenario),
        titled("Why it works", overview.summary),
        titled("Remember", bulleted(overview.takeaways)),
        (" · ".join(facts), Role.MUTED),
    )


def learn(number: int, walkthrough: Walkthrough, history: History | None) -> Styled:
    """Return what Learn is, how long it takes and how far one got, as the way of that number."""
    minutes = max(1, round(words_to_read(walkthrough) / READING_WORDS_PER_MINUTE))
    read = len(history.pages_read & set(PAGES)) if history else 0
    done = f"{read} of {len(PAGES)} parts read" if read else "not read yet"
    return _way(number, "Learn", "read the story, part by part", f"about {minutes} min", done)


def rehearse(
    number: int, walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Styled:
    """Return what Rehearse is, how long it takes and what was said, as the way of that number."""
    target = sum(walkthrough.target(part, level) for part in Part)
    takes = f"{clock_text(target)} aloud, {counted(len(walkthrough.probes), 'follow-up')}"
    done = "not rehearsed yet"
    if history and history.drills:
        runs = history.runs
        said = counted(len(runs), "whole answer") if runs else "single parts only"
        done = f"{said}, last {calendar.ago(history.drills[-1].time)}"
    return _way(number, "Rehearse", "say it aloud, against the clock", takes, done)


def test(number: int, walkthrough: Walkthrough, history: History | None) -> Styled:
    """Return what Test is, how long it takes and how much was right, as the way of that number."""
    count = len(walkthrough.quiz)
    minutes = max(1, round(count * QUESTION_SECONDS / 60))
    keys = [question.key for question in walkthrough.quiz]
    done = progress_texts.quiz(quiz_progress(history.quiz if history else (), keys))
    takes = f"{counted(count, 'question')}, about {minutes} min"
    return _way(number, "Test", "take the quiz", takes, done)


def _way(number: int, name: str, what: str, takes: str, done: str) -> Styled:
    return lines(
        joined((f" {number}  ", Role.KEY), (f"{name:<10}", Role.STRONG), what),
        (f"    {'':<10}{takes}; {done}", Role.MUTED),
    )


def levels(walkthrough: Walkthrough, chosen: Level) -> Styled:
    """Return the levels that the walkthrough has on one line, the `chosen` one marked."""
    return joined(
        ("Level ", Role.STRONG),
        *(
            (f" {each.level.label} ", Role.CHOSEN if each.level is chosen else Role.MUTED)
            for each in walkthrough.levels
        ),
    )


def time_in_all(walkthrough: Walkthrough, level: Level) -> str:
    """Say how long the whole answer may take at a level."""
    shortest, longest = walkthrough.guide(level).seconds
    return f"{clock_text(shortest)} to {clock_text(longest)} in all"


def about_level(
    walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Iterable[Styled]:
    """Yield a level's bar, the last hunt, what was lost, and whether targets are shortened."""
    yield joined(("The bar: ", Role.MUTED), walkthrough.guide(level).bar)
    if history and history.hunts:
        last = history.hunts[-1]
        said = f"{last.found} of {last.found + last.missed} red flags found"
        yield joined(("Hunt: ", Role.MUTED), f"{said}, {calendar.ago(last.time)}")
    if history:
        quiz = quiz_progress(history.quiz, [question.key for question in walkthrough.quiz])
        probes = probe_progress(history.probes, [probe.key for probe in walkthrough.probes])
        if lost := progress_texts.lost(quiz, probes):
            yield styled(f"{lost}.", Role.MUTED)
    if any(
        walkthrough.target(part, level) != walkthrough.section(part).target_seconds for part in Part
    ):
        yield styled("Each part's target is shortened to fit this level's limit.", Role.MUTED)
