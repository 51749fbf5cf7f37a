"""What is said of the knee around a plan over weeks: how often, when to rest, and what to make of the weeks."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QLocale

from kneeguide.core.pain import Change
from kneeguide.core.weekly_plan import WeeksReview
from kneeguide.ui import time_wording

translate = QCoreApplication.translate


def weekday(number: int) -> str:
    """A day of the week, Monday being 0."""
    return QLocale().standaloneDayName(number + 1)


def weekday_short(number: int) -> str:
    """A day of the week in a few letters."""
    return QLocale().standaloneDayName(number + 1, QLocale.FormatType.ShortFormat)


def when(day: date, today: date) -> str:
    """A day to come, as one says it: its name while that can mean no other."""
    away = (day - today).days
    if away == 1:
        return translate("weekly", "tomorrow")
    return weekday(day.weekday()) if away < 7 else time_wording.day(day)


def how_often() -> str:
    """Beside the days to choose from."""
    return translate(
        "weekly", "Three days a week is a good start. If your knee is calm the day after, you can do more, up to daily."
    )


def how_long() -> str:
    """Beside the number of weeks."""
    return translate("weekly", "If change comes, it comes slowly. Give it four to six weeks, then look back.")


def nothing_owed() -> str:
    """Wherever the days of a plan are shown."""
    return translate("weekly", "A day without a session is fine. Do it another day, or leave it.")


def rest_title() -> str:
    """On a day of rest."""
    return translate("weekly", "Today: rest")


def rest(until: datetime) -> str:
    """Why, and how long. ``until``: where the user is."""
    return translate(
        "weekly", "Your knee was more sore after a session. Rest is today’s plan. It lasts until {when}."
    ).format(when=time_wording.day_and_hour(until))


def sore_today() -> str:
    """Beside today's session."""
    return translate("weekly", "Is your knee sore today? This can wait until tomorrow.")


def reminder() -> str:
    """Below the name of the routine, in a message on the desktop."""
    return translate("weekly", "Here if you want it today. If your knee is sore, it can wait.")


def calendar_note() -> str:
    """In each entry of the calendar."""
    return translate(
        "weekly", "Open KneeGuide and begin with the safety check. If your knee is sore, it can wait, or be left out."
    )


def trend(change: Change) -> str:
    """Knee pain before the last sessions of a plan, held against that before the first."""
    return {
        Change.NOT_ANSWERED: translate(
            "weekly", "Too few pain numbers, or over too few days, to say how your knee has changed."
        ),
        Change.CLEARLY_LOWER: translate("weekly", "Knee pain before a session: clearly lower than at the start."),
        Change.LITTLE_LOWER: translate("weekly", "Knee pain before a session: a little lower than at the start."),
        Change.SAME: translate("weekly", "Knee pain before a session: about the same as at the start."),
        Change.LITTLE_HIGHER: translate("weekly", "Knee pain before a session: a little higher than at the start."),
        Change.CLEARLY_HIGHER: translate("weekly", "Knee pain before a session: clearly higher than at the start."),
    }[change]


def how_compared() -> str:
    """Below it."""
    return translate("weekly", "This holds the middle one of your last three numbers against that of the first three.")


def what_now(review: WeeksReview) -> str:
    """What to make of it."""
    if review.is_unchanged:
        return translate(
            "weekly",
            "Massage may not be the right tool; strengthening has better support. Ask a doctor or a physiotherapist"
            " what would suit your knee.",
        )
    if review.trend in (Change.LITTLE_HIGHER, Change.CLEARLY_HIGHER):
        return translate("weekly", "Show your knee to a doctor or a physiotherapist before you go on.")
    if review.trend is Change.SAME:
        return translate("weekly", "Two more weeks may tell. If nothing changes in six, massage may be the wrong tool.")
    if review.trend is Change.NOT_ANSWERED:
        return translate("weekly", "If you rate your knee before each session, more can be said next time.")
    return translate("weekly", "You can go on like this. Exercise helps most people with sore knees more than massage.")


def reminder_time(minutes: int) -> str:
    """A time of day that is so many minutes after midnight ("18:40")."""
    return time_wording.time_of_day(time(*divmod(minutes, 60)))
