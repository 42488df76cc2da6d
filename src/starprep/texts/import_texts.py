"""What an import says: the stories that it found, what it could not place, what it wrote."""

import re
from collections.abc import Iterable, Sequence

from starprep.library.parts import Part
from starprep.stories.importing.found import FileReading, FoundStory, Leftover
from starprep.stories.importing.write_stories import Planned, State
from starprep.texts.styled import Role, Styled, blocks, joined, lines, quoted, styled

ASKED = (
    "Which file? Markdown, Org, plain text, HTML, TOML, YAML, JSON or CSV. "
    "You see what is found before anything is written."
)
"""What is said before a file is named."""

_FIRST_WORDS = 12
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Ww]e|[Ww]e['’]\w+)\b")


def first_words(text: str, most: int = _FIRST_WORDS) -> str:
    """Return how a text begins, and that it goes on."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def heading(story: FoundStory) -> str:
    """Return what a story is called: its title, or else its question."""
    return story.title or story.question or story.id


def about_story(story: FoundStory) -> Styled:
    """Return what was found of a story, each part by its first words."""
    rows: list[Styled] = [styled(heading(story), Role.HEADING)]
    if story.title and story.question:
        rows.append(_row("Question", story.question))
    if story.principles:
        rows.append(_row("Principle", "; ".join(each.written for each in story.principles)))
    rows += (_row(part.title, first_words(text)) for part, text in story.parts.items())
    if missing := [part.title for part in tuple(Part)[:4] if part not in story.parts]:
        rows.append(_row("Missing", ", ".join(missing)))
    rows += (_row("Follow-up", first_words(probe.question)) for probe in story.probes)
    if no_subject(story):
        rows.append(_row("Remark", "the Action says no I: these are notes. Say it with I."))
    return lines(*rows)


def no_subject(story: FoundStory) -> bool:
    """Tell whether the Action never says who acts."""
    action = story.parts.get(Part.ACTION)
    return bool(action) and _FIRST_PERSON.search(action or "") is None


def _row(name: str, said: str) -> Styled:
    return joined((f"  {name:<11}", Role.MUTED), said)


def about_leftovers(leftovers: Sequence[Leftover]) -> Styled:
    """Return all that is in no story, each with why."""
    rows = [
        joined((f"  {first_words(each.why, 6)}: ", Role.MUTED), quoted(first_words(each.text, 20)))
        for each in leftovers
    ]
    return lines(styled(f"Not placed ({len(leftovers)})", Role.HEADING), *rows)


def report(name: str, reading: FileReading) -> Styled:
    """Return all that was found in the file of that name, and what could not be placed."""
    left = [each for story in reading.stories for each in story.unplaced]
    return blocks(
        found(name, len(reading.stories), reading.notes),
        *(about_story(story) for story in reading.stories),
        *([about_leftovers(left)] if left else []),
    )


def found(name: str, count: int, notes: Iterable[str]) -> Styled:
    """Say how many stories a file holds, and how it was read."""
    said = f"{name}: {stories_text(count)}"
    return joined((said, Role.STRONG), *(f"; {note}" for note in notes))


def agreeing(new: int) -> Styled:
    """Say what is asked of the candidate once a file was read."""
    if not new:
        return styled("Nothing in it is new; nothing will be written.", Role.STRONG)
    files = "into a file of its own" if new == 1 else "each into a file of its own"
    return styled(f"Enter writes {stories_text(new)}, {files}.", Role.STRONG)


def before_writing(name: str, reading: FileReading, planned: Sequence[Planned]) -> Styled:
    """Return the report on a file with what of it is there already."""
    there = [state(each) for each in planned if each.state is not State.NEW]
    return blocks(report(name, reading), *([lines(*there)] if there else []))


def stories_text(count: int) -> str:
    """Say how many stories: `1 story`, `40 stories`."""
    return "1 story" if count == 1 else f"{count:,} stories"


def state(planned: Planned) -> Styled:
    """Say of a story whose file is there whether anything changed in it."""
    name = planned.path.name
    if planned.state is State.SAME:
        return styled(f"{name} is there already, the same.")
    changed = ", ".join(planned.changes)
    return styled(f"{name} is there already and stays as it is. What changed: {changed}.")
