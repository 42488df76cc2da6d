import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.lines import locate
from starprep.library.problems import KeyPath

NASTY = {
    "comments_hold_brackets_quotes_and_equals_signs": (
        """\
# [not.a.table] = "]
a = 1 # ] } ' \"\"\" = [
# ''' nothing opens here
b = 2
""",
        {("a",): 2, ("b",): 4},
    ),
    "keys_are_dotted_and_quoted": (
        """\
a.b . "c.d" = 1
'e = [' = 2
"f\\"\\u0067" = 3
a.h = 4
"" = 5
3.14 = 6
""",
        {
            ("a",): 1,
            ("a", "b"): 1,
            ("a", "b", "c.d"): 1,
            ("e = [",): 2,
            ('f"g',): 3,
            ("a", "h"): 4,
            ("",): 5,
            ("3",): 6,
            ("3", "14"): 6,
        },
    ),
    "strings_hold_brackets_hashes_and_equals_signs": (
        """\
a = "] # = [[b]] \\" '"
b = '} # \\'
c = ["]", '#', "a = 1",
  "\\\\", ","]
d = ""
e = ''
f = [ '', "" ]
""",
        {
            ("a",): 1,
            ("b",): 2,
            ("c",): 3,
            ("c", 0): 3,
            ("c", 1): 3,
            ("c", 2): 3,
            ("c", 3): 4,
            ("c", 4): 4,
            ("d",): 5,
            ("e",): 6,
            ("f",): 7,
            ("f", 0): 7,
            ("f", 1): 7,
        },
    ),
    "strings_run_over_lines_and_hold_quotation_marks": (
        '''\
a = """
[x]
y = "one" and ""two"" \\"""
"""
b = """"quoted""""
c = """""two"""""
d = \'\'\'
it's \\''here'\'
\'\'\'
e = """"""
f = """\\
  g = 1"""
h = \'\'\'\'one\'\'\'\'
i = [ """
one""", """
two"""
]
j = 0
''',
        {
            ("a",): 1,
            ("b",): 5,
            ("c",): 6,
            ("d",): 7,
            ("e",): 10,
            ("f",): 11,
            ("h",): 13,
            ("i",): 14,
            ("i", 0): 14,
            ("i", 1): 15,
            ("j",): 18,
        },
    ),
    "lists_hold_inline_tables_and_lists": (
        """\
a = [
  { b = "}", c.d = [1, 2] },  # { e = 1 },

  { b = ']', 'c' = { d = {} } },
  [
    [], [3],
  ],
]
""",
        {
            ("a",): 1,
            ("a", 0): 2,
            ("a", 0, "b"): 2,
            ("a", 0, "c"): 2,
            ("a", 0, "c", "d"): 2,
            ("a", 0, "c", "d", 0): 2,
            ("a", 0, "c", "d", 1): 2,
            ("a", 1): 4,
            ("a", 1, "b"): 4,
            ("a", 1, "c"): 4,
            ("a", 1, "c", "d"): 4,
            ("a", 2): 5,
            ("a", 2, 0): 6,
            ("a", 2, 1): 6,
            ("a", 2, 1, 0): 6,
        },
    ),
    "tables_stand_in_the_latest_item_of_a_list_of_tables": (
        """\
[[a]]
x = 1
[a.b]
y = 2
[[a.c]]
[[a.c]]
z = 3

  [[ "a" ]] # another
[a.b]
y = 4
[[a.c]]
[a.c.d]
w = 5
""",
        {
            ("a",): 1,
            ("a", 0): 1,
            ("a", 0, "x"): 2,
            ("a", 0, "b"): 3,
            ("a", 0, "b", "y"): 4,
            ("a", 0, "c"): 5,
            ("a", 0, "c", 0): 5,
            ("a", 0, "c", 1): 6,
            ("a", 0, "c", 1, "z"): 7,
            ("a", 1): 9,
            ("a", 1, "b"): 10,
            ("a", 1, "b", "y"): 11,
            ("a", 1, "c"): 12,
            ("a", 1, "c", 0): 12,
            ("a", 1, "c", 0, "d"): 13,
            ("a", 1, "c", 0, "d", "w"): 14,
        },
    ),
    "a_table_comes_after_a_table_inside_it": (
        """\
[a.b]
x = 1
[a]
y = 2
""",
        {("a",): 1, ("a", "b"): 1, ("a", "b", "x"): 2, ("a", "y"): 4},
    ),
    "numbers_and_dates_hold_dots_dashes_and_spaces": (
        """\
a = -1.5e-3
b = [1979-05-27 07:32:00.999-07:00, 07:32:00, +inf, 0xDEAD_beef]
c = 1979-05-27T07:32:00Z
d = true
""",
        {
            ("a",): 1,
            ("b",): 2,
            ("b", 0): 2,
            ("b", 1): 2,
            ("b", 2): 2,
            ("b", 3): 2,
            ("c",): 3,
            ("d",): 4,
        },
    ),
    "nothing_is_there": ("\n# nothing\n\n", {}),
}


