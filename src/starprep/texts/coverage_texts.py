"""What is said of the stories as a whole: the matrix of stories and principles, its gaps."""

import unicodedata
from collections.abc import Iterator, Sequence

from starprep.library.principle import Principle
from starprep.library.shelf import Heading
from starprep.library.text import one_line
from starprep.stories.coverage import Coverage, Overuse, Serves, StoryRow, Strength
from starprep.texts.styled import Role, Styled, blocks, bulleted, joined, lines, styled, titled

_MARKS = {
    Serves.MAIN: ("M", Role.STRONG_GOOD),
    Serves.ADAPTED: ("a", Role.PLAIN),
    None: ("·", Role.MUTED),
}
_STRENGTHS = {
    Strength.UNTOLD: Role.MUTED,
    Strength.WEAK: Role.WARNING,
    Strength.FAIR: Role.PLAIN,
    Strength.STRONG: Role.GOOD,
}
_CELL = 3  # characters of a principle's column: two letters and a space
_STANDING = 15  # of what stands behind the columns: strength and age
_NAME = 12  # of a story's name, at least


def whole(coverage: Coverage, width: int) -> Styled:
    """Return all there is to say, on lines of `width` characters at most."""
    return blocks(
        above(coverage, width),
        legend(coverage, width),
        *([gaps(coverage)] if coverage.gaps else []),
        *([overused(coverage)] if coverage.overused else []),
    )


def above(coverage: Coverage, width: int) -> Styled:
    """Return what stands above the gaps: the matrix, on lines of `width` characters at most."""
    return blocks(*([] if coverage.is_own else [_no_own()]), *matrix(coverage, width))


def choosing(coverage: Coverage) -> Styled:
    """Return what stands over the principles to choose from: the gaps, or without any all."""
    heading = _none_serves(coverage) if coverage.gaps else "Every principle has a story"
    return lines((heading, Role.HEADING), ("What could I tell here? Enter shows.", Role.MUTED))


def after(coverage: Coverage, width: int) -> Styled:
    """Return what stands below them: which stories do too much, and what the names stand for."""
    return blocks(*([overused(coverage)] if coverage.overused else []), legend(coverage, width))


def tell_here(principle: Principle, told: Sequence[StoryRow] = ()) -> Styled:
    """Return what could be told of a principle: what is asked, and what it looks like.

    `told` are the stories that serve it already.
    """
    return blocks(
        lines(("What could I tell here?", Role.STRONG), principle.essence),
        *([titled("Serving it now", bulleted(row.listing.title for row in told))] if told else []),
        *([titled("What is asked", bulleted(principle.questions))] if principle.questions else []),
        *(
            [
                titled(
                    "What it looks like", bulleted(each.behaviour for each in principle.looks_like)
                )
            ]
            if principle.looks_like
            else []
        ),
    )


def _no_own() -> Styled:
    return lines(
        ("There is no story of your own yet.", Role.STRONG),
        "This is how the built-in ones cover the principles.",
    )


def matrix(coverage: Coverage, width: int) -> Iterator[Styled]:
    """Yield the matrix: side by side where the principles fit, else some below the others."""
    most = max(1, (width - _STANDING - _NAME) // _CELL)
    blocks_of = -(-len(coverage.principles) // most) or 1
    size = -(-len(coverage.principles) // blocks_of)
    names = short_names(coverage.principles)
    for number in range(blocks_of):
        principles = coverage.principles[number * size : (number + 1) * size]
        room = max(1, width - _STANDING - _CELL * len(principles))
        longest = max((_cells(row.listing.title) for row in coverage.rows), default=0)
        space = min(room, longest + 2)
        yield lines(
            _heading(coverage, principles, names, space),
            *(_row(row, principles, space) for row in coverage.rows),
        )


def _heading(
    coverage: Coverage, principles: Sequence[Heading], names: dict[str, str], space: int
) -> Styled:
    gaps = coverage.gaps
    columns = [
        (f"{names[each.id]:<{_CELL}}", Role.STRONG_WARNING if each in gaps else Role.MUTED)
        for each in principles
    ]
    return joined(" " * space, *columns, ("strength   last", Role.MUTED))


def _row(row: StoryRow, principles: Sequence[Heading], space: int) -> Styled:
    marks = [_MARKS[row.serves.get(each.id)] for each in principles]
    return joined(
        (_fitted(row.listing.title, space), Role.STRONG if row.overused else Role.PLAIN),
        *((f"{mark:<{_CELL}}", role) for mark, role in marks),
        (f"{row.strength.value:<8}", _STRENGTHS[row.strength]),
        (f"{_age(row.days):>7}", Role.MUTED),
    )


def _age(days: int | None) -> str:
    if days is None:
        return "never"
    if days < 100:
        return f"{days} d" if days else "today"
    return f"{min(days // 30, 9999)} mo"


def legend(coverage: Coverage, width: int) -> Styled:
    """Return what the short names stand for, and how many stories serve each principle."""
    names = short_names(coverage.principles)
    longest = max((_cells(each.name) for each in coverage.principles), default=0) + 2
    room = min(longest, max(1, width - _CELL - len("100 stories")))
    told = []
    for each in coverage.principles:
        count = len(coverage.serving(each.id))
        served = ("1 story" if count == 1 else f"{count} stories", Role.MUTED)
        told.append(
            joined(
                (f"{names[each.id]:<{_CELL}}", Role.KEY),
                _fitted(each.name, room),
                served if count else ("gap", Role.STRONG_WARNING),
            )
        )
    key = "M: the story's own principle   a: adapted to it   ·: not served"
    return lines(*told, (_fitted(key, width).rstrip(), Role.MUTED))


def gaps(coverage: Coverage) -> Styled:
    """Return the principles that no story serves."""
    heading = (_none_serves(coverage), Role.HEADING)
    return lines(heading, bulleted(each.name for each in coverage.gaps))


def _none_serves(coverage: Coverage) -> str:
    return f"None of {'your' if coverage.is_own else 'these'} stories serves"


def overused(coverage: Coverage) -> Styled:
    """Return the stories that do too much, and what."""
    told = (joined(row.listing.title, ": ", _too_much(row)) for row in coverage.overused)
    return lines(("Overused", Role.HEADING), bulleted(told))


def _too_much(row: StoryRow) -> str:
    said = {
        Overuse.PRINCIPLES: f"serves {len(row.serves)} principles",
        Overuse.TOLD: f"told {row.told} times, far more than the others",
    }
    return "; ".join(said[why] for why in row.overused)


def short_names(principles: Sequence[Heading]) -> dict[str, str]:
    """Return two letters for each principle, by its id, no two the same."""
    names: dict[str, str] = {}
    for number, each in enumerate(principles):
        words = [word for word in one_line(each.name).split() if word[:1].isupper()]
        short = words[0][0] + words[1][0] if len(words) > 1 else one_line(each.name)[:2]
        plain = short.isascii() and short not in names.values()
        names[each.id] = short if plain else f"{number % 100:02d}"
    return names


def _fitted(text: str, space: int) -> str:
    """Return `text` on one line in exactly `space` cells, cut with an ellipsis if need be."""
    text = one_line(text)
    if _cells(text) >= space > 1:
        while _cells(text) > space - 2:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    while _cells(text) > space:
        text = text[:-1]
    return text + " " * (space - _cells(text))


def _cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in styled(text).plain
    )
