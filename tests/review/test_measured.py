"""How good the review is, on the built-in stories and on answers labelled beforehand."""

from starprep.review.rule_files import read_rules
from tests.benchmarks.review import judge, labels, parts_with_serious, score, segments

BOOK, _ = read_rules()


def test_it_finds_four_of_five_quoted_red_flags_and_ranks_every_pair() -> None:
    got = score(BOOK)
    assert got.flags_found >= 0.8 * got.flags
    assert got.strong_with_serious <= got.strong / 20
    assert got.ranked == got.strong


def test_strong_parts_by_themselves_are_not_called_serious() -> None:
    count, told = parts_with_serious(BOOK)
    assert len(told) <= count / 20


def test_a_whole_answer_is_cut_into_its_parts_about_where_they_are() -> None:
    right, whole = segments(BOOK)
    assert right >= 0.8 * whole


def test_it_agrees_with_nearly_all_labels() -> None:
    every = labels()
    assert len(every) >= 40
    wrong = [line for label in every for line in judge(label, BOOK)[:1]]
    assert len(wrong) <= len(every) / 20, wrong