@pytest.mark.parametrize(("text", "lines"), NASTY.values(), ids=NASTY.keys())
def test_every_key_stands_on_its_line(text: str, lines: dict[KeyPath, int]) -> None:
    assert set(lines) == set(key_paths(tomllib.loads(text)))
    assert locate(text) == lines


@pytest.mark.parametrize(("text", "lines"), NASTY.values(), ids=NASTY.keys())
def test_indenting_and_windows_line_ends_change_no_line(
    text: str, lines: dict[KeyPath, int]
) -> None:
    assert locate(text.replace("\n", "\r\n")) == lines
    assert locate(f"\n\n\t{text}") == {key: line + 2 for key, line in lines.items()}


def key_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every key, table and item in `value`."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in steps:
        yield (*path, step)
        if isinstance(each, dict | list):
            yield from key_paths(each, (*path, step))


KEYS = st.text(st.sampled_from("ab-_1 .'\"\\[]{}=#,\n\té"), max_size=4)
TEXTS = st.text(st.sampled_from("ab '\"\\[]{}=#,.\n\té"), max_size=12)
SCALARS = (
    TEXTS
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.booleans()
    | st.dates(min_value=date(1000, 1, 1))
    | st.datetimes(min_value=datetime(1000, 1, 1))  # noqa: DTZ001
    | st.times()
)
TABLES = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda values: (
            st.lists(values, max_size=3)
            | st.dictionaries(KEYS, values, max_size=3)
            | st.lists(st.dictionaries(KEYS, values, max_size=3), min_size=1, max_size=3)
        ),
        max_leaves=12,
    ),
    max_size=4,
)


def key_as_written(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def start_as_written(item: Any, multiline: bool) -> tuple[str, ...]:
    """Return how the line of a list's item may begin, but for white space."""
    if isinstance(item, dict):
        return ("[[", "{")
    if isinstance(item, list):
        return ("[",)
    written = tomli_w.dumps({"k": item}, multiline_strings=multiline).removeprefix("k = ")
    return (written.splitlines()[0],)


@given(TABLES, st.booleans())
def test_whatever_is_written_is_found_again_on_a_line_that_holds_it(
    data: dict[str, Any], multiline: bool
) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    lines = locate(text)
    assert set(lines) == set(key_paths(data))
    written = text.split("\n")
    for path, number in lines.items():
        line, last = written[number - 1], path[-1]
        if isinstance(last, str):
            assert key_as_written(last) in line
        else:
            assert line.strip().startswith(start_as_written(value_at(data, path), multiline))
            assert last == 0 or lines[(*path[:-1], last - 1)] < number


def value_at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


TOML_LIKE = st.lists(
    st.sampled_from("ab1é.=#,[]{}\"'\\ \n\r\x00")
    | st.sampled_from(["[[", "]]", '"""', "'''", "\\q", "\r\n"])
).map("".join)


@given(st.text() | TOML_LIKE)
def test_no_text_makes_it_fail(text: str) -> None:
    count = text.count("\n") + 1
    assert all(1 <= line <= count for line in locate(text).values())


@pytest.mark.parametrize(
    "value",
    [
        '"' + "'" * 50_000 + '"',
        '"' + '\\"' * 50_000 + '"',
        '"""' + '""x' * 30_000 + '"""',
        "'''" + "''x" * 30_000 + "'''",
        "[" + " \n" * 50_000 + "]",
        "[" + "1," * 50_000 + "]",
    ],
    ids=["apostrophes", "escapes", "doubled", "paired", "spaces", "items"],
)
def test_the_key_after_a_long_value_is_found_at_once(value: str) -> None:
    assert locate(f"a = {value}\nb = 0\n")[("b",)] == 2 + value.count("\n")


@pytest.mark.parametrize("value", [time(7, 30), date(2020, 1, 2), 1.5])
def test_the_key_after_a_value_of_any_kind_is_found(value: object) -> None:
    assert locate(tomli_w.dumps({"a": value, "b": [value, value]})) == {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
    }
