"""How knee pain before sessions goes over weeks: the middle of the last three numbers against that of the first three.

It takes two weeks between the first number and the last, so it is never a verdict from one day. What counts as a
change follows Salaffi et al. 2004, doi 10.1016/j.ejpain.2003.09.004. Sessions without a number are left out, never
taken for zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kneeguide.core.pain import Change, Rating, change

ENDS = 3
"""Numbers at each end that are compared."""
LEAST_APART = timedelta(days=14)
LATELY = timedelta(days=28)


@dataclass(frozen=True)
class Trend:
    """Two numbers that were given, 0 to 10: what pain ``was`` and what it ``became``.

    ``was_until``: the day of the last number at the beginning. ``became_since``: that of the first one at the end.
    """

    was: int
    became: int
    was_until: date
    became_since: date

    @property
    def change(self) -> Change:
        """How the difference is called."""
        return change(self.was, self.became)


def trend_between(told: Iterable[tuple[date, Rating]], apart: timedelta = LEAST_APART) -> Trend | None:
    """How pain went from the first of these sessions to the last, oldest first.

    None with fewer than six numbers, or with less than ``apart`` between the first and the last.
    """
    rated = [(day, rating) for day, rating in told if rating is not None]
    if len(rated) < 2 * ENDS or rated[-1][0] - rated[0][0] < apart:
        return None
    first, last = rated[:ENDS], rated[-ENDS:]
    was, became = (sorted(rating for _, rating in end)[ENDS // 2] for end in (first, last))
    return Trend(was, became, first[-1][0], last[0][0])


def trend_lately(told: Iterable[tuple[date, Rating]], today: date) -> Trend | None:
    """The same over the last four weeks, today included, however far back ``told`` goes."""
    return trend_between((day, rating) for day, rating in told if timedelta(0) <= today - day < LATELY)
