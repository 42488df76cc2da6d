"""Measure the review on the built-in walkthroughs: `.venv/bin/python -m tests.benchmarks.review`.

It prints how many quoted red flags of weak answers the rules find, how many serious remarks they
make on strong answers, and how many weak answers they rank below their own strong one; then how
the rules agree with `answers.toml`, short answers whose labels were made before the rules were run
on them. `--show` names each miss.
"""

import sys
import time
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starprep.library.files import files_in
from starprep.library.parts import Part
from starprep.library.phrases import find
from starprep.library.reading import read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.places import built_in_content
from starprep.review.lists import RuleBook, Severity
from starprep.review.review import Review, review
from starprep.review.rule_files import read_rules

ANSWERS = Path(__file__).with_name("answers.toml")


def strong_answer(walkthrough: Walkthrough) -> str:
    """Return the whole strong answer at the walkthrough's own level."""
    level = walkthrough.level
    return " ".join(section.example_for(level) for section in walkthrough.sections)


def standing(found: Review) -> float:
    """Return a number to rank two answers by: what is serious weighs most."""
    good = len({remark.rule for remark in found.of(Severity.GOOD)})
    steps = sum(remark.rule == "step" for remark in found.remarks)
    weight = 3 * len(found.of(Severity.SERIOUS)) + 0.5 * len(found.of(Severity.MINOR))
    return good + min(steps, 8) / 2 - weight


@dataclass(frozen=True)
class Score:
    """What was measured over the walkthroughs."""

    flags: int
    flags_found: int
    strong: int
    strong_with_serious: int
    ranked: int
    misses: tuple[str, ...]
    serious: tuple[str, ...]


def walkthroughs() -> list[Walkthrough]:
    """Read all built-in walkthroughs."""
    files = files_in([built_in_content()])
    ids = {path.stem for path in files.principles}
    readings = [read_walkthrough(path, ids).value for path in files.walkthroughs]
    return [each for each in readings if each]


def score(book: RuleBook) -> Score:
    """Measure the rules on all built-in walkthroughs."""
    flags = found = strong_with_serious = ranked = 0
    misses, serious = [], []
    every = walkthroughs()
    for walkthrough in every:
        weak = walkthrough.weak_answer
        if weak is None:
            continue
        heard = review(weak.text, book, walkthrough=walkthrough)
        faults = [each for each in heard.remarks if each.severity is not Severity.GOOD]
        for flag in weak.flags:
            if not flag.quote:
                continue
            flags += 1
            spans = find(flag.quote, weak.text)
            hit = any(r.start < s.end and s.start < r.end for r in faults for s in spans)
            found += hit
            if not hit:
                misses.append(f"{walkthrough.id}: {flag.quote}")
        strong = review(strong_answer(walkthrough), book, walkthrough=walkthrough)
        serious += [
            f"{walkthrough.id}: {each.rule}: {each.words or each.why}"
            for each in strong.of(Severity.SERIOUS)
        ]
        strong_with_serious += bool(strong.of(Severity.SERIOUS))
        ranked += standing(heard) < standing(strong)
    return Score(
        flags, found, len(every), strong_with_serious, ranked, tuple(misses), tuple(serious)
    )


def parts_with_serious(book: RuleBook) -> tuple[int, list[str]]:
    """Review every strong example by itself, as the drill does."""
    count, told = 0, []
    for walkthrough in walkthroughs():
        for section in walkthrough.sections:
            texts = (
                [section.example] if section.example else list((section.examples or {}).values())
            )
            for text in texts:
                count += 1
                heard = review(text or "", book, part=section.part, walkthrough=walkthrough)
                told += [
                    f"{walkthrough.id} {section.part}: {each.rule}: {each.words}"
                    for each in heard.of(Severity.SERIOUS)
                ]
    return count, told


