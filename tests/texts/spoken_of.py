"""What a text says in a role, in a form that a test can state."""

from starprep.texts.styled import Role, Styled


def said_as(role: Role, text: Styled) -> list[str]:
    """Return the pieces of `text` that have `role`, without white space around them."""
    return [said.strip() for said, its in text.pieces if its is role]
