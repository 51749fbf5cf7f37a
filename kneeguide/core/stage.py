"""One stretch of a session: what is done in it, on which leg, for how long and how hard."""

from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.routine import Muscle, Side, Technique


class StageKind(StrEnum):
    """What a stage is for."""

    GET_READY = "get-ready"
    WORK = "work"
    CHANGE_OVER = "change-over"
    REST = "rest"
    CHECK_IN = "check-in"


@dataclass(frozen=True)
class Stage:
    """One stretch of the session that runs on its own clock.

    ``technique``, ``side``: of the work that is done, or that is changed over to; side None means the whole body.
    ``set_number`` of ``sets``. ``seconds``: its length. ``pressure``: target, 0 to 10. ``key``: names the stage
    across restarts of the program.
    """

    key: str
    kind: StageKind
    seconds: float
    technique: Technique
    side: Side | None = None
    set_number: int = 1
    sets: int = 1
    pressure: int = 0

    @property
    def presses(self) -> bool:
        """Whether this is massage, as far as is known."""
        return self.kind is StageKind.WORK and self.technique.presses

    @property
    def muscle(self) -> Muscle | None:
        """The muscle that is pressed on, None outside of massage and where the step does not say."""
        return self.technique.muscle if self.presses else None
