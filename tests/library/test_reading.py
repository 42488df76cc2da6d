from pathlib import Path

import pytest

from starprep.library.problems import Problem
from starprep.library.reading import parse, read_principle, read_walkthrough
from tests.examples import (
    drop,
    line_of,
    lines_of,
    principle_data,
    put,
    walkthrough_data,
    write_principle,
    write_tables,
    write_walkthrough,
)

PRINCIPLES = ("customer-obsession", "ownership")


def only_problem(path: Path) -> Problem:
    """Return the one problem that both readers tell of a file that is not TOML at all."""
    (problem,) = parse(path).problems
    assert parse(path).value is None
    assert read_walkthrough(path, PRINCIPLES).problems == (problem,)
    assert read_principle(path).problems == (problem,)
    assert (problem.path, problem.key) == (path, "")
    return problem


def write_bytes(folder: Path, raw: bytes) -> Path:
    path = folder / "lost-parcels.toml"
    path.write_bytes(raw)
    return path


def test_a_good_file_is_parsed_to_its_text_and_tables(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path)
    reading = parse(path)
    assert reading.problems == ()
    assert reading.value is not None
    assert reading.value.path == path
    assert reading.value.data == walkthrough_data()


def test_a_missing_file_is_told_without_a_line(tmp_path: Path) -> None:
    problem = only_problem(tmp_path / "lost-parcels.toml")
    assert (problem.line, problem.what) == (0, "cannot be read: no such file or directory")
    assert problem.fix == "make it a file you may read"


def test_a_folder_named_like_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lost-parcels.toml"
    path.mkdir()
    assert only_problem(path).what.startswith("cannot be read: ")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = write_walkthrough(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert only_problem(path).what == "cannot be read: permission denied"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\xff", 1),
        (b'format = 1\n\nid = "\xe9t\xe9"\n', 3),
        (b"\xef\xbb\xbfformat = 1\n\xff", 2),
        (b"\xef\xbb\xbf\n\xff", 2),
        ("format = 1".encode("utf-16"), 1),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_with_the_line(
    tmp_path: Path, raw: bytes, line: int
) -> None:
    problem = only_problem(write_bytes(tmp_path, raw))
    assert (problem.line, problem.what) == (line, "is not UTF-8 text")
    assert problem.fix == "save the file as UTF-8"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format = 1\nid = lost\n", 2),
        ("format = 1\n\nformat = 2\n", 3),
        ("a = 1\n[b]\n[b]\n", 3),
        ('a = "x\ny"\n', 1),
        ("a = [1,\n2\nb = 3", 3),
        ('a = """x\n\n', 3),
        ("a =", 1),
        ("a = 1\r\n\r\nb\r\n", 3),
        ("a = 1\rb = 2", 1),
    ],
)
def test_a_syntax_error_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    problem = only_problem(write_bytes(tmp_path, text.encode()))
    assert (problem.line, problem.fix) == (line, "see toml.io")
    assert problem.what.startswith("is not TOML: ")
    assert "(at " not in problem.what


def test_a_syntax_error_is_told_in_the_words_of_the_reader(tmp_path: Path) -> None:
    problem = only_problem(write_bytes(tmp_path, b"format = 1\nid = lost\n"))
    assert str(problem) == f"{problem.path}:2: is not TOML: invalid value; see toml.io"


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "a = " + "[" * 5000 + "]" * 5000,
        "a = " + "[" * 400 + "]" * 400,
        "a = " + "{b=" * 300 + "1" + "}" * 300,
        "format" + ".a" * 2000 + " = 1",
        "level" + ".a" * 2000 + " = 1",
        "[a" + ".a" * 2000 + "]",
        "a = " + "9" * 5000,
        "format = " + "9" * 5000,
        "format = 0x" + "f" * 5000,
        "[[sections]]\ntarget_seconds = 0b" + "1" * 20000,
    ],
    ids=lambda text: text[:14],
)
def test_numbers_too_long_and_brackets_too_deep_are_refused_and_not_raised(
    tmp_path: Path, text: str
) -> None:
    problem = only_problem(write_bytes(tmp_path, text.encode()))
    assert problem.line == 1
    assert problem.what == "holds a number too long or brackets too deep to read"
    assert problem.fix == "use short numbers and a few levels of brackets"


