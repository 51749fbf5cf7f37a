"""What is said of health around a session: the knee before, a session that goes wrong, and what comes after."""

from dataclasses import replace
from datetime import UTC, datetime

from kneeguide.core.day_dose import DayDose
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.pain import BeforeLight, Change
from kneeguide.core.question_sources import FOOTING_OF_STOP, Subject
from kneeguide.core.review_text import Entry, ReviewPage, entry, points
from kneeguide.core.routine import Muscle, Side, Technique
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import StopReason, WayOn, ways_on
from kneeguide.ui import (
    aftercare_wording,
    gentler_wording,
    limits_wording,
    outcome_wording,
    pain_wording,
    session_wording,
    trouble_wording,
)

_SOME_CAP = 2
_SOME_STAGE = Stage("", StageKind.WORK, 30.0, Technique("", "", "", muscle=Muscle.QUADS), Side.LEFT)
_SOME_TIME = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)
_SOME_DOSE = DayDose(Muscle.QUADS, Side.LEFT, 150.0, 90.0)


def pages_of_session() -> tuple[ReviewPage, ...]:
    """From the knee before to the knee after."""
    return (_pain_before(), _session(), _summary())


def _pain_before() -> ReviewPage:
    lights = (
        entry(
            f"rated {light.value}",
            Subject.PAIN_BEFORE,
            ("title", pain_wording.light_title(light)),
            ("advice", pain_wording.light_advice(light, sore_day=False)),
            ("advice, sore-day routine", pain_wording.light_advice(light, sore_day=True)),
        )
        for light in BeforeLight
        if light is not BeforeLight.NOT_ANSWERED
    )
    return ReviewPage(
        "Knee pain before",
        (
            entry(
                "the question",
                Subject.PAIN_BEFORE,
                ("title", pain_wording.question()),
                ("lead", pain_wording.question_lead()),
                ("scale", pain_wording.least()),
                ("scale", pain_wording.most()),
                ("after a high number", pain_wording.is_it_new()),
                ("legs", pain_wording.which_leg_first()),
            ),
            *lights,
            entry(
                "enough for one day",
                Subject.PRESSURE,
                ("heading", gentler_wording.enough_today()),
                ("muscle", gentler_wording.day_dose(_SOME_DOSE)),
                ("muscle of both legs", gentler_wording.day_dose(replace(_SOME_DOSE, side=None))),
                ("why", gentler_wording.what_is_better()),
            ),
            entry("first week", Subject.FIRST_WEEK, ("note", pain_wording.first_week())),
            entry(
                "what the answers change",
                Subject.PRESSURE,
                ("heading", limits_wording.changes_heading()),
                ("pressure", limits_wording.pressure_stays(_SOME_CAP)),
                ("time", limits_wording.half_time()),
            ),
        ),
    )


def _session() -> ReviewPage:
    return ReviewPage(
        "During a session",
        (
            entry("at the start", Subject.PRESSURE, ("pressure", session_wording.how_pressure_feels())),
            entry(
                "at the first step on each muscle",
                Subject.PRESSURE,
                *((f"target {number}", gentler_wording.target(number)) for number in range(1, PRESSURE_CAP + 1)),
            ),
            entry(
                "beside the pressure of every step",
                Subject.PRESSURE,
                *((f"pressure {number}", gentler_wording.feeling(number)) for number in range(1, PRESSURE_CAP + 1)),
            ),
            entry(
                "more time refused",
                Subject.PRESSURE,
                ("notice", session_wording.enough_for_one_muscle()),
                ("notice, on a step done again", gentler_wording.past_the_day(Muscle.QUADS, Side.LEFT, DOSE_CAP + 20)),
            ),
            entry(
                "something is wrong",
                Subject.WHAT_TO_DO,
                ("question", trouble_wording.what_is_wrong()),
                ("lead", trouble_wording.first_of_all()),
                ("number", trouble_wording.in_an_emergency("112")),
                ("number, where the user gave none", trouble_wording.in_an_emergency("")),
                ("numbers in large letters, where the user gave none", trouble_wording.emergency_numbers("")),
            ),
            *(
                Entry(
                    reason.value,
                    (
                        ("cause", trouble_wording.stop_reason(reason)),
                        ("advice", trouble_wording.stop_advice(reason)),
                    ),
                    FOOTING_OF_STOP[reason],
                )
                for reason in StopReason
            ),
            *(
                Entry(
                    f"{reason.value}, where it may go on",
                    (("advice", gentler_wording.before_going_on(reason)),),
                    FOOTING_OF_STOP[reason],
                )
                for reason in StopReason
                if len(ways_on([reason])) > 1
            ),
            *(
                entry(
                    f"way on: {way.value}",
                    Subject.PRESSURE,
                    ("button", gentler_wording.way(way, gentler_wording.area(_SOME_STAGE))),
                    *((("what it does", gentler_wording.what_it_does(way)),) if way is not WayOn.END else ()),
                    *((("notice", gentler_wording.gone_on(way, _SOME_STAGE)),) if way is not WayOn.END else ()),
                    ("in the diary", gentler_wording.what_was_done(way)),
                )
                for way in WayOn
            ),
        ),
    )


def _summary() -> ReviewPage:
    titles = (
        outcome_wording.end_title(None, completed=True, urgent=False),
        outcome_wording.end_title(None, completed=False, urgent=False),
        outcome_wording.end_title(StopReason.NOTHING_DONE, completed=False, urgent=False),
        outcome_wording.end_title(StopReason.CHEST_PAIN, completed=False, urgent=True),
    )
    return ReviewPage(
        "After a session",
        (
            entry("how it ended", Subject.WHAT_TO_DO, *(("title", title) for title in titles)),
            entry(
                "change of knee pain",
                Subject.PAIN_AFTER,
                *((change.value, outcome_wording.change(change)) for change in Change),
            ),
            entry(
                "aftercare",
                Subject.AFTERCARE,
                ("heading", aftercare_wording.normal_title()),
                *points(aftercare_wording.normal()),
                ("heading", aftercare_wording.not_normal_title()),
                ("heading after a stop", aftercare_wording.watch_title()),
                *points(aftercare_wording.not_normal()),
                ("advice", aftercare_wording.if_not_normal()),
                ("last word", aftercare_wording.main_plan()),
            ),
        ),
    )
