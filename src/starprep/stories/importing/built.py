"""A story in the making."""

from dataclasses import dataclass, field

from starprep.library.parts import Part
from starprep.stories.importing.found import FoundProbe, Leftover
from starprep.stories.importing.sections import FileSection
from starprep.stories.importing.wording import Said, is_placeholder, joined, without_open_quotes


@dataclass(slots=True)
class Built:
    """A story in the making."""

    title: str = ""
    question: str = ""
    principles: list[str] = field(default_factory=list)
    said: dict[Part, list[Said]] = field(default_factory=dict)
    probes: list[FoundProbe] = field(default_factory=list)
    also_asks: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    asides: list[Leftover] = field(default_factory=list)
    """What is left over of it that is no text: code, comments, pictures."""
    sections: list[FileSection] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    labelled: int = 0
    """How many different parts are labelled."""
    is_data: bool = False
    whole: str = ""
    """All of it as it stands there, labels and all."""
    dropped: set[Part] = field(default_factory=set)

    @property
    def texts(self) -> dict[Part, str]:
        """The text behind each label."""
        return {part: joined(self.said[part]) for part in Part if part in self.said}

    def final_texts(self) -> dict[Part, str]:
        """Return the text of each part that has one, without quotation marks around them all."""
        texts = {part: text for part, text in self.texts.items() if text}
        return dict(zip(texts, without_open_quotes(list(texts.values())), strict=True))

    def drop_placeholders(self) -> None:
        """Leave over what only holds the place of a part, a title or a question."""
        for part, text in self.texts.items():
            if is_placeholder(text):
                del self.said[part]
                self.left.append(Leftover("a template", text))
        for name in ("title", "question"):
            if (text := getattr(self, name)) and is_placeholder(text):
                setattr(self, name, "")
                self.left.append(Leftover("a template", text))

    def all_left(self) -> list[Leftover]:
        """Return all that it holds as left over, where it is no story; not what it is asked."""
        told = [Leftover("a question without a story", each) for each in self.also_asks]
        if self.title:
            told.append(Leftover("a title without a story", self.title))
        if self.tags:
            told.append(Leftover("tags", ", ".join(self.tags)))
        for probe in self.probes:
            words = f"{probe.question} {probe.reply or ''}".strip()
            told.append(Leftover("a question without a story", words))
        return [*told, *self.left, *self.asides]
