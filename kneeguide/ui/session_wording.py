"""What is said of a session: its stages, why it stands still, why it ended, and how it went."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kneeguide.core.history import Outcome, Record
from kneeguide.core.pain import Change, Rating
from kneeguide.core.routine import Method, Side
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.ui.time_wording import about, clock_time

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
    return _on_leg(stage.technique.title, stage.side)


def _on_leg(technique: str, side: Side | None) -> str:
    sentence = {
        None: "{technique}",
        Side.LEFT: translate("wording", "{technique}, left leg"),
        Side.RIGHT: translate("wording", "{technique}, right leg"),
    }[side]
    return sentence.format(technique=technique)


def what_is_wrong() -> str:
    """Asked when the user says that something is."""
    return translate("wording", "What is wrong?")


def first_of_all() -> str:
    """What to do before anything is chosen."""
    return translate("wording", "The clock is paused. Take all pressure off, then choose what fits best.")


def in_an_emergency(number: str) -> str:
    """Whom to call if it is one. ``number``: the user's own, may be empty."""
    if number:
        return translate("wording", "If you need help right now, call {number}.").format(number=number)
    return translate("wording", "If you need help right now, call your local emergency number.")


def switched_off_by_you() -> str:
    """Why a step is not done today that nothing else rules out."""
    return translate("wording", "Switched off by you.")


def enough_for_one_muscle() -> str:
    """Why more time is refused."""
    return translate("wording", "This muscle has had enough for today. More time would not help it.")


def stop_reason(reason: StopReason) -> str:
    """A reason to stop, as the user would say it."""
    return {
        StopReason.CHEST_PAIN: translate("wording", "Pain or pressure in the chest"),
        StopReason.BREATHLESS: translate("wording", "Short of breath"),
        StopReason.NUMBNESS: translate("wording", "Numb, tingling or shooting pain"),
        StopReason.SHARP_PAIN: translate("wording", "Sharp or sudden pain"),
        StopReason.JOINT_PAIN: translate("wording", "Pain in the joint itself"),
        StopReason.POP: translate("wording", "Something popped"),
        StopReason.DIZZY: translate("wording", "Dizzy or faint"),
        StopReason.TOO_SORE: translate("wording", "Too sore or too much pressure"),
        StopReason.NO_TIME: translate("wording", "I just need to stop"),
        StopReason.NOTHING_DONE: translate("wording", "All steps were passed over"),
    }[reason]


def stop_advice(reason: StopReason, emergency_number: str = "") -> str:
    """What to do now, having stopped for this reason. ``emergency_number``: the user's own, may be empty."""
    number = emergency_number or translate("wording", "your local emergency number")
    return {
        StopReason.CHEST_PAIN: translate("wording", "Call {number} now. Sit down, keep still, and do not stay alone."),
        StopReason.BREATHLESS: translate(
            "wording",
            "Sit upright and rest. If it came on suddenly or does not ease at once, call {number} now.",
        ),
        StopReason.NUMBNESS: translate(
            "wording",
            "Take all pressure off and move the leg gently. If the feeling has not gone within the hour, or the leg"
            " is weak, get medical advice today.",
        ),
        StopReason.SHARP_PAIN: translate(
            "wording",
            "Take the pressure off and rest the leg. If it still hurts sharply, or you cannot put weight on it, get"
            " medical advice today.",
        ),
        StopReason.JOINT_PAIN: translate(
            "wording",
            "Massage belongs on the muscle, never on the joint. Rest the knee today. If it swells, feels hot or still"
            " hurts more tomorrow, ask a doctor or physio.",
        ),
        StopReason.POP: translate(
            "wording",
            "Rest the leg and do not test it. If it swells, locks, gives way or hurts to stand on, get medical advice"
            " today.",
        ),
        StopReason.DIZZY: translate(
            "wording",
            "Lie or sit down until it has passed, then get up slowly. If you faint, or it does not pass, get medical"
            " help.",
        ),
        StopReason.TOO_SORE: translate(
            "wording",
            "Stopping was right. A little soreness may last a day. Next time use less pressure, or take the sore-day"
            " routine.",
        ),
        StopReason.NO_TIME: translate("wording", "That is all right. What you have done is kept."),
        StopReason.NOTHING_DONE: translate("wording", "No step was done, so this does not count as a session."),
    }[reason].format(number=number)


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


def end_title(reason: StopReason | None, *, completed: bool, urgent: bool) -> str:
    """What is said first of a session that is over. ``urgent``: it was stopped for what needs help at once."""
    if urgent:
        return translate("wording", "Get help now")
    if reason is StopReason.NOTHING_DONE:
        return translate("wording", "No step was done")
    return translate("wording", "Well done") if completed else translate("wording", "Stopped early, and that is fine")


