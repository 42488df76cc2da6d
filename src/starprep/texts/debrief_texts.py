"""What the debrief says: the one thing to work on, the times as bars, the signals not said."""

from collections.abc import Iterable

from starprep.library.parts import clock_text, difference_text
from starprep.practice.advice import Advice, advise
from starprep.practice.debrief import Debrief, DebriefRow
from starprep.record.calendar import Calendar
from starprep.texts.bars import pace_bar, target_cells
from starprep.texts.schedule_texts import come_back
from starprep.texts.styled import Role, Styled, Text, blocks, joined, lines, pace_role, styled

USUAL_FROM = 70
"""From this width on, in cells, the table tells what each part usually takes."""
WIDEST_BAR = 34
"""How wide a bar gets, in cells."""
TYPED = "*"
"""What stands behind a time that was typed."""


def debrief_text(debrief: Debrief, calendar: Calendar, width: int) -> Styled:
    """Return the whole debrief, its table no wider than `width` cells, of which there are 56."""
    return blocks(
        _advice(advise(debrief)),
        lines(*_Table(debrief, width).rows(), *_whole(debrief), *_typed(debrief)),
        *come_back([row.rating for row in debrief.rows], calendar),
        *_missed(debrief),
    )


def _advice(advice: Advice) -> Styled:
    if advice.is_well:
        return lines((advice.headline, Role.STRONG_GOOD), advice.why)
    return lines(("Work on this next", Role.HEADING), (advice.headline, Role.STRONG), advice.why)


class _Table:
    """The parts below each other: bar, time, target, difference, signals, rating."""

    def __init__(self, debrief: Debrief, width: int) -> None:
        self._debrief = debrief
        is_known = any(row.usual is not None for row in debrief.rows)
        self._with_usual = is_known and width >= USUAL_FROM
        self._bar = min(WIDEST_BAR, width - (54 if self._with_usual else 45))

    def rows(self) -> Iterable[Styled]:
        """Return the heads, a row a part, and where there are several the row of their sums."""
        mark = f"{'target':>{target_cells(self._bar)}}│"
        yield styled(
            self._row("Part", mark, "You", "Target", "", "Said", "Usually", "Rated").plain,
            Role.MUTED,
        )
        for row in self._debrief.rows:
            yield self._part(row)
        if len(self._debrief.rows) > 1:
            yield self._sum()

    def _part(self, row: DebriefRow) -> Styled:
        return self._row(
            (row.part.title, Role.STRONG),
            pace_bar(row.seconds, row.target_seconds, self._bar),
            clock_text(row.seconds),
            clock_text(row.target_seconds),
            (difference_text(row.difference), pace_role(row.seconds, row.target_seconds)),
            f"{len(row.signals)}/{len(row.signals) + len(row.missed)}",
            clock_text(row.usual) if row.usual is not None else "-",
            row.rating.name.lower() if row.rating else "-",
            TYPED if row.typed else " ",
        )

    def _sum(self) -> Styled:
        rows = self._debrief.rows
        hits = sum(len(row.signals) for row in rows)
        known = [row.usual for row in rows if row.usual is not None]
        usual = clock_text(sum(known)) if len(known) == len(rows) else "-"
        seconds = (clock_text(self._debrief.seconds), Role.STRONG)
        said = f"{hits}/{hits + sum(len(row.missed) for row in rows)}"
        return self._row(("In all", Role.STRONG), "", seconds, "", "", said, usual, "")

    def _row(
        self,
        name: Text,
        bar: Text,
        seconds: Text,
        target: Text,
        difference: Text,
        said: Text,
        usual: Text,
        rated: Text,
        mark: str = " ",
    ) -> Styled:
        return joined(
            _fit(name, 11, left=True),
            _fit(bar, self._bar, left=True),
            _fit(seconds, 6),
            mark,
            _fit(target, 7),
            _fit(difference, 7),
            _fit(said, 6),
            _fit(usual, 9) if self._with_usual else "",
            "  ",
            rated,
        )


def _fit(text: Text, width: int, *, left: bool = False) -> Styled:
    said = styled(text)
    gap = " " * (width - len(said.plain))
    return joined(said, gap) if left else joined(gap, said)


def _whole(debrief: Debrief) -> Iterable[Styled]:
    """Say of a whole answer how it stands against what its level allows."""
    if not debrief.is_whole:
        return
    off = round(debrief.outside)
    if off > 0:
        verdict: Text = (f"{clock_text(off)} too long", Role.BAD)
    elif off < 0:
        verdict = (f"{clock_text(off)} too short", Role.WARNING)
    else:
        verdict = ("within it", Role.GOOD)
    span = f"{clock_text(debrief.shortest)} to {clock_text(debrief.limit)}"
    yield joined((f"{debrief.level.label} answers take {span}: ", Role.MUTED), verdict, ".")


def _typed(debrief: Debrief) -> Iterable[Styled]:
    if any(row.typed for row in debrief.rows):
        yield styled(f"{TYPED} typed", Role.MUTED)


def _missed(debrief: Debrief) -> Iterable[Styled]:
    """Name the signals that were not said."""
    found = [
        joined((f"{row.part.title}: ", Role.MUTED), "; ".join(row.missed))
        for row in debrief.rows
        if row.missed
    ]
    if found:
        yield lines(("Not said this time", Role.HEADING), *found)
