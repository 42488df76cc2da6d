"""Stories put together from the sections of a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from starprep.stories.importing.blocks import Block
from starprep.stories.importing.built import Built
from starprep.stories.importing.drafting import LOOSE, build
from starprep.stories.importing.found import FileReading, FoundPrinciple, FoundStory, Leftover
from starprep.stories.importing.headings import HeadingSays, is_about_file, read_heading
from starprep.stories.importing.judging import why_none
from starprep.stories.importing.principles import Principles
from starprep.stories.importing.sections import FileSection, sections
from starprep.stories.importing.story_drafts import drafts
from starprep.stories.importing.vocabulary import field_of

_OPENING = re.compile(
    r"^(?:tell me about|describe|give me|give an example of|can you|have you ever|talk about|"
    r"share|walk me through)\s+(?:(?:an?|the|your)\s+)?(?:time|example|situation)?\s*"
    r"(?:when|where|that|of)?\s*(?:you\b)?\s*",
    re.IGNORECASE,
)
_STORY = re.compile(r"(?:story|example|question|q)\s*#?\d*\s*[:.–—-]", re.IGNORECASE)
_CONTAINERS = frozenset(
    ("stories", "story", "items", "data", "entries", "questions", "bank", "answers", "examples",
     "list", "records", "star")
)  # fmt: skip


@dataclass(slots=True)
class _Context:
    """What a section tells of the stories in it."""

    heading: HeadingSays
    question: str | None = None
    principles: tuple[str, ...] = ()
    above: _Context | None = None
    used: bool = False
    heads: tuple[str, ...] = ()
    """The headings, the nearest first."""
    story: Built | None = None
    """The story of this section, which what stands under it belongs to."""


@dataclass(slots=True)
class _Head:
    """A heading, left over unless a story takes its question or its principle from it."""

    text: str
    context: _Context


@dataclass(slots=True)
class _Asked:
    """A question or a principle above stories, left over unless one of them takes it."""

    leftover: Leftover
    context: _Context


@dataclass(slots=True)
class _Finder:
    principles: Principles
    told: Callable[[int], None]
    events: list[Built | Leftover | _Head | _Asked] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    count: int = 0

    def section(self, section: FileSection, above: _Context | None) -> None:
        heading = read_heading(section.head, self.principles)
        if section.is_record:
            heading = self._record_heading(section.head, heading)
        context = _Context(
            heading,
            heading.question or None,
            heading.principles,
            above,
            heads=((section.head, *above.heads) if above else (section.head,)),
        )
        if heading.count:
            self.labels.append(heading.count)
        if section.named:
            self.labels.append(section.named)
        if section.head and not section.is_record:
            self.events.append(_Head(section.head, context))
        elif section.head:
            self.labels.append(section.head)
        several = drafts(section)
        titled = not section.level or len(several) > 1
        for draft in several:
            tells = draft.begins < len(draft.pieces)
            for each in [draft] if tells else draft.runs():
                built = build(each, self.principles, titled=titled)
                self.labels += built.labels
                if tells:
                    self._candidate(built, section, context)
                else:
                    self._only_context(built, context, section)
                for child in built.sections:
                    self.section(child, context)

    def _record_heading(self, name: str, heading: HeadingSays) -> HeadingSays:
        words = set(name.casefold().split())
        if heading.principles or heading.question:
            return heading
        if not name or words & _CONTAINERS or field_of(name) is not None:
            return HeadingSays()
        return HeadingSays(title=name)

    def _only_context(self, built: Built, context: _Context, section: FileSection) -> None:
        """Take what stands in a section without a story for what is said of those under it."""
        if built.question and not context.question:
            context.question = built.question
            self.events.append(
                _Asked(Leftover("a question without a story", built.question), context)
            )
        elif built.question:
            self.events.append(Leftover("a question without a story", built.question))
        if built.principles and not context.principles:
            context.principles = tuple(built.principles)
            names = ", ".join(built.principles)
            self.events.append(_Asked(Leftover("principles without a story", names), context))
        last = next((each for each in reversed(self.events) if isinstance(each, Built)), None)
        if last is not None:  # follow-ups under a heading of their own, behind the story
            last.probes, built.probes = last.probes + built.probes, []
        own = built.all_left()
        if section.head and not section.is_record:
            if any(each.why in LOOSE for each in own) and isinstance(self.events[-1], _Head):
                self.events.pop()  # it is told as where they stand
            own = [replace(each, why=section.head) if each.why in LOOSE else each for each in own]
        self.events += own

    def _candidate(self, built: Built, section: FileSection, context: _Context) -> None:
        own = built.title or built.question or (context.heading.question and not context.story)
        before = None if own else self._story_around(context)
        why = why_none(
            built.texts,
            built.labelled,
            [each for each in context.heads if each],
            sure=built.is_data,
            before=before.texts if before else None,
        )
        if why is not None:
            self.events.append(Leftover(why, built.whole))
            self.events += built.asides
            if before:
                before.probes += built.probes
            return
        built.left += built.asides
        self.count += 1
        self.told(self.count)
        built.drop_placeholders()
        self._name(built, section, context)
        context.story = built
        self.events.append(built)

    @staticmethod
    def _story_around(context: _Context | None) -> Built | None:
        while context is not None:
            if context.story is not None:
                return context.story
            context = context.above
        return None

    def _name(self, built: Built, section: FileSection, context: _Context) -> None:
        """Give a story its title, its question and its principles, from it or from above it."""
        heading = context.heading
        first, context.used = not context.used, True
        if heading.theme:
            built.tags.append(heading.theme)
        if not built.title and heading.title:
            about_file = is_about_file(section.head) and not _STORY.match(section.head)
            if section.level <= 1 and about_file:
                built.left.append(Leftover("a heading", heading.title))
            else:
                built.title = heading.title
        elif first and heading.title and heading.title != built.title:
            built.left.append(Leftover("a heading", heading.title))
        near: _Context | None = context
        while near is not None:
            if not built.question and near.question:
                built.question, near.used = near.question, True
            elif near is context and heading.question and heading.question != built.question:
                built.also_asks.append(heading.question)
            if not built.principles and near.principles:
                built.principles, near.used = list(near.principles), True
            near = near.above
        if not built.question and built.also_asks:
            built.question = built.also_asks.pop(0)


def find_stories(
    blocks: Sequence[Block], principles: Principles, told: Callable[[int], None] = lambda _: None
) -> FileReading:
    """Find the stories in the blocks of a file.

    Args:
        blocks: the file.
        principles: those that a story may name.
        told: called with the number of stories found so far, at each.
    """
    finder = _Finder(principles, told)
    finder.section(sections(blocks), None)
    stories: list[Built] = []
    first: list[Leftover] = []
    for event in finder.events:
        if isinstance(event, Built):
            stories.append(event)
            continue
        if isinstance(event, _Head):
            if event.context.used:
                continue
            event = Leftover("a heading", event.text)
        elif isinstance(event, _Asked):
            if event.context.used:
                continue
            event = event.leftover
        if event.text.strip():
            (stories[-1].left if stories else first).append(event)
    if not stories:
        return FileReading(labels=tuple(finder.labels), rest=tuple(first))
    stories[0].left[:0] = first
    ids = _ids(stories)
    found = tuple(_story(built, name, principles) for built, name in zip(stories, ids, strict=True))
    return FileReading(found, labels=tuple(finder.labels))


def _story(built: Built, id: str, principles: Principles) -> FoundStory:
    return FoundStory(
        id=id,
        title=built.title or None,
        question=built.question or None,
        principles=tuple(
            FoundPrinciple(each, principles.resolve(each))
            for each in dict.fromkeys(built.principles)
        ),
        parts=built.final_texts(),
        probes=tuple(built.probes),
        also_asks=tuple(dict.fromkeys(built.also_asks)),
        tags=tuple(built.tags),
        unplaced=tuple(each for each in built.left if each.text.strip()),
    )


def _ids(stories: Iterable[Built]) -> list[str]:
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    ids = []
    for each in stories:
        name = kebab(each.title) or kebab(_OPENING.sub("", each.question or "")) or "story"
        own = name
        while own in taken:
            numbers[name] = numbers.get(name, 1) + 1
            own = f"{name}-{numbers[name]}"
        taken.add(own)
        ids.append(own)
    return ids


def kebab(text: str | None, most_words: int = 8) -> str:
    """Return a text as a name: its first words in small letters, joined by hyphens."""
    apart = unicodedata.normalize("NFKD", re.sub(r"['’]", "", text or ""))
    plain = apart.encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:most_words])[:60].strip("-")
