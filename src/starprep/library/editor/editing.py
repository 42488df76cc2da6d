"""Reading content as an editor: every rule on every file, and on all of them together."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from starprep.library.editor import answer_rules, overlap, quiz_rules, surrounding_rules
from starprep.library.editor.finding import EditRule, Finding
from starprep.library.files import Files
from starprep.library.principle import Principle
from starprep.library.problems import Problem
from starprep.library.reading import parse, read_principle, read_walkthrough
from starprep.library.walkthrough import Walkthrough

WALKTHROUGH_RULES: tuple[Callable[[Walkthrough], Iterable[Finding]], ...] = (
    answer_rules.pace,
    answer_rules.whose_work,
    answer_rules.number,
    answer_rules.own_lesson,
    surrounding_rules.new_ground,
    surrounding_rules.flags,
    surrounding_rules.amount,
    quiz_rules.explains,
    quiz_rules.giveaways,
    quiz_rules.own_options,
)
PRINCIPLE_RULES: tuple[Callable[[Principle], Iterable[Finding]], ...] = (
    surrounding_rules.principle_amount,
)


def edit(asked: Files, library: Files) -> tuple[Problem, ...]:
    """Return what an editor would send back of the files in `asked`, by file and line.

    Files that are wrong in form are left to `checking`. `library` holds the files with which no
    words may be shared; it may hold the same files.
    """
    everything = asked + library  # the names of files that are in both are those of `asked`
    principles = frozenset(path.stem for path in everything.principles)
    problems: list[Problem] = []
    found: dict[Path, list[Finding]] = {}
    walkthroughs = {
        path: value
        for path in asked.walkthroughs
        if (value := read_walkthrough(path, principles).value)
    }
    for path, walkthrough in walkthroughs.items():
        found[path] = [each for rule in WALKTHROUGH_RULES for each in rule(walkthrough)]
    for path in asked.principles:
        principle = read_principle(path).value
        if principle:
            found[path] = [each for rule in PRINCIPLE_RULES for each in rule(principle)]
    shared = overlap.shared_runs(dict(_texts(everything)))
    for path, findings in found.items():
        source = parse(path).value
        if source:
            problems += (
                source.problem(each.key, each.what, f"{each.fix} [{each.rule}]")
                for each in (*findings, *shared[path])
            )
    return (*sorted(problems), *_together(walkthroughs))


def _texts(files: Files) -> Iterator[tuple[Path, overlap.Texts]]:
    for path in (*files.walkthroughs, *files.principles):
        source = parse(path).value
        if source:
            yield path, dict(overlap.prose(source.data))


def _together(walkthroughs: dict[Path, Walkthrough]) -> Iterator[Problem]:
    """Yield what gives right options away over several files, though none does by itself."""
    if len(walkthroughs) > 1:
        folder = min(walkthroughs).parent
        questions = [question for each in walkthroughs.values() for question in each.quiz]
        for what, fix in quiz_rules.tells(questions):
            yield Problem(
                folder, 0, "quiz", f"over the library, {what}", f"{fix} [{EditRule.GIVEAWAYS}]"
            )
