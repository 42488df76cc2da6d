"""What the overview says: the story, the three ways to prepare, and what a level asks."""

from collections.abc import Iterable

from starprep.library.parts import Level, clock_text
from starprep.library.walkthrough import Walkthrough
from starprep.practice.lesson import pages_of
from starprep.practice.mode import Mode, lacking
from starprep.record.calendar import Calendar
from starprep.record.history import History
from starprep.record.items import quiz_progress
from starprep.texts import progress_texts
from starprep.texts.history_texts import so_far
from starprep.texts.learn_texts import words_to_read
from starprep.texts.styled import (
    Role,
    Styled,
    Text,
    blocks,
    bulleted,
    counted,
    joined,
    lines,
    titled,
)

READING_WORDS_PER_MINUTE = 200
"""How fast coaching is read, in words a minute, for the time that Learn says it takes."""


def story(
    walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Styled:
    """Return what the story is, why it works, what to remember of it, what `level` asks of it, and
    what was done with it.
    """
    facts = (*walkthrough.tags, f"in the voice of {walkthrough.level.label}")
    told = list(_told(walkthrough, level))
    if history:
        quiz = [question.key for question in walkthrough.quiz]
        probes = [probe.key for probe in walkthrough.probes]
        told.append(titled("So far", so_far(history, quiz, probes, calendar)))
    return blocks(*told, (" · ".join(facts), Role.MUTED))


def _told(walkthrough: Walkthrough, level: Level) -> Iterable[Styled]:
    if overview := walkthrough.overview:
        yield titled("The story", overview.scenario)
        yield titled("Why it works", overview.summary)
        yield titled("Remember", bulleted(overview.takeaways))
    else:
        for section in walkthrough.sections:
            yield titled(section.part.title, section.example_for(level))
    if walkthrough.also_asks:
        yield titled("It answers these too", bulleted(walkthrough.also_asks))
    if asked := list(_bar(walkthrough, level)):
        yield titled(f"The bar at {level.label}", lines(*asked))


def _bar(walkthrough: Walkthrough, level: Level) -> Iterable[Text]:
    if guide := walkthrough.guide(level):
        yield guide.bar
    if _is_shortened(walkthrough, level):
        yield ("Each part's target is shortened to fit this level's limit.", Role.MUTED)


def learn(number: int, walkthrough: Walkthrough, history: History | None) -> Styled:
    """Return what Learn is, how long it takes and how far one got, as the way of that number."""
    minutes = max(1, round(words_to_read(walkthrough) / READING_WORDS_PER_MINUTE))
    pages = pages_of(walkthrough)
    read = len(history.pages_read & set(pages)) if history else 0
    done = f"{read} of {len(pages)} parts read" if read else "not read yet"
    return _way(number, "Learn", f"about {minutes} min", done)


def rehearse(
    number: int, walkthrough: Walkthrough, level: Level, history: History | None, calendar: Calendar
) -> Styled:
    """Return what Rehearse is, how long it takes and what was said, as the way of that number."""
    target = sum(walkthrough.target(part, level) for part in walkthrough.parts)
    done = "not rehearsed yet"
    if history and history.drills:
        runs = history.runs
        said = counted(len(runs), "whole answer") if runs else "single parts only"
        done = f"{said}, {calendar.ago(history.drills[-1].time)}"
    return _way(number, "Rehearse", f"{clock_text(target)} aloud", done)


def test(number: int, walkthrough: Walkthrough, history: History | None) -> Styled:
    """Return what Test is, how long it takes and how much was right, as the way of that number."""
    if why := lacking(Mode.TEST, walkthrough):
        return _way(number, "Test", "-", why)
    keys = [question.key for question in walkthrough.quiz]
    done = progress_texts.quiz(quiz_progress(history.quiz if history else (), keys))
    return _way(number, "Test", counted(len(walkthrough.quiz), "question"), done)


def _way(number: int, name: str, takes: str, done: str) -> Styled:
    return joined(
        (f"{number}  ", Role.KEY), (f"{name:<10}", Role.STRONG), f"{takes:<14}", (done, Role.MUTED)
    )


def levels(key: str, walkthrough: Walkthrough, chosen: Level) -> Styled:
    """Return the levels that the walkthrough has on one line, the `chosen` one marked, how long the
    whole answer may take there, and before them the `key` that changes the level.
    """
    shortest, longest = walkthrough.times(chosen)
    shortened = ", shortened" if _is_shortened(walkthrough, chosen) else ""
    return joined(
        (f"{key}  ", Role.KEY),
        (f"{'Level':<9}", Role.STRONG),
        *(
            (f" {each.label} ", Role.CHOSEN if each is chosen else Role.MUTED)
            for each in walkthrough.known_levels
        ),
        (f" {clock_text(shortest)} to {clock_text(longest)}{shortened}", Role.MUTED),
    )


def bar(walkthrough: Walkthrough, level: Level) -> Styled:
    """Return what a level asks of the answer; nothing where the walkthrough does not tell."""
    guide = walkthrough.guide(level)
    return joined(("The bar  ", Role.MUTED), guide.bar) if guide else Styled()


def _is_shortened(walkthrough: Walkthrough, level: Level) -> bool:
    return any(
        walkthrough.target(section.part, level) < (section.target_seconds or 0)
        for section in walkthrough.sections
    )
