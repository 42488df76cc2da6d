"""What the red-flag hunt says before it begins, line by line, and after it."""

from collections.abc import Collection, Iterable

from starprep.library.parts import clock_text
from starprep.library.phrases import Span
from starprep.library.weak_answer import Flag
from starprep.practice.hunt import Hunt
from starprep.texts.learn_texts import verdict, with_flags
from starprep.texts.styled import Piece, Role, Styled, blocks, joined, lines, styled, titled


def briefing(hunt: Hunt, how: str) -> Styled:
    """Return what to do, and `how`: the face's own way to mark, to start and to end."""
    return blocks(
        (hunt.walkthrough.question, Role.STRONG),
        "Somebody decent gave this answer, and it failed. Find the words that sank it.",
        how,
    )


def phrase(hunt: Hunt, number: int) -> Styled:
    """Return the phrase of that number, from 0, with a box that is ticked where it is marked."""
    words = _words(hunt, hunt.phrases[number])
    if number in hunt.marked:
        return joined(("[x] ", Role.STRONG_BAD), (words, Role.FLAG))
    return joined("[ ] ", words)


def score(hunt: Hunt) -> str:
    """Say how many of the red flags that quote the answer were found, and how long it took."""
    catch = hunt.catch
    count = len(catch.found) + len(catch.missed)
    return f"{len(catch.found)} of {count} red flags found in {clock_text(hunt.attempt.seconds)}"


def against_the_clock(hunt: Hunt) -> Styled:
    """Return how the time taken stands against the time there was."""
    over = round(hunt.attempt.difference)
    given = f"of {clock_text(hunt.attempt.target_seconds)}"
    late = (f", {clock_text(over)} over", Role.BAD)
    return joined((given, Role.MUTED), late) if over > 0 else styled(given, Role.MUTED)


def result(hunt: Hunt) -> Styled:
    """Return what a finished hunt found, missed and imagined, and what the answer lacks."""
    catch, weak = hunt.catch, hunt.weak
    imagined = (
        joined(("? ", Role.STRONG_WARNING), f"“{_words(hunt, span)}”") for span in catch.imagined
    )

    def flags(some: Collection[Flag], sign: Piece) -> Iterable[Styled]:
        for number, flag in enumerate(weak.flags, 1):
            if flag in some:
                words = f"[{number}] “{flag.quote}”: " if flag.quote else ""
                yield joined(sign, (words, Role.STRONG), flag.why)

    told = {
        "Found": flags(catch.found, ("+ ", Role.STRONG_GOOD)),
        "Missed": flags(catch.missed, ("! ", Role.STRONG_BAD)),
        "Imagined": imagined,
        "What it does not say": flags(catch.unsaid, ("- ", Role.MUTED)),
    }
    return blocks(*(titled(title, body) for title, each in told.items() if (body := lines(*each))))


def answer(hunt: Hunt) -> Styled:
    """Return the answer with its flags marked, and what the Bar Raiser thinks of it."""
    weak = hunt.weak
    return blocks(titled("The answer", with_flags(weak)), verdict(weak))


def _words(hunt: Hunt, span: Span) -> str:
    """Return the words of a phrase on one line, though a paragraph may end in it."""
    return " ".join(hunt.text[span.start : span.end].split())