@pytest.mark.parametrize(
    "text",
    [f"a = {2**63 - 1}\nb = {-(2**63)}", "a = " + "[" * 30 + "]" * 30, "a" + ".a" * 30 + " = 1"],
)
def test_what_toml_lets_a_writer_expect_is_read(tmp_path: Path, text: str) -> None:
    assert parse(write_bytes(tmp_path, text.encode())).problems == ()


@pytest.mark.parametrize(
    ("before", "newline"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_a_byte_order_mark_and_windows_line_ends_are_read_with_the_same_lines(
    tmp_path: Path, before: bytes, newline: bytes
) -> None:
    path = write_walkthrough(tmp_path)
    good = path.read_bytes()
    path.write_bytes(before + good.replace(b"\n", newline))
    reading = read_walkthrough(path, PRINCIPLES)
    assert reading.value == read_walkthrough(write_walkthrough(tmp_path), PRINCIPLES).value
    bad = good.replace(b"answer = 1", b"answer = 9")
    path.write_bytes(before + bad.replace(b"\n", newline))
    (problem,) = read_walkthrough(path, PRINCIPLES).problems
    assert (problem.line, problem.key) == (line_of(path, "answer = 9"), "quiz[0].answer")


def test_a_text_over_several_lines_with_windows_line_ends_is_a_text(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path)
    text = path.read_text(encoding="utf-8")
    text = text.replace('lead = "Those who', 'lead = """Those\r\n  who')
    path.write_bytes(text.replace('for a parcel."', 'for a parcel."""', 1).encode())
    reading = read_walkthrough(path, PRINCIPLES)
    assert reading.value is not None
    assert reading.value.adaptations[0].lead == "Those who waited for a parcel."


@pytest.mark.parametrize("value", [2, 0, "1", True, [1], {"a": 1}, 1.5])
def test_another_format_is_refused_with_that_alone(tmp_path: Path, value: object) -> None:
    data = drop(walkthrough_data(id="other"), "sections") | {"novelty": 1, "question": "TODO"}
    path = write_tables(tmp_path / "lost-parcels.toml", data | {"format": value})
    (problem,) = read_walkthrough(path, ()).problems
    assert (problem.key, problem.line) == ("format", lines_of(path, "format")[0])
    assert problem.what == f"is {value!r}"
    assert problem.fix == "this starprep reads format 1; a newer one may read this file"


def test_another_format_of_a_principle_is_refused_with_that_alone(tmp_path: Path) -> None:
    path = write_principle(tmp_path, stem="elsewhere", format=2, essence=3)
    (problem,) = read_principle(path).problems
    assert (problem.line, problem.key, problem.what) == (1, "format", "is 2")


def test_all_that_is_wrong_in_a_file_is_told_at_once_in_the_order_of_its_lines(
    tmp_path: Path,
) -> None:
    data = walkthrough_data(id="other", principle="ownershp", colour="blue", question="TODO")
    put(data, "sections[0].signals[0]", "there was no ticket")
    put(data, "sections[1].exmaple", "odd")
    put(data, "sections[2].part", "tusk")
    put(data, "sections[3].target_seconds", 0)
    put(data, "probes[0].weak.why", "")
    put(data, "quiz[0].answer", 7)
    put(data, "adaptations[0].principle", "nowhere")
    drop(data, "levels[2].bar")
    path = write_tables(tmp_path / "lost-parcels.toml", data)
    reading = read_walkthrough(path, PRINCIPLES)
    assert reading.value is None
    assert [(each.line, each.key) for each in reading.problems] == [
        (line_of(path, 'id = "other"'), "id"),
        (line_of(path, "TODO"), "question"),
        (line_of(path, "ownershp"), "principle"),
        (line_of(path, "colour"), "colour"),
        (line_of(path, "there was no ticket"), "sections[0].signals[0]"),
        (line_of(path, "exmaple"), "sections[1].exmaple"),
        (line_of(path, "tusk"), "sections[2].part"),
        (line_of(path, "target_seconds = 0"), "sections[3].target_seconds"),
        (line_of(path, 'why = ""'), "probes[0].weak.why"),
        (line_of(path, "answer = 7"), "quiz[0].answer"),
        (line_of(path, "nowhere"), "adaptations[0].principle"),
        (lines_of(path, "[[levels]]")[2], "levels[2].bar"),
    ]


def test_an_unknown_principle_is_told_wherever_it_is_named(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path)
    problems = read_walkthrough(path, ["frugality"]).problems
    one, other = lines_of(path, "principle = ")
    assert [(each.line, each.key, each.what) for each in problems] == [
        (one, "principle", '"ownership" is a principle that no file defines'),
        (
            other,
            "adaptations[0].principle",
            '"customer-obsession" is a principle that no file defines',
        ),
    ]
    assert {each.fix for each in problems} == {"known here: frugality"}


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("TODO", "replace it: your own text"),
        ("TODO: … a story", "replace it: a story"),
        ("TODO tell it", "replace it: tell it"),
    ],
)
@pytest.mark.parametrize("key", ["question", "tags[0]", "sections[4].examples.sde2"])
def test_a_placeholder_is_told_until_it_is_replaced(
    tmp_path: Path, key: str, text: str, fix: str
) -> None:
    path = write_tables(tmp_path / "lost-parcels.toml", put(walkthrough_data(), key, text))
    told = [each for each in read_walkthrough(path, PRINCIPLES).problems if each.key == key]
    assert [(each.line, each.what, each.fix) for each in told] == [
        (line_of(path, "TODO"), "is still to be written", fix)
    ]


