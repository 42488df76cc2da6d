from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from starprep.library.parts import Level, Part
from starprep.library.probe import PROBE_SECONDS
from starprep.library.reading import read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.library.weak_answer import Leaning
from tests.examples import (
    Table,
    drop,
    line_of,
    lines_of,
    put,
    walkthrough_data,
    write_tables,
    write_walkthrough,
)

PRINCIPLES = ("customer-obsession", "ownership")
Told = tuple[int, str, str, str]


def told(path: Path) -> list[Told]:
    """Return line, key, what and fix of every problem of the walkthrough at `path`."""
    reading = read_walkthrough(path, PRINCIPLES)
    assert (reading.value is None) == bool(reading.problems)
    assert {problem.path for problem in reading.problems} <= {path}
    return [(each.line, each.key, each.what, each.fix) for each in reading.problems]


def write(folder: Path, data: Table) -> Path:
    return write_tables(folder / "lost-parcels.toml", data)


def walkthrough(**changes: Any) -> Walkthrough:
    return Walkthrough.model_validate(walkthrough_data(**changes))


def test_the_example_has_no_problems(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path)
    assert told(path) == []


KEBAB = "use small letters, digits and single hyphens, like-this-one"
WHOLE = "use a whole number without quotes"
WORDS = "quote the example's own words, with … for any that are skipped"
VOTES = "use 'strong-hire', 'hire', 'no-hire' or 'strong-no-hire'"
WRONG_VALUES = [
    ("question", 3, "question = 3", "is a whole number", "use text in quotes"),
    ("question", [1], "question = [", "is a list", "use text in quotes"),
    ("question", date(2020, 1, 2), "= 2020-01-02", "is a date or a time", "use text in quotes"),
    ("probes[0].tests", {"a": 1}, "[probes.tests]", "is a table", "use text in quotes"),
    ("sections[4].examples", ["x"], "examples = [", "is a list", "use a table"),
    ("question", True, "question = true", "is true or false", "use text in quotes"),
    ("question", "", 'question = ""', "is empty", "write the text"),
    ("overview.summary", " \t", "summary = ", "is empty", "write the text"),
    ("overview.takeaways", "x", "takeaways = ", "is text", "use a list in square brackets"),
    ("overview.takeaways", [], "takeaways = ", "is empty", "write at least one"),
    ("overview.takeaways[1]", "", '    "",', "is empty", "write the text"),
    ("overview", 1, "overview = 1", "is a whole number", "use a table"),
    ("probes[0].weak", "no", 'weak = "no"', "is text", "use a table"),
    ("sections[1].target_seconds", "20", '= "20"', "is text", WHOLE),
    ("sections[1].target_seconds", 20.5, "= 20.5", "is a number", WHOLE),
    ("sections[1].target_seconds", False, "= false", "is true or false", WHOLE),
    ("sections[1].target_seconds", 0, "target_seconds = 0", "is 0", "use more than 0"),
    ("sections[1].target_seconds", -20, "= -20", "is -20", "use more than 0"),
    ("sections[1].target_seconds", 3601, "= 3601", "is 3601", "use at most 3600"),
    ("probes[0].target_seconds", 0, "target_seconds = 0", "is 0", "use more than 0"),
    ("levels[0].seconds[0]", 0, "    0,", "is 0", "use more than 0"),
    ("quiz[0].options", ["1"], "options = [", "holds 1", "use at least 2"),
    ("quiz[0].options", list("abcdefg"), "options = [", "holds 7", "use at most 6"),
    ("quiz[0].answer", "1", 'answer = "1"', "is text", WHOLE),
    ("level", "sde3", '"sde3"', 'is "sde3"', "use 'sde1', 'sde2' or 'senior'"),
    ("weak_answer.leaning", "maybe", '"maybe"', 'is "maybe"', VOTES),
    ("quiz[0].difficulty", "hrad", '"hrad"', 'is "hrad"', "use 'easy', 'medium' or 'hard'"),
    ("id", "Lost Parcels", 'id = "Lost Parcels"', 'is "Lost Parcels"', KEBAB),
    ("principle", "own--er", 'principle = "own--er"', 'is "own--er"', KEBAB),
]
CROSS_CHECKS = [
    (
        "sections[0].signals[1]",
        "there was no ticket",
        '"there was no ticket",',
        '"there was no ticket" does not occur in the example',
        WORDS,
    ),
    (
        "sections[0].signals[1]",
        "notice",
        '"notice",',
        '"notice" does not occur in the example',
        WORDS,
    ),
    (
        "sections[0].signals[1]",
        "i NOTICED",
        '"i NOTICED"',
        '"i NOTICED" stands twice',
        "delete one",
    ),
    (
        "weak_answer.flags[0].quote",
        "we fixed it",
        '{ quote = "we fixed it"',
        '"we fixed it" does not occur in the text',
        "quote the text's own words",
    ),
    (
        "quiz[0].answer",
        2,
        "answer = 2",
        "2 is no option's index",
        "use 0 to 1: the first option is 0",
    ),
    (
        "quiz[0].answer",
        -1,
        "answer = -1",
        "-1 is no option's index",
        "use 0 to 1: the first option is 0",
    ),
    (
        "quiz[0].options[1]",
        "IT GOT  better.",
        '"IT GOT  better."',
        "repeats options[0]",
        "make all the options different",
    ),
    (
        "adaptations[0].principle",
        "fungality",
        'principle = "fungality"',
        '"fungality" is a principle that no file defines',
        "known here: customer-obsession, ownership",
    ),
    (
        "principle",
        "owner",
        'principle = "owner"',
        '"owner" is a principle that no file defines',
        'did you mean "ownership"?',
    ),
    (
        "id",
        "found-parcels",
        'id = "found-parcels"',
        '"found-parcels" is not the file\'s name',
        'use id = "lost-parcels", or rename the file to found-parcels.toml',
    ),
]


