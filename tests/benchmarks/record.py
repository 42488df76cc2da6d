"""Measure the record: `.venv/bin/python -m tests.benchmarks.record`.

It writes records of several sizes into a temporary folder, in the current one if that is named as
an argument, and prints how long one save blocks, how long the same bytes take to be written bare
and flushed in the same minute, and how long opening and computing all histories take.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from starprep.library.parts import Part
from starprep.record.events import Event
from starprep.record.file import Record
from starprep.record.history import histories
from tests.practice.times import START
from tests.record.happened import drill, hunt, learn, probe, quiz

SIZES = (0, 1_000, 10_000, 100_000)
SAVES = 25
LIMIT = 10
"""How long a save may block the screen at 10,000 events, in milliseconds."""


def events(number: int) -> list[Event]:
    """Return `number` events as practice makes them: two in three are sections of rehearsals."""
    return [_event(each) for each in range(number)]


def _event(number: int) -> Event:
    told = {
        "id": f"{number:032x}",
        "time": START + timedelta(minutes=number),
        "walkthrough": f"story-{number // 40 % 32}",
    }
    match number % 12:
        case 8:
            return probe(**told, question=f"Why did you not tell the other team, {number % 7}?")
        case 9:
            return quiz(**told, prompt=f"Which line shows the result best, {number % 11}?")
        case 10:
            return learn(**told, pages=("overview", "situation", "task"))
        case 11:
            return hunt(**told)
    signals = ("nobody had asked", "from 2% to zero", "I followed fifty parcels")
    part = tuple(Part)[number % len(Part)]
    return drill(**told, run=f"run-{number // 5}", part=part, signals=signals, rating=3)


def took(work: Callable[[], object]) -> float:
    """Return how long `work` takes, in milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def bare(path: Path, raw: bytes) -> None:
    """Write bytes and flush them and their folder: what any safe save has to wait for."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def middle(times: list[float]) -> float:
    """Return the median."""
    return sorted(times)[len(times) // 2]


def measure(folder: Path, size: int) -> tuple[float, float, float]:
    """Print a line on a record of `size` events; return the medians of a save, of the same bytes
    written bare, and of an opening.
    """
    path = folder / f"{size}.json"
    made = events(size)
    if made:
        Record.open(path, START).add(made, START)
    opened = [took(lambda: Record.open(path, START)) for _ in range(5)]
    record = Record.open(path, START)
    if len(record.events) != size:
        raise SystemExit(record.notice)
    saves, flushes = [], []
    more = (_event(number) for number in count(size))
    for new in (next(more) for _ in range(SAVES)):
        saves.append(took(lambda new=new: record.add([new], START)))  # type: ignore[misc]
        raw = path.read_bytes()
        flushes.append(took(lambda raw=raw: bare(folder / "bare", raw)))  # type: ignore[misc]
    told = middle([took(lambda: histories(record.events)) for _ in range(5)])
    print(
        f"{size:>8,} events, {path.stat().st_size / 1e6:5.1f} MB: "
        f"a save {middle(saves):6.1f} ms ({max(saves):6.1f} at worst), "
        f"the same bytes bare {middle(flushes):6.1f} ({max(flushes):6.1f}), "
        f"{middle(saves) - middle(flushes):4.1f} beside; "
        f"opening {middle(opened):7.1f}, all histories {told:6.1f}"
    )
    return middle(saves), middle(flushes), middle(opened)


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        found = {size: measure(Path(name), size) for size in SIZES}
    first = found[1_000]
    for size in SIZES[1:]:
        save, _, opening = (new / old for new, old in zip(found[size], first, strict=True))
        print(f"{size:>8,} events to 1,000: {save:.1f} times a save, {opening:.1f} an opening")
    save, disk, _ = found[10_000]
    print(f"at 10,000 events a save is {'within' if save <= LIMIT else 'over'} its {LIMIT} ms")
    if disk > LIMIT / 2:
        print(f"this disk alone takes {disk:.1f} ms to flush the file and its folder")


if __name__ == "__main__":
    main()
