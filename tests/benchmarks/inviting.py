"""Read what answers invite: `.venv/bin/python -m tests.benchmarks.inviting`.

It prints what is asked of each built-in walkthrough beside its own follow-ups, or with `--alone` as
if it had none; how often each rule asks; and how long 3,000 words take.
"""

import sys
import time
from collections import Counter

from starprep.review.inviting.invite import invite
from starprep.review.rule_files import read_rules
from tests.benchmarks.review import strong_answer, walkthroughs

WORDS = 3_000
RUNS = 9


def main() -> None:
    """Print it all."""
    book, _ = read_rules()
    every = walkthroughs()
    rules: Counter[str] = Counter()
    for walkthrough in every:
        said = {each.part: each.example_for(walkthrough.level) for each in walkthrough.sections}
        asked = [probe.question for probe in walkthrough.probes]
        print(walkthrough.id)
        for each in invite(said, book, () if "--alone" in sys.argv else asked):
            rules[each.rule] += 1
            print(f"  {each.rule:<14}{each.question}")
    print(", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
    text = " ".join(" ".join(map(strong_answer, every)).split()[:WORDS])
    spent = []
    for _run in range(RUNS):
        begin = time.process_time()
        invite(text, book)
        spent.append(time.process_time() - begin)
    print(f"{WORDS:,} words: {min(spent) * 1000:.1f} ms of processor time, best of {RUNS}")


if __name__ == "__main__":
    main()
