"""Each place to keep off has a name of its own and one short, plain reason."""

import pytest

from kneeguide.core.keep_off import KeepOff
from kneeguide.ui.keep_off_wording import keep_off, keep_off_reason

pytestmark = pytest.mark.usefixtures("qapp")

LONGEST_REASON = 20
"""Words in one line of a list."""


def test_every_place_has_a_name_and_a_reason_of_its_own() -> None:
    assert len({keep_off(area) for area in KeepOff}) == len(KeepOff)
    assert len({keep_off_reason(area) for area in KeepOff}) == len(KeepOff)


@pytest.mark.parametrize("area", KeepOff)
def test_a_reason_is_short_and_says_what_lies_there(area: KeepOff) -> None:
    assert keep_off_reason(area).endswith(".")
    assert len(keep_off_reason(area).split()) <= LONGEST_REASON


@pytest.mark.parametrize("area", KeepOff)
def test_nothing_names_what_somebody_might_have_or_promises_anything(area: KeepOff) -> None:
    said = f"{keep_off(area)} {keep_off_reason(area)}".lower()
    for word in ("bursitis", "clot", "thromb", "syndrome", "treat", "cure", "heal", "releas", "risk"):
        assert word not in said


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (KeepOff.BEHIND_KNEE, "nerves run close to the skin"),
        (KeepOff.OUTER_KNEE, "nerve crosses the bone"),
        (KeepOff.GROIN, "pulse"),
        (KeepOff.BELLY, "Organs"),
        (KeepOff.LOW_BACK, "strains the spine"),
    ],
)
def test_a_reason_is_the_one_that_is_known(area: KeepOff, said: str) -> None:
    assert said in keep_off_reason(area)
