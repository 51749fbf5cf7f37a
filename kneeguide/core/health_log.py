"""What is known of the user's health while the program runs.

Memory first, disk second: what was answered holds even if it cannot be written, and then is asked again at the next
start.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from kneeguide.core.health_store import HealthStore
from kneeguide.core.locks import is_open, locks_of
from kneeguide.core.questions import Answers, Confirmation, Lock, Question
from kneeguide.core.storage import StorageFault


class HealthLog:
    """Answers, locks and statements, each kept as soon as it is made.

    ``fault`` says if the disk would not take it; what is still unsaved is then tried again before the next thing.
    """

    def __init__(self, store: HealthStore) -> None:
        self._store = store
        self.fault: StorageFault | None = None
        self.answers: Answers | None = None
        self._locks: dict[Question, Lock] = {}
        self._confirmations: list[Confirmation] = []
        self._unsaved: list[Callable[[], None]] = []
        self._load()

    @property
    def locks(self) -> tuple[Lock, ...]:
        """All locks, those that have run out included."""
        return tuple(self._locks.values())

    @property
    def confirmations(self) -> tuple[Confirmation, ...]:
        """All statements that the user made."""
        return tuple(self._confirmations)

    def answer(self, answers: Answers) -> None:
        """Keep a full list of answers."""
        self.answers = answers
        self._save(lambda: self._store.save_answers(answers))

    def lock(self, locks: Iterable[Lock]) -> None:
        """Keep locks; of two for one question the later start and the later end hold, and no end is the latest."""
        made = tuple(locks)
        self._remember(made)
        if made:
            self._save(lambda: self._store.keep_locks(made))

    def confirm(self, questions: Iterable[Question], at: datetime) -> None:
        """Keep the user's statement about each of these questions."""
        for question in questions:
            confirmation = Confirmation(question, at)
            self._confirmations.append(confirmation)
            self._save(lambda confirmation=confirmation: self._store.confirm(confirmation))  # type: ignore[misc]

    def forget(self, now: datetime) -> None:
        """Delete answers and statements. What is still closed stays closed: a sign does not go away with its answer."""
        self._remember(locks_of(self.answers, self.locks, None) if self.answers else ())
        kept = tuple(lock for lock in self.locks if not is_open(lock, self._confirmations, now))
        self.answers = None
        self._locks = {lock.question: lock for lock in kept}
        self._confirmations = []
        self._save(lambda: self._store.forget(but=kept))

    def _load(self) -> None:
        """All or nothing: answers without the locks that go with them would open the gate."""
        try:
            answers, locks, confirmations = self._store.answers(), self._store.locks(), self._store.confirmations()
        except StorageFault as fault:
            self.fault = fault
            return
        self.answers = answers
        self._remember(locks)
        self._confirmations = list(confirmations)

    def _remember(self, locks: Iterable[Lock]) -> None:
        for lock in locks:
            known = self._locks.get(lock.question, lock)
            until = max(known.until, lock.until) if known.until and lock.until else None
            self._locks[lock.question] = Lock(lock.question, max(known.since, lock.since), until)

    def _save(self, step: Callable[[], None]) -> None:
        self._unsaved.append(step)
        try:
            while self._unsaved:
                self._unsaved[0]()
                del self._unsaved[0]
        except StorageFault as fault:
            self.fault = fault
        else:
            self.fault = None
