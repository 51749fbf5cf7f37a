"""What of a plan is still to be done: after an interruption, more lightly, or without an area that hurts.

All of it takes stages and gives stages. A gap always leads to the step that now follows it.
"""

from collections.abc import Iterable, Set
from dataclasses import replace

from kneeguide.core.dose import LEAST_SECONDS, LIGHTER
from kneeguide.core.routine import Method, Muscle, Technique
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import Eased, WayOn

EASED_TIME = 0.75
"""The part of the remaining time that is kept on easing off: the gentler dose that a beginner gets.

Pressure of 5 asks to ease off, by the traffic light of ``pain``; it gives no time for it, so the lighter of the two
doses that there are, 75 % a step lower for the first week and 50 % for a sore day, is taken in mid-session.
"""

_GAPS = (StageKind.CHANGE_OVER, StageKind.REST)
_TIMED = (StageKind.WORK, StageKind.CHECK_IN)

Area = Muscle | Technique
"""What is left out together: all that presses on a muscle, or a technique that presses on none that is known."""


def after(stages: tuple[Stage, ...], done: Set[str]) -> tuple[Stage, ...]:
    """The stages from the first work after the last that is done, with the get-ready time in front of it.

    What the user skipped before that stays skipped: to go back to it would give what follows it a second time.
    """
    behind = [place for place, stage in enumerate(stages) if stage.key in done]
    if not behind:
        return stages
    start = next((i for i, stage in enumerate(stages) if stage.kind in _TIMED and i > behind[-1]), None)
    if start is None:
        return stages[-1:]
    get_ready = tuple(_leading_to(stages[start], s) for s in stages[:1] if s.kind is StageKind.GET_READY)
    return get_ready + stages[start:]


def eased(stages: tuple[Stage, ...], changes: Iterable[Eased]) -> tuple[Stage, ...]:
    """The stages of a plan as an earlier run of it was made more gentle. What is not in the plan changes nothing."""
    told_in = {stage.key: stage for stage in stages}
    for change in changes:
        stage = told_in.get(change.key)
        area = area_of(stage) if stage is not None else None
        if change.way is WayOn.LIGHTER:
            stages = tuple(lighter(each) for each in stages)
        elif change.way is WayOn.LEAVE_OUT and area is not None:
            stages = tuple(kept for _, kept in without(stages, area)) or stages[-1:]
    return stages


def lighter(stage: Stage) -> Stage:
    """A stage at one step less pressure, never below 1, and if it is massage in ``EASED_TIME``; others as they are."""
    if not stage.technique.presses:
        return stage
    eased = replace(stage, pressure=max(min(1, stage.pressure), stage.pressure - LIGHTER))
    return replace(eased, seconds=shorter(stage.seconds)) if stage.presses else eased


def shorter(seconds: float) -> float:
    """What is kept of so many seconds on easing off: whole ones, and enough for a stroke or two."""
    return max(min(float(LEAST_SECONDS), seconds), float(round(seconds * EASED_TIME)))


def area_of(stage: Stage) -> Area | None:
    """What would be left out with this stage, or with the one that it leads to; None where that is a rest."""
    technique = stage.technique
    if stage.kind is StageKind.CHECK_IN or technique.method is Method.REST:
        return None
    return technique.muscle if technique.presses and technique.muscle is not None else technique


def is_on(stage: Stage, area: Area) -> bool:
    """Whether the stage works on this area."""
    return stage.kind is StageKind.WORK and area_of(stage) == area


def without(stages: tuple[Stage, ...], area: Area) -> tuple[tuple[int, Stage], ...]:
    """The stages that do not work on the area, each with its place among ``stages``.

    Of gaps that now follow each other the last is kept, and behind the get-ready time none.
    """
    kept = [(place, stage) for place, stage in enumerate(stages) if not is_on(stage, area)]
    left: list[tuple[int, Stage]] = []
    for number, (place, stage) in enumerate(kept):
        rest = [each for _, each in kept[number + 1 :]]
        following = next((each for each in rest if each.kind in _TIMED and not _is_the_end(each)), None)
        if stage.kind is StageKind.GET_READY and following is not None:
            left.append((place, _leading_to(following, stage)))
        elif stage.kind in _GAPS:
            if rest and following is rest[0] and not (left and left[-1][1].kind is StageKind.GET_READY):
                left.append((place, _leading_to(following, stage)))
        else:
            left.append((place, stage))
    return tuple(left)


def _is_the_end(stage: Stage) -> bool:
    """Whether this is the moment after the last technique, which no gap leads to."""
    return stage.kind is StageKind.CHECK_IN and stage.technique.method is not Method.REST


def _leading_to(work: Stage, gap: Stage) -> Stage:
    there = (work.technique, work.side, work.set_number) == (gap.technique, gap.side, gap.set_number)
    return replace(
        gap,
        kind=StageKind.CHANGE_OVER if gap.kind is StageKind.REST and not there else gap.kind,
        technique=work.technique,
        side=work.side,
        set_number=work.set_number,
        sets=work.sets,
        pressure=work.pressure,
    )
