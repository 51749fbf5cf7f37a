"""Asks the pain rules about the diary, with the session of this run that the diary may not have."""

from kneeguide.core.amount import LastDose
from kneeguide.core.clock import Clock
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pain_advice import advise, last_doses
from kneeguide.core.pain_over_weeks import A_WEEK
from kneeguide.core.pain_rule import Advice
from kneeguide.core.routine import Routine
from kneeguide.core.storage import StorageFault


class Pacing:
    """What the rules say now. A diary that cannot be read is as good as empty: then nothing is offered."""

    def __init__(self, history: HistoryStore, clock: Clock) -> None:
        self._history = history
        self._clock = clock

    def advice(self, latest: Record | None = None) -> tuple[Advice, ...]:
        """What they say of the next session. ``latest``: the session that has just ended, as this run has it."""
        now = self._clock.now().wall
        try:
            refused = self._history.refused_for_pain((now - A_WEEK).date())
        except StorageFault:
            refused = ()
        return advise(self._sessions(latest), now, refused)

    def last_doses(self, routine: Routine, latest: Record | None = None) -> tuple[LastDose, ...]:
        """What the steps of this routine were given last, as far as it is to be kept."""
        return last_doses(self._sessions(latest), routine, self._clock.now().wall)

    def refuse_today(self) -> None:
        """Keep that there is no session today because the knee hurts too much."""
        try:
            self._history.refuse_for_pain(self._clock.now().wall.date())
        except StorageFault:
            return  # the advice on the screen is what matters; a later one may lack this day

    def _sessions(self, latest: Record | None) -> tuple[Record, ...]:
        try:
            kept = self._history.for_pain_rules(self._clock.now().wall)
        except StorageFault:
            kept = ()
        if latest is None:
            return kept
        return (latest, *(record for record in kept if record.id != latest.id))
