"""Compare starprep with a bare Textual app, from outside, on a pseudo-terminal. Linux only.

    .venv/bin/python -m tests.benchmarks.against_bare_app [--runs 11]

Both are started in turn, so that a noisy machine disturbs both alike: read the ratios. Every figure
is the median of all runs; every run starts its programs anew, with a home folder that is empty.

first paint     from the start to the first text on the screen, ms
list            from the start to the first walkthrough on the screen (the bare app's line), ms
CPU to rest     processor time of all threads, from the start until a second without output, ms
idle CPU        share of one core while nothing happens in the library, %
idle bytes      written in a second of that
idle wake-ups   how often any thread was woken in a second of that
j k, first      in the library: from a key to the first byte of its answer, ms
j k, settled    in the library: from a key to the last byte before 100 ms without output, ms
c, first        the same for the key that changes a drill's cue; the bare app's is j or k again
c, settled
clock CPU       share of one core while a drill's clock runs, %; the bare app idles
clock bytes     written in a second of that

What is written inside a synchronised update (mode 2026) is on the screen once the update is closed.
Times are taken as bytes are read; they are drawn afterwards, so drawing them delays no other time.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from starprep.places import built_in_content
from tests.e2e.terminal import Terminal

BARE = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
STARPREP = [str(Path(sys.executable).with_name("starprep"))]
DRILL = [*STARPREP, "rehearse", "webhook-drop-rate"]
REST = 1.0
"""Seconds without output after which a program is taken to have settled."""
SILENCE = 0.1
"""Seconds without output after which the answer to a key is taken to be whole."""
WATCHED = 4.0
"""Seconds over which idling and the running clock are watched."""
OPEN_UPDATE, CLOSE_UPDATE = b"\x1b[?2026h", b"\x1b[?2026l"

Figures = dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=11)
    runs = parser.parse_args().runs
    found = [(_bare(), _starprep()) for _ in range(runs + 1)]
    _print(found[1:])  # the first run only warms the disk's cache


def _bare() -> Figures:
    with _started(BARE) as terminal:
        figures = _start(terminal, "Total 0")
        figures |= _keys(terminal, "j k", "jkjkjkjkjk")
        figures |= _watch(terminal, "idle")
        _quit(terminal)
    same = {"c, first": "j k, first", "c, settled": "j k, settled"}
    same["list, first ever"] = "list"
    same |= {"clock CPU": "idle CPU", "clock bytes": "idle bytes"}
    return figures | {name: figures[other] for name, other in same.items()}


def _starprep() -> Figures:
    with tempfile.TemporaryDirectory() as home:
        with _started(STARPREP, home) as terminal:  # the first start ever reads every file
            first = _start(terminal, "Customer Obsession")["list"]
            _quit(terminal)
        with _started(STARPREP, home) as terminal:
            figures = _start(terminal, "Customer Obsession") | {"list, first ever": first}
            figures |= _watch(terminal, "idle")
            _quit(terminal)
    with _more_content() as folder, _started([*STARPREP, "--content", folder]) as terminal:
        _start(terminal, "Customer Obsession")
        figures |= _keys(terminal, "j k", "jjkkjkjkjk")
        _quit(terminal)
    with _started(DRILL) as terminal:
        _start(terminal, "target 0:30")
        figures |= _keys(terminal, "c", "cccccccccc")
        terminal.press("space")
        terminal.wait_for("of 0:30")
        figures |= _watch(terminal, "clock")
    return figures


@contextmanager
def _started(argv: list[str], home: str | None = None) -> Iterator[Terminal]:
    with nullcontext(home) if home else tempfile.TemporaryDirectory() as home:
        env = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8"}
        env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        with Terminal(argv, env, columns=100, rows=30) as terminal:
            yield terminal


@contextmanager
def _more_content() -> Iterator[str]:
    """Write three more walkthroughs, so that j and k have somewhere to go."""
    text = (built_in_content() / "walkthroughs" / "webhook-drop-rate.toml").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a-story", "b-story", "c-story"):
            copy = text.replace('id = "webhook-drop-rate"', f'id = "{name}"')
            Path(folder, f"{name}.toml").write_text(copy, "utf-8")
        yield folder


def _start(terminal: Terminal, text: str) -> Figures:
    """Wait for rest; tell when the first text and when `text` were on the screen."""
    figures: Figures = {}
    shown = b""
    for moment, received in _received(terminal, first=20.0, then=REST):
        terminal.draw(received)
        shown += received
        if shown.rfind(OPEN_UPDATE) > shown.rfind(CLOSE_UPDATE):
            continue
        passed = (moment - terminal.started) * 1000
        if terminal.screen.strip():
            figures.setdefault("first paint", passed)
        if text in terminal.screen:
            figures.setdefault("list", passed)
    if "list" not in figures:
        raise SystemExit(f"no {text!r} on:\n{terminal.screen}")
    return figures | {"CPU to rest": _cpu(terminal) * 1000}


def _keys(terminal: Terminal, name: str, keys: str) -> Figures:
    """Press `keys` one by one; tell the medians of when their answers began and ended."""
    firsts, lasts = [], []
    for key in keys:
        pressed = time.monotonic()
        terminal.press(key)
        answer = _received(terminal, first=2.0, then=SILENCE)
        if not answer:
            raise SystemExit(f"no answer to {key} on:\n{terminal.screen}")
        firsts.append((answer[0][0] - pressed) * 1000)
        lasts.append((answer[-1][0] - pressed) * 1000)
        for _, received in answer:
            terminal.draw(received)
    first, last = statistics.median(firsts), statistics.median(lasts)
    return {f"{name}, first": first, f"{name}, settled": last}


def _received(terminal: Terminal, first: float, then: float) -> list[tuple[float, bytes]]:
    """Return the times and bytes of all that is written until nothing comes for `then` seconds."""
    pieces: list[tuple[float, bytes]] = []
    while received := terminal.receive(then if pieces else first):
        pieces.append((time.monotonic(), received))
    return pieces


def _watch(terminal: Terminal, name: str) -> Figures:
    """Tell what the program does by itself for a while."""
    cpu, wakes, written = _cpu(terminal), _wakes(terminal), len(terminal.output)
    start = time.monotonic()
    while (left := start + WATCHED - time.monotonic()) > 0:
        terminal.receive(left)
    passed = time.monotonic() - start
    return {
        f"{name} CPU": (_cpu(terminal) - cpu) / passed * 100,
        f"{name} bytes": (len(terminal.output) - written) / passed,
        f"{name} wake-ups": (_wakes(terminal) - wakes) / passed,
    }


def _cpu(terminal: Terminal) -> float:
    """Return the seconds of processor time that all threads have used, ended ones too."""
    # The number of another process's processor clock, as clock_getcpuclockid(3) makes it.
    return time.clock_gettime((~terminal.program.pid << 3) | 2)


def _wakes(terminal: Terminal) -> int:
    """Return how often the program's threads have waited for something, and gone on."""
    total = 0
    for task in Path(f"/proc/{terminal.program.pid}/task").iterdir():
        _, _, after = (task / "status").read_text().partition("\nvoluntary_ctxt_switches:")
        total += int(after.split()[0])
    return total


def _quit(terminal: Terminal) -> None:
    terminal.press("q")
    if terminal.end() != 0:
        raise SystemExit(f"it failed:\n{terminal.screen}")


def _print(found: list[tuple[Figures, Figures]]) -> None:
    print(f"{'median of ' + str(len(found)):<16}{'bare app':>10}{'starprep':>10}{'ratio':>8}")
    for name in found[0][1]:
        ours = statistics.median(starprep[name] for _, starprep in found)
        if name in found[0][0]:
            bare = statistics.median(bare[name] for bare, _ in found)
            ratio = f"{ours / bare:.2f}" if bare else "-"
            print(f"{name:<16}{bare:>10.2f}{ours:>10.2f}{ratio:>8}")
        else:
            print(f"{name:<16}{'':>10}{ours:>10.2f}")


if __name__ == "__main__":
    main()
