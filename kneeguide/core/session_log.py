"""Writes a session into the diary while it plays, and keeps it in memory when the disk will not take it.

Trouble with storage must never stop a massage, so nothing here raises it: ``fault`` says what is wrong.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kneeguide.core.history import Outcome, Record, StageDone
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pain import Rating
from kneeguide.core.storage import StorageFault, TroubleKind
from kneeguide.core.trouble import Eased

IN_MEMORY = "History is not being saved: this session is kept until you close KneeGuide. Save a copy at its end."
"""What to say where the diary is in memory alone."""


class SessionLog:
    """One session's way into the diary. After a fault, every later step tries to write the whole record again."""

    def __init__(self, store: HistoryStore, record: Record) -> None:
        self._store = store
        self.record = record
        self.fault: StorageFault | None = None

    def open(self) -> None:
        """Begin the record."""
        self._write(lambda: self._store.open(self.record))

    def resume(self) -> None:
        """Go on with a record that is still open from an interrupted run, as it stands now."""
        self._write(lambda: self._store.save(self.record))

    def add(self, stage: StageDone) -> None:
        """Append a stage as soon as it is left."""
        self.record = self.record.with_stage(stage)
        self._write(lambda: self._store.append(self.record.id, stage))

    def ease(self, eased: Eased) -> None:
        """Keep that the session goes on more gently, and why."""
        self.record = replace(self.record, eased=(*self.record.eased, eased))
        self._write(lambda: self._store.save(self.record))

    def tell_cause(self, stop_reason: str) -> None:
        """Keep why the session is about to end, before it has."""
        self.record = replace(self.record, stop_reason=stop_reason)
        self._write(lambda: self._store.save(self.record))

    def close(self, outcome: Outcome, ended: datetime, stop_reason: str = "") -> None:
        """End the record."""
        self.record = replace(self.record, outcome=outcome, ended=ended, stop_reason=stop_reason)
        self._write(lambda: self._store.close(self.record.id, outcome, stop_reason, ended))

    def rate(self, after: Rating) -> None:
        """Keep the knee pain after the session."""
        self.record = replace(self.record, after=after)
        self._write(lambda: self._store.rate(self.record.id, after=after))

    def note(self, note: str) -> None:
        """Keep what the user wrote."""
        self.record = replace(self.record, note=note)
        self._write(lambda: self._store.rate(self.record.id, note=note))

    def _write(self, step: Callable[[], None]) -> None:
        try:
            if self.fault is None:
                step()
            else:
                self._store.save(self.record)
        except StorageFault as fault:
            self.fault = fault
        else:
            self.fault = None if self._store.saves else StorageFault(TroubleKind.NOT_SAVED, IN_MEMORY)
