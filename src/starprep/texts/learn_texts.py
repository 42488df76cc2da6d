"""The pages of Learn: what each says."""

from collections.abc import Iterable, Iterator

from starprep.library import phrases
from starprep.library.parts import Part, clock_text
from starprep.library.principle import Principle
from starprep.library.walkthrough import Adaptation, LevelGuide, Walkthrough
from starprep.library.weak_answer import WeakAnswer
from starprep.practice.lesson import Lesson
from starprep.texts.example_texts import example, left_out
from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    bulleted,
    highlighted,
    joined,
    lines,
    titled,
)

TITLES = {
    **{part.value: part.title for part in Part},
    "principle": "The principle",
    "weak-answer": "The answer that fails",
    "adaptations": "For other principles",
    "levels": "The levels",
}
"""What each page of a lesson is called, in their order."""

SHORT = {
    "principle": "Principle",
    "weak-answer": "Weak",
    "adaptations": "Adapt",
    "levels": "Levels",
}
"""What the pages are called where one line has to name them all, if not by their title."""


def contents(here: str) -> Styled:
    """Return one line that names every page, the one called `here` marked."""
    names = (
        (SHORT.get(name, title), Role.HERE if name == here else Role.MUTED)
        for name, title in TITLES.items()
    )
    return joined(*names, by="  ")


def page(lesson: Lesson, name: str) -> Styled:
    """Return the text of the page called `name`, one of `lesson.PAGES`."""
    if name == "principle":
        return _principle(lesson.principle)
    if name == "weak-answer":
        return _weak_answer(lesson.walkthrough.weak_answer)
    if name == "adaptations":
        return blocks(*(_adaptation(each, lesson) for each in lesson.walkthrough.adaptations))
    if name == "levels":
        return blocks(*(_level(guide, lesson) for guide in lesson.walkthrough.levels))
    return _section(lesson, Part(name))


def words_to_read(walkthrough: Walkthrough) -> int:
    """Return roughly how many words the pages hold."""
    return len(walkthrough.model_dump_json(exclude={"probes", "quiz", "overview"}).split())


def _section(lesson: Lesson, part: Part) -> Styled:
    section = lesson.walkthrough.section(part)
    fitted = lesson.walkthrough.fitted(part, lesson.level)
    signals = lesson.walkthrough.signals(part, lesson.level)
    target = clock_text(lesson.walkthrough.target(part, lesson.level))
    voice = f", as {lesson.level.label}" if part is Part.REFLECTION else ""
    lead = f"Target {target}{voice}. {part.purpose}"
    return blocks(
        (" ".join(filter(None, (lead, left_out(fitted, lesson.level)))), Role.MUTED),
        example(fitted, signals),
        titled("What an interviewer writes down", bulleted(signals)),
        titled("Coaching", section.coaching),
        titled("Common mistake", section.mistake),
    )


def _principle(principle: Principle) -> Styled:
    def parts() -> Iterator[Styled]:
        yield lines((principle.name, Role.STRONG), principle.essence)
        if principle.core_signal:
            yield titled("What the interviewer asks themselves", principle.core_signal)
        for number, each in enumerate(principle.looks_like):
            said = bulleted(f"“{phrase}”" for phrase in each.phrases)
            heading = "What it looks like" if number == 0 else ""
            body = lines(
                (each.behaviour, Role.STRONG), said, joined(("Missed: ", Role.MUTED), each.miss)
            )
            yield titled(heading, body) if heading else body
        if principle.is_not:
            yield titled("What it is not", bulleted(principle.is_not))
        if principle.questions:
            yield titled("What is asked", bulleted(principle.questions))

    return blocks(*parts())


def beside(principle: Principle) -> Styled:
    """Return the principle in short, to stand beside the story."""

    def parts() -> Iterator[Styled]:
        yield lines((principle.name, Role.HEADING), principle.essence)
        if principle.core_signal:
            yield lines(("What the interviewer asks themselves", Role.MUTED), principle.core_signal)
        if principle.looks_like:
            shown = bulleted(each.behaviour for each in principle.looks_like)
            yield lines(("What it looks like", Role.MUTED), shown)
        if principle.is_not:
            yield lines(("What it is not", Role.MUTED), bulleted(principle.is_not))

    return blocks(*parts())


def _weak_answer(weak: WeakAnswer) -> Styled:
    flags = []
    for number, flag in enumerate(weak.flags, 1):
        words = f"“{flag.quote}”: " if flag.quote else "Not said: "
        flags.append(joined((f"[{number}] ", Role.STRONG_BAD), (words, Role.STRONG), flag.why))
    return blocks(
        with_flags(weak),
        titled("Red flags", lines(*flags)),
        verdict(weak),
    )


def verdict(weak: WeakAnswer) -> Styled:
    """Return what the Bar Raiser thinks of a weak answer, and how they lean."""
    return blocks(
        titled("What the Bar Raiser thinks", weak.verdict),
        joined(("Leaning: ", Role.MUTED), (weak.leaning.label, Role.STRONG)),
    )


def with_flags(weak: WeakAnswer) -> Styled:
    """Return a weak answer, each quoted flag's words marked and followed by the flag's number."""
    quotes = [flag.quote for flag in weak.flags if flag.quote]
    text = highlighted(weak.text, quotes, Role.FLAG)
    ends = sorted(
        (phrases.find(flag.quote, weak.text)[-1].end, number)
        for number, flag in enumerate(weak.flags, 1)
        if flag.quote
    )
    marked, start = Styled(), 0
    for end, number in ends:
        mark = (f" [{number}]", Role.STRONG_BAD)
        marked, start = joined(marked, text[start:end], mark), end
    return joined(marked, text[start:])


def _adaptation(adaptation: Adaptation, lesson: Lesson) -> Styled:
    name = lesson.names.get(adaptation.principle, adaptation.principle)
    return titled(
        name,
        lines(
            joined(("Lead with  ", Role.MUTED), adaptation.lead),
            joined(("Say more   ", Role.MUTED), _listed(adaptation.emphasize)),
            joined(("Say less   ", Role.MUTED), _listed(adaptation.downplay)),
        ),
    )


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items)


def _level(guide: LevelGuide, lesson: Lesson) -> Styled:
    here = "  (chosen)" if guide.level is lesson.level else ""
    shortest, longest = guide.seconds
    reflection = lesson.walkthrough.section(Part.REFLECTION).example_for(guide.level)
    return titled(
        f"{guide.level.label}, {clock_text(shortest)} to {clock_text(longest)}{here}",
        lines(
            joined(("Focus       ", Role.MUTED), guide.focus),
            joined(("Reflection  ", Role.MUTED), reflection),
            joined(("The bar     ", Role.MUTED), guide.bar),
        ),
    )
