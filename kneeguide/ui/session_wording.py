"""What is said while a session plays: its stages, what comes next, and why time stands still."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.routine import Method, Side
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import Stage, StageKind

translate = QCoreApplication.translate


def stage_title(stage: Stage) -> str:
    """What the stage is, in a few words, as it is announced."""
    match stage.kind:
        case StageKind.GET_READY:
            return translate("wording", "Get ready")
        case StageKind.CHANGE_OVER:
            return translate("wording", "Change over")
        case StageKind.REST:
            return translate("wording", "Short rest")
        case StageKind.CHECK_IN if ends_session(stage):
            return translate("wording", "Check in")
        case _:
            return stage.technique.title


def stage_note(stage: Stage) -> str:
    """One line on what the stage leads to, or which set it is; empty where its title says it all."""
    match stage.kind:
        case StageKind.GET_READY:
            return translate("wording", "Get into place for: {what}").format(what=technique_and_side(stage))
        case StageKind.CHANGE_OVER:
            return _next(stage)
        case StageKind.REST:
            return translate("wording", "Let go, then set {number} of {sets}").format(
                number=stage.set_number, sets=stage.sets
            )
        case StageKind.CHECK_IN if ends_session(stage):
            return translate("wording", "Let go and notice how your knee feels")
        case _ if stage.sets > 1:
            return translate("wording", "Set {number} of {sets}").format(number=stage.set_number, sets=stage.sets)
        case _:
            return ""


def heading(stage: Stage) -> str:
    """What to do in this stage, in large letters beside the picture."""
    if stage.kind is StageKind.GET_READY or (stage.kind is StageKind.CHANGE_OVER and stage.side is None):
        return translate("wording", "Get ready: {technique}").format(technique=stage.technique.title)
    if stage.kind is StageKind.CHANGE_OVER:
        return {
            Side.LEFT: translate("wording", "Change to your left leg"),
            Side.RIGHT: translate("wording", "Change to your right leg"),
        }[stage.side or Side.LEFT]
    return stage_title(stage)


def below_heading(stage: Stage) -> str:
    """The line below a heading; empty where that says it all."""
    return "" if stage.kind in (StageKind.GET_READY, StageKind.CHANGE_OVER) else stage_note(stage)


def ends_session(stage: Stage) -> bool:
    """Whether this is the moment after the last technique, in which nothing is done any more."""
    return stage.kind is StageKind.CHECK_IN and stage.technique.method is not Method.REST


def cue(stage: Stage) -> str:
    """How the step is done; empty where the hands rest."""
    idle = stage.kind is StageKind.REST or ends_session(stage)
    return "" if idle else stage.technique.cue


def next_up(stage: Stage) -> str:
    """What comes next, in one line: the technique and the leg also where a change-over leads to them."""
    if stage.kind in (StageKind.REST, StageKind.CHECK_IN):
        return stage_title(stage)
    return technique_and_side(stage)


def technique_and_side(stage: Stage) -> str:
    """What is done, and on which leg."""
    return on_leg(stage.technique.title, stage.side)


def on_leg(technique: str, side: Side | None) -> str:
    """The title of a technique, and its leg."""
    sentence = {
        None: "{technique}",
        Side.LEFT: translate("wording", "{technique}, left leg"),
        Side.RIGHT: translate("wording", "{technique}, right leg"),
    }[side]
    return sentence.format(technique=technique)


def switched_off_by_you() -> str:
    """Why a step is not done today that nothing else rules out."""
    return translate("wording", "Switched off by you.")


def enough_for_one_muscle() -> str:
    """Why more time is refused."""
    return translate("wording", "This muscle has had enough for today. More time would not help it.")


def back_into_place() -> str:
    """Said in the seconds before a step goes on."""
    return translate("wording", "Back into place. The step goes on in a moment.")


def goes_on() -> str:
    """Said as time runs again after a pause."""
    return translate("wording", "Time is running.")


def how_pressure_feels() -> str:
    """Said at the beginning of each session."""
    return translate("wording", "Pressure should feel like a comfortable ache, never sharp, never numb.")


def pause_title(reason: PauseReason) -> str:
    """What is said first where time stands still."""
    if reason is PauseReason.WAITING:
        return translate("wording", "Press any key when you are ready")
    return translate("wording", "Paused")


def how_to_go_on(reason: PauseReason) -> str:
    """What is shown in one line while time stands still: that it does, and what lets it run again."""
    return {
        PauseReason.ASKED: translate("wording", "Paused. Press Space or Go on."),
        PauseReason.WAITING: translate("wording", "Press any key when you are ready, or click anywhere."),
        PauseReason.GAP: translate(
            "wording", "Paused. The computer was asleep or busy: that time was not counted. Press Space or Go on."
        ),
        PauseReason.TROUBLE: translate("wording", "Paused. Go on only if you feel all right."),
    }[reason]


def pause_reason(reason: PauseReason) -> str:
    """Why time stands still, and that nothing is lost."""
    return {
        PauseReason.ASKED: translate("wording", "Take your time. Nothing is lost."),
        PauseReason.WAITING: translate("wording", "Or click anywhere. The time of the step starts only then."),
        PauseReason.GAP: translate(
            "wording",
            "The computer was asleep or busy for a moment. That time was not counted. When you go on, you"
            " get a few seconds to find your place.",
        ),
        PauseReason.TROUBLE: translate("wording", "The clock is paused. Go on only if you feel all right."),
    }[reason]


def _next(stage: Stage) -> str:
    sentence = {
        None: translate("wording", "Next: {technique}"),
        Side.LEFT: translate("wording", "Left leg next: {technique}"),
        Side.RIGHT: translate("wording", "Right leg next: {technique}"),
    }[stage.side]
    return sentence.format(technique=stage.technique.title)
