"""Close the window with starprep in it, in one state after the other. Linux only.

    .venv/bin/python -m tests.benchmarks.closing [--times 10] [--idle]

The terminal goes away as it does when a window is closed. Meanwhile every core is kept busy, unless
`--idle`: what waits for ever does so only where threads meet at a bad moment. Printed are, for each
state, how many programs were stuck, still there after `PATIENCE` seconds; how many did not keep
what was finished; and how long the others took to end. Exits 1 if any was stuck or lost.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.terminal import Terminal

STARPREP = str(Path(sys.executable).with_name("starprep"))
PATIENCE = 10.0
"""Seconds after which a program counts as stuck."""
DRILL = ["rehearse", "webhook-drop-rate", "--part", "situation"]

Step = tuple[str, tuple[str, ...]]
"""A key, and what is on the screen once it was answered; an empty key is none."""

CUE: Step = ("", ("target 0:30", "space Start"))
RUNNING: Step = (" ", ("of 0:30", "enter Done/next"))
STATES: dict[str, tuple[list[str], list[Step], int]] = {
    "library": ([], [("", ("Customer Obsession", "enter Open"))], 0),
    "clock running": (DRILL, [CUE, RUNNING], 0),
    "typing": (DRILL, [CUE, ("t", ("tab To the clock",)), ("what I type", ("what I type",))], 0),
    "reveal": (DRILL, [CUE, RUNNING, ("\r", ("A strong Situation", "0/6 signals"))], 1),
    "quiz": (["test", "webhook-drop-rate"], [("", ("1 of",)), ("1", ("Enter goes on",))], 1),
}
"""The state by its name: how starprep is started, how one comes there, how many events are due."""


def main() -> int:
    """Close and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--idle", action="store_true")
    options = parser.parse_args()
    print(f"{'':<16}{'stuck':>8}{'lost':>8}{'median':>10}{'longest':>10}")
    bad = 0
    with busy(0 if options.idle else os.cpu_count() or 1):
        for name in STATES:
            found = [close(name) for _ in range(options.times)]
            ended = [seconds for seconds, _ in found if seconds is not None]
            stuck = len(found) - len(ended)
            lost = sum(not is_kept for _, is_kept in found)
            bad += stuck + lost
            times = f"{statistics.median(ended):>9.2f}s{max(ended):>9.2f}s" if ended else ""
            print(f"{name:<16}{stuck:>5}/{len(found):<2}{lost:>5}/{len(found):<2}{times}")
    return 1 if bad else 0


def close(name: str) -> tuple[float | None, bool]:
    """Return the seconds until it ended, None where it was stuck; and whether all was kept."""
    arguments, steps, due = STATES[name]
    with tempfile.TemporaryDirectory() as home:
        env = {"PATH": "/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        with Terminal([STARPREP, *arguments], env) as terminal:
            for keys, texts in steps:
                if keys:
                    terminal.press(keys)
                terminal.wait_for(*texts, seconds=60)
            started = time.monotonic()
            try:
                terminal.hang_up(PATIENCE)
            except AssertionError:
                seconds = None
            else:
                seconds = time.monotonic() - started
        record = Path(home) / ".local" / "share" / "starprep" / "progress.json"
        events = json.loads(record.read_text())["events"] if record.exists() else []
    return seconds, len(events) == due


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Keep so many cores busy."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(cores)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    sys.exit(main())
