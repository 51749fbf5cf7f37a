"""What was said about health holds at once and across restarts; what cannot be read or kept opens no gate."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, health, later

from kneeguide.core.database import Database, open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.questions import HEALTH, SIGNS, Confirmation, Lock, Question
from kneeguide.core.storage import StorageFault, TroubleKind

INJURY, CLOT = Question.TODAY_INJURY, Question.STOP_DVT_SWELLING
NOW = START.wall
DAY = timedelta(days=1)


def injured(since: int, until: int | None) -> Lock:
    """A lock for an injury, from and until so many days from now."""
    return Lock(INJURY, NOW + since * DAY, None if until is None else NOW + until * DAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def database(path: Path) -> Database:
    return open_database(path, None, NOW).database


def log(path: Path) -> HealthLog:
    """What a start of the program knows."""
    return HealthLog(HealthStore(database(path)))


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)


def test_at_the_first_start_nothing_is_known(path: Path) -> None:
    fresh = log(path)
    assert (fresh.answers, fresh.locks, fresh.confirmations, fresh.fault) == (None, (), (), None)


def test_answers_locks_and_statements_hold_at_once_and_at_the_next_start(path: Path) -> None:
    answers = health(Question.ASK_OSTEOPOROSIS)
    lock = Lock(CLOT, NOW, None)
    first = log(path)
    first.answer(answers)
    first.lock([lock])
    first.confirm([Question.ASK_OSTEOPOROSIS, CLOT], NOW + DAY)
    for known in (first, log(path)):
        assert known.answers == answers
        assert known.locks == (lock,)
        assert set(known.confirmations) == {
            Confirmation(Question.ASK_OSTEOPOROSIS, NOW + DAY),
            Confirmation(CLOT, NOW + DAY),
        }
        assert known.fault is None


def test_only_the_newest_list_of_answers_counts(path: Path) -> None:
    first = log(path)
    first.answer(health(Question.ASK_OSTEOPOROSIS))
    first.answer(health(at=later(days=1)))
    assert first.answers == health(at=later(days=1)) == log(path).answers


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        pytest.param(injured(0, 3), injured(1, 4), injured(1, 4), id="a later one prolongs"),
        pytest.param(injured(0, 3), injured(1, 2), injured(1, 3), id="a shorter one shortens nothing"),
        pytest.param(injured(1, 2), injured(0, 3), injured(1, 3), id="in either order"),
        pytest.param(injured(0, None), injured(1, 2), injured(1, None), id="no end is the latest"),
        pytest.param(injured(0, 3), injured(1, None), injured(1, None), id="even if it comes second"),
    ],
)
def test_of_two_locks_the_later_start_and_the_later_end_hold_now_and_after_a_restart(
    path: Path, one: Lock, other: Lock, kept: Lock
) -> None:
    first = log(path)
    first.lock([one])
    first.lock([other])
    assert first.locks == (kept,)
    assert log(path).locks == (kept,)


def test_locks_for_different_questions_stand_side_by_side(path: Path) -> None:
    locks = (Lock(CLOT, NOW, None), Lock(INJURY, NOW, NOW + DAY))
    first = log(path)
    first.lock(locks)
    assert set(first.locks) == set(locks) == set(log(path).locks)


def test_what_the_disk_will_not_take_holds_until_the_program_ends(path: Path) -> None:
    first = log(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    first.answer(health())
    first.lock([Lock(CLOT, NOW, None)])
    first.confirm([CLOT], NOW + DAY)
    other.close()
    assert first.answers == health()
    assert first.locks == (Lock(CLOT, NOW, None),)
    assert first.confirmations == (Confirmation(CLOT, NOW + DAY),)
    assert first.fault is not None
    assert first.fault.kind is TroubleKind.LOCKED
    assert log(path).answers is None


def test_what_could_not_be_kept_is_kept_with_the_next_thing(path: Path) -> None:
    first = log(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    first.answer(health())
    first.lock([Lock(CLOT, NOW, None)])
    assert first.fault is not None
    other.close()
    first.confirm([CLOT], NOW + DAY)
    assert first.fault is None
    second = log(path)
    assert (second.answers, second.locks) == (first.answers, first.locks)
    assert second.confirmations == first.confirmations


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE health_lock SET question = 'no-such-question'",
        "UPDATE health_lock SET since = 9000000000000000000",
        "UPDATE health_confirmation SET question = 'no-such-question'",
    ],
)
def test_a_lock_or_statement_that_cannot_be_read_has_everything_asked_again(path: Path, damage: str) -> None:
    first = log(path)
    first.answer(health())
    first.lock([Lock(CLOT, NOW, None)])
    first.confirm([Question.ASK_CANCER], NOW)
    spoil(path, damage)
    second = log(path)
    assert second.fault is not None
    assert second.fault.kind is TroubleKind.CORRUPT
    assert second.answers is None, "answers without their locks would open the gate"


def test_a_statement_made_after_a_fault_is_among_those_known(path: Path) -> None:
    first = log(path)
    first.confirm([Question.ASK_CANCER], NOW)
    first.confirm([Question.ASK_CANCER], NOW + DAY)
    assert Confirmation(Question.ASK_CANCER, NOW + DAY) in first.confirmations
    assert log(path).confirmations == (Confirmation(Question.ASK_CANCER, NOW + DAY),)


def test_only_trouble_with_the_disk_is_forgiven(path: Path) -> None:
    class Broken(HealthStore):
        def answers(self) -> None:
            raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        HealthLog(Broken(database(path)))
    assert not issubclass(RuntimeError, StorageFault)


class TestForgetting:
    """Deleting answers deletes what was said, and opens nothing."""

    def test_answers_and_statements_are_gone_at_once_and_at_the_next_start(self, path: Path) -> None:
        known = log(path)
        known.answer(health(Question.ASK_CANCER))
        known.confirm([Question.ASK_CANCER], NOW)
        known.forget(NOW)
        for each in (known, log(path)):
            assert (each.answers, each.locks, each.confirmations, each.fault) == (None, (), (), None)

    @pytest.mark.parametrize("sign", sorted(SIGNS))
    def test_a_lock_made_by_a_sign_stays_shut(self, path: Path, sign: Question) -> None:
        known = log(path)
        known.lock([Lock(sign, NOW, None)])
        known.forget(NOW + DAY)
        for each in (known, log(path)):
            assert each.locks == (Lock(sign, NOW, None),)

    @pytest.mark.parametrize("sign", sorted(SIGNS & set(HEALTH)))
    def test_a_sign_on_a_list_that_no_gate_has_seen_yet_is_locked_first(self, path: Path, sign: Question) -> None:
        known = log(path)
        known.answer(health(sign))
        known.forget(NOW)
        for each in (known, log(path)):
            assert each.locks == (Lock(sign, NOW, None),)

    def test_a_wait_that_is_not_over_stays_and_one_that_is_over_goes(self, path: Path) -> None:
        known = log(path)
        known.lock([injured(0, 3)])
        known.forget(NOW + 2 * DAY)
        assert known.locks == log(path).locks == (injured(0, 3),)
        known.forget(NOW + 3 * DAY)
        assert known.locks == log(path).locks == ()

    def test_what_a_statement_opened_does_not_shut_again(self, path: Path) -> None:
        known = log(path)
        known.lock([Lock(CLOT, NOW, None)])
        known.confirm([CLOT], NOW + DAY)
        known.forget(NOW + 2 * DAY)
        assert known.locks == log(path).locks == ()

    def test_what_the_disk_will_not_delete_is_told_and_tried_again(self, path: Path) -> None:
        known = log(path)
        known.answer(health())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        known.forget(NOW)
        assert known.answers is None
        assert isinstance(known.fault, StorageFault)
        other.close()
        known.lock([injured(0, 3)])
        assert known.fault is None
        assert log(path).answers is None
        assert log(path).locks == (injured(0, 3),)