def segments(book: RuleBook) -> tuple[int, int]:
    """Return how many sentences of strong answers are put into their part, and of how many."""
    right = count = 0
    for walkthrough in walkthroughs():
        text, borders = "", []
        for section in walkthrough.sections:
            example = section.example_for(walkthrough.level)
            borders.append((len(text), len(text) + len(example), section.part))
            text += example + " "
        heard = review(text, book, walkthrough=walkthrough)
        for start, end, part in borders:
            middle = range(start, end)
            count += len(middle)
            for each in heard.parts:
                if each.part is part:
                    right += len(range(max(start, each.start), min(end, each.end)))
    return right, count


@dataclass(frozen=True)
class Label:
    """One answer of `answers.toml`."""

    name: str
    text: str
    part: Part | None
    must: tuple[tuple[str, str], ...]
    must_not: tuple[str, ...]
    serious: bool | None


def labels() -> list[Label]:
    """Read `answers.toml`."""
    data: dict[str, Any] = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))
    return [
        Label(
            each["name"],
            each["text"],
            Part(each["part"]) if "part" in each else None,
            tuple((must["rule"], must.get("words", "")) for must in each.get("must", ())),
            tuple(each.get("must_not", ())),
            each.get("serious"),
        )
        for each in data["answers"]
    ]


def judge(label: Label, book: RuleBook) -> list[str]:
    """Return in what the rules and the label of an answer differ."""
    heard = review(label.text, book, part=label.part)
    wrong = []
    for rule, words in label.must:
        start = label.text.index(words) if words else 0
        end = start + len(words)
        if not any(
            each.rule == rule and (not words or (each.start < end and start < each.end))
            for each in heard.remarks
        ):
            wrong.append(f"{label.name}: no {rule} on “{words}”")
    wrong += [
        f"{label.name}: {each.rule} on “{each.words}”"
        for each in heard.remarks
        if each.rule in label.must_not
    ]
    serious = heard.of(Severity.SERIOUS)
    if label.serious is True and not serious:
        wrong.append(f"{label.name}: nothing serious")
    if label.serious is False and serious:
        told = ", ".join(f"{each.rule} “{each.words}”" for each in serious)
        wrong.append(f"{label.name}: serious {told}")
    return wrong


def main(arguments: list[str]) -> None:
    """Print what was measured."""
    show = "--show" in arguments
    book, _ = read_rules()
    got = score(book)
    print(f"quoted red flags found        {got.flags_found} of {got.flags}"
          f" ({got.flags_found / got.flags:.0%}, wanted 80%)")  # fmt: skip
    print(f"strong answers with a serious remark   {got.strong_with_serious} of {got.strong}"
          " (wanted at most 1 in 20)")  # fmt: skip
    print(f"weak answers ranked below their strong {got.ranked} of {got.strong} (wanted all)")
    count, told = parts_with_serious(book)
    print(f"strong parts by themselves, serious    {len(told)} in {count}")
    right, whole = segments(book)
    print(f"strong answers' text put into its part {right / whole:.0%}")
    if ANSWERS.exists():
        every = labels()
        wrong = {label.name: judge(label, book) for label in every}
        agreed = sum(not each for each in wrong.values())
        print(f"labelled answers without a difference  {agreed} of {len(every)}")
        for each in (line for lines in wrong.values() for line in lines) if show else ():
            print(f"    {each}")
    long = " ".join([strong_answer(each) for each in walkthroughs()])
    text = " ".join(long.split()[:3000])
    review(text, book)
    times = []
    for _ in range(9):
        begin = time.perf_counter()
        review(text, book)
        times.append(time.perf_counter() - begin)
    print(f"3,000 words                   {min(times) * 1000:.1f} ms at best,"
          f" {sorted(times)[4] * 1000:.1f} ms in the middle of 9")  # fmt: skip
    if show:
        print("\nmissed flags")
        print(*(f"    {each}" for each in got.misses), sep="\n")
        print("\nserious on strong answers")
        print(*(f"    {each}" for each in (*got.serious, *told)), sep="\n")
        minor = Counter(
            remark.rule
            for each in walkthroughs()
            for remark in review(strong_answer(each), book, walkthrough=each).of(Severity.MINOR)
        )
        print("\nminor on strong answers", dict(minor.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
