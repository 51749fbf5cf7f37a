"""What is said of a session that is over: how it ended, what was done, and the knee pain before and after."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kneeguide.core.history import Outcome, Record
from kneeguide.core.pain import Change, Rating
from kneeguide.core.routine import Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.ui.session_wording import on_leg
from kneeguide.ui.time_wording import about, clock_time

translate = QCoreApplication.translate


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
        sentence = translate("wording", "{step}: {done}").format(step=on_leg(title, side), done=time.replace("\n", " "))
        rows.setdefault(title, LegTimes(title, {})).times[side] = time, sentence
    return list(rows.values())


def _share_done(done: float, planned: float) -> str:
    """How much of a step was done, in two lines where it was not all."""
    if not done:
        return translate("wording", "not done")
    if round(done) >= round(planned):
        return clock_time(done)
    return translate("wording", "{done}\nof {planned}").format(done=clock_time(done), planned=clock_time(planned))


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
