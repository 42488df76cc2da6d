from pathlib import Path

import pytest

from starprep.library.problems import MOST_NAMED, KeyPath, Problem, key_text, suggest

HERE = Path("lost-parcels.toml")


def test_a_problem_says_file_line_key_what_and_fix_on_one_line() -> None:
    problem = Problem(HERE, 12, "quiz[0].answer", "is text", "use a whole number")
    assert str(problem) == "lost-parcels.toml:12: quiz[0].answer: is text; use a whole number"
    assert problem.message == "quiz[0].answer: is text; use a whole number"


def test_a_problem_of_a_whole_file_names_neither_line_nor_key() -> None:
    problem = Problem(HERE, 0, "", "cannot be read", "make it a file")
    assert str(problem) == "lost-parcels.toml: cannot be read; make it a file"


def test_a_problem_is_printable_whatever_a_file_holds() -> None:
    problem = Problem(Path("a\nb\x1b.toml"), 1, "k\x1b]0;x\x07", 'is "\n\u202e"', "delete\r it")
    assert str(problem) == 'a b\ufffd.toml:1: k\ufffd]0;x\ufffd: is " \ufffd"; delete\ufffd it'


def test_problems_sort_by_file_and_line() -> None:
    problems = [
        Problem(Path("b"), 1, "", "", ""),
        Problem(Path("a"), 10, "", "", ""),
        Problem(Path("a"), 9, "", "", ""),
    ]
    assert [(each.path.name, each.line) for each in sorted(problems)] == [
        ("a", 9),
        ("a", 10),
        ("b", 1),
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("id",), "id"),
        (("sections", 2, "signals", 0), "sections[2].signals[0]"),
        (("sections", 4, "examples", "sde2"), "sections[4].examples.sde2"),
    ],
)
def test_a_key_is_written_as_people_write_it(path: KeyPath, text: str) -> None:
    assert key_text(path) == text


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("exmaple", 'did you mean "example"?'),
        ("exam", 'did you mean "example"?'),
        ("colour", "known here: example, examples, part"),
    ],
)
def test_the_nearest_known_word_is_suggested_or_else_all_of_them(word: str, fix: str) -> None:
    assert suggest(word, ["example", "examples", "part"]) == fix


@pytest.mark.parametrize(("extra", "end"), [(0, "p, p"), (1, "p, p, …")])
def test_no_more_known_words_are_named_than_can_be_read(extra: int, end: str) -> None:
    known = ["p"] * (MOST_NAMED + extra)
    assert suggest("colour", known) == "known here: " + "p, " * (MOST_NAMED - 2) + end
