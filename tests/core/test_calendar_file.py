"""The plan in the user's calendar, as a reader sees it that has nothing to do with what wrote it."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from weekly_plans import ANY_PLAN, MADE, MONDAY, PLAN

from kneeguide.core.calendar_file import as_ics
from kneeguide.core.weekly_plan import PlanDay, Rhythm, WeeklyPlan

NOW = datetime(2026, 3, 2, 10, 30, tzinfo=ZoneInfo("Europe/Berlin"))
NOTE = "Begin with the safety check; it can wait, or be left out."
ALL_DAY = replace(PLAN, rhythm=replace(PLAN.rhythm, reminder=None))


def read(plan: WeeklyPlan) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(as_ics(plan, NOW, NOTE).decode("utf-8"))


def starts(calendar: Calendar, zone: str) -> list[Any]:
    """When each entry begins, to somebody in a zone."""
    return sorted(event.dtstart for event in calendar.timeline_tz(ZoneInfo(zone)))


ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "UTC",
)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("first", [date(2026, 3, 2), date(2026, 10, 1), date(2026, 12, 15), date(2028, 2, 20)])
@pytest.mark.parametrize("weeks", [4, 6])
def test_a_reader_finds_the_planned_days_at_the_planned_time_over_every_change_of_clocks(
    zone: str, first: date, weeks: int
) -> None:
    plan = replace(PLAN, first_day=first, rhythm=replace(PLAN.rhythm, weeks=weeks))
    assert starts(read(plan), zone) == [datetime.combine(day, time(18)) for day in plan.planned_days()]
    all_day = replace(plan, rhythm=replace(plan.rhythm, reminder=None))
    assert starts(read(all_day), zone) == list(plan.planned_days())


@given(ANY_PLAN, st.none() | st.integers(0, 24 * 60 - 1))
def test_so_it_does_of_any_plan(plan: WeeklyPlan, reminder: int | None) -> None:
    plan = replace(plan, rhythm=replace(plan.rhythm, reminder=reminder))
    found = starts(read(plan), "Europe/Berlin")
    if reminder is None:
        assert found == list(plan.planned_days())
    else:
        assert found == [datetime.combine(day, time(*divmod(reminder, 60))) for day in plan.planned_days()]


def test_times_float_so_that_they_survive_travel() -> None:
    written = as_ics(PLAN, NOW, NOTE).decode()
    assert "DTSTART:20260302T180000\r\n" in written
    assert "TZID" not in written
    assert "VTIMEZONE" not in written


def test_an_entry_keeps_its_name_and_is_newer_after_a_change() -> None:
    once, twice = read(PLAN), read(PLAN)
    names = [event.uid for event in once.events]
    assert names == [event.uid for event in twice.events] == ["one-0@kneeguide", "one-2@kneeguide", "one-4@kneeguide"]
    later = replace(PLAN, rhythm=Rhythm((*PLAN.rhythm.days[:2],), 6, 7 * 60), changes=1)
    assert [event.uid for event in read(later).events] == names[:2]
    assert {event.sequence for event in once.events} == {0}
    assert {event.sequence for event in read(later).events} == {1}
    assert not set(names) & {event.uid for event in read(replace(PLAN, id="two")).events}


def test_taken_in_twice_into_one_calendar_nothing_is_doubled() -> None:
    calendar = {event.uid: event for event in [*read(PLAN).events, *read(PLAN).events]}
    assert len(calendar) == len(PLAN.rhythm.days)


def test_each_entry_says_what_it_is_and_an_alarm_shows_it_at_its_time() -> None:
    (first, *_) = read(PLAN).events
    assert first.summary == "KneeGuide: Five-minute seated ease"
    assert first.description == NOTE
    assert first.dtstamp == NOW.astimezone(UTC)
    assert first.duration == timedelta(minutes=20)
    (alarm,) = first.alarm
    assert (alarm.action, alarm.trigger, alarm.description) == ("DISPLAY", timedelta(0), first.summary)


def test_without_a_time_it_lasts_all_day_and_rings_no_alarm() -> None:
    assert all(not event.alarm for event in read(ALL_DAY).events)
    assert b"VALARM" not in as_ics(ALL_DAY, NOW, NOTE)


@given(st.text(st.characters(), min_size=1, max_size=120))
def test_a_title_stays_a_title_whatever_is_in_it(title: str) -> None:
    plan = replace(PLAN, rhythm=Rhythm((PlanDay(0, "mine", title),), 4, 18 * 60))
    written = as_ics(plan, NOW, NOTE)
    names = Counter(line.split(b":")[0].split(b";")[0] for line in unfolded(written))
    assert names[b"BEGIN"] == names[b"END"] == 3
    assert not {b"URL", b"ATTACH", b"ATTENDEE", b"ORGANIZER"} & set(names)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (event,) = read(plan).events
    assert event.summary is not None
    assert event.summary.startswith("KneeGuide:")


def unfolded(written: bytes) -> list[bytes]:
    return written.replace(b"\r\n ", b"").rstrip(b"\r\n").split(b"\r\n")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Hips, thighs; calves\\feet", "KneeGuide: Hips, thighs; calves\\feet"),
        ("Two\nlines\r\nURL:http://example.org", "KneeGuide: Two lines URL:http://example.org"),
        ("Zero\x00width\x07bell", "KneeGuide: Zero width bell"),
        ("Übung für das Knie 膝 🦵", "KneeGuide: Übung für das Knie 膝 🦵"),
    ],
)
def test_marks_and_foreign_letters_arrive_as_they_were(title: str, shown: str) -> None:
    plan = WeeklyPlan("x", MONDAY, Rhythm((PlanDay(0, "mine", title),), 4), MADE)
    assert [event.summary for event in read(plan).events] == [shown]