@pytest.mark.parametrize(("key", "value", "words", "what", "fix"), WRONG_VALUES + CROSS_CHECKS)
def test_a_wrong_value_is_told_once_at_its_own_key_and_line(
    tmp_path: Path, key: str, value: Any, words: str, what: str, fix: str
) -> None:
    path = write(tmp_path, put(walkthrough_data(), key, value))
    assert told(path) == [(line_of(path, words), key, what, fix)]


@pytest.mark.parametrize(
    ("key", "fix"),
    [
        ("colour", "known here: format, id, title, question, principle, also_asks, level, tags"),
        ("questoin", 'did you mean "question"?'),
        ("overview.summry", 'did you mean "summary"?'),
        ("sections[2].exmaple", 'did you mean "example"?'),
        ("probes[0].weak.wy", 'did you mean "why"?'),
        ("probes[0].strong.why", "known here: reply, line"),
        ("weak_answer.flags[1].quotes", 'did you mean "quote"?'),
        ("levels[2].second", 'did you mean "seconds"?'),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(
    tmp_path: Path, key: str, fix: str
) -> None:
    path = write(tmp_path, put(walkthrough_data(), key, "odd"))
    ((line, told_key, what, told_fix),) = told(path)
    assert (line, told_key, what) == (line_of(path, '= "odd"'), key, "is not a key here")
    assert told_fix.startswith(fix)


@pytest.mark.parametrize(
    ("key", "words", "fix"),
    [
        ("format", 'id = "', "add format: the version of this file format: 1"),
        ("question", "format = ", "add question: the interviewer's words"),
        ("sections", "format = ", "add sections: the parts that are there, in their order"),
        ("overview.scenario", "[overview]", "add scenario: the story in the candidate's voice"),
        ("probes[0].question", "[[probes]]", "add question: what the interviewer asks next"),
        ("probes[0].strong.reply", "[probes.strong]", "add reply: what the candidate says"),
        ("weak_answer.flags[0].why", "{ quote", "add why: what an interviewer concludes"),
        ("quiz[0].answer", "[[quiz]]", "add answer: the index of the right option, from 0"),
    ],
)
def test_a_missing_key_is_told_with_its_meaning_at_the_table_that_lacks_it(
    tmp_path: Path, key: str, words: str, fix: str
) -> None:
    path = write(tmp_path, drop(walkthrough_data(), key))
    assert told(path) == [(line_of(path, words), key, "is missing", fix)]


@pytest.mark.parametrize("given", [[], [90]])
def test_a_span_of_seconds_that_lacks_a_number_says_what_both_are(
    tmp_path: Path, given: list[int]
) -> None:
    path = write(tmp_path, put(walkthrough_data(), "levels[1].seconds", given))
    line = lines_of(path, "seconds = [")[1]
    fix = "add seconds: how long the whole answer may take: from, to"
    assert told(path) == [
        (line, f"levels[1].seconds[{number}]", "is missing", fix) for number in range(len(given), 2)
    ]


def test_a_span_of_three_numbers_and_one_turned_round_are_told(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "levels[0].seconds", [90, 120, 150])
    put(data, "levels[1].seconds", [180, 120])
    path = write(tmp_path, data)
    first, second, _ = lines_of(path, "seconds = [")
    assert told(path) == [
        (first, "levels[0].seconds", "holds 3", "use at most 2"),
        (second, "levels[1].seconds", "run from 180 to 120", "put the smaller number first"),
    ]


def test_a_span_of_seconds_may_be_a_single_length(tmp_path: Path) -> None:
    assert told(write(tmp_path, put(walkthrough_data(), "levels[0].seconds", [120, 120]))) == []


@pytest.mark.parametrize(
    "key",
    [
        "overview.takeaways",
        "sections[0].signals",
        "probes",
        "weak_answer.flags",
        "quiz",
        "adaptations",
        "adaptations[0].emphasize",
        "adaptations[0].downplay",
        "levels",
    ],
)
def test_a_list_that_teaches_something_holds_something(tmp_path: Path, key: str) -> None:
    path = write(tmp_path, put(walkthrough_data(), key, []))
    line = line_of(path, f"{key.split('.')[-1]} = []")
    assert told(path) == [(line, key, "is empty", "write at least one")]


def test_one_of_each_is_enough(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "overview.takeaways", ["End on the number."])
    put(data, "sections[0].signals", ["I noticed"])
    put(data, "weak_answer.flags", [{"why": "There is no number."}])
    put(data, "levels", data["levels"][1:2])
    assert told(write(tmp_path, data)) == []


def test_a_walkthrough_has_at_least_one_section(tmp_path: Path) -> None:
    path = write_walkthrough(tmp_path, sections=[])
    assert [each[1:] for each in told(path)] == [("sections", "is empty", "write at least one")]


def test_a_section_that_stands_twice_is_told_at_the_second(tmp_path: Path) -> None:
    sections = walkthrough_data()["sections"]
    again = sections[1] | {"target_seconds": 5}
    path = write_walkthrough(tmp_path, sections=[*sections[:2], again, *sections[2:]])
    (found,) = told(path)
    assert found == (
        lines_of(path, 'part = "task"')[1],
        "sections[2].part",
        "is task a second time",
        "keep one [[sections]] table for each part",
    )


def test_sections_out_of_order_are_told_with_the_right_order(tmp_path: Path) -> None:
    one, two, *others = walkthrough_data()["sections"]
    path = write_walkthrough(tmp_path, sections=[two, one, *others])
    (found,) = told(path)
    assert found == (
        lines_of(path, "[[sections]]")[0],
        "sections",
        "stand in the order task, situation, action, result, reflection",
        "use the order situation, task, action, result, reflection",
    )


def test_targets_longer_than_the_longest_answer_of_its_level_are_told(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "sections[2].target_seconds", 96)
    path = write(tmp_path, data)
    (found,) = told(path)
    assert found == (
        lines_of(path, "[[sections]]")[0],
        "sections",
        "targets add up to 181 s, the SDE2 limit is 180 s",
        "shorten a target or raise the level's seconds",
    )
    put(data, "sections[2].target_seconds", 95)
    assert told(write(tmp_path, data)) == []


ONE_LESSON = "The worst scanner. No team owned it."


@pytest.mark.parametrize(
    ("example", "key", "what", "fix"),
    [
        (
            {"example": ONE_LESSON, "examples": {"sde2": ONE_LESSON}},
            "sections[4].example",
            "stands beside [sections.examples]",
            "keep one of them: example for all levels, or [sections.examples] by level",
        ),
        (
            {},
            "sections[4].example",
            "is missing",
            "add example, or [sections.examples] with a text for each level",
        ),
        ({"examples": {}}, "sections[4].examples", "is empty", "write at least one"),
        (
            {"examples": {"sde3": "The worst scanner. No team owned it."}},
            "sections[4].examples.sde3",
            'is "sde3"',
            "use 'sde1', 'sde2' or 'senior'",
        ),
    ],
)
def test_the_reflection_has_a_text_for_each_level_it_names(
    tmp_path: Path, example: Table, key: str, what: str, fix: str
) -> None:
    data = drop(walkthrough_data(), "sections[4].examples")
    data["sections"][4] |= example
    assert [each[1:] for each in told(write(tmp_path, data))] == [(key, what, fix)]


def test_only_the_reflection_differs_by_level(tmp_path: Path) -> None:
    data = drop(walkthrough_data(), "sections[2].example")
    put(data, "sections[2].examples", {"sde2": "I followed fifty parcels. I found a label."})
    path = write(tmp_path, data)
    assert told(path) == [
        (
            lines_of(path, "[sections.examples]")[0],
            "sections[2].examples",
            "is not for the action",
            "use example = …; only the reflection differs by level",
        )
    ]


def test_a_part_without_an_example_is_told_at_its_own_table(tmp_path: Path) -> None:
    path = write(tmp_path, drop(walkthrough_data(), "sections[2].example"))
    assert told(path) == [
        (
            lines_of(path, "[[sections]]")[2],
            "sections[2].example",
            "is missing",
            "add what a strong candidate says here",
        )
    ]


def test_a_level_whose_reflection_holds_no_signal_is_told(tmp_path: Path) -> None:
    data = put(walkthrough_data(), "sections[4].signals", ["the worst scanner"])
    path = write(tmp_path, data)
    assert told(path) == [
        (
            line_of(path, "senior = "),
            "sections[4].examples.senior",
            "holds none of the signals",
            "quote at least one phrase of this text in signals",
        )
    ]


@pytest.mark.parametrize(
    ("table", "key"),
    [("probes", "question"), ("quiz", "prompt"), ("adaptations", "principle"), ("levels", "level")],
)
def test_what_stands_twice_is_told_at_the_second(tmp_path: Path, table: str, key: str) -> None:
    items = walkthrough_data()[table]
    path = write(tmp_path, walkthrough_data() | {table: [*items, items[0]]})
    again = len(items)
    assert told(path) == [
        (
            lines_of(path, f'{key} = "{items[0][key]}"')[-1],
            f"{table}[{again}].{key}",
            f"repeats {table}[0].{key}",
            "make it different or delete it",
        )
    ]


def test_questions_and_follow_ups_may_have_ids_unlike_each_other(tmp_path: Path) -> None:
    data = walkthrough_data()
    data["quiz"] += [data["quiz"][0] | {"prompt": "Which one?"}]
    put(put(data, "quiz[0].id", "result-line"), "probes[0].id", "other-team")
    assert told(write(tmp_path, data)) == []
    path = write(tmp_path, put(data, "quiz[1].id", "other-team"))
    line = lines_of(path, 'id = "other-team"')[-1]
    assert told(path) == [
        (line, "quiz[1].id", "repeats probes[0].id", "make it different or delete it")
    ]


@pytest.mark.parametrize("key", ["quiz[0].id", "probes[0].id"])
def test_an_items_id_is_in_kebab_case(tmp_path: Path, key: str) -> None:
    path = write(tmp_path, put(walkthrough_data(), key, "Result Line"))
    line = line_of(path, '"Result Line"')
    assert told(path) == [(line, key, 'is "Result Line"', KEBAB)]


def test_a_story_is_not_adapted_to_its_own_principle(tmp_path: Path) -> None:
    path = write(tmp_path, put(walkthrough_data(), "adaptations[0].principle", "ownership"))
    line = lines_of(path, 'principle = "ownership"')[1]
    assert told(path) == [
        (
            line,
            "adaptations[0].principle",
            "is the story's own",
            "adapt the story to another principle",
        )
    ]


def test_the_level_that_the_story_is_written_for_must_be_told(tmp_path: Path) -> None:
    path = write(tmp_path, drop(walkthrough_data(), "levels[1]"))
    assert told(path) == [
        (
            lines_of(path, "[[levels]]")[0],
            "levels",
            "do not hold the walkthrough's own level",
            'add a [[levels]] table with level = "sde2"',
        )
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x1b", "U+001B (a control character)"),
        ("\x9b", "U+009B (a control character)"),
        ("\r", "U+000D (a control character)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2028", "U+2028 (line separator)"),
    ],
)
@pytest.mark.parametrize("key", ["question", "tags[1]", "probes[0].strong.line"])
def test_a_character_that_could_steer_a_terminal_is_refused_by_its_code_point(
    tmp_path: Path, character: str, name: str, key: str
) -> None:
    path = write(tmp_path, put(walkthrough_data(), key, f"steer{character}ing"))
    assert told(path) == [
        (
            line_of(path, '"steer'),
            key,
            f"holds the character {name}",
            "delete it: it would upset a terminal",
        )
    ]


@pytest.mark.parametrize("text", ["👩🏽‍💻 naïve", "שלום", "日本語", "a\tb"])
def test_letters_of_every_script_are_text(text: str) -> None:
    assert walkthrough(question=text).question == " ".join(text.split())


def test_lines_of_a_text_are_joined_and_paragraphs_kept() -> None:
    data = put(walkthrough_data(), "overview.scenario", "One\n  two.\n\n\nThree.\n")
    overview = Walkthrough.model_validate(data).overview
    assert overview is not None
    assert overview.scenario == "One two.\n\nThree."


@pytest.mark.parametrize(
    ("level", "texts", "expected"),
    [
        (Level.SENIOR, ("sde2", "senior"), "senior"),
        (Level.SDE2, ("sde2", "senior"), "sde2"),
        (Level.SDE1, ("sde2", "senior"), "sde2"),
        (Level.SDE1, ("senior", "sde2"), "sde2"),
        (Level.SENIOR, ("sde1", "sde2"), "sde2"),
        (Level.SENIOR, ("sde2", "sde1"), "sde2"),
        (Level.SDE2, ("sde1", "senior"), "sde1"),
        (Level.SDE1, ("senior",), "senior"),
        (Level.SENIOR, ("sde1",), "sde1"),
    ],
)
def test_a_level_without_a_reflection_reads_the_nearest_lower_one_or_else_the_lowest(
    level: Level, texts: tuple[str, ...], expected: str
) -> None:
    data = walkthrough_data()
    put(data, "sections[4].examples", {text: f"I learnt it as {text}." for text in texts})
    put(data, "sections[4].signals", ["I learnt it", f"as {expected}"])
    reflection = Walkthrough.model_validate(data).section(Part.REFLECTION)
    assert reflection.example_for(level) == f"I learnt it as {expected}."
    assert reflection.signals_for(level) == ("I learnt it", f"as {expected}")


def test_signals_of_another_levels_reflection_are_left_out() -> None:
    reflection = walkthrough().section(Part.REFLECTION)
    assert reflection.signals_for(Level.SDE2) == ("the worst scanner",)
    assert reflection.signals_for(Level.SENIOR) == ("no team owned",)


@pytest.mark.parametrize("level", list(Level))
def test_other_parts_are_the_same_at_every_level(level: Level) -> None:
    action = walkthrough().section(Part.ACTION)
    assert action.example_for(level) == action.example
    assert action.signals_for(level) == action.signals


def test_a_part_a_guide_and_a_limit_are_found() -> None:
    story = walkthrough()
    assert [story.section(part).part for part in Part] == list(Part)
    guide = story.guide(Level.SENIOR)
    assert guide is not None
    assert guide.focus == "The owner."
    assert story.times(Level.SENIOR)[1] == guide.limit == 200
    assert story.seconds == 175


def test_a_level_that_the_walkthrough_does_not_tell_has_no_guide() -> None:
    story = walkthrough(levels=walkthrough_data()["levels"][1:])
    assert story.guide(Level.SDE1) is None
    assert story.times(Level.SDE1) == Level.SDE1.usual_seconds


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [(Level.SENIOR, Level.SENIOR), (Level.SDE1, Level.SDE2), (None, Level.SDE2)],
)
def test_a_level_that_is_not_told_gives_way_to_the_storys_own(
    wanted: Level | None, nearest: Level
) -> None:
    story = walkthrough(levels=walkthrough_data()["levels"][1:])
    assert story.nearest_level(wanted) is nearest