def spent(record: Record) -> str:
    """What a session that came to its end gave, in one plain line."""
    legs = {side for _, side in record.doses()} - {None}
    sentence = translate("wording", "You spent {time} on both legs.")
    if legs == {Side.LEFT}:
        sentence = translate("wording", "You spent {time} on your left leg.")
    elif legs == {Side.RIGHT}:
        sentence = translate("wording", "You spent {time} on your right leg.")
    elif not legs:
        sentence = translate("wording", "You spent {time} on it.")
    return sentence.format(time=about(record.seconds))


def outcome(record: Record) -> str:
    """How a session ended, and how far it got."""
    times = {"done": clock_time(record.seconds), "planned": clock_time(record.planned_seconds)}
    return {
        Outcome.OPEN: translate("wording", "Not finished: {done} of {planned}"),
        Outcome.COMPLETED: translate("wording", "Completed"),
        Outcome.STOPPED: translate("wording", "Stopped at {done} of {planned}"),
        Outcome.INTERRUPTED: translate("wording", "Interrupted at {done} of {planned}"),
    }[record.outcome].format(**times)


@dataclass(frozen=True)
class LegTimes:
    """How long something was done with each leg, None for both or neither: as a time, and as a whole sentence."""

    what: str
    times: dict[Side | None, tuple[str, str]]


def steps(record: Record) -> list[LegTimes]:
    """Each step as it was planned then, in its order, with how much of it was done."""
    spent: dict[str, float] = {}
    for stage in record.stages:
        spent[stage.key] = spent.get(stage.key, 0.0) + stage.seconds
    planned: dict[tuple[str, Side | None], float] = {}
    done: dict[tuple[str, Side | None], float] = {}
    for each in record.planned:
        if each.kind not in (StageKind.WORK, StageKind.CHECK_IN) or each.key.endswith("-after"):
            continue
        step = each.title, each.side
        planned[step] = planned.get(step, 0.0) + each.seconds
        done[step] = done.get(step, 0.0) + spent.get(each.key, 0.0)
    rows: dict[str, LegTimes] = {}
    for (title, side), seconds in planned.items():
        time = _share_done(done[title, side], seconds)
        sentence = translate("wording", "{step}: {done}").format(
            step=_on_leg(title, side), done=time.replace("\n", " ")
        )
        rows.setdefault(title, LegTimes(title, {})).times[side] = time, sentence
    return list(rows.values())


def _share_done(done: float, planned: float) -> str:
    """How much of a step was done, in two lines where it was not all."""
    if not done:
        return translate("wording", "not done")
    if round(done) >= round(planned):
        return clock_time(done)
    return translate("wording", "{done}\nof {planned}").format(done=clock_time(done), planned=clock_time(planned))


def _next(stage: Stage) -> str:
    sentence = {
        None: translate("wording", "Next: {technique}"),
        Side.LEFT: translate("wording", "Left leg next: {technique}"),
        Side.RIGHT: translate("wording", "Right leg next: {technique}"),
    }[stage.side]
    return sentence.format(technique=stage.technique.title)


def stored_reason(record: Record) -> StopReason | None:
    """Why a session was stopped, None if it was not or if a newer version of KneeGuide wrote a reason of its own."""
    return next((reason for reason in StopReason if reason.value == record.stop_reason), None)


def rating(rating: Rating) -> str:
    """Knee pain as a number of 10. No answer is said as such."""
    if rating is None:
        return translate("wording", "not answered")
    return translate("wording", "{number} of 10").format(number=rating)


def before_and_after(record: Record) -> str:
    """Knee pain before and after a session, in a few words ("4 → 3")."""
    if record.before is None and record.after is None:
        return translate("wording", "Pain not answered")
    not_answered = translate("wording", "not answered")
    return translate("wording", "Pain {before} → {after}").format(
        before=not_answered if record.before is None else record.before,
        after=not_answered if record.after is None else record.after,
    )


def change(change: Change) -> str:
    """How one session's change of knee pain is called."""
    return {
        Change.NOT_ANSWERED: translate("wording", "Not answered both times"),
        Change.CLEARLY_LOWER: translate("wording", "Clearly lower than before"),
        Change.LITTLE_LOWER: translate("wording", "A little lower than before"),
        Change.SAME: translate("wording", "About the same as before"),
        Change.LITTLE_HIGHER: translate("wording", "A little higher than before"),
        Change.CLEARLY_HIGHER: translate("wording", "Clearly higher than before"),
    }[change]
