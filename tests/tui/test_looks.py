"""Text with roles, as Textual shows it."""

from starprep.texts.styled import Role, joined
from starprep.tui.looks import STYLES, columns, content


def test_every_role_has_a_look_of_its_own() -> None:
    assert set(STYLES) == set(Role)
    alike = {Role.HEADING: Role.KEY, Role.SIGNAL: Role.HERE}
    looks = [STYLES[role] for role in Role if role not in alike]
    assert len(looks) == len(set(looks))


def test_pieces_keep_their_roles_and_nothing_is_markup() -> None:
    made = content(joined("[b]a[/x] ", ("$b", Role.FLAG)))
    assert made.plain == "[b]a[/x] $b"
    assert [(made.plain[each.start : each.end], each.style) for each in made.spans] == [
        ("$b", STYLES[Role.FLAG])
    ]


def test_of_two_columns_the_left_is_cut_short() -> None:
    assert columns(12, "Lost parcels", "2:55").plain == "Lost …  2:55"
    assert columns(20, "Lost parcels", "2:55").plain == "Lost parcels    2:55"
    assert columns(3, "Lost parcels", "2:55").plain.strip() == "2:55"
