"""What a user can be told of the knee over days and weeks, for a clinician to review."""

from dataclasses import replace
from datetime import UTC, datetime

from kneeguide.core.activities import Overall
from kneeguide.core.amount import Amount
from kneeguide.core.flare import Flare
from kneeguide.core.history import Record
from kneeguide.core.pain import Change
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.question_sources import Subject
from kneeguide.core.review_text import ReviewPage, entry
from kneeguide.core.weekly_plan import LENGTHS, WeeksReview
from kneeguide.ui import (
    chart_wording,
    next_day_wording,
    pain_rule_wording,
    pain_wording,
    weekly_wording,
)

_SOME_ACTIVITY = "Stairs"
_SOME_TIME = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)
_SOME_FACTS = (
    Facts(3, 3, count=3),
    Facts(3, 5, count=3),
    Facts(marks=True, count=3),
    Facts(3, 5, count=3, marks=True),
)


def pages_over_weeks() -> tuple[ReviewPage, ...]:
    """From the day after a session to what weeks show."""
    return (_next_day(), _pain_rules(), _weeks(), _charts())


def _next_day() -> ReviewPage:
    """The question on the day after, and each answer that says something else."""
    before = Record("", "", "", 1, datetime(2026, 3, 2, 18, tzinfo=UTC), (), before=3)
    answered = {
        "a number alone": replace(before, next_day=3),
        "no bruise alone": replace(before, next_day_marks=False),
        "back to usual": replace(before, next_day=3, next_day_marks=False),
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
                ("how to answer", next_day_wording.how_to_answer()),
            ),
            entry(
                "what the answers mean",
                Subject.PAIN_AFTER,
                *((name, next_day_wording.advice(record)) for name, record in answered.items()),
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
                ("button", pain_rule_wording.why()),
                ("button", pain_rule_wording.hide_why()),
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
    reasons = dict.fromkeys(filter(None, map(pain_rule_wording.because, advices)))
    return [*said, *(("why", reason) for reason in reasons), ("in full", pain_rule_wording.in_full(rule))]


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


def _charts() -> ReviewPage:
    return ReviewPage(
        "Charts",
        (
            entry(
                "knee pain over weeks",
                Subject.PAIN_AFTER,
                ("too little", pain_wording.no_trend()),
                *(("trend", pain_wording.trend(5, became)) for became in (3, 4, 5, 6, 7)),
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
