"""Checking whole files, and files against each other."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from starprep.library.files import Files
from starprep.library.index import Index
from starprep.library.lacking import lacking
from starprep.library.problems import Problem
from starprep.library.reading import Reading, parse, read_principle, read_walkthrough
from starprep.library.shelf import Shelf, same_id


def check(asked: Files, library: Files) -> tuple[Problem, ...]:
    """Return every problem of the files in `asked`, by file and line.

    `library` holds the files that they are checked against: whose principles they may name and
    whose ids they must not take. It may hold the same files.
    """
    everything = library + asked
    problems = list(_same_ids(everything.principles, asked.principles))
    problems += _same_ids(everything.walkthroughs, asked.walkthroughs)
    problems += _all_problems(read_principle, asked.principles)
    principles = _principle_ids(everything.principles)
    problems += check_walkthroughs(asked.walkthroughs, principles)
    return tuple(sorted(problems))


def notes(asked: Files, library: Files) -> tuple[Problem, ...]:
    """Return what the sound walkthroughs in `asked` lack and may lack, by file and line."""
    principles = _principle_ids((library + asked).principles)
    found: list[Problem] = []
    for path in asked.walkthroughs:
        value, source = read_walkthrough(path, principles).value, parse(path).value
        if value and source:
            found += (source.problem(each.key, each.what, each.fix) for each in lacking(value))
    return tuple(found)


def check_walkthroughs(paths: Iterable[Path], principles: Collection[str]) -> list[Problem]:
    """Return every problem inside the walkthroughs at `paths`, file by file."""
    return _all_problems(lambda path: read_walkthrough(path, principles), paths)


def check_listed(
    shelf: Shelf, index: Index, version: str, step: int
) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems inside the walkthroughs on `shelf`, after every `step` of them.

    Those that `index` knows to be sound are not read again: found by this `version` of starprep,
    with the same principles to name.
    """
    index.judge_by(f"{version} {' '.join(sorted(shelf.principle_ids))}")
    new = [each.path for each in shelf.walkthroughs if not index.is_sound(each.path)]
    for start in range(0, len(new), step):
        paths = new[start : start + step]
        problems = check_walkthroughs(paths, shelf.principle_ids)
        for path in set(paths) - {problem.path for problem in problems}:
            index.mark_sound(path)
        yield tuple(problems)


def _all_problems(read: Callable[[Path], Reading[Any]], paths: Iterable[Path]) -> list[Problem]:
    return [problem for path in paths for problem in read(path).problems]


def _principle_ids(paths: Iterable[Path]) -> frozenset[str]:
    """Return the ids that the principle files define, those of faulty files among them.

    A fault in a principle is told once, in its own file, and not again wherever it is named.
    """
    return frozenset(path.stem for path in paths)


def _same_ids(everything: Sequence[Path], asked: Sequence[Path]) -> list[Problem]:
    """Return a problem for each file of `asked` whose id another file of `everything` has.

    The id belongs to the earliest file that is named after it, or else to the earliest that has it.
    """
    wanted = {path.resolve() for path in asked}
    sources = [source for path in everything if (source := parse(path).value)]
    first: dict[str, Path] = {}
    problems = []
    for source in sorted(sources, key=lambda each: each.data.get("id") != each.path.stem):
        path, identifier = source.path, source.data.get("id")
        if not isinstance(identifier, str):
            continue
        if identifier not in first:
            first[identifier] = path
        elif path.resolve() in wanted:
            problems.append(same_id(identifier, path, first[identifier], source))
    return problems
