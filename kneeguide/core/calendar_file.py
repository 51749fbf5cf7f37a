"""A plan over weeks as a file for the user's calendar, whatever program or telephone that is in.

Times of day float: they mean the time where the user is, so they survive travel and changes of the clocks. An entry
keeps its name for as long as the plan lasts: bringing the file in twice doubles nothing, and after a change it moves.
"""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kneeguide.core.weekly_plan import PlanDay, WeeklyPlan

if TYPE_CHECKING:
    from icalendar import Event

TAKES = timedelta(minutes=20)
"""How long an entry with a time of day lasts: about as long as the longest session with its safety check."""

_PRODUCT = "-//KneeGuide//Weekly plan//EN"


def as_ics(plan: WeeklyPlan, now: datetime, note: str) -> bytes:
    """The file. ``note``: a sentence for the entry of each session. ``now``: aware.

    One entry for each day of the week. With a time to remind at they have it and an alarm; else they last all day.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for planned in plan.rhythm.days:
        calendar.add_component(_event(plan, planned, now, note))
    written: bytes = calendar.to_ical()
    return written


def _event(plan: WeeklyPlan, planned: PlanDay, now: datetime, note: str) -> "Event":
    from icalendar import Alarm, Event

    title = f"KneeGuide: {_plain(planned.title)}"
    first = plan.first_day + timedelta(days=(planned.weekday - plan.first_day.weekday()) % 7)
    event = Event()
    event.add("uid", f"{plan.id}-{planned.weekday}@kneeguide")
    event.add("sequence", plan.changes)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", title)
    event.add("description", note)
    event.add("transp", "TRANSPARENT")
    event.add("rrule", {"freq": "weekly", "count": plan.rhythm.weeks})
    if plan.rhythm.reminder is None:
        event.add("dtstart", first)
        return event
    event.add("dtstart", _at(first, plan.rhythm.reminder))
    event.add("duration", TAKES)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60))


def _plain(title: str) -> str:
    """On one line, without what no calendar can show."""
    return " ".join("".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in title).split())
