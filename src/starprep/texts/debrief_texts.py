"""What the debrief says: the one thing to work on, the pacing table, the signals not said."""

from collections.abc import Iterable

from starprep.library.parts import Part, clock_text, difference_text
from starprep.practice.debrief import Debrief, DebriefRow
from starprep.texts.styled import Role, Styled, blocks, joined, lines, pace_role, styled

USUAL_FROM = 70
"""From this width on, in cells, the table tells what each part usually takes."""


def debrief_text(debrief: Debrief, width: int) -> Styled:
    """Return the whole debrief, its table no wider than `width` cells, of which there are 60."""
    return blocks(
        lines(
            ("Work on this next", Role.HEADING),
            (debrief.advice.headline, Role.STRONG),
            debrief.advice.why,
        ),
        _table(debrief, with_usual=width >= USUAL_FROM),
        *_missed(debrief),
    )


def _table(debrief: Debrief, *, with_usual: bool) -> Styled:
    usual = f"{'Usually':>10}" if with_usual else ""
    head = f"{'Part':<12}{'Target':>7}{'You':>7}{'':>8}{'Signals':>9}{usual}  Rated"
    rows = [styled(head, Role.MUTED)]
    rows += [_row(row, with_usual=with_usual) for row in debrief.rows]
    if len(debrief.rows) > 1:
        rows.append(_total(debrief, with_usual=with_usual))
    if len(debrief.rows) == len(Part):
        rows.append(_limit(debrief))
    return lines(*rows)


def _row(row: DebriefRow, *, with_usual: bool) -> Styled:
    hits = f"{len(row.signals)} of {len(row.signals) + len(row.missed)}"
    usual = clock_text(row.usual) if row.usual is not None else "-"
    return joined(
        (f"{row.part.title:<12}", Role.STRONG),
        _times(row.target_seconds, row.seconds),
        _difference(row.seconds, row.target_seconds),
        f"{hits:>9}",
        f"{usual:>10}" if with_usual else "",
        f"  {row.rating.name.lower() if row.rating else '-'}",
    )


def _total(debrief: Debrief, *, with_usual: bool) -> Styled:
    hits = sum(len(row.signals) for row in debrief.rows)
    signals = f"{hits} of {hits + sum(len(row.missed) for row in debrief.rows)}"
    known = [row.usual for row in debrief.rows if row.usual is not None]
    usual = clock_text(sum(known)) if len(known) == len(debrief.rows) else "-"
    return joined(
        (f"{'In all':<12}", Role.STRONG),
        (_times(debrief.target_seconds, debrief.seconds), Role.STRONG),
        _difference(debrief.seconds, debrief.target_seconds),
        f"{signals:>9}",
        f"{usual:>10}" if with_usual else "",
    )


def _times(target_seconds: float, seconds: float) -> str:
    return f"{clock_text(target_seconds):>7}{clock_text(seconds):>7}"


def _difference(seconds: float, target_seconds: float) -> Styled:
    difference = difference_text(seconds - target_seconds)
    return styled(f"{difference:>8}", pace_role(seconds, target_seconds))


def _limit(debrief: Debrief) -> Styled:
    over = debrief.seconds - debrief.limit
    fits = f"over by {clock_text(over)}" if round(over) > 0 else "within it"
    limit = f"The limit for {debrief.level.label} is {clock_text(debrief.limit)}"
    return styled(f"{limit}: {fits}.", Role.MUTED)


def _missed(debrief: Debrief) -> Iterable[Styled]:
    """Name the signals that were not said."""
    found = [
        joined((f"{row.part.title}: ", Role.MUTED), "; ".join(row.missed))
        for row in debrief.rows
        if row.missed
    ]
    if found:
        yield lines(("Not said this time", Role.HEADING), *found)
