"""What is said of health around a session: the knee before, a session that goes wrong, and what comes after."""

from dataclasses import replace
from datetime import UTC, datetime

from kneeguide.core.activities import Overall
from kneeguide.core.amount import Amount
from kneeguide.core.day_dose import DayDose
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.history import Record
from kneeguide.core.history_sums import Flare, Trend
from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.pain import BeforeLight, Change
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.question_sources import FOOTING_OF_STOP, Subject
from kneeguide.core.review_text import Entry, ReviewPage, entry, points
from kneeguide.core.routine import Muscle, Side, Technique
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import StopReason, WayOn, ways_on
from kneeguide.core.weekly_plan import LENGTHS, WeeksReview
from kneeguide.ui import (
    aftercare_wording,
    chart_wording,
    gentler_wording,
    limits_wording,
    next_day_wording,
    pain_rule_wording,
    pain_wording,
    session_wording,
    weekly_wording,
)

_SOME_CAP = 2
_SOME_ACTIVITY = "Stairs"
_SOME_STAGE = Stage("", StageKind.WORK, 30.0, Technique("", "", "", muscle=Muscle.QUADS), Side.LEFT)
_SOME_TIME = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)
_SOME_FACTS = (Facts(3, 3, count=3), Facts(3, 5, count=3), Facts(marks=True, count=3))
_SOME_DOSE = DayDose(Muscle.QUADS, Side.LEFT, 150.0, 90.0)


def pages_of_session() -> tuple[ReviewPage, ...]:
    """From the knee before to the knee after, and over weeks."""
    return (_pain_before(), _session(), _summary(), _next_day(), _pain_rules(), _weeks(), _charts())


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
                "more time refused",
                Subject.PRESSURE,
                ("notice", session_wording.enough_for_one_muscle()),
                ("notice, on a step done again", gentler_wording.past_the_day(Muscle.QUADS, Side.LEFT, DOSE_CAP + 20)),
            ),
            entry(
                "something is wrong",
                Subject.WHAT_TO_DO,
                ("question", session_wording.what_is_wrong()),
                ("lead", session_wording.first_of_all()),
            ),
            *(
                Entry(
                    reason.value,
                    (
                        ("cause", session_wording.stop_reason(reason)),
                        ("advice", session_wording.stop_advice(reason)),
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


def _charts() -> ReviewPage:
    trends = (Trend(5, later) for later in (3, 4, 5, 6, 7))
    return ReviewPage(
        "Charts",
        (
            entry(
                "knee pain over weeks",
                Subject.PAIN_AFTER,
                ("too little", chart_wording.trend_sentence(None)),
                *((trend.change.value, chart_wording.trend_sentence(trend)) for trend in trends),
                ("how it is made", chart_wording.how_a_trend_is_made()),
            ),
            entry(
                "days",
                Subject.PAIN_AFTER,
                ("rest", chart_wording.rest_is_planned()),
                *((flare.value, chart_wording.sore(flare)) for flare in (Flare.AFTER, Flare.NEXT_DAY)),
            ),
            entry(
                "own activities",
                Subject.HOW_IT_WORKS,
                ("question", chart_wording.activity_question(_SOME_ACTIVITY)),
                *(("scale", end) for end in chart_wording.activity_ends()),
                ("question about the whole", chart_wording.overall_question()),
                *(("answer", chart_wording.overall(step)) for step in Overall),
            ),
        ),
    )


def _summary() -> ReviewPage:
    titles = (
        session_wording.end_title(None, completed=True, urgent=False),
        session_wording.end_title(None, completed=False, urgent=False),
        session_wording.end_title(StopReason.NOTHING_DONE, completed=False, urgent=False),
        session_wording.end_title(StopReason.CHEST_PAIN, completed=False, urgent=True),
    )
    return ReviewPage(
        "After a session",
        (
            entry("how it ended", Subject.WHAT_TO_DO, *(("title", title) for title in titles)),
            entry(
                "change of knee pain",
                Subject.PAIN_AFTER,
                *((change.value, session_wording.change(change)) for change in Change),
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


def _weeks() -> ReviewPage:
    some_day = _SOME_TIME.date()
    return ReviewPage(
        "A plan over weeks",
        (
            entry(
                "choosing",
                Subject.WEEKS,
                ("how often", weekly_wording.how_often()),
                ("how long", weekly_wording.how_long()),
                ("days without", weekly_wording.nothing_owed()),
            ),
            entry(
                "today",
                Subject.PAIN_AFTER,
                ("tomorrow", weekly_wording.when(some_day.replace(day=21), some_day)),
                ("title of a rest", weekly_wording.rest_title()),
                ("rest", weekly_wording.rest(_SOME_TIME)),
                ("beside a session", weekly_wording.sore_today()),
                ("reminder", weekly_wording.reminder()),
                ("in the calendar", weekly_wording.calendar_note()),
            ),
            entry(
                "change over the weeks",
                Subject.PAIN_AFTER,
                *((change.value, weekly_wording.trend(change)) for change in Change),
                ("how it is compared", weekly_wording.how_compared()),
            ),
            *(
                entry(
                    f"after {weeks} weeks, {change.value}",
                    Subject.WEEKS,
                    ("advice", weekly_wording.what_now(WeeksReview(weeks, 12, change))),
                )
                for weeks in LENGTHS
                for change in Change
            ),
        ),
    )


def _pain_rules() -> ReviewPage:
    """Each rule with all its sentences: its own, what it means today, and why it says so."""
    return ReviewPage(
        "Pacing tips, by rule",
        (
            *(entry(f"rule {rule.value}", Subject.PACING, *_rule(rule)) for rule in Rule),
            entry(
                "what can be chosen",
                Subject.PACING,
                ("question", pain_rule_wording.how_much()),
                *((amount.value, pain_rule_wording.amount(amount)) for amount in Amount),
                ("button", pain_rule_wording.all_rules()),
            ),
        ),
    )


def _rule(rule: Rule) -> list[tuple[str, str]]:
    said = [("when", pain_rule_wording.when(rule)), ("then", pain_rule_wording.then(rule))]
    today = pain_rule_wording.today(rule)
    if today not in ("", pain_rule_wording.then(rule)):
        said.append(("at the start of the next session", today))
    advices = (Advice(rule, facts) for facts in _SOME_FACTS)
    reasons = dict.fromkeys(
        pain_rule_wording.reason_with_number(each) for each in advices if pain_rule_wording.because(each)
    )
    return [*said, *(("why", reason) for reason in reasons)]


def _next_day() -> ReviewPage:
    """The question on the day after, and each answer that says something else."""
    before = Record("", "", "", 1, datetime(2026, 3, 2, 18, tzinfo=UTC), (), before=3)
    answered = {
        "back to usual": replace(before, next_day=3),
        "one point more": replace(before, next_day=4),
        "two points more, or marks": replace(before, next_day=5),
    }
    return ReviewPage(
        "Knee pain the next day",
        (
            entry(
                "the question",
                Subject.PAIN_AFTER,
                ("title", next_day_wording.question()),
                ("why", next_day_wording.why()),
                ("to compare", next_day_wording.before(before)),
                ("without a number", next_day_wording.before(replace(before, before=None))),
                ("marks", next_day_wording.marks()),
                ("marks, of a past day", next_day_wording.marks_then()),
                ("yes", next_day_wording.if_marks()),
            ),
            entry(
                "what the answers mean",
                Subject.PAIN_AFTER,
                *((name, next_day_wording.advice(record)) for name, record in answered.items()),
            ),
        ),
    )
