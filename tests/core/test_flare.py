"""What counts as a flare, and until when the knee then rests."""

from datetime import timedelta

import pytest
from fakes import START

from kneeguide.core.flare import Flare, flare_of, rest_ends
from kneeguide.core.pain import Rating

ENDED = START.wall


@pytest.mark.parametrize(
    ("before", "after", "next_day", "marks", "flare"),
    [
        (3, 5, None, None, Flare.AFTER),
        (3, 4, 4, False, Flare.NONE),
        (3, 5, 5, False, Flare.NEXT_DAY),
        (3, 3, 5, None, Flare.NEXT_DAY),
        (None, None, None, True, Flare.NEXT_DAY),
        (None, 9, 9, None, Flare.NONE),
        (None, None, None, None, Flare.NONE),
    ],
)
def test_two_points_more_or_a_mark_the_next_day(
    before: Rating, after: Rating, next_day: Rating, marks: bool | None, flare: Flare
) -> None:
    assert flare_of(before, after, next_day, marks) is flare


@pytest.mark.parametrize(
    ("flare", "told", "hours"),
    [
        (Flare.NONE, 20, None),
        (Flare.AFTER, None, 48),
        (Flare.AFTER, 20, 48),
        (Flare.NEXT_DAY, 20, 68),
        (Flare.NEXT_DAY, None, 84),
        (Flare.NEXT_DAY, 400, 84),
        (Flare.NEXT_DAY, -5, 48),
    ],
)
def test_rest_is_48_hours_from_when_it_was_felt(flare: Flare, told: float | None, hours: float | None) -> None:
    at = None if told is None else ENDED + timedelta(hours=told)
    assert rest_ends(flare, ENDED, at) == (None if hours is None else ENDED + timedelta(hours=hours))
