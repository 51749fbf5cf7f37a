"""A stage: what counts as massage, and of which muscle."""

import pytest

from kneeguide.core.routine import Method, Muscle, Technique
from kneeguide.core.stage import Stage, StageKind

GLIDES = Technique("glides", "Glides", "Glide.", method=Method.EFFLEURAGE, muscle=Muscle.QUADS)
BREATH = Technique("breath", "Breathe", "Breathe.", method=Method.REST)


def stage(kind: StageKind, technique: Technique) -> Stage:
    return Stage("1", kind, 30.0, technique)


def test_only_work_with_the_hands_or_a_tool_is_massage() -> None:
    assert stage(StageKind.WORK, GLIDES).presses
    assert stage(StageKind.WORK, GLIDES).muscle is Muscle.QUADS
    assert not stage(StageKind.WORK, BREATH).presses


@pytest.mark.parametrize("kind", [kind for kind in StageKind if kind is not StageKind.WORK])
def test_nothing_but_work_presses_on_a_muscle(kind: StageKind) -> None:
    assert not stage(kind, GLIDES).presses
    assert stage(kind, GLIDES).muscle is None
