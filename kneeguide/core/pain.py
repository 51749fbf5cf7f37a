"""The rule about knee pain before, after and the day after a session.

It is a traffic light with fixed, visible steps, no score. Clinics' versions for exercise let through up to 5 of 10
(Thomee 1997; Silbernagel et al. 2007); massage has no trade-off between pain and gain, so ours is stricter. The size
of a change that people call better follows Salaffi et al. 2004, doi 10.1016/j.ejpain.2003.09.004.
"""

from enum import StrEnum

LEAST, MOST = 0, 10

Rating = int | None
"""Knee pain, 0 none to 10 the worst imaginable; None is "not answered", which is never taken for zero."""


class BeforeLight(StrEnum):
    """What knee pain now means for the session."""

    NOT_ANSWERED = "not-answered"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class AfterLight(StrEnum):
    """What a rise or fall of knee pain means for the next session."""

    NOT_ANSWERED = "not-answered"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Change(StrEnum):
    """How one session's change is called."""

    NOT_ANSWERED = "not-answered"
    CLEARLY_LOWER = "clearly-lower"
    LITTLE_LOWER = "a-little-lower"
    SAME = "about-the-same"
    LITTLE_HIGHER = "a-little-higher"
    CLEARLY_HIGHER = "clearly-higher"


def checked(rating: Rating) -> Rating:
    """The rating itself. Raises ValueError for a number that is not on the scale."""
    if rating is not None and not LEAST <= rating <= MOST:
        raise ValueError(f"knee pain is rated from {LEAST} to {MOST}, not {rating}")
    return rating


def before_light(now: Rating) -> BeforeLight:
    """0 to 3 go ahead, 4 to 6 the sore-day routine or half the dose, 7 and more not today."""
    if checked(now) is None:
        return BeforeLight.NOT_ANSWERED
    assert now is not None
    if now <= 3:
        return BeforeLight.GREEN
    return BeforeLight.AMBER if now <= 6 else BeforeLight.RED


def after_light(before: Rating, later: Rating) -> AfterLight:
    """Same or lower is green, one higher amber, two or more red: rest for 48 hours, then the sore-day routine."""
    if checked(before) is None or checked(later) is None:
        return AfterLight.NOT_ANSWERED
    assert before is not None
    assert later is not None
    rise = later - before
    if rise <= 0:
        return AfterLight.GREEN
    return AfterLight.AMBER if rise == 1 else AfterLight.RED


def next_day_light(before: Rating, next_day: Rating, marks: bool | None) -> AfterLight:
    """The same for the day after, where a bruise or new swelling (``marks``) is red whatever the number.

    Only a number and "no marks" together are green: what was not answered is never taken for calm.
    """
    light = after_light(before, next_day)
    if marks:
        return AfterLight.RED
    if light is AfterLight.GREEN and marks is None:
        return AfterLight.NOT_ANSWERED
    return light


def change(before: Rating, after: Rating) -> Change:
    """Name the change: 2 points are clear, from a start of 3 or less 1 point is."""
    if checked(before) is None or checked(after) is None:
        return Change.NOT_ANSWERED
    assert before is not None
    assert after is not None
    clear = 1 if before <= 3 else 2
    difference = after - before
    if difference == 0:
        return Change.SAME
    if abs(difference) >= clear:
        return Change.CLEARLY_LOWER if difference < 0 else Change.CLEARLY_HIGHER
    return Change.LITTLE_LOWER if difference < 0 else Change.LITTLE_HIGHER
