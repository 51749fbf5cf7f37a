"""How times, days and numbers are written on the screen."""

import math
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_NOISE = 1e-6
"""Seconds by which a sum of binary fractions may lie above the whole number that is meant."""

translate = QCoreApplication.translate


def seconds_left(seconds: float) -> str:
    """A countdown: seconds alone while two digits do ("27"), else minutes too ("1:45"). Started seconds count."""
    whole = _rounded_up(seconds)
    return str(whole) if whole < 100 else _clock(whole)


def time_left(seconds: float) -> str:
    """A countdown of something long, in minutes and seconds ("3:12"). Started seconds count."""
    return _clock(_rounded_up(seconds))


def clock_time(seconds: float) -> str:
    """A length in minutes and seconds ("3:12"), to the nearest second."""
    return _clock(round(seconds))


def minutes(seconds: float) -> str:
    """A length in whole minutes ("5 min")."""
    if 0 < seconds < 30:
        return translate("wording", "under 1 min")
    return translate("wording", "{minutes} min").format(minutes=math.floor(seconds / 60 + 0.5))


def about(seconds: float) -> str:
    """A length as one would say it in a sentence ("about 4 minutes")."""
    whole = math.floor(seconds / 60 + 0.5)
    if not whole:
        return translate("wording", "less than a minute")
    if whole == 1:
        return translate("wording", "about a minute")
    return translate("wording", "about {minutes} minutes").format(minutes=whole)


def total(seconds: float) -> str:
    """What lengths add up to ("49 min", "5 h", "5 h 20 min"): minutes alone are hard to grasp from an hour on."""
    hours, rest = divmod(math.floor(seconds / 60 + 0.5), 60)
    if not hours:
        return minutes(seconds)
    if not rest:
        return translate("wording", "{hours} h").format(hours=hours)
    return translate("wording", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def day(day: date) -> str:
    """A day with its weekday ("Fri 20 Nov 2026")."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("wording", "ddd d MMM yyyy"))


def time_of_day(time: time) -> str:
    """What a clock shows ("18:40")."""
    return QLocale().toString(QTime(time.hour, time.minute), translate("wording", "HH:mm"))


def day_and_time(moment: datetime) -> str:
    """A day and the time of day where the user was then ("Fri 20 Nov 2026, 18:40")."""
    return translate("wording", "{day}, {time}").format(day=day(moment.date()), time=time_of_day(moment.time()))


def day_and_hour(moment: datetime) -> str:
    """The same for the end of a wait, which nobody plans to the minute: the next full hour, never one before it."""
    full = moment.replace(minute=0, second=0, microsecond=0)
    return day_and_time(full if full == moment else full + timedelta(hours=1))


def number(value: float) -> str:
    """A number with at most one decimal, in the user's way of writing it ("3", "2.5")."""
    return QLocale().toString(float(round(value, 1)), "g", 6)


def _rounded_up(seconds: float) -> int:
    return max(0, math.ceil(seconds - _NOISE))


def _clock(whole: int) -> str:
    hours, rest = divmod(whole, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
