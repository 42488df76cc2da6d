"""Measure a library of a thousand: `.venv/bin/python -m tests.benchmarks.many_walkthroughs`.

It writes a thousand walkthroughs into a temporary folder, and prints how long their cards take to
be read without the index and with it, how long a start waits for them either way, and how long the
list takes to be drawn anew at a letter typed into the filter.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from starprep.library.index import Index
from starprep.library.library import MOST_AT_ONCE, Library
from starprep.library.shelf import read_shelf
from starprep.places import Places, built_in_content
from starprep.tui.app import StarprepApp

COUNT = 1000
LETTERS = "story 1 level:sde2"


def write(folder: Path) -> None:
    """Write copies of the first walkthrough, each under a name and a question of its own."""
    text = (built_in_content() / "walkthroughs" / "webhook-drop-rate.toml").read_text("utf-8")
    (folder / "walkthroughs").mkdir(parents=True)
    for number in range(COUNT):
        name = f"story-{number:04d}"
        copy = text.replace('"webhook-drop-rate"', f'"{name}"').replace(
            "has on society", f"has on society, {number}"
        )
        (folder / "walkthroughs" / f"{name}.toml").write_text(copy, "utf-8")


def took(work: Callable[[], object]) -> float:
    """Return how long `work` takes, in milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


async def letters(places: Places) -> list[float]:
    """Return how long each letter typed into the filter takes to be drawn, in milliseconds."""
    app = StarprepApp(places)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("slash")
        times = []
        for letter in LETTERS:
            begin = time.perf_counter()
            app.library_screen._filter._take(app.library_screen._filter.wanted + letter)
            app.library_screen._draw()
            await pilot.pause(0)
            times.append((time.perf_counter() - begin) * 1000)
        return times


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write(home / "content")
        folders = (built_in_content(), home / "content")
        places = Places(folders, home / "data", home / "settings.toml", home / "index.json")
        index = Index()
        cold = took(lambda: read_shelf(folders, index))
        index.write(home / "index.json")
        warm = took(lambda: read_shelf(folders, Index.read(home / "index.json")))
        print(f"cards of {COUNT:,} walkthroughs: {cold:.0f} ms read, {warm:.0f} ms from the index"
              f" ({cold / warm:.0f} times cheaper)")  # fmt: skip
        (home / "index.json").unlink()
        first = took(lambda: Library(folders, home / "index.json", MOST_AT_ONCE))
        print(f"before the first paint: {first:.0f} ms of reading where nothing is known yet")
        times = sorted(asyncio.run(letters(places)))
        print(f"a letter in the filter: {times[len(times) // 2]:.0f} ms in the middle,"
              f" {times[-1]:.0f} ms at worst")  # fmt: skip


if __name__ == "__main__":
    main()
