"""Plans over weeks for all tests: a plain one, and any that can be chosen."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from kneeguide.core.weekly_plan import LENGTHS, PlanDay, Rhythm, WeeklyPlan

MONDAY = date(2026, 3, 2)
"""The day of ``fakes.START``."""
MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEATED = PlanDay(0, "oa-hands-short", "Five-minute seated ease")
STICK = PlanDay(2, "oa-stick-standard", "Ten minutes with a stick")
CALF = PlanDay(4, "calf-ankle-standard", "Calf and ankle session")
RHYTHM = Rhythm((SEATED, STICK, CALF), 4, 18 * 60)
PLAN = WeeklyPlan("one", MONDAY, RHYTHM, MADE)

ANY_PLAN = st.builds(
    lambda first, weekdays, weeks: WeeklyPlan(
        "x", first, Rhythm(tuple(PlanDay(each, f"r{each}", f"R {each}") for each in sorted(weekdays)), weeks), MADE
    ),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sets(st.integers(0, 6), min_size=1),
    st.sampled_from(LENGTHS),
)


def day(number: int) -> date:
    """So many days after the plain plan began."""
    return MONDAY + timedelta(days=number)