def test_targets_shrink_in_proportion_at_a_level_that_allows_less() -> None:
    story = walkthrough()
    assert [story.target(part, Level.SENIOR) for part in Part] == [30, 20, 90, 20, 15]
    assert [story.target(part, Level.SDE1) for part in Part] == [20, 13, 61, 13, 10]


@given(st.lists(st.integers(1, 3600), min_size=5, max_size=5), st.integers(5, 3600))
def test_targets_never_exceed_the_limit_nor_what_the_file_says(
    targets: list[int], limit: int
) -> None:
    data = walkthrough_data()
    for section, seconds in zip(data["sections"], targets, strict=True):
        section["target_seconds"] = seconds
    put(data, "levels[0].seconds", [1, limit])
    put(data, "levels[1].seconds", [1, 3600])
    if sum(targets) > 3600:
        with pytest.raises(ValidationError, match="targets add up to"):
            Walkthrough.model_validate(data)
        return
    story = Walkthrough.model_validate(data)
    shrunk = [story.target(part, Level.SDE1) for part in Part]
    assert all(1 <= now <= before for now, before in zip(shrunk, targets, strict=True))
    assert sum(shrunk) <= limit
    assert shrunk == targets or limit - sum(shrunk) < len(Part) < sum(targets) - limit + len(Part)
    order = sorted(range(5), key=lambda number: targets[number])
    assert [shrunk[number] for number in order] == sorted(shrunk)


def test_a_limit_of_fewer_seconds_than_parts_leaves_each_part_one() -> None:
    story = Walkthrough.model_validate(put(walkthrough_data(), "levels[0].seconds", [1, 3]))
    assert [story.target(part, Level.SDE1) for part in Part] == [1] * 5


def test_what_a_file_may_leave_out_has_its_default() -> None:
    story = Walkthrough.model_validate(drop(walkthrough_data(), "tags"))
    assert story.tags == ()
    assert story.probes[0].target_seconds == PROBE_SECONDS
    assert story.weak_answer is not None
    assert story.weak_answer.flags[1].quote is None


def test_a_walkthrough_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        walkthrough().question = "Another?"  # type: ignore[misc]


def test_leanings_are_labelled_as_interviewers_write_them() -> None:
    labels = [leaning.label for leaning in Leaning]
    assert labels == ["Strong Hire", "Hire", "No Hire", "Strong No Hire"]
