"""Things of daily life that the user follows by their own names, and how the knee is overall.

Both are asked seldom and only where they are shown: an activity once a week, the whole every two weeks. That activities
named by oneself and rated from 0 to 10 tell something about knees, Chatman et al. found in 1997; the words are ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from kneeguide.core.errors import KneeGuideError

MOST_ACTIVITIES = 3
LONGEST_NAME = 40
ASKED_WEEKLY = timedelta(days=7)
ASKED_OVERALL = timedelta(days=14)


class ActivityFault(KneeGuideError):  # noqa: N818 - one word for what the user can mend
    """An activity cannot be followed under this name, or not one more."""


@dataclass(frozen=True)
class Activity:
    """``retired``: since when it is no longer asked about; what was told of it stays."""

    id: str
    name: str
    added: datetime
    retired: datetime | None = None


@dataclass(frozen=True)
class ActivityRating:
    """How well an activity went on a local day: 0 not at all, 10 with no trouble."""

    activity_id: str
    day: date
    rating: int


class Overall(IntEnum):
    """How the knee is, compared with when the user started; the more the better."""

    MUCH_BETTER = 3
    BETTER = 2
    LITTLE_BETTER = 1
    SAME = 0
    LITTLE_WORSE = -1
    WORSE = -2
    MUCH_WORSE = -3


@dataclass(frozen=True)
class OverallChange:
    """What was said on a local day."""

    day: date
    step: Overall


def named(name: str, others: Iterable[Activity]) -> str:
    """A name that can be told from those of the ``others``. Raises ActivityFault."""
    tidy = " ".join(name.split())
    if not tidy:
        raise ActivityFault("Give the activity a name, such as stairs.")
    if len(tidy) > LONGEST_NAME:
        raise ActivityFault(f"That name is too long. Use at most {LONGEST_NAME} letters.")
    if any(tidy.casefold() == other.name.casefold() for other in others if other.retired is None):
        raise ActivityFault(f"You follow “{tidy}” already. Give this one another name.")
    return tidy


def followed(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Those that are asked about."""
    return tuple(each for each in activities if each.retired is None)


def due(activities: Iterable[Activity], ratings: Iterable[ActivityRating], today: date) -> tuple[Activity, ...]:
    """The activities to ask about: those of which nothing was told for a week."""
    lately = {each.activity_id for each in ratings if today - each.day < ASKED_WEEKLY}
    return tuple(each for each in followed(activities) if each.id not in lately)


def is_overall_due(changes: Iterable[OverallChange], first_session: date | None, today: date) -> bool:
    """Whether to ask how the knee is overall: two weeks after the start, and two weeks after the last answer."""
    told = [each.day for each in changes]
    since = max((*told, first_session), default=None) if first_session else None
    return since is not None and today - since >= ASKED_OVERALL
