"""The pages of Learn: what each says."""

from collections.abc import Iterable, Iterator

from starprep.library import phrases
from starprep.library.parts import Level, Part, clock_text
from starprep.library.principle import Principle
from starprep.library.walkthrough import Adaptation, Walkthrough
from starprep.library.weak_answer import WeakAnswer
from starprep.practice.lesson import Lesson
from starprep.texts import probe_texts
from starprep.texts.example_texts import example, left_out
from starprep.texts.styled import (
    Role,
    Styled,
    blocks,
    bulleted,
    highlighted,
    joined,
    lines,
    styled,
    titled,
)

LEAD = "Lead with"
"""What an adaptation begins with, as a label and mostly in its own words too."""

TITLES = {
    **{part.value: part.title for part in Part},
    "follow-ups": "Follow-ups",
    "principle": "Principle",
    "weak-answer": "Weak answer",
    "adaptations": "Adaptations",
    "levels": "Levels",
}
"""What each page of a lesson is called, in their order."""

SHORT = {
    **{part.value: part.title[0] for part in Part},
    "weak-answer": "Weak",
    "adaptations": "Adapt",
}
"""What the pages are called where one line has to name them all, if not by their title."""

HERE_FROM = 72
"""From this width on, in cells, the open page has its title in that line."""
PARTS_FROM = 90
"""From this width on, the parts have theirs too."""


def contents(here: str, width: int) -> Styled:
    """Return one line that names every page, the one called `here` marked.

    It is no wider than `width` cells, of which there are 57: the parts are told by their first
    letters where there is no room for more.
    """

    def name(page: str, title: str) -> str:
        is_part = len(SHORT.get(page, title)) == 1
        if is_part and (width >= PARTS_FROM or (width >= HERE_FROM and page == here)):
            return title
        return SHORT.get(page, title)

    names = (
        (name(page, title), Role.HERE if page == here else Role.MUTED)
        for page, title in TITLES.items()
    )
    return joined(*names, by="  ")


def page(lesson: Lesson, name: str) -> Styled:
    """Return the text of the page called `name`, one of `lesson.PAGES`."""
    if name == "follow-ups":
        return probe_texts.page(lesson.walkthrough.probes)
    if name == "principle" and lesson.principle:
        return _principle(lesson.principle)
    if name == "weak-answer" and lesson.walkthrough.weak_answer:
        return _weak_answer(lesson.walkthrough.weak_answer)
    if name == "adaptations":
        return blocks(*(_adaptation(each, lesson) for each in lesson.walkthrough.adaptations))
    if name == "levels":
        return blocks(*_levels(lesson))
    return _section(lesson, Part(name))


def words_to_read(walkthrough: Walkthrough) -> int:
    """Return roughly how many words the pages hold."""
    return len(walkthrough.model_dump_json(exclude={"quiz", "overview"}).split())


def _section(lesson: Lesson, part: Part) -> Styled:
    section = lesson.walkthrough.section(part)
    fitted = lesson.walkthrough.fitted(part, lesson.level)
    signals = lesson.walkthrough.signals(part, lesson.level)
    target = clock_text(lesson.walkthrough.target(part, lesson.level))
    voice = f", as {_voices(lesson, lesson.level)}" if part is Part.REFLECTION else ""
    lead = f"Target {target}{voice}. {part.purpose}"
    told = [
        styled(" ".join(filter(None, (lead, left_out(fitted, lesson.level)))), Role.MUTED),
        example(fitted, signals),
    ]
    if signals:
        told.append(titled("What an interviewer writes down", bulleted(signals)))
    if section.drop:
        told.append(titled("Leave out first", section.drop))
    if section.coaching:
        told.append(titled("Coaching", section.coaching))
    if section.mistake:
        told.append(titled("Common mistake", section.mistake))
    return blocks(*told)


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
            joined((f"{LEAD}  ", Role.MUTED), _without(LEAD, adaptation.lead)),
            joined(("Say more   ", Role.MUTED), _listed(adaptation.emphasize)),
            joined(("Say less   ", Role.MUTED), _listed(adaptation.downplay)),
        ),
    )


def _without(label: str, text: str) -> str:
    """Return `text` without its first words where they are those of the label before it."""
    first, rest = text[: len(label)], text[len(label) :]
    return rest.strip() if first == label and rest[:1].isspace() else text


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items)


def _levels(lesson: Lesson) -> Iterator[Styled]:
    """Yield what each level asks; a reflection that several share is told at the first of them."""
    reflects = Part.REFLECTION in lesson.walkthrough.parts
    reflection = lesson.walkthrough.section(Part.REFLECTION) if reflects else None
    told: dict[str, Level] = {}
    for guide in lesson.walkthrough.levels:
        here = "  (chosen)" if guide.level is lesson.level else ""
        shortest, longest = guide.seconds
        said = reflection.example_for(guide.level) if reflection else "not written yet"
        first = told.setdefault(said, guide.level)
        yield titled(
            f"{guide.level.label}, {clock_text(shortest)} to {clock_text(longest)}{here}",
            lines(
                joined(("Focus       ", Role.MUTED), guide.focus),
                joined(
                    ("Reflection  ", Role.MUTED),
                    said if first is guide.level else f"the same as {first.label}",
                ),
                joined(("The bar     ", Role.MUTED), guide.bar),
            ),
        )


def _voices(lesson: Lesson, level: Level) -> str:
    """Name the levels that share the reflection of `level`."""
    reflection = lesson.walkthrough.section(Part.REFLECTION)
    said = reflection.example_for(level)
    known = lesson.walkthrough.known_levels
    sharing = [each for each in known if reflection.example_for(each) == said]
    return " and ".join(each.label for each in sharing)
