"""What is said where less is better: how a target feels, going on more gently, and enough for one day.

It says what to do first and what each way on does, with the numbers that the core goes by.
"""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.day_dose import DayDose
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.stage import Stage
from kneeguide.core.trouble import StopReason, WayOn
from kneeguide.ui import wording

translate = QCoreApplication.translate


def target(pressure: int) -> str:
    """How a pressure from 1 to 10 feels, said at the first step on each muscle."""
    feels = {
        1: translate("gentler", "Aim for {number} of 10: hardly more than a touch."),
        2: translate("gentler", "Aim for {number} of 10: light, as if you spread lotion."),
        3: translate("gentler", "Aim for {number} of 10: you feel it well, and it is easy to bear."),
        4: translate("gentler", "Aim for {number} of 10: a mild ache. You can talk and breathe with ease."),
    }
    firm = translate("gentler", "Aim for {number} of 10 at the most: a firm ache. Ease off if you hold your breath.")
    return feels.get(pressure, firm).format(number=pressure)


def feeling(pressure: int) -> str:
    """How a pressure from 1 to 10 feels, to stand beside its number."""
    firm = translate("gentler", "At the most a firm ache. Ease off if you hold your breath.")
    return {
        1: translate("gentler", "Hardly more than a touch."),
        2: translate("gentler", "Light, as if you spread lotion."),
        3: translate("gentler", "You feel it well, and it is easy to bear."),
        4: translate("gentler", "A mild ache. You can talk and breathe with ease."),
    }.get(pressure, firm)


def before_going_on(cause: StopReason) -> str:
    """What to do first where the session may go on."""
    return {
        StopReason.JOINT_PAIN: translate(
            "gentler",
            "Take everything off the joint. If it settles, leave this area out and go on. If it still hurts, end here.",
        ),
    }.get(
        cause,
        translate("gentler", "Let go and breathe out slowly. Go on only if it feels better with less, or end here."),
    )


def way(way: WayOn, area: str) -> str:
    """A way on, for a button. ``area``: what would be left out."""
    return {
        WayOn.LIGHTER: translate("gentler", "Go on, lighter"),
        WayOn.LEAVE_OUT: translate("gentler", "Leave out: {area}").format(area=area),
        WayOn.END: translate("gentler", "End session"),
    }[way]


def what_it_does(way: WayOn) -> str:
    """What a way on changes; empty where its button says it all."""
    return {
        WayOn.LIGHTER: translate("gentler", "Lighter: one step less pressure, and a quarter less of the time to come."),
        WayOn.LEAVE_OUT: translate("gentler", "Left out: all steps to come on this area, on both legs."),
        WayOn.END: "",
    }[way]


def gone_on(way: WayOn, stage: Stage) -> str:
    """Said once the session goes on more gently."""
    return {
        WayOn.LIGHTER: translate(
            "gentler", "From here on it is lighter and shorter. Stop again if it is still too much."
        ),
        WayOn.LEAVE_OUT: translate("gentler", "Left out from here on: {area}.").format(area=area(stage)),
        WayOn.END: "",
    }[way]


def area(stage: Stage) -> str:
    """What is left out with a stage: its muscle, or the one technique where that is not known."""
    technique = stage.technique
    if technique.presses and technique.muscle is not None:
        return wording.muscle(technique.muscle)
    return technique.title


def what_was_done(way: WayOn) -> str:
    """A way on, as the diary tells it."""
    return {
        WayOn.LIGHTER: translate("gentler", "Went on lighter"),
        WayOn.LEAVE_OUT: translate("gentler", "Left the area out"),
        WayOn.END: translate("gentler", "Ended there"),
    }[way]


def enough_today() -> str:
    """Above the muscles that would get too much."""
    return translate("gentler", "Enough for one day")


def day_dose(dose: DayDose) -> str:
    """What one muscle had today, and what this session would make of it."""
    return translate(
        "gentler",
        "{place}: {had} s today so far. This session would make it {total} s. The most for a day is {most} s.",
    ).format(
        place=place(dose.muscle, dose.side),
        had=wording.number(round(dose.had)),
        total=wording.number(round(dose.total)),
        most=DOSE_CAP,
    )


def past_the_day(muscle: Muscle, side: Side | None, seconds: float) -> str:
    """That a step that is done again takes its muscle past the most for a day."""
    return translate(
        "gentler", "{place}: this makes {total} s today. The most for a day is {most} s. Better skip it."
    ).format(place=place(muscle, side), total=wording.number(round(seconds)), most=DOSE_CAP)


def what_is_better() -> str:
    """Why less is offered."""
    return translate("gentler", "More of it does not help more, and the muscle may be sore tomorrow.")


def place(muscle: Muscle, side: Side | None) -> str:
    """A muscle of a leg."""
    if side is None:
        return wording.muscle(muscle)
    return translate("gentler", "{muscle}, {leg}").format(muscle=wording.muscle(muscle), leg=wording.side(side).lower())