def test_other_faults_do_not_hide_placeholders(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "sections[0].signals", ["TODO: … a phrase", "never said"])
    put(data, "quiz[0].explanation", "TODO: why")
    path = write_tables(tmp_path / "lost-parcels.toml", data)
    assert [(each.key, each.what) for each in read_walkthrough(path, PRINCIPLES).problems] == [
        ("sections[0].signals[0]", "is still to be written"),
        ("sections[0].signals[1]", '"never said" does not occur in the example'),
        ("quiz[0].explanation", "is still to be written"),
    ]


def test_a_text_that_only_mentions_the_placeholder_word_is_a_text(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path, question="When was a TODO left?", tags=["todo"])
    assert read_walkthrough(path, PRINCIPLES).problems == ()


def test_an_id_of_another_kind_or_shape_is_told_once(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path, stem="lost-parcels", id="Not Kebab")
    (problem,) = read_walkthrough(path, PRINCIPLES).problems
    assert (problem.key, problem.what) == ("id", 'is "Not Kebab"')


def test_a_key_without_a_line_of_its_own_is_told_at_the_nearest_table(tmp_path: Path) -> None:
    source = parse(write_walkthrough(tmp_path)).value
    assert source is not None
    table = line_of(source.path, "[weak_answer]")
    assert source.problem(("weak_answer", "nothing", 3), "is missing", "add it").line == table
    assert source.problem(("nothing",), "is missing", "add it").line == 1


def test_a_principle_is_read_and_its_faults_are_told(tmp_path: Path) -> None:
    good = read_principle(write_principle(tmp_path))
    assert good.problems == ()
    assert good.value is not None
    assert good.value.looks_like[0].phrases == ("nobody had asked", "so I decided to")
    data = drop(put(principle_data(), "looks_like[0].mis", "odd"), "looks_like[0].miss")
    put(data, "order", 0)
    path = write_tables(tmp_path / "bias.toml", data)
    assert [(each.line, each.key, each.what) for each in read_principle(path).problems] == [
        (line_of(path, 'id = "ownership"'), "id", '"ownership" is not the file\'s name'),
        (line_of(path, "order"), "order", "is 0"),
        (line_of(path, "[[looks_like]]"), "looks_like[0].miss", "is missing"),
        (line_of(path, 'mis = "odd"'), "looks_like[0].mis", "is not a key here"),
    ]


@pytest.mark.parametrize("key", ["order", "core_signal", "looks_like", "is_not", "questions"])
def test_a_principle_needs_no_more_than_id_name_and_essence(tmp_path: Path, key: str) -> None:
    path = write_tables(tmp_path / "ownership.toml", drop(principle_data(), key))
    assert read_principle(path).problems == ()


@pytest.mark.parametrize("key", ["format", "id", "name", "essence", "looks_like[0].phrases"])
def test_what_a_principle_needs_is_told_when_it_is_missing(tmp_path: Path, key: str) -> None:
    path = write_tables(tmp_path / "ownership.toml", drop(principle_data(), key))
    assert [(each.key, each.what) for each in read_principle(path).problems] == [
        (key, "is missing")
    ]


def test_a_behaviour_has_a_phrase_that_shows_it(tmp_path: Path) -> None:
    data = put(principle_data(), "looks_like[0].phrases", [])
    path = write_tables(tmp_path / "ownership.toml", data)
    assert [(each.line, each.key, each.what) for each in read_principle(path).problems] == [
        (line_of(path, "phrases = []"), "looks_like[0].phrases", "is empty")
    ]
