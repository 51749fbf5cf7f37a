"""The rule about knee pain, as tables."""

import pytest

from kneeguide.core.pain import (
    AfterLight,
    BeforeLight,
    Change,
    Rating,
    after_light,
    before_light,
    change,
    checked,
    next_day_light,
)


@pytest.mark.parametrize(
    ("now", "light"),
    [
        (None, BeforeLight.NOT_ANSWERED),
        (0, BeforeLight.GREEN),
        (3, BeforeLight.GREEN),
        (4, BeforeLight.AMBER),
        (6, BeforeLight.AMBER),
        (7, BeforeLight.RED),
        (10, BeforeLight.RED),
    ],
)
def test_before_a_session(now: Rating, light: BeforeLight) -> None:
    assert before_light(now) is light


@pytest.mark.parametrize(
    ("before", "later", "light"),
    [
        (4, 0, AfterLight.GREEN),
        (4, 3, AfterLight.GREEN),
        (4, 4, AfterLight.GREEN),
        (4, 5, AfterLight.AMBER),
        (4, 6, AfterLight.RED),
        (0, 10, AfterLight.RED),
        (0, 0, AfterLight.GREEN),
        (None, 0, AfterLight.NOT_ANSWERED),
        (0, None, AfterLight.NOT_ANSWERED),
        (None, None, AfterLight.NOT_ANSWERED),
    ],
)
def test_after_a_session_and_the_day_after(before: Rating, later: Rating, light: AfterLight) -> None:
    assert after_light(before, later) is light


@pytest.mark.parametrize(
    ("next_day", "marks", "light"),
    [
        (4, False, AfterLight.GREEN),
        (0, False, AfterLight.GREEN),
        (4, None, AfterLight.NOT_ANSWERED),
        (None, False, AfterLight.NOT_ANSWERED),
        (None, None, AfterLight.NOT_ANSWERED),
        (5, False, AfterLight.AMBER),
        (5, None, AfterLight.AMBER),
        (6, None, AfterLight.RED),
        (0, True, AfterLight.RED),
        (None, True, AfterLight.RED),
    ],
)
def test_the_day_after_counts_a_bruise_or_swelling_too(next_day: Rating, marks: bool | None, light: AfterLight) -> None:
    assert next_day_light(4, next_day, marks) is light


@pytest.mark.parametrize(
    ("before", "after", "called"),
    [
        (6, 6, Change.SAME),
        (6, 5, Change.LITTLE_LOWER),
        (6, 4, Change.CLEARLY_LOWER),
        (6, 0, Change.CLEARLY_LOWER),
        (6, 7, Change.LITTLE_HIGHER),
        (6, 8, Change.CLEARLY_HIGHER),
        (4, 3, Change.LITTLE_LOWER),
        (3, 2, Change.CLEARLY_LOWER),
        (3, 4, Change.CLEARLY_HIGHER),
        (0, 0, Change.SAME),
        (0, 1, Change.CLEARLY_HIGHER),
        (None, 0, Change.NOT_ANSWERED),
        (0, None, Change.NOT_ANSWERED),
    ],
)
def test_how_a_change_is_called(before: Rating, after: Rating, called: Change) -> None:
    assert change(before, after) is called


@pytest.mark.parametrize("wrong", [-1, 11, 100])
def test_a_number_off_the_scale_is_a_fault_of_ours(wrong: int) -> None:
    for use in (checked, before_light, lambda rating: after_light(0, rating), lambda rating: change(rating, 0)):
        with pytest.raises(ValueError, match="from 0 to 10"):
            use(wrong)


def test_a_rating_on_the_scale_is_left_as_it_is() -> None:
    assert [checked(rating) for rating in (None, 0, 10)] == [None, 0, 10]
