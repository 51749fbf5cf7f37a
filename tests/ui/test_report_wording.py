"""What the report says of numbers is plain, and the same for one as for many."""

from datetime import date

import pytest

from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.core.report import Trouble, TroubleCount
from kneeguide.core.trouble import StopReason, WayOn
from kneeguide.ui import pain_wording, report_wording

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "–"),
        (20, "under 1 min"),
        (150, "3 min"),
        (3569, "59 min"),
        (3570, "1 h"),
        (6060, "1 h 41 min"),
        (7200, "2 h"),
        (19200, "5 h 20 min"),
        (371160, "103 h 6 min"),
    ],
)
def test_long_times_are_told_in_hours(seconds: float, told: str) -> None:
    assert report_wording.length(seconds) == told


@pytest.mark.parametrize(
    ("first", "last", "change"),
    [
        (6, 3, "clearly lower"),
        (6, 5, "a little lower"),
        (6, 6, "about the same"),
        (6, 7, "a little higher"),
        (2, 1, "clearly lower"),
    ],
)
def test_the_comparison_gives_both_numbers_and_a_word(first: int, last: int, change: str) -> None:
    assert report_wording.trend(Trend(first, last, DAY, DAY)) == (
        f"{pain_wording.trend(first, last)} These are the middle one of the first three numbers (until Mon 2 Mar 2026)"
        " and that of the last three (since Mon 2 Mar 2026)."
    )
    assert change in pain_wording.trend(first, last)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "Mon 2 Mar 2026: before 6, after 4.5, next day not answered"),
        (1, "Mon 2 Mar 2026, middle values: before 6, after 4.5, next day not answered"),
        (28, "28 days from Mon 2 Mar 2026, middle values: before 6, after 4.5, next day not answered"),
    ],
)
def test_a_pair_is_told_with_what_it_stands_for(days: int, told: str) -> None:
    assert report_wording.pair(PainPair(DAY, 6, 4.5, None), days) == told


@pytest.mark.parametrize(("days", "below"), [(0, "2 Mar"), (7, "2 Mar"), (28, "Mar 2026"), (364, "Mar 2026")])
def test_below_the_chart_long_spans_are_told_by_month(days: int, below: str) -> None:
    assert report_wording.below_pair(DAY, days) == below


@pytest.mark.parametrize(("number", "told"), [(1, "1 more note in the diary."), (14, "14 more notes in the diary.")])
def test_what_there_is_no_room_for_is_counted(number: int, told: str) -> None:
    assert report_wording.more_notes(number) == told


@pytest.mark.parametrize("cause", [*StopReason, None])
@pytest.mark.parametrize("way", WayOn)
def test_every_cause_and_every_way_on_is_told(cause: StopReason | None, way: WayOn) -> None:
    told = report_wording.trouble(Trouble(DAY, cause, way))
    assert report_wording.trouble(TroubleCount(cause, way, 2, DAY)) == f"{told} (last on Mon 2 Mar 2026)"
    assert ("Another reason" in told) == (cause is None)
