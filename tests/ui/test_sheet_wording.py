"""A dose on paper stays together, number and unit in one line."""

import pytest
from fakes import BALL_AT_WALL, KNEE_BENDS, PALM_GLIDES, SEATED, phase

from kneeguide.core.routine import Phase, Sides
from kneeguide.ui import sheet_wording


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (phase(PALM_GLIDES, 40), "40 s on each leg · pressure 2 of 10 · 3 s up, 2 s lightly back"),
        (phase(BALL_AT_WALL, 30, sets=2), "30 s on each leg · 2 sets · pressure 2 of 10 · 3 s each way"),
        (phase(KNEE_BENDS, 30, sides=Sides.ONCE, pressure=0), "30 s · At your own pace"),
    ],
)
def test_a_dose_says_how_long_how_often_how_firmly_and_how_fast(step: Phase, told: str) -> None:
    said = sheet_wording.dose(step)
    assert said.replace("\u00a0", " ") == told
    assert said.split(" · ") == said.replace(" · ", "\n").split("\n")
    assert " " not in "".join(said.split(" · "))


def test_at_a_glance_is_time_place_and_tools() -> None:
    assert sheet_wording.at_a_glance(SEATED) == "3 min · Chair · Hands"


def test_every_sign_to_stop_for_is_told_and_nothing_else() -> None:
    told = sheet_wording.when_to_stop()
    for sign in ("Pain or pressure in the chest", "Short of breath", "Something popped", "Dizzy or faint"):
        assert sign in told
    assert "I just need to stop" not in told
    assert "passed over" not in told
