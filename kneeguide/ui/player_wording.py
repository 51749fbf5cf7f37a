"""What the player says at a turn of the session, joined from the sentences of the wording modules."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.plan import LeftOut
from kneeguide.core.questions import Question
from kneeguide.core.routine import Side, Technique
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.steps import step_numbers
from kneeguide.ui import gentler_wording, limits_wording, safety_wording, session_wording, wording

translate = QCoreApplication.translate


def step_of(stages: Sequence[Stage], index: int) -> str:
    """Which step of the routine this is, and on which leg; a change-over belongs to the step that it leads to."""
    numbers = step_numbers(stages)
    side = stages[index].side
    sentence = {
        None: translate("wording", "Step {number} of {count}"),
        Side.LEFT: translate("wording", "Step {number} of {count} · left leg"),
        Side.RIGHT: translate("wording", "Step {number} of {count} · right leg"),
    }[side]
    return sentence.format(number=numbers[index], count=numbers[-1])


def targets(stages: Sequence[Stage]) -> dict[str, str]:
    """How hard to press, by the keys of the stages in which a muscle is worked on for the first time."""
    first: dict[object, Stage] = {}
    for stage in stages:
        if stage.presses and stage.pressure > 0:
            first.setdefault(stage.muscle or stage.technique, stage)
    return {stage.key: gentler_wording.target(stage.pressure) for stage in first.values()}


def stage(stage: Stage, target: str = "") -> str:
    """A stage that begins: the leg, what it is, what it leads to, how long it lasts, and how hard to press."""
    side = wording.side(stage.side) if stage.side and stage.kind is StageKind.WORK else ""
    seconds = translate("wording", "{seconds} seconds").format(seconds=wording.number(stage.seconds))
    said = (side, session_wording.stage_title(stage), session_wording.stage_note(stage), seconds)
    return " ".join(filter(None, (". ".join(filter(None, said)) + ".", target)))


def paused(reason: PauseReason) -> str:
    """That time stands still, and why."""
    return f"{session_wording.pause_title(reason)}. {session_wording.pause_reason(reason)}"


def care(cautions: Sequence[Question], pressure_cap: int) -> str:
    """What the user's answers ask for all through the session."""
    sentences = [safety_wording.caution(question) for question in cautions]
    if pressure_cap < PRESSURE_CAP:
        sentences.append(limits_wording.pressure_stays(pressure_cap))
    return " ".join(sentences)


def at_the_start(left_out: Sequence[LeftOut], switched_off: Sequence[Technique]) -> str:
    """What is said while the user gets ready: how pressure feels, and each step that is not done today with why."""
    why = [(out.technique, safety_wording.left_out(out.because)) for out in left_out]
    why += [(technique, session_wording.switched_off_by_you()) for technique in switched_off]
    lines = dict.fromkeys(f"{technique.title}: {reason}" for technique, reason in why)
    return "\n".join([session_wording.how_pressure_feels(), *lines])
