"""Every invitation, by its name: the function for each table of `inviting.toml`."""

from collections.abc import Mapping

from starprep.review.inviting import anything, deeds, numbers, people
from starprep.review.inviting.heard import InviteFunction

INVITES: Mapping[str, InviteFunction] = {
    **people.INVITES,
    **numbers.INVITES,
    **deeds.INVITES,
    **anything.INVITES,
}
