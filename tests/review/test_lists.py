"""The word lists: those that ship, and a user's own."""

from pathlib import Path

import pytest

from starprep.library.parts import Part
from starprep.review.lists import KINDS, Severity, built_in, read_rules
from starprep.review.review import RULES, review
from tests.review.heard import BOOK


def test_every_rule_that_ships_has_its_reason_its_source_and_a_weight() -> None:
    for name, rule in built_in().rules.items():
        assert rule.why, name
        assert rule.source, name
        assert rule.severity, name
        assert rule.change or rule.severity is Severity.GOOD, name


def test_every_pattern_that_ships_can_be_read() -> None:
    for name in built_in().rules:
        for kind in KINDS:
            BOOK.patterns(name, kind)
    for part in Part:
        BOOK.cues(part)


def test_every_rule_is_one_that_ships() -> None:
    text = (
        "We fixed it. It was decided. They handled it. Fixed it. I wrote 30% of it, from 2 to 3. "
        "It got much better and the team was happy, so to say. I think communication is key."
    )
    names = set(built_in().rules)
    for part in (*Part, None):
        assert {remark.rule for remark in review(text, BOOK, part=part).remarks} <= names
    assert len(RULES) == len(set(RULES))


def test_without_a_file_of_ones_own_the_shipped_lists_hold(tmp_path: Path) -> None:
    book, problems = read_rules(tmp_path / "none.toml")
    assert problems == ()
    assert book.limits == BOOK.limits


def test_a_users_words_are_added_and_limits_and_weights_replaced(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text(
        "format = 1\n"
        "[limits]\nwords_in_a_breath = 4\n"
        '[sets]\ngroup = ["guild"]\n'
        '[rules.hedge]\npatterns = ["in my humble opinion"]\nseverity = "serious"\n'
    )
    book, problems = read_rules(path)
    assert problems == ()
    heard = {each.rule: each for each in review("In my humble opinion it was fine.", book).remarks}
    assert heard["hedge"].words == "In my humble opinion"
    assert heard["hedge"].severity is Severity.SERIOUS
    assert "breath" in heard
    remarks = review("I told the guild about it.", book, part=Part.ACTION).remarks
    assert "routing" in {each.rule for each in remarks}
    assert "hedge" in {each.rule for each in review("I think so.", book).remarks}  # still there


def test_a_user_can_say_what_is_no_fault_and_what_is_no_step(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text(
        '[sets]\nno_deed = ["juggled"]\n'
        '[rules.hedge]\nbut = ["i think tank"]\n'
        '[rules.step]\nbut = ["ran into"]\n'
    )
    book, problems = read_rules(path)
    assert problems == ()
    said = "I think tank reports. I juggled. I ran into her. I wrote it."
    heard = review(said, book, part=Part.ACTION)
    assert "hedge" not in {each.rule for each in heard.remarks}
    assert heard.steps == 1
    assert review(said, BOOK, part=Part.ACTION).steps == 3


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ('[rules.hedg]\npatterns = ["x"]', "rules.hedg", 'did you mean "hedge"?'),
        ("[limits]\nown_word = 3", "limits.own_word", 'did you mean "own_words"?'),
        ('[rules.hedge]\npatterns = ["<nobody> x"]', "rules.hedge.patterns[0]", "is no set"),
        ('[rules.hedge]\npatterns = [""]', "rules.hedge.patterns[0]", "is empty"),
        ('[rules.hedge]\npattern = ["x"]', "rules.hedge.pattern", 'did you mean "patterns"?'),
        ('[rules.hedge]\nseverity = "awful"', "rules.hedge.severity", "serious"),
        ("format = 2", "format", "1"),
        ("[rules", "", "is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_file_is_left_out(
    tmp_path: Path, text: str, key: str, words: str
) -> None:
    path = tmp_path / "review.toml"
    path.write_text(text + "\n")
    book, problems = read_rules(path)
    assert [each.key for each in problems] == [key]
    assert words in problems[0].message
    assert problems[0].line >= 1
    assert book.limits == BOOK.limits
