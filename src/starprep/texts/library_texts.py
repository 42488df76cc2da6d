"""What the library says of its walkthroughs, and of files with problems."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starprep.library.parts import Level, Part, clock_text
from starprep.library.problems import Problem
from starprep.library.shelf import Listing
from starprep.texts.styled import Role, Styled, blocks, counted, joined, lines, styled, titled

if TYPE_CHECKING:
    from starprep.record.calendar import Calendar
    from starprep.record.history import History

MARKS = {"unsaid": "·", "said": "▄", "fluent": "█"}
"""How well a part is known, by the name of its `Fluency`: one cell each, told by its height."""


def row(listing: Listing) -> Styled:
    """Return what names a walkthrough on one line."""
    return joined("  ", listing.title)


def figures(listing: Listing, history: "History | None", calendar: "Calendar | None") -> Styled:
    """Return how well each part is known, what is known of the quiz, and when it was practised."""
    if history is None or calendar is None:
        return _figures(_unsaid(), "", "")
    from starprep.record.items import quiz_progress

    quiz = quiz_progress(history.quiz, [entry.key for entry in listing.quiz])
    right = f"{len(quiz.known)}/{quiz.count}" if quiz.asked else ""
    return _figures(marks(history), right, calendar.ago(history.last) if history.last else "")


def figures_heading() -> Styled:
    """Return what the figures are called, over each mark the first letter of its part."""
    return _figures(styled("".join(part.title[0] for part in Part), Role.MUTED), "quiz", "last")


def level(listing: Listing) -> Styled:
    """Return the level whose voice a walkthrough is in, as wide as any other."""
    return styled(f"{listing.level.label:<{max(len(each.label) for each in Level)}}  ", Role.MUTED)


def level_heading() -> Styled:
    """Return what the levels are called."""
    return styled(f"{'level':<{max(len(each.label) for each in Level)}}  ", Role.MUTED)


def _figures(said: Styled, quiz: str, last: str) -> Styled:
    return joined(said, (f"  {quiz:>5}  {last:>11}", Role.MUTED))


def _unsaid() -> Styled:
    return styled(MARKS["unsaid"] * len(Part), Role.MUTED)


def marks(history: "History") -> Styled:
    """Return one mark for each of the five parts."""
    from starprep.record.fluency import Fluency, fluency

    roles = {Fluency.UNSAID: Role.MUTED, Fluency.SAID: Role.PLAIN, Fluency.FLUENT: Role.GOOD}
    known = (fluency(history.drills_of(part)) for part in Part)
    return joined(*((MARKS[each.value], roles[each]) for each in known))


def legend() -> Styled:
    """Return what the marks mean."""
    return styled(
        f"{MARKS['unsaid']} not said   {MARKS['said']} said   "
        f"{MARKS['fluent']} said in time, with signals",
        Role.MUTED,
    )


def first_steps(first: Listing | None, chosen: Listing | None) -> Styled:
    """Return where to begin, for one who has practised nothing yet.

    Args:
        first: the story to begin with; None where any may be.
        chosen: the story under the cursor.
    """
    story = first.title if first else "any story"
    enter = ": enter opens it." if first in (None, chosen) else "."
    return joined(("New here? ", Role.STRONG), "Begin with ", (story, Role.STRONG), enter)


def about_walkthrough(
    listing: Listing, principle: str, history: "History | None", calendar: "Calendar | None"
) -> Styled:
    """Return what is told of a walkthrough before it is opened, `principle` being a name."""
    told = [
        styled(listing.question, Role.STRONG),
        styled(listing.scenario),
        lines(
            (" · ".join(filter(None, (principle, listing.level.label))), Role.MUTED),
            (" · ".join(listing.tags), Role.MUTED),
            (_contents(listing), Role.MUTED),
        ),
    ]
    if history and calendar:
        from starprep.texts.history_texts import so_far

        probes = listing.probes
        quiz = [entry.key for entry in listing.quiz]
        told.append(titled("So far", so_far(history, quiz, probes, calendar)))
    return blocks(*told)


def _contents(listing: Listing) -> str:
    probes, questions = len(listing.probes), len(listing.quiz)
    return (
        f"{clock_text(listing.seconds)} aloud · {counted(probes, 'follow-up')} · "
        f"{counted(questions, 'quiz question')}"
    )


def file_row(path: Path, problems: Sequence[Problem]) -> tuple[Styled, Styled]:
    """Return the first problem of a file on one line, and how many more there are."""
    first, more = problems[0], len(problems) - 1
    where = f"{path.name}:{first.line}" if first.line else path.name
    return (
        joined(("! ", Role.WARNING), where, "  ", first.message),
        styled(f"+{more} more" if more else "", Role.MUTED),
    )


def about_file(path: Path, problems: Iterable[Problem]) -> Styled:
    """Return what is wrong with a file, in short: its first problems."""
    few = list(problems)[:3]
    return blocks((str(path), Role.STRONG), lines(*(problem.message for problem in few)))


def all_problems(path: Path, problems: Iterable[Problem], *, is_held: bool = False) -> Styled:
    """Return all that is wrong with a file, by line, each with what would be right.

    `is_held` tells that what the file held before is still offered.
    """
    used = (
        "The story stays as it was until its file is"
        if is_held
        else "This file is not used until it is"
    )
    return blocks(
        (str(path), Role.STRONG),
        f"{used} mended. The command `starprep check` with its name tells the same.",
        *(
            lines(
                joined((f"line {each.line}  " if each.line else "", Role.STRONG), each.key),
                f"  {each.what}",
                (f"  {each.fix}", Role.MUTED),
            )
            for each in sorted(problems)
        ),
    )


def no_match(wanted: str) -> str:
    """Say that nothing has the words in `wanted`."""
    return f"Nothing here has the words “{wanted}”."


def where_to_begin(folder: Path) -> Styled:
    """Return what to do where there is no walkthrough; `folder` is where the user's own belong."""
    return blocks(
        ("There is no walkthrough here yet.", Role.STRONG),
        "Write one with the command: starprep new my-story",
        f"Your own walkthroughs live in {folder}",
    )
