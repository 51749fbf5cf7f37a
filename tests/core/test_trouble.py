"""What may be offered when something is wrong: little, and nothing after what wants help."""

import pytest

from kneeguide.core.trouble import StopReason, WayOn, ways_on

ONLY_END = (WayOn.END,)
ALL = (WayOn.LIGHTER, WayOn.LEAVE_OUT, WayOn.END)


@pytest.mark.parametrize(
    ("cause", "ways"),
    [
        (StopReason.CHEST_PAIN, ONLY_END),
        (StopReason.BREATHLESS, ONLY_END),
        (StopReason.NUMBNESS, ONLY_END),
        (StopReason.SHARP_PAIN, ONLY_END),
        (StopReason.POP, ONLY_END),
        (StopReason.DIZZY, ONLY_END),
        (StopReason.NO_TIME, ONLY_END),
        (StopReason.NOTHING_DONE, ONLY_END),
        (StopReason.JOINT_PAIN, (WayOn.LEAVE_OUT, WayOn.END)),
        (StopReason.TOO_SORE, ALL),
    ],
)
def test_each_cause_has_its_ways(cause: StopReason, ways: tuple[WayOn, ...]) -> None:
    assert ways_on([cause]) == ways


def test_every_cause_is_in_the_table_above() -> None:
    assert len(StopReason) == 10


@pytest.mark.parametrize(
    ("told", "ways"),
    [
        ([StopReason.CHEST_PAIN, StopReason.TOO_SORE], ONLY_END),
        ([StopReason.JOINT_PAIN, StopReason.TOO_SORE], (WayOn.LEAVE_OUT, WayOn.END)),
        ([StopReason.TOO_SORE, StopReason.JOINT_PAIN], (WayOn.LEAVE_OUT, WayOn.END)),
        ([StopReason.NO_TIME, StopReason.TOO_SORE], ALL),
    ],
)
def test_another_cause_after_it_opens_nothing_that_the_first_one_closed(
    told: list[StopReason], ways: tuple[WayOn, ...]
) -> None:
    assert ways_on(told) == ways
