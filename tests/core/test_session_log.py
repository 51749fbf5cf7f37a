"""A session reaches the diary as it is played, and one that the disk will not take is never lost from memory."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from fakes import START, planned

from kneeguide.core.database import Database, open_database
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.session_log import SessionLog
from kneeguide.core.storage import StorageFault, TroubleKind

ENDED = START.wall + timedelta(seconds=200)


class Disk:
    """A real database in a file, on a disk that can be taken away and given back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.database: Database = open_database(path, None, START.wall).database
        self._limit = self.database.rows("PRAGMA max_page_count")[0][0]

    def fill(self) -> None:
        """From now on there is no room for another page, and none left in those there are."""
        self.database.rows(f"PRAGMA max_page_count = {self.database.rows('PRAGMA page_count')[0][0]}")
        with pytest.raises(StorageFault):
            self._save_for_ever()

    def _save_for_ever(self) -> None:
        for number in count():
            HistoryStore(self.database).save(opened(f"earlier-{number}", planned(), None, START.wall))

    def free(self) -> None:
        """There is room again."""
        self.database.rows(f"PRAGMA max_page_count = {self._limit}")

    def lock(self) -> sqlite3.Connection:
        """Another program writes to the file until its connection is closed."""
        other = sqlite3.connect(self._path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        return other

    def stored(self) -> Record | None:
        """What another start of the program would find."""
        with closing(open_database(self._path, None, START.wall).database) as database:
            return HistoryStore(database).get("one")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path / "history.db")
    yield disk
    disk.database.close()


@pytest.fixture
def log(disk: Disk) -> SessionLog:
    return SessionLog(HistoryStore(disk.database), opened("one", planned(), 4, START.wall))


def stage(log: SessionLog, number: int, outcome: StageOutcome = StageOutcome.DONE) -> StageDone:
    meant = log.record.planned[number]
    return StageDone(meant.key, meant.seconds, meant.seconds if outcome is StageOutcome.DONE else 1.5, outcome)


def test_each_stage_is_in_the_file_as_soon_as_it_is_left(disk: Disk, log: SessionLog) -> None:
    log.open()
    assert disk.stored() == log.record
    for number in range(len(log.record.planned)):
        log.add(stage(log, number))
        assert disk.stored() == log.record
        assert len(log.record.stages) == number + 1
    log.close(Outcome.COMPLETED, ENDED)
    log.rate(2)
    log.note("Warm and loose.")
    kept = disk.stored()
    assert kept == log.record
    assert kept is not None
    assert (kept.outcome, kept.ended, kept.after, kept.note) == (Outcome.COMPLETED, ENDED, 2, "Warm and loose.")
    assert log.fault is None


def test_a_session_that_was_not_closed_is_still_open_in_the_file(disk: Disk, log: SessionLog) -> None:
    log.open()
    log.add(stage(log, 0))
    kept = disk.stored()
    assert kept is not None
    assert kept.outcome is Outcome.OPEN


def test_why_a_session_was_stopped_is_kept(disk: Disk, log: SessionLog) -> None:
    log.open()
    log.add(stage(log, 0, StageOutcome.STOPPED))
    log.close(Outcome.STOPPED, ENDED, "sharp-pain")
    kept = disk.stored()
    assert kept is not None
    assert (kept.outcome, kept.stop_reason) == (Outcome.STOPPED, "sharp-pain")


STEPS: list[Callable[[SessionLog], None]] = [
    lambda log: log.open(),
    lambda log: log.add(stage(log, 0)),
    lambda log: log.add(stage(log, 1)),
    lambda log: log.close(Outcome.STOPPED, ENDED, "no-time"),
    lambda log: log.rate(3),
    lambda log: log.note("In a hurry."),
]


@pytest.mark.parametrize("faulty", range(len(STEPS) - 1))
def test_after_a_fault_at_any_step_the_next_step_writes_everything(disk: Disk, log: SessionLog, faulty: int) -> None:
    for number, step in enumerate(STEPS):
        if number == faulty:
            other = disk.lock()
            step(log)
            assert log.fault is not None
            assert log.fault.kind is TroubleKind.LOCKED
            other.close()
        else:
            step(log)
            assert log.fault is None
            assert disk.stored() == log.record


def test_while_the_disk_stays_full_the_whole_session_is_kept_in_memory(disk: Disk, log: SessionLog) -> None:
    disk.fill()
    for step in STEPS:
        step(log)
        assert log.fault is not None
        assert log.fault.kind is TroubleKind.FULL
    assert [done.key for done in log.record.stages] == [meant.key for meant in log.record.planned[:2]]
    assert (log.record.outcome, log.record.after, log.record.note) == (Outcome.STOPPED, 3, "In a hurry.")
    assert disk.stored() is None


def test_once_there_is_room_again_the_session_is_saved_whole(disk: Disk, log: SessionLog) -> None:
    disk.fill()
    for step in STEPS[:-1]:
        step(log)
    disk.free()
    STEPS[-1](log)
    assert log.fault is None
    assert disk.stored() == log.record


def test_a_stage_is_never_stored_twice_by_trying_again(disk: Disk, log: SessionLog) -> None:
    log.open()
    log.add(stage(log, 0))
    with closing(disk.lock()):
        log.add(stage(log, 1))
    log.add(stage(log, 2))
    kept = disk.stored()
    assert kept is not None
    assert [done.key for done in kept.stages] == [meant.key for meant in log.record.planned[:3]]


def test_a_fault_of_ours_is_not_taken_for_trouble_with_the_disk(log: SessionLog) -> None:
    log.open()
    with pytest.raises(ValueError, match="open"):
        log.close(Outcome.OPEN, ENDED)
    assert log.fault is None


def test_a_diary_in_memory_alone_is_never_taken_for_a_saved_one() -> None:
    with closing(open_database(None, None, START.wall).database) as database:
        log = SessionLog(HistoryStore(database), opened("one", planned(), 4, START.wall))
        for step in STEPS:
            step(log)
            assert log.fault is not None
            assert log.fault.kind is TroubleKind.NOT_SAVED
        assert HistoryStore(database).records() == (log.record,)
