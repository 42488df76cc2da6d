"""The order of remarks, and those that say the same."""

from starprep.review.lists import Severity
from starprep.review.remark import Point, Remark, by_weight, points

MINOR, SERIOUS, GOOD = Severity.MINOR, Severity.SERIOUS, Severity.GOOD
REMARKS = (
    Remark(0, 2, "hedge", "A hedge", MINOR, "so", "Weak."),
    Remark(3, 5, "step", "A step of yours", GOOD, "I did", "A step."),
    Remark(6, 8, "routing", "Passed on", SERIOUS, "told", "Passed on."),
    Remark(9, 11, "hedge", "A hedge", MINOR, "like", "Weak."),
    Remark(12, 12, "hedge", "A hedge", MINOR, "", "Also weak."),
    Remark(13, 15, "routing", "Passed on", SERIOUS, "asked", "Passed on."),
)


def test_what_weighs_most_comes_first_and_of_equal_weight_what_stands_first() -> None:
    assert [each.start for each in by_weight(REMARKS)] == [6, 13, 0, 9, 12, 3]


def test_remarks_of_one_rule_and_one_reason_are_one_point() -> None:
    assert points(REMARKS) == (
        Point(SERIOUS, "Passed on", "Passed on.", ("told", "asked")),
        Point(MINOR, "A hedge", "Weak.", ("so", "like")),
        Point(MINOR, "A hedge", "Also weak.", ()),
        Point(GOOD, "A step of yours", "A step.", ("I did",)),
    )
