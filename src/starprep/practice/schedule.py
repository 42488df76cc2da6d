"""When something that was practised is best practised again."""

from collections.abc import Iterable

from starprep.record.scales import Rating

REST_DAYS = {Rating.AGAIN: 0, Rating.HARD: 1, Rating.GOOD: 3, Rating.EASY: 6}
"""How many days to leave what was rated so.

What is recalled after a gap is kept longer than what is said many times in a row, and the gap may
be the longer the easier it came. What failed is not known yet: a gap teaches nothing then.
"""


def rest_days(ratings: Iterable[Rating | None]) -> int | None:
    """Return in how many days to come back to what was rated so; None where nothing was rated.

    What came hardest decides, as all of it is to be said again; what was not rated does not count.
    """
    return min((REST_DAYS[each] for each in ratings if each is not None), default=None)
