"""The word lists: those that ship, and a user's own."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import Part
from starprep.review.inviting.invite import invite
from starprep.review.lists import KINDS, RuleBook, Severity
from starprep.review.review import review
from starprep.review.rule_files import built_in, check_functions, read_rules
from starprep.review.rules import RULES
from starprep.review.signals import hit
from starprep.review.spoken import Spoken
from tests.review.heard import BOOK, STEPS


def test_every_rule_that_ships_has_its_reason_its_source_and_a_weight() -> None:
    for name, rule in built_in().rules.items():
        assert rule.why, name
        assert rule.source, name
        assert rule.severity, name
        assert rule.change or rule.severity is Severity.GOOD, name


def test_every_rule_that_ships_has_a_title_in_plain_words_of_its_own() -> None:
    titles = [rule.title for rule in built_in().rules.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert not set(titles) & set(RULES)


def test_every_pattern_that_ships_can_be_read() -> None:
    for name in built_in().rules:
        for kind in KINDS:
            BOOK.patterns(name, kind)
    for part in Part:
        BOOK.cues(part)


def test_every_rule_of_the_file_has_its_function_and_every_function_its_table() -> None:
    assert RULES.keys() == built_in().rules.keys()


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({*RULES, "charm"}, "rules without a function: charm"),
        ({*RULES} - {"hedge", "late"}, "lacks a table for the rules: hedge, late"),
    ],
)
def test_a_rule_with_only_one_of_the_two_is_told_when_the_lists_are_read(
    tables: set[str], words: str
) -> None:
    with pytest.raises(LookupError, match=words):
        check_functions(tables, RULES, "rules.toml")


def test_a_rule_makes_no_remark_but_its_own() -> None:
    text = (
        "We fixed it. It was decided. They handled it. Fixed it. I wrote 30% of it, from 2 to 3. "
        "It got much better and the team was happy, so to say. I think communication is key."
    )
    names = set(built_in().rules)
    for part in (*Part, None):
        assert {remark.rule for remark in review(text, BOOK, part=part).remarks} <= names


def test_no_limit_and_no_set_that_ships_is_idle() -> None:
    folder = files("starprep.review")
    inviting = folder / "inviting"
    every = [*folder.iterdir(), *inviting.iterdir()]
    code = "".join(each.read_text("utf-8") for each in every if each.name.endswith(".py"))
    rules = "".join(each.read_text("utf-8") for each in every if each.name.endswith(".toml"))
    lists = built_in()
    assert [name for name in lists.limits if f'"{name}"' not in code] == []
    idle = [name for name in lists.sets if f'"{name}"' not in code and f"<{name}>" not in rules]
    assert idle == []


@given(st.data())
def test_no_limit_that_may_be_written_stops_the_review(data: st.DataObject) -> None:
    lists = built_in()
    sizes = st.sampled_from([0.0, 0.5, 1.0, 3.0, 1e300])
    limits = {name: data.draw(sizes, label=name) for name in lists.limits}
    book = RuleBook(lists.model_copy(update={"limits": limits}))
    text = STEPS + "We agreed. Fixed it. It was changed. It fell from 2% to 1%, by 30%. I learned."
    for part in (None, Part.ACTION, Part.RESULT):
        for each in review(text, book, part=part).remarks:
            assert text[each.start : each.end] == each.words
    hit(["I then wrote a small fix"], Spoken(text), book)


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


def test_a_user_can_add_to_what_invites_a_question(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text('[invites.choice]\npatterns = ["i plumped for"]\nquestion = "{words}? Why?"\n')
    book, problems = read_rules(path)
    assert problems == ()
    asked = {each.rule: each.question for each in invite({Part.ACTION: "I plumped for Go."}, book)}
    assert asked["choice"] == "I plumped for Go? Why?"
    path.write_text('[invites.chioce]\n[invites.risk]\npatterns = ["[bad"]\n')
    _, problems = read_rules(path)
    assert [(each.key, each.what) for each in problems] == [
        ("invites.chioce", "is no invitation"),
        ("invites.risk.patterns[0]", 'has "[bad"'),
    ]


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


def test_numbers_negations_and_meanings_of_a_users_own_are_heard_everywhere(
    tmp_path: Path,
) -> None:
    path = tmp_path / "review.toml"
    path.write_text(
        '[sets]\nfigure = ["umpteen"]\nnegation = ["hardly"]\n[meanings]\nbuyer = ["purchaser"]\n'
    )
    book, problems = read_rules(path)
    assert problems == ()
    said = "It saved umpteen pounds. It was hardly always so. A purchaser told me."
    rules = [each.rule for each in review(said, book, part=Part.ACTION).remarks]
    assert {"money", "worth"} <= set(rules)
    assert "absolute" not in rules
    assert "absolute" in {each.rule for each in review(said, BOOK, part=Part.ACTION).remarks}
    assert "a buyer told" in hit(["a buyer told"], Spoken(said), book)
    assert hit(["a buyer told"], Spoken(said), BOOK) == {}


def test_a_table_of_a_users_own_leaves_what_it_does_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text(
        '[rules.hedge]\nwhy = ""\nchange = "Say it."\n'
        '[parts.task]\nneeded = true\ncues = ["they wanted"]\n'
    )
    book, problems = read_rules(path)
    assert problems == ()
    shipped = BOOK.rule("hedge")
    assert book.rule("hedge") == shipped.model_copy(update={"change": "Say it."})
    task = BOOK.part(Part.TASK)
    assert book.part(Part.TASK) == task.model_copy(
        update={"needed": True, "cues": (*task.cues, "they wanted")}
    )
    assert [book.rank(name) for name in RULES] == [BOOK.rank(name) for name in RULES]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ('[rules.hedg]\npatterns = ["x"]', "rules.hedg", 'did you mean "hedge"?'),
        ("[limits]\nown_word = 3", "limits.own_word", 'did you mean "own_words"?'),
        ("[limits]\nwords_per_minute = 170", "limits.words_per_minute", "at 150 words a minute"),
        ("[limits]\nown_words = -1", "limits.own_words", "0"),
        ("[limits]\nown_words = inf", "limits.own_words", "finite"),
        ("[parts.result]\nusual_end = 90", "parts.result.usual_end", "1"),
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
