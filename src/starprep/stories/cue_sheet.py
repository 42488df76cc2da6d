"""The cue sheet: a story on one page of Markdown, for the day of the interview."""

from collections.abc import Iterator, Mapping, Sequence

from starprep.library.parts import Level, Part, clock_text
from starprep.library.probe import Probe
from starprep.library.section import Section
from starprep.library.speech import sentences
from starprep.library.walkthrough import Walkthrough
from starprep.review.figures import figures_in
from starprep.review.inviting.invite import invite
from starprep.review.lists import RuleBook, Severity
from starprep.review.review import review
from starprep.review.spoken import Spoken
from starprep.stories.coverage import Coverage, Serves
from starprep.stories.markdown import bullets, escaped, heading, page, table

MOST_PHRASES = 7
"""More phrases than this for one part are a text to read out, and no cues."""

_TELLING = ("step", "boundary", "delta", "money", "worth", "lasting")
"""The rules of the review whose words are key phrases where a file names no signals."""


def cue_sheet(walkthrough: Walkthrough, names: Mapping[str, str], book: RuleBook) -> str:
    """Return one story: its question, the cues and numbers of each part, and its follow-ups.

    Args:
        walkthrough: the story, told at its own level.
        names: the principles' names by id.
        book: what the review goes by, which finds the numbers, and phrases where none are named.
    """
    return page(_story(walkthrough, names, book, 1))


def day_sheet(
    walkthroughs: Sequence[Walkthrough],
    coverage: Coverage,
    names: Mapping[str, str],
    book: RuleBook,
) -> str:
    """Return all stories on one sheet: which to tell for which principle, then each story's cues.

    `walkthroughs` are the stories of `coverage` that can be read, in its order.
    """
    blocks = [heading(1, "The day of the interview"), _matrix(coverage)]
    if coverage.gaps:
        lacking = ", ".join(escaped(each.name) for each in coverage.gaps)
        blocks.append(f"No story for: {lacking}")
    for each in walkthroughs:
        blocks += _story(each, names, book, 2)
    return page(blocks)


def _matrix(coverage: Coverage) -> str:
    rows = (
        (each.name, *(_titles(coverage, each.id, how) for how in Serves))
        for each in coverage.principles
    )
    return table(("Principle", "Tell", "Or adapt"), rows)


def _titles(coverage: Coverage, principle: str, how: Serves) -> str:
    told = (f"{row.listing.title} ({row.strength})" for row in coverage.serving(principle, how))
    return ", ".join(told) or "–"


def _story(
    walkthrough: Walkthrough, names: Mapping[str, str], book: RuleBook, depth: int
) -> Iterator[str]:
    level = walkthrough.level
    title = walkthrough.title or walkthrough.id.replace("-", " ").capitalize()
    principle = names.get(walkthrough.principle or "", "")
    about = [principle, level.label, clock_text(walkthrough.seconds)]
    yield heading(depth, title)
    yield f"**{escaped(walkthrough.question)}**"
    yield escaped(" · ".join(each for each in about if each))
    for section in walkthrough.sections:
        target = clock_text(walkthrough.target(section.part, level))
        yield heading(depth + 1, f"{section.part.title}, {target}")
        yield bullets(_cues(section, level, book))
    if questions := tuple(_follow_ups(walkthrough, book)):
        yield heading(depth + 1, "They may ask")
        yield bullets(questions)


def _cues(section: Section, level: Level, book: RuleBook) -> Iterator[str]:
    text = section.example_for(level)
    phrases = section.signals_for(level) or tuple(key_phrases(text, section.part, book))
    yield from (escaped(each) for each in phrases[:MOST_PHRASES])
    if numbers := numbers_said(text, book):
        yield f"*Numbers:* {escaped(', '.join(numbers))}"
    if section.drop:
        yield f"*If time is short, drop:* {escaped(section.drop)}"


def key_phrases(text: str, part: Part, book: RuleBook) -> Iterator[str]:
    """Yield the words of a part that an interviewer would write down; at least how it begins."""
    end, is_any = 0, False
    for remark in review(text, book, part=part).of(Severity.GOOD):
        if remark.rule in _TELLING and remark.start >= end:
            end, is_any = remark.end, True
            yield remark.words
    if not is_any:
        yield from sentences(text)[:1]


def numbers_said(text: str, book: RuleBook) -> tuple[str, ...]:
    """Return the numbers of a text with their units, each once, in order; no bare counts in words.

    Two tellers of one story must not differ in them.
    """
    spoken = Spoken(text)
    found = []
    for figure in figures_in(spoken, book):
        span = spoken.span(figure.first, figure.last)
        said = text[span.start : span.end]
        if figure.kind != "number" or any(letter.isdigit() for letter in said):
            found.append(" ".join(said.split()))
    return tuple(dict.fromkeys(found))


def _follow_ups(walkthrough: Walkthrough, book: RuleBook) -> Iterator[str]:
    """Yield each follow-up of the file with its line; without any, those that the text invites."""
    for probe in walkthrough.probes:
        line = _line(probe)
        yield f"{escaped(probe.question)}{f' **{escaped(line)}**' if line else ''}"
    if not walkthrough.probes:
        level = walkthrough.level
        said = {each.part: each.example_for(level) for each in walkthrough.sections}
        yield from (escaped(each.question) for each in invite(said, book))


def _line(probe: Probe) -> str:
    """Return the line to remember; without one, how the strong reply begins."""
    if probe.strong is None:
        return ""
    return probe.strong.line or sentences(probe.strong.reply)[0]
