"""Text with roles, as Rich prints it."""

from starprep.cli.tables import STYLES
from starprep.texts.styled import Role


def test_every_role_has_a_look() -> None:
    assert set(STYLES) == set(Role)
