"""What a file holds becomes what the diary keeps, and parts that contradict each other become problems."""

from datetime import UTC, date, datetime

import pytest
from diaries import CALM, NOW

from kneeguide.core.diary import Activity, HighPainDay, OverallChange, PlannedRoutine, WeeklyPlan
from kneeguide.core.diary_entries import Value, latest_time, value_of
from kneeguide.core.history_export import record_as_json

MADE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
STAIRS = {"id": "s", "name": "Stairs", "added": "2026-03-01T10:00:00+01:00", "retired": None}
DAYS = [
    {"weekday": 4, "position": 0, "routine": "b", "title": "B"},
    {"weekday": 0, "position": 1, "routine": "a", "title": "A"},
]
PLAN = {
    "id": "p", "first_day": "2026-03-02", "weeks": 4, "made": "2026-03-01T10:00:00+01:00", "reminder": 600,
    "put_off": None, "changes": 0, "ended": None, "review": "", "days": DAYS,
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "element", "value"),
    [
        ("sessions", record_as_json(CALM), CALM),
        ("overall_change", {"day": "2026-03-02", "step": -3}, OverallChange(date(2026, 3, 2), -3)),
        ("high_pain_days", {"day": "2026-03-02"}, HighPainDay(date(2026, 3, 2))),
        (
            "activities",
            STAIRS | {"ratings": [{"day": "2026-03-03", "rating": 4}, {"day": "2026-03-02", "rating": 3}]},
            Activity("s", "Stairs", MADE, None, ((date(2026, 3, 2), 3), (date(2026, 3, 3), 4))),
        ),
        (
            "weekly_plans",
            PLAN,
            WeeklyPlan(
                "p",
                date(2026, 3, 2),
                4,
                MADE,
                600,
                days=(PlannedRoutine(0, 1, "a", "A"), PlannedRoutine(4, 0, "b", "B")),
            ),
        ),
    ],
    ids=["session", "knee overall", "day of too much pain", "activity", "plan over weeks"],
)
def test_each_entry_becomes_what_the_diary_keeps(name: str, element: dict[str, object], value: Value) -> None:
    assert value_of(name, element, 1) == (value, [])


@pytest.mark.parametrize(
    ("name", "element", "says"),
    [
        (
            "activities",
            STAIRS | {"ratings": [{"day": "2026-03-02", "rating": rating} for rating in (3, 4)]},
            "ratings: must not hold one day twice",
        ),
        ("weekly_plans", PLAN | {"days": DAYS[:1] * 2}, "days: must not hold one place of a day twice"),
        ("overall_change", {"day": "2026-03-02", "step": 4}, "step: must be 3 or less"),
        ("overall_change", 4, "element: must be fields with values (name: value)"),
    ],
)
def test_what_cannot_be_is_told_with_its_line_and_field(name: str, element: object, says: str) -> None:
    value, problems = value_of(name, element, 7)
    assert value is None
    assert [str(problem) for problem in problems] == [f"line 7: {says}"]


@pytest.mark.parametrize(
    ("value", "latest"),
    [
        (CALM, CALM.ended),
        (Activity("s", "Stairs", MADE, NOW), NOW),
        (WeeklyPlan("p", date(2026, 3, 2), 4, MADE), MADE),
        (HighPainDay(date(2026, 3, 2)), None),
    ],
)
def test_the_latest_time_is_the_last_that_was_written_down(value: Value, latest: datetime | None) -> None:
    assert latest_time(value) == latest
