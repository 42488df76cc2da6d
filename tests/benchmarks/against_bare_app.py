"""Compare starprep with a bare Textual app, from outside, on a pseudo-terminal.

    .venv/bin/python -m tests.benchmarks.against_bare_app [--runs 11]

Both are started in turn, so that a noisy machine disturbs both alike; read the ratios.

first paint     from the start to the first text on the screen, ms
text            from the start to the first walkthrough (the bare app's line), ms
CPU to rest     processor time until a second passes without output, ms
key             from a key to the first byte of its answer, ms
key, all        from a key to the last byte before a silence of 30 ms, ms
idle CPU        share of one core while nothing happens, %
idle bytes      written a second while nothing happens
clock CPU       share of one core while a drill's clock runs, %
clock bytes     written a second while a drill's clock runs
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from starprep.places import built_in_content
from tests.e2e.terminal import Terminal

QUIET = 0.03
"""Seconds without output after which an answer is taken to be whole."""
WATCHED = 4.0
"""Seconds over which idling and the running clock are watched."""
KEYS = "jkjkjkjkjk"

Figures = dict[str, list[float]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=11)
    runs = parser.parse_args().runs
    ours: Figures = defaultdict(list)
    bare: Figures = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        content = _content(home / "content")
        env = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color"}
        env |= {"COLORTERM": "truecolor", "LANG": "C.UTF-8", "STARPREP_CONTENT": str(content)}
        app = [sys.executable, "-m", "starprep"]
        for number in range(runs + 1):  # the first run only warms the disk's cache
            for figures, argv, text in (
                (bare, [sys.executable, str(Path(__file__).with_name("bare_app.py"))], "Total 0"),
                (ours, app, "Webhook drop rate"),
            ):
                measured = _measure(argv, env, text)
                for name, value in measured.items() if number else ():
                    figures[name].append(value)
        drill = [*app, "rehearse", "webhook-drop-rate"]
        for _ in range(3):
            cpu, written = _clock(drill, env)
            ours["clock CPU %"].append(cpu)
            ours["clock bytes/s"].append(written)
    _print(ours, bare)


def _content(folder: Path) -> Path:
    """Write a second walkthrough, so that j and k have somewhere to go."""
    (folder / "walkthroughs").mkdir(parents=True)
    source = built_in_content() / "walkthroughs" / "webhook-drop-rate.toml"
    copy = folder / "walkthroughs" / "another.toml"
    shutil.copy(source, copy)
    copy.write_text(copy.read_text().replace('id = "webhook-drop-rate"', 'id = "another"'))
    return folder


def _measure(argv: list[str], env: dict[str, str], text: str) -> dict[str, float]:
    figures: dict[str, float] = {}
    with Terminal(argv, env) as terminal:
        while "text ms" not in figures:
            terminal.read(0.5)
            passed = (time.monotonic() - terminal.started) * 1000
            if terminal.screen.strip():
                figures.setdefault("first paint ms", passed)
            if text in terminal.screen:
                figures["text ms"] = passed
        while terminal.read(1.0):
            pass
        figures["CPU to rest ms"] = _cpu(terminal) * 1000
        answers = [_answer(terminal, key) for key in KEYS]
        figures["key ms"] = statistics.median(first for first, _ in answers)
        figures["key, all ms"] = statistics.median(last for _, last in answers)
        cpu, written = _watch(terminal)
        figures["idle CPU %"], figures["idle bytes/s"] = cpu, written
        terminal.press("q")
        if terminal.end() != 0:
            raise SystemExit(f"{argv} failed:\n{terminal.screen}")
    return figures


def _answer(terminal: Terminal, key: str) -> tuple[float, float]:
    """Press a key; return the milliseconds to the first and to the last byte of the answer."""
    pressed = time.monotonic()
    terminal.press(key)
    moments: list[float] = []
    while received := terminal.receive(QUIET if moments else 1.0):
        moments.append((time.monotonic() - pressed) * 1000)
        terminal.draw(received)
    if not moments:
        raise SystemExit(f"no answer to {key}:\n{terminal.screen}")
    return moments[0], moments[-1]


def _clock(argv: list[str], env: dict[str, str]) -> tuple[float, float]:
    with Terminal(argv, env) as terminal:
        terminal.wait_for("target 0:30")
        while terminal.read(1.0):
            pass
        terminal.press("space")
        terminal.wait_for("of 0:30")
        return _watch(terminal)


def _watch(terminal: Terminal) -> tuple[float, float]:
    """Return the share of a core used, in per cent, and the bytes written a second."""
    before, written = _cpu(terminal), len(terminal.output)
    start = time.monotonic()
    while (left := start + WATCHED - time.monotonic()) > 0:
        terminal.read(left)
    passed = time.monotonic() - start
    share = (_cpu(terminal) - before) / passed * 100
    return share, (len(terminal.output) - written) / passed


def _cpu(terminal: Terminal) -> float:
    """Return the processor time the program has used, in seconds, to the nanosecond on Linux."""
    schedule = Path(f"/proc/{terminal.program.pid}/schedstat")
    if schedule.exists():
        return int(schedule.read_text().split()[0]) / 1e9
    times = terminal.program.cpu_times()
    return float(times.user + times.system)


def _print(ours: Figures, bare: Figures) -> None:
    print(f"{'median':<18}{'starprep':>10}{'bare app':>10}{'ratio':>8}")
    for name, values in ours.items():
        mine = statistics.median(values)
        line = f"{name:<18}{mine:>10.2f}"
        if name in bare:
            other = statistics.median(bare[name])
            ratio = f"{mine / other:.2f}" if other else "-"
            line += f"{other:>10.2f}{ratio:>8}"
        print(line)


if __name__ == "__main__":
    main()
