"""Tables as blocks: a story in each row, or a part in each row."""

from collections.abc import Iterator, Sequence

from starprep.stories.importing.blocks import RECORD_LEVEL, Block, Kind, aside
from starprep.stories.importing.text_blocks import read_text
from starprep.stories.importing.vocabulary import field_of, is_part

_LETTERS = frozenset("STARLECPO")


def table_blocks(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Yield the blocks of a table, its head the first of its rows."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return
    if len(_parts(rows[0])) > 1:
        yield from _row_by_row(rows)
    elif len(_parts([row[0] for row in rows if row])) > 1 and all(len(row) == 2 for row in rows):
        for row in rows:
            if field_of(row[0]) is None and row[0].strip() not in _LETTERS:
                yield aside("a table", " | ".join(row))
                continue
            yield Block(Kind.FIELD, row[0])
            yield from read_text(row[1])
        yield Block(Kind.RULE)
    else:
        yield aside("a table", "\n".join(" | ".join(row) for row in rows))


def _row_by_row(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    head = rows[0]
    for row in rows[1:]:
        yield Block(Kind.RECORD, level=RECORD_LEVEL)
        for number, cell in enumerate(row):
            yield Block(Kind.FIELD, head[number] if number < len(head) else f"column {number + 1}")
            yield from read_text(cell)
    yield Block(Kind.RECORD, level=RECORD_LEVEL)


def _parts(labels: Sequence[str]) -> set[str]:
    """Return the parts that some labels name; letters alone only where there are three."""
    words = {str(field) for each in labels if is_part(field := field_of(each))}
    alone = {each.strip() for each in labels} & _LETTERS
    return words | alone if len(alone) > 2 else words
