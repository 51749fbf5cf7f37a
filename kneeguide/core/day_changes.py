"""What the user's answers change about one session, before it is begun: just what the plan will do, and why."""

from dataclasses import dataclass

from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.plan import LeftOut, left_out
from kneeguide.core.questions import Question
from kneeguide.core.safety import Clearance


@dataclass(frozen=True)
class DayChanges:
    """Nothing, unless told otherwise.

    ``left_out``: each technique once, with the answer that rules it out. ``pressure_cap``: the most that any step asks
    for, 0 to 10. ``half_dose``: half the time at one step less pressure. ``cautions``: answers that call for care which
    no plan can take for the user.
    """

    left_out: tuple[LeftOut, ...] = ()
    pressure_cap: int = PRESSURE_CAP
    half_dose: bool = False
    cautions: tuple[Question, ...] = ()

    @property
    def any(self) -> bool:
        """Whether the session differs from what its routine says."""
        return self != AS_WRITTEN


AS_WRITTEN = DayChanges()
"""The session as its routine says."""


def changes_of(clearance: Clearance, *, halved: bool = False) -> DayChanges:
    """What a session under this clearance leaves out, caps and halves. ``halved``: the last one was too much."""
    limits = clearance.limits
    return DayChanges(
        left_out=tuple(dict.fromkeys(left_out(clearance))),
        pressure_cap=limits.pressure_cap,
        half_dose=limits.half_dose or halved,
        cautions=limits.cautions,
    )
