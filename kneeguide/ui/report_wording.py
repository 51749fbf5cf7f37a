"""What the report for a clinician says. It counts and quotes; a number is never called good or bad."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.history import Outcome
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.core.report import Report, RoutineCount, Trouble, TroubleCount
from kneeguide.core.trouble import WayOn
from kneeguide.ui import gentler_wording, pain_wording, trouble_wording, wording
from kneeguide.ui.time_wording import total

translate = QCoreApplication.translate


_MONTH = 28
"""Days."""


def title() -> str:
    """Of the report."""
    return translate("report", "My self-massage diary")


def what_it_is() -> str:
    """What the report is and is not, on every page of it."""
    return translate("report", "Self-recorded in KneeGuide, a timer and diary; not an assessment.")


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """The period and what was done in it."""
    told = [
        (translate("report", "Period"), _period(report)),
        (translate("report", "Sessions"), _sessions(report)),
        (translate("report", "Time in all"), length(report.seconds)),
    ]
    if report.marks:
        told.append((translate("report", "Next day"), _marks(report.marks)))
    return tuple(told)


def length(seconds: float) -> str:
    """How long something took in all; a dash for no time at all."""
    return total(seconds) if seconds else translate("report", "–")


def routines_title() -> str:
    """Above the routines."""
    return translate("report", "Routines")


def routines_head() -> tuple[str, str, str]:
    """What the columns are."""
    return translate("report", "Routine"), translate("report", "Sessions"), translate("report", "Time")


def routine(routine: RoutineCount) -> tuple[str, str, str]:
    """A routine, how often, and how long in all."""
    return routine.title, str(routine.sessions), length(routine.seconds)


def doses_title() -> str:
    """Above the doses."""
    return translate("report", "Massage, by muscle and leg")


def doses_head() -> tuple[str, str, str, str]:
    """What the columns are."""
    return (
        translate("report", "Muscle"),
        translate("report", "Left leg"),
        translate("report", "Right leg"),
        translate("report", "Leg not told"),
    )


def pain_title() -> str:
    """Above the chart."""
    return translate("report", "Knee pain, 0 to 10, in my own numbers")


def pain_key() -> tuple[str, str, str]:
    """What the marks of the chart mean."""
    return translate("report", "Before"), translate("report", "After"), translate("report", "Next day")


def below_pair(day: date, days: int) -> str:
    """What stands below a pair of the chart: its day ("20 Nov"), or its month where it stands for many days."""
    form = translate("report", "d MMM") if days < _MONTH else translate("report", "MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def no_pain_told() -> str:
    """In place of the chart."""
    return translate("report", "No number was given before, after or the day after any session.")


def pair(pair: PainPair, days: int) -> str:
    """A pair of the chart in words."""
    sentence = {
        0: translate("report", "{day}: before {before}, after {after}, next day {next}"),
        1: translate("report", "{day}, middle values: before {before}, after {after}, next day {next}"),
    }.get(
        days,
        translate("report", "{days} days from {day}, middle values: before {before}, after {after}, next day {next}"),
    )
    before, after, next_day = (_number(each) for each in (pair.before, pair.after, pair.next_day))
    return sentence.format(day=wording.day(pair.first), days=days, before=before, after=after, next=next_day)


def one_pair_is(days: int) -> str:
    """What one group of marks stands for."""
    if days == 0:
        return translate("report", "Each group of marks is one session.")
    if days == 1:
        return translate("report", "Each group of marks shows the middle values of one day.")
    return translate("report", "Each group of marks shows the middle values of {days} days.").format(days=days)


def trend(trend: Trend | None) -> str:
    """How pain before a session moved in the last four weeks of the period, with the days that are compared."""
    if trend is None:
        return pain_wording.no_trend()
    compared = translate(
        "report",
        "These are the middle one of the first three numbers (until {until}) and that of the last three"
        " (since {since}).",
    ).format(until=wording.day(trend.was_until), since=wording.day(trend.became_since))
    return f"{pain_wording.trend(trend.was, trend.became)} {compared}"


def troubles_title() -> str:
    """Above what went wrong in sessions."""
    return translate("report", "Stopped or made gentler, and why")


def no_troubles() -> str:
    """Where nothing went wrong."""
    return translate("report", "No session was stopped or made gentler for a reason.")


def trouble(trouble: Trouble | TroubleCount) -> str:
    """What was wrong, and what was done about it."""
    cause = trouble_wording.stop_reason(trouble.cause) if trouble.cause else translate("report", "Another reason")
    done = translate("report", "Stopped") if trouble.way is WayOn.END else gentler_wording.what_was_done(trouble.way)
    if isinstance(trouble, Trouble):
        return translate("report", "{cause} – {done}").format(cause=cause, done=done)
    return translate("report", "{cause} – {done} (last on {day})").format(
        cause=cause, done=done, day=wording.day(trouble.last)
    )


def limits_title() -> str:
    """Above the limits."""
    return translate("report", "Limits that KneeGuide kept to")


def times(sessions: int) -> str:
    """In how many sessions."""
    if sessions == 1:
        return translate("report", "1 session")
    return translate("report", "{number} sessions").format(number=sessions)


def health_title() -> str:
    """Above the health answers."""
    return translate("report", "Health answers")


def health_lead(health: HealthSummary) -> str:
    """When they were given, and that all that is not named was answered with no."""
    if health.answered is None:
        return translate("report", "There are none in KneeGuide.")
    day = wording.day(health.answered.date())
    if not health.yes:
        return translate("report", "Answered on {day}: no to every question.").format(day=day)
    return translate("report", "Answered on {day}. Yes to these, no to all others:").format(day=day)


def notes_title() -> str:
    """Above the notes."""
    return translate("report", "Notes")


def more_notes(number: int) -> str:
    """How many notes there was no room for."""
    if number == 1:
        return translate("report", "1 more note in the diary.")
    return translate("report", "{number} more notes in the diary.").format(number=number)


def more_in_the_diary(number: int) -> str:
    """How many lines of a list there was no room for."""
    return translate("report", "{number} more in the diary.").format(number=number)


def more_in_the_app(number: int) -> str:
    """How many health answers there was no room for."""
    return translate("report", "{number} more under My health answers.").format(number=number)


def _period(report: Report) -> str:
    first = report.first_day or report.first_session or report.last_day
    return translate("report", "{first} to {last}").format(first=wording.day(first), last=wording.day(report.last_day))


def _sessions(report: Report) -> str:
    if not report.sessions:
        return translate("report", "none")
    ends: Mapping[Outcome, str] = {
        Outcome.COMPLETED: translate("report", "{number} completed"),
        Outcome.STOPPED: translate("report", "{number} stopped early"),
        Outcome.INTERRUPTED: translate("report", "{number} interrupted"),
    }
    parts = [ends[end].format(number=report.outcomes[end]) for end in ends if report.outcomes.get(end)]
    if report.by_hand:
        parts.append(translate("report", "{number} written down later").format(number=report.by_hand))
    return translate("report", "{number} ({parts})").format(number=report.sessions, parts=", ".join(parts))


def _marks(sessions: int) -> str:
    return translate("report", "Bruise or new swelling after {sessions}").format(sessions=times(sessions))


def _number(rating: float | None) -> str:
    return translate("report", "not answered") if rating is None else wording.number(rating)
