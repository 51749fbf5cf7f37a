"""What was said about health outlives the program, and whatever cannot be read fails to the safe side."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fakes import START, health
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.database import Database, StorageFault, TroubleKind, open_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.questions import FOLLOW_UP, HEALTH, Answer, Answers, Confirmation, Lock, Question
from kneeguide.core.routine import Area

NOW = START.wall
HOUR = timedelta(hours=1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "history.db", None, NOW).database
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> HealthStore:
    return HealthStore(database)


# The full list


def test_a_new_user_has_answered_nothing(store: HealthStore) -> None:
    assert (store.answers(), store.locks(), store.confirmations()) == (None, (), ())


def test_the_newest_full_list_is_kept_and_only_that(database: Database, store: HealthStore) -> None:
    store.save_answers(health(Question.STOP_WOUND, wound_areas=[Area.CALF]))
    newer = health(Question.STOP_ACUTE_INJURY, injured_at=NOW - HOUR)
    store.save_answers(newer)
    assert store.answers() == newer
    assert database.rows("SELECT count(*) FROM health_list") == [(1,)]


@pytest.mark.parametrize("missing", HEALTH)
def test_half_a_list_is_asked_again(store: HealthStore, missing: Question) -> None:
    store.save_answers(health(without=[missing]))
    assert store.answers() is None


def test_a_missing_follow_up_makes_it_half_a_list(store: HealthStore) -> None:
    store.save_answers(health(Question.ASK_INFLAMMATORY, without=[Question.FLARING_NOW]))
    assert store.answers() is None
    store.save_answers(health(Question.ASK_INFLAMMATORY))
    assert store.answers() == health(Question.ASK_INFLAMMATORY)


@pytest.mark.parametrize(
    ("column", "content"),
    [
        ("given", ""),
        ("given", "{"),
        ("given", "[]"),
        ("given", "null"),
        ("given", "7"),
        ("given", "[" * 100_000),
        ("given", '{"stop-wound": "no"}'),
        ("given", "{0, 'a-question-of-a-newer-version': 'no'}"),
        ("wound_areas", '["elbow"]'),
        ("wound_areas", "7"),
        ("extra", '{"Own question?": "perhaps"}'),
        ("extra", '{"Own question?": null}'),
    ],
)
def test_a_list_that_cannot_be_read_is_asked_again(
    database: Database, store: HealthStore, column: str, content: str
) -> None:
    store.save_answers(health())
    assert store.answers() == health()
    database.rows(f"UPDATE health_list SET {column} = ?", (content,))
    assert store.answers() is None
    store.save_answers(health())
    assert store.answers() == health()


def test_an_unknown_question_or_answer_makes_the_whole_list_unreadable(database: Database, store: HealthStore) -> None:
    for found, put in (("}", ', "from-a-newer-version": "no"}'), ('"stop-wound": "no"', '"stop-wound": "maybe"')):
        store.save_answers(health())
        database.rows("UPDATE health_list SET given = replace(given, ?, ?)", (found, put))
        assert store.answers() is None


# Locks and statements


def test_of_two_locks_for_one_question_the_later_start_and_end_hold(store: HealthStore) -> None:
    first = Lock(Question.TODAY_INJURY, NOW, NOW + 72 * HOUR)
    store.keep_locks([first])
    store.keep_locks([Lock(Question.TODAY_INJURY, NOW + HOUR, NOW + 10 * HOUR)])
    assert store.locks() == (Lock(Question.TODAY_INJURY, NOW + HOUR, NOW + 72 * HOUR),)
    store.keep_locks([Lock(Question.TODAY_INJURY, NOW - HOUR, NOW + 99 * HOUR)])
    assert store.locks() == (Lock(Question.TODAY_INJURY, NOW + HOUR, NOW + 99 * HOUR),)


@pytest.mark.parametrize("order", [1, -1])
def test_a_lock_that_waits_for_a_statement_outlasts_one_with_an_end(store: HealthStore, order: int) -> None:
    locks = [
        Lock(Question.STOP_INFECTION, NOW, None),
        Lock(Question.STOP_INFECTION, NOW + HOUR, NOW + 2 * HOUR),
    ]
    store.keep_locks(locks[::order])
    assert store.locks() == (Lock(Question.STOP_INFECTION, NOW + HOUR, None),)


def test_locks_that_have_run_out_are_still_told(store: HealthStore) -> None:
    old = Lock(Question.ASK_INJECTION, NOW - 900 * HOUR, NOW - 800 * HOUR)
    store.keep_locks([old])
    store.keep_locks([])
    assert store.locks() == (old,)


def test_the_newest_statement_for_a_question_is_kept(store: HealthStore) -> None:
    store.confirm(Confirmation(Question.STOP_DVT_PAIN, NOW))
    store.confirm(Confirmation(Question.STOP_DVT_PAIN, NOW + HOUR))
    store.confirm(Confirmation(Question.STOP_DVT_PAIN, NOW - HOUR))
    store.confirm(Confirmation(Question.ASK_CANCER, NOW - HOUR))
    assert store.confirmations() == (
        Confirmation(Question.ASK_CANCER, NOW - HOUR),
        Confirmation(Question.STOP_DVT_PAIN, NOW + HOUR),
    )


@pytest.mark.parametrize("table", ["health_lock", "health_confirmation"])
def test_a_lock_or_statement_that_makes_no_sense_refuses_and_resets_at_the_next_start(
    database: Database, store: HealthStore, table: str
) -> None:
    store.save_answers(health())
    store.keep_locks([Lock(Question.STOP_INFECTION, NOW, None)])
    store.confirm(Confirmation(Question.STOP_INFECTION, NOW))
    database.rows("PRAGMA ignore_check_constraints = ON")
    database.rows(f"UPDATE {table} SET question = 'garbled'")
    with pytest.raises(StorageFault) as told:
        store.locks() if table == "health_lock" else store.confirmations()
    assert told.value.kind is TroubleKind.CORRUPT
    database.close()

    restarted = open_database(database.path, None, NOW)
    assert restarted.trouble is not None
    assert restarted.trouble.kind is TroubleKind.CORRUPT
    assert HealthStore(restarted.database).answers() is None, "everything is asked again"
    restarted.database.close()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO health_lock VALUES ('no-such-question', 0, NULL)",
        "INSERT INTO health_lock VALUES ('stop-wound', 'yesterday', NULL)",
        "INSERT INTO health_lock VALUES ('stop-wound', 0, 9000000000000000000)",
        "INSERT INTO health_lock VALUES ('stop-wound', NULL, NULL)",
        "INSERT INTO health_confirmation VALUES ('no-such-question', 0)",
        "INSERT INTO health_confirmation VALUES ('stop-wound', -9000000000000000000)",
        "INSERT INTO health_list VALUES (2, 0, NULL, NULL, '{}', '[]', '{}')",
    ],
)
def test_the_tables_let_nothing_in_that_could_not_be_read(database: Database, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.rows(statement)


@pytest.mark.parametrize("question", Question)
def test_the_tables_know_every_question(store: HealthStore, question: Question) -> None:
    """A question that is added needs a migration, so that an older program refuses the file."""
    store.keep_locks([Lock(question, NOW, None)])
    store.confirm(Confirmation(question, NOW))
    assert store.locks() == (Lock(question, NOW, None),)
    assert store.confirmations() == (Confirmation(question, NOW),)


def test_forgetting_leaves_no_trace_in_the_file(database: Database, store: HealthStore) -> None:
    store.save_answers(health(Question.ASK_CANCER))
    store.keep_locks([Lock(Question.STOP_INFECTION, NOW, None)])
    store.confirm(Confirmation(Question.ASK_CANCER, NOW))
    assert database.path is not None
    answered = b'"ask-cancer": "yes"'
    assert answered in database.path.read_bytes()
    store.forget()
    assert (store.answers(), store.locks(), store.confirmations()) == (None, (), ())
    assert answered not in database.path.read_bytes()


def test_what_is_still_closed_can_be_kept_when_all_else_is_forgotten(store: HealthStore) -> None:
    open_by_now = Lock(Question.ASK_INJECTION, NOW - 900 * HOUR, NOW - 800 * HOUR)
    closed = Lock(Question.STOP_INFECTION, NOW, None)
    store.save_answers(health(Question.ASK_CANCER))
    store.keep_locks([open_by_now, closed])
    store.confirm(Confirmation(Question.ASK_CANCER, NOW))
    store.forget(but=[closed])
    assert (store.answers(), store.locks(), store.confirmations()) == (None, (closed,), ())


# Every value

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TIMES = st.builds(
    lambda passed, offset: (EPOCH + timedelta(microseconds=passed)).astimezone(timezone(timedelta(minutes=offset))),
    st.integers(-2 * 10**15, 22 * 10**16),
    st.integers(-1439, 1439),
)
ALL_ASKED = (*HEALTH, *FOLLOW_UP.values())
SAID = st.sampled_from(Answer)
COMPLETE = st.fixed_dictionaries(
    dict.fromkeys(ALL_ASKED, SAID), optional=dict.fromkeys(set(Question) - set(ALL_ASKED), SAID)
)
ANSWERS = st.builds(
    Answers,
    given=COMPLETE | st.dictionaries(st.sampled_from(Question), SAID),
    at=TIMES,
    injured_at=st.none() | TIMES,
    injected_at=st.none() | TIMES,
    wound_areas=st.frozensets(st.sampled_from(Area)),
    extra=st.dictionaries(st.text(max_size=9), SAID, max_size=3),
)
QUESTIONS = st.sampled_from(Question)
LOCKS = st.lists(st.builds(Lock, QUESTIONS, TIMES, st.none() | TIMES), unique_by=lambda lock: lock.question, max_size=8)
CONFIRMATIONS = st.lists(
    st.builds(Confirmation, QUESTIONS, TIMES), unique_by=lambda confirmation: confirmation.question, max_size=8
)


@pytest.fixture(scope="module")
def shared() -> Iterator[HealthStore]:
    """One store for all examples of a property: a file for each would only be slow."""
    database = open_database(None, None, NOW).database
    yield HealthStore(database)
    database.close()


@given(answers=ANSWERS)
def test_any_full_list_comes_back_as_it_was_and_any_other_as_none(shared: HealthStore, answers: Answers) -> None:
    shared.save_answers(answers)
    assert shared.answers() == (None if answers.unanswered(HEALTH) else answers)


@given(locks=LOCKS, confirmations=CONFIRMATIONS)
def test_any_locks_and_statements_come_back_as_they_were(
    shared: HealthStore, locks: list[Lock], confirmations: list[Confirmation]
) -> None:
    shared.forget()
    shared.keep_locks(locks)
    for confirmation in confirmations:
        shared.confirm(confirmation)
    assert set(shared.locks()) == set(locks)
    assert set(shared.confirmations()) == set(confirmations)
