"""The steps of a session as a person counts them: one technique is one step, on however many legs and in however many
sets. So a routine of four steps has four in the player, too.
"""

from collections.abc import Sequence
from itertools import pairwise

from kneeguide.core.routine import Method
from kneeguide.core.stage import Stage, StageKind


def step_numbers(stages: Sequence[Stage]) -> tuple[int, ...]:
    """The step that each stage belongs to, from 1.

    What leads to a step belongs to it; the moment at the very end, in which nothing is done any more, to the last.
    """
    phases: list[str] = []
    following = next((_phase(stage) for stage in reversed(stages) if _is_done(stage)), "")
    for stage in reversed(stages):
        following = _phase(stage) if _is_done(stage) else following
        phases.append(following)
    phases.reverse()
    numbers = [1] if phases else []
    for before, here in pairwise(phases):
        numbers.append(numbers[-1] + (here != before))
    return tuple(numbers)


def _is_done(stage: Stage) -> bool:
    """Whether something is done in a stage that its routine asks for."""
    rests = stage.kind is StageKind.CHECK_IN and stage.technique.method is Method.REST
    return rests or stage.kind is StageKind.WORK


def _phase(stage: Stage) -> str:
    return stage.key.partition("-")[0]
