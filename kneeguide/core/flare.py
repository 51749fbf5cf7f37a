"""A flare: a session left the knee clearly more painful. What counts as one, and until when the knee then rests.

Everything that tells of such a rest goes by this: the gate, the pain rules, the charts, and what the first page says.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from kneeguide.core.next_day import NEXT_DAY_WITHIN
from kneeguide.core.pain import AfterLight, Rating, after_light, next_day_light

AFTER_PAIN_REST = timedelta(hours=48)


class Flare(StrEnum):
    """Whether there was one, and when it was felt."""

    NONE = "none"
    AFTER = "after"
    NEXT_DAY = "next-day"


def flare_of(before: Rating, after: Rating, next_day: Rating, marks: bool | None) -> Flare:
    """Which it was: one of the next day goes before one at the end of the session. ``marks``: bruise or swelling."""
    if next_day_light(before, next_day, marks) is AfterLight.RED:
        return Flare.NEXT_DAY
    return Flare.AFTER if after_light(before, after) is AfterLight.RED else Flare.NONE


def rest_ends(flare: Flare, ended: datetime, told: datetime | None) -> datetime | None:
    """When the rest is over that it calls for, None if it calls for none. ``ended``: when the session did.

    A rest for the next day counts from when that was ``told``, but at the latest from when it is last asked about:
    told later, or nobody knows when, it was felt no later.
    """
    if flare is Flare.NONE:
        return None
    if flare is Flare.AFTER:
        return ended + AFTER_PAIN_REST
    latest = ended + NEXT_DAY_WITHIN
    return (latest if told is None else min(max(told, ended), latest)) + AFTER_PAIN_REST
