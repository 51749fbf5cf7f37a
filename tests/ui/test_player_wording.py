"""What the player says at each turn, whole sentences in the right order."""

from fakes import CALF_GLIDES, KNEE_BENDS, planned

from kneeguide.core.plan import LeftOut
from kneeguide.core.questions import Question
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import StageKind
from kneeguide.ui import player_wording, session_wording

STAGES = planned().stages


def test_a_stage_says_leg_step_and_length() -> None:
    said = {stage.kind: player_wording.stage(stage) for stage in reversed(STAGES)}
    assert said[StageKind.WORK] == "Left leg. Palm glides, front of thigh. 40 seconds."
    assert said[StageKind.CHANGE_OVER].startswith("Change over. Right leg next")


def test_a_change_over_belongs_to_the_step_it_leads_to() -> None:
    steps = [player_wording.step_of(STAGES, index) for index in range(4)]
    assert steps == [f"Step 1 of 3 · {leg} leg" for leg in ("left", "left", "right", "right")]
    assert player_wording.step_of(STAGES, 4) == "Step 2 of 3 · left leg"
    assert player_wording.step_of(STAGES, len(STAGES) - 1) == "Step 3 of 3"


def test_each_pause_says_what_to_do() -> None:
    told = {reason: player_wording.paused(reason) for reason in PauseReason}
    assert told[PauseReason.WAITING].startswith("Press any key when you are ready. ")
    assert all(each.startswith("Paused. ") for reason, each in told.items() if reason is not PauseReason.WAITING)


def test_each_step_that_is_not_done_is_named_once_with_its_reason() -> None:
    out = LeftOut(CALF_GLIDES, Question.CLOT_JOURNEY)
    first, *lines = player_wording.at_the_start((out, out), (KNEE_BENDS,)).split("\n")
    assert first == session_wording.how_pressure_feels()
    assert lines == [
        "Palm glides, calf: Left out today because of your long journey.",
        "Easy knee bends: Switched off by you.",
    ]
