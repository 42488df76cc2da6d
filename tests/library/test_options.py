"""Which options mean the others, and which only sound like it."""

import pytest

from starprep.library.options import names_places, speaks_of_others


@pytest.mark.parametrize(
    "option",
    [
        "All of the above",
        "all the above.",
        "All of these",
        "ALL OF THEM",
        "Everything above",
        "None of these",
        "None of the above, as nobody measured it",
        "Neither",
        "Neither of the other two",
        "Both",
        "Both of the first",
        "Either of the first two",
        "Both A and B",
        "A and C",
        "1 and 3",
        "Only the first and the last",
        "All but the last",
        "One of the others",
        "More than one of these",
        "None of the options is right",
        "A mix of the above",
        "B and C are right",
    ],
)
def test_it_means_other_options(option: str) -> None:
    assert speaks_of_others(option)


@pytest.mark.parametrize(
    "option",
    [
        "",
        "A",
        "3 of 4",
        "Two or three",
        "5 or 6",
        "The first",
        "None of these teams had asked",
        "None, since nobody was asked",
        "Both were minor, and fixed within the hour by on-call",
        "All of the 1.9 billion rows were there",
        "All of the others had read it, and it was pinned in our channel",
        "It lets your claim about the other four be believed",
        "Whichever takes longest to tell, since all three end in the same way",
        "I deleted the other eleven",
        "The one above the fold",
    ],
)
def test_it_says_something_of_its_own(option: str) -> None:
    assert not speaks_of_others(option)


@pytest.mark.parametrize(
    ("option", "is_last", "named"),
    [
        ("Both of the first", True, True),
        ("A and C", False, True),
        ("All of the above", True, False),
        ("All of the above", False, True),
        ("All of those below", False, True),
        ("None of these", False, False),
        ("Both", True, False),
    ],
)
def test_some_say_where_the_others_stand(option: str, is_last: bool, named: bool) -> None:
    assert names_places(option, is_last=is_last) is named
