"""Every stage that was finished is in the diary, and nothing that was not done counts as done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import partial
from pathlib import Path

import pytest
from fakes import START, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core.database import Database, StorageFault, TroubleKind, open_database
from kneeguide.core.flare import AFTER_PAIN_REST
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_filter import EVERYTHING, Scope
from kneeguide.core.history_store import DELETED_KEPT, HistoryStore
from kneeguide.core.next_day import NEXT_DAY_WITHIN
from kneeguide.core.routine import Condition, Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn

NOW = START.wall
RECORD = opened("one", planned(), 3, NOW)
STAGES = tuple(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE) for stage in RECORD.planned)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "history.db", None, NOW).database
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> HistoryStore:
    return HistoryStore(database)


def last_ended(store: HistoryStore) -> datetime | None:
    last = store.last_record()
    return last.ended if last else None


def after_restart(database: Database) -> HistoryStore:
    """What the next run of the program finds on the disk."""
    assert database.path is not None
    copy = open_database(None, None, NOW).database
    with closing(sqlite3.connect(database.path)) as disk:
        disk.backup(copy._connection)
    return HistoryStore(copy)


def closed(id: str, started: datetime = NOW, outcome: Outcome = Outcome.COMPLETED) -> Record:
    return replace(RECORD, id=id, started=started, outcome=outcome, ended=started + timedelta(minutes=10))


# The life of a session


def test_each_finished_stage_is_on_the_disk_at_once(database: Database, store: HistoryStore) -> None:
    store.open(RECORD)
    assert after_restart(database).unfinished() == RECORD
    for number, stage in enumerate(STAGES, start=1):
        store.append("one", stage)
        assert after_restart(database).unfinished() == replace(RECORD, stages=STAGES[:number])


def test_a_finished_stage_is_one_transaction(database: Database, store: HistoryStore) -> None:
    store.open(RECORD)
    statements: list[str] = []
    database._connection.set_trace_callback(statements.append)
    store.append("one", STAGES[0])
    assert [word for word in statements if word.split()[0] in ("BEGIN", "COMMIT")] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_the_same_stage_can_be_visited_again(store: HistoryStore) -> None:
    visits = (
        replace(STAGES[1], seconds=4.5, outcome=StageOutcome.WENT_BACK),
        STAGES[0],
        replace(STAGES[1], planned=STAGES[1].planned + 10),
    )
    store.open(RECORD)
    for visit in visits:
        store.append("one", visit)
    assert store.get("one") == replace(RECORD, stages=visits)


def test_closing_keeps_how_when_why_and_what_the_user_felt(store: HistoryStore) -> None:
    ended = NOW + timedelta(minutes=12)
    store.open(RECORD)
    store.append("one", STAGES[0])
    store.close("one", Outcome.STOPPED, "knee-pain", ended, after=4, note="Sharp, under the kneecap — stopped. 🦵")
    assert store.get("one") == replace(
        RECORD,
        stages=STAGES[:1],
        outcome=Outcome.STOPPED,
        stop_reason="knee-pain",
        ended=ended,
        after=4,
        note="Sharp, under the kneecap — stopped. 🦵",
    )
    assert store.unfinished() is None


def test_a_session_cannot_be_closed_as_open(store: HistoryStore) -> None:
    store.open(RECORD)
    with pytest.raises(ValueError, match="open"):
        store.close("one", Outcome.OPEN, "", NOW)


def test_ratings_come_later_one_by_one_and_none_leaves_what_is_there(store: HistoryStore) -> None:
    store.save(closed("one"))
    store.rate("one", after=0)
    store.rate("one", next_day=2)
    store.rate("one", note="Slept well")
    store.rate("one")
    record = store.get("one")
    assert record is not None
    assert (record.before, record.after, record.next_day, record.note) == (3, 0, 2, "Slept well")
    store.rate("one", note="")
    record = store.get("one")
    assert record is not None
    assert record.note == ""


def test_what_was_told_can_be_changed_and_taken_back(database: Database, store: HistoryStore) -> None:
    told = replace(
        closed("one"),
        stages=STAGES[:1],
        after=4,
        next_day=0,
        next_day_told=NOW + timedelta(hours=20),
        next_day_marks=False,
        note="Fine",
    )
    store.save(told)
    changed = replace(told, before=None, after=None, next_day=None, next_day_marks=None, note="")
    store.amend(changed)
    assert after_restart(database).get("one") == changed
    store.amend(told)
    assert after_restart(database).get("one") == told


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_change_off_the_scale_is_refused(store: HistoryStore, rating: int) -> None:
    store.save(closed("one"))
    for change in ({"before": rating}, {"after": rating}, {"next_day": rating}):
        with pytest.raises(ValueError, match="from 0 to 10"):
            store.amend(replace(closed("one"), **change))  # type: ignore[arg-type]
    assert store.get("one") == closed("one")


def test_a_session_by_hand_counts_for_its_day_but_opens_nothing(store: HistoryStore) -> None:
    """It neither ends the first week nor takes the place of a session that calls for rest."""
    sore = replace(closed("sore"), after=9, stages=STAGES)
    store.save(sore)
    old = replace(closed("old", NOW - timedelta(days=30)), by_hand=True)
    new = replace(closed("new", NOW + timedelta(hours=1)), by_hand=True, stages=STAGES)
    store.save(old)
    store.save(new)
    assert store.first_started() == sore.started
    assert store.last_record() == sore
    assert store.doses_on(NOW.date()) == {key: 2 * seconds for key, seconds in sore.doses().items()}
    assert store.records() == (new, sore, old)


def test_what_is_deleted_can_be_listed_until_it_is_purged(database: Database, store: HistoryStore) -> None:
    for n in range(3):
        store.save(closed(f"r{n}", NOW - timedelta(days=n)))
    store.delete("r0", NOW)
    store.delete("r2", NOW - timedelta(days=1))
    assert [record.id for record in after_restart(database).deleted()] == ["r0", "r2"]
    store.purge_deleted(NOW + DELETED_KEPT)
    assert [record.id for record in store.deleted()] == ["r0"]
    store.undelete("r0")
    assert store.deleted() == ()


def test_what_was_not_answered_is_not_zero(database: Database, store: HistoryStore) -> None:
    store.save(replace(closed("one"), before=None))
    record = store.get("one")
    assert record is not None
    assert (record.before, record.after, record.next_day) == (None, None, None)
    assert database.rows("SELECT before IS NULL, after IS NULL, next_day IS NULL FROM session") == [(1, 1, 1)]


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_off_the_scale_is_refused(database: Database, store: HistoryStore, rating: int) -> None:
    store.save(closed("one"))
    with pytest.raises(ValueError, match="0 to 10"):
        store.rate("one", after=rating)
    for column in ("before", "after", "next_day"):
        with pytest.raises(sqlite3.IntegrityError):
            database.rows(f"UPDATE session SET {column} = ?", (rating,))


def test_a_note_with_half_a_character_is_kept_without_it(store: HistoryStore) -> None:
    store.save(closed("one"))
    store.rate("one", note="good \ud83d day\0.")
    record = store.get("one")
    assert record is not None
    assert record.note == "good ? day\0."


# After a crash


def test_without_a_crash_nothing_is_unfinished(store: HistoryStore) -> None:
    assert store.unfinished() is None
    store.save(closed("one"))
    assert store.unfinished() is None


def test_an_unfinished_session_can_be_gone_on_with(database: Database, store: HistoryStore) -> None:
    store.open(RECORD)
    store.append("one", STAGES[0])
    restarted = after_restart(database)
    found = restarted.unfinished()
    assert found is not None
    assert found.outcome is Outcome.OPEN
    restarted.append(found.id, STAGES[1])
    restarted.close(found.id, Outcome.COMPLETED, "", NOW + timedelta(hours=1))
    record = restarted.get("one")
    assert record is not None
    assert (record.stages, record.outcome) == (STAGES[:2], Outcome.COMPLETED)


def test_an_unfinished_session_can_be_kept_as_partial(store: HistoryStore) -> None:
    ended = NOW + timedelta(minutes=2)
    store.open(RECORD)
    store.append("one", STAGES[0])
    store.keep_partial("one", ended)
    assert store.unfinished() is None
    assert store.records() == (replace(RECORD, stages=STAGES[:1], outcome=Outcome.INTERRUPTED, ended=ended),)


def test_an_unfinished_session_can_be_discarded_and_brought_back(store: HistoryStore) -> None:
    store.open(RECORD)
    store.append("one", STAGES[0])
    store.discard("one", NOW)
    assert (store.unfinished(), store.records(), store.count()) == (None, (), 0)
    ended = NOW + timedelta(seconds=STAGES[0].seconds)
    assert last_ended(store) == ended, "it was a session all the same, an instant ago"
    store.undelete("one")
    assert store.records() == (replace(RECORD, stages=STAGES[:1], outcome=Outcome.INTERRUPTED, ended=ended),)


def test_discarding_one_session_does_not_end_another(store: HistoryStore) -> None:
    store.save(closed("old"))
    store.open(RECORD)
    store.discard("old", NOW)
    assert store.unfinished() == RECORD


def test_at_most_one_session_is_open(database: Database, store: HistoryStore) -> None:
    store.open(RECORD)
    store.append("one", STAGES[0])
    newer = replace(RECORD, id="two", started=NOW + timedelta(days=1))
    store.open(newer)
    assert store.unfinished() == newer
    older = store.get("one")
    assert older is not None
    assert older.outcome is Outcome.INTERRUPTED
    assert older.ended == NOW + timedelta(seconds=STAGES[0].seconds)
    with pytest.raises(sqlite3.IntegrityError):
        database.rows("UPDATE session SET outcome = 'open' WHERE id = 'one'")


def test_a_session_whose_opening_failed_is_told_and_can_be_saved_whole(store: HistoryStore) -> None:
    with pytest.raises(StorageFault) as told:
        store.append("one", STAGES[0])
    assert told.value.kind is TroubleKind.NOT_SAVED
    whole = replace(RECORD, stages=STAGES[:1])
    store.save(whole)
    store.append("one", STAGES[1])
    assert store.get("one") == replace(RECORD, stages=STAGES[:2])


def test_saving_again_changes_nothing_and_saving_more_adds_it(store: HistoryStore) -> None:
    store.open(RECORD)
    store.append("one", STAGES[0])
    for _ in range(2):
        store.save(replace(RECORD, stages=STAGES[:3]))
        assert store.records() == (replace(RECORD, stages=STAGES[:3]),)
    assert store.count() == 1


# The list


def test_the_newest_come_first_page_by_page_even_where_two_began_at_once(store: HistoryStore) -> None:
    for number in range(7):
        store.save(closed(str(number), NOW + timedelta(hours=number // 2)))
    assert [record.id for record in store.records()] == list("6543210")
    pages, last = [], None
    while page := store.records(limit=3, before=last):
        pages.append("".join(record.id for record in page))
        last = page[-1]
    assert pages == ["654", "321", "0"]


def test_what_is_looked_at_is_listed_page_by_page_and_counted(store: HistoryStore) -> None:
    conditions = ((Condition.OSTEOARTHRITIS,), (Condition.PATELLOFEMORAL, Condition.IT_BAND), ())
    records = [
        replace(
            closed(f"r{n}", NOW - timedelta(days=n)),
            routine_id=f"routine-{n % 2}",
            conditions=conditions[n % 3],
        )
        for n in range(20)
    ]
    for record in records:
        store.save(record)
    store.delete("r4", NOW)
    for scope in (
        EVERYTHING,
        Scope(first_day=(NOW - timedelta(days=9)).date()),
        Scope(routine_id="routine-1"),
        Scope(condition=Condition.PATELLOFEMORAL),
        Scope((NOW - timedelta(days=9)).date(), "routine-0", Condition.OSTEOARTHRITIS),
        Scope(routine_id="never done"),
    ):
        expected = tuple(each for each in records if each.id != "r4" and scope.has(each))
        assert store.records(scope=scope) == expected
        assert store.count(scope) == len(expected)
        paged: tuple[Record, ...] = ()
        while page := store.records(2, paged[-1] if paged else None, scope):
            paged += page
        assert paged == expected


def test_routines_are_those_that_occur_by_the_title_they_had_last(store: HistoryStore) -> None:
    assert store.routines() == {}
    store.save(replace(closed("a"), title="Seated ease"))
    store.save(replace(closed("b", NOW - timedelta(days=1)), title="Seated ease, as it was called"))
    store.save(replace(closed("c"), routine_id="another", title="Desk break"))
    store.save(replace(closed("d"), routine_id="deleted", title="Gone"))
    store.delete("d", NOW)
    assert list(store.routines().items()) == [("another", "Desk break"), ("oa-hands-short", "Seated ease")]


def test_order_is_by_instant_whatever_the_zone(store: HistoryStore) -> None:
    store.save(closed("noon in London", datetime(2026, 6, 1, 12, tzinfo=timezone(timedelta(hours=1)))))
    store.save(closed("noon in Sydney", datetime(2026, 6, 1, 12, tzinfo=timezone(timedelta(hours=10)))))
    assert [record.id for record in store.records()] == ["noon in London", "noon in Sydney"]


def test_the_users_offset_and_day_come_back(database: Database, store: HistoryStore) -> None:
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    started = datetime(2026, 5, 4, 0, 1, tzinfo=kathmandu)
    store.save(closed("one", started))
    record = store.get("one")
    assert record is not None
    assert record.started.isoformat() == "2026-05-04T00:01:00+05:45"
    assert record.ended is not None
    assert record.ended.isoformat() == "2026-05-04T00:11:00+05:45"
    assert database.rows("SELECT day FROM session") == [("2026-05-04",)]


def test_deleting_is_stored_can_be_undone_after_a_restart_and_is_final_once_purged(
    database: Database, store: HistoryStore
) -> None:
    store.save(closed("one"))
    store.save(closed("two"))
    store.delete("one", NOW)
    restarted = after_restart(database)
    assert [record.id for record in restarted.records()] == ["two"]
    assert restarted.get("one") is None
    restarted.undelete("one")
    assert restarted.get("one") == closed("one")

    store.purge_deleted(NOW + timedelta(days=8))
    assert store.count() == 1
    with pytest.raises(StorageFault):
        store.undelete("one")
    assert database.rows("SELECT DISTINCT session FROM planned_stage") == [(2,)]


def test_the_first_start_and_the_last_end(store: HistoryStore) -> None:
    assert (store.first_started(), last_ended(store)) == (None, None)
    store.open(replace(RECORD, id="open", started=NOW - timedelta(days=3)))
    assert last_ended(store) is None
    store.save(closed("a", NOW - timedelta(days=2)))
    store.save(closed("b", NOW))
    assert store.first_started() == NOW - timedelta(days=3)
    assert last_ended(store) == NOW + timedelta(minutes=10)
    store.delete("b", NOW)
    assert last_ended(store) == NOW + timedelta(minutes=10), "until it is purged"
    store.purge_deleted(NOW + timedelta(days=8))
    assert last_ended(store) == NOW - timedelta(days=2) + timedelta(minutes=10)
    store.delete("open", NOW)
    assert store.first_started() == NOW - timedelta(days=2)


def test_a_session_of_long_ago_can_be_put_back_for_a_week_after_it_was_deleted(store: HistoryStore) -> None:
    record = closed("one", NOW - timedelta(days=300))
    store.save(record)
    store.delete("one", NOW)
    store.purge_deleted(NOW + timedelta(days=7))
    store.undelete("one")
    assert store.get("one") == record
    store.purge_deleted(NOW + timedelta(days=30))
    assert store.get("one") == record, "only what is deleted is purged"
    store.delete("one", NOW + timedelta(days=30))
    store.purge_deleted(NOW + timedelta(days=37))
    assert store.deleted() == (record,)
    store.purge_deleted(NOW + timedelta(days=37, microseconds=1))
    assert store.deleted() == ()


def test_deleting_a_session_and_leaving_does_not_shorten_the_rest_after_it(store: HistoryStore) -> None:
    assert DELETED_KEPT > NEXT_DAY_WITHIN + AFTER_PAIN_REST
    record = closed("one")
    assert record.ended is not None
    store.save(record)
    store.delete("one", NOW)
    store.purge_deleted(record.ended + NEXT_DAY_WITHIN + AFTER_PAIN_REST)
    assert last_ended(store) == record.ended


def test_what_an_older_version_deleted_is_purged_by_when_it_ended(database: Database, store: HistoryStore) -> None:
    store.save(closed("one"))
    store.delete("one", NOW)
    with database.change() as connection:
        connection.execute("UPDATE session SET deleted_at = NULL")
    store.purge_deleted(NOW + timedelta(days=7))
    assert len(store.deleted()) == 1
    store.purge_deleted(NOW + timedelta(days=7, minutes=11))
    assert store.deleted() == ()


@pytest.mark.parametrize("column", ["started", "ended"])
def test_a_time_that_is_no_date_is_damage(database: Database, store: HistoryStore, column: str) -> None:
    store.save(closed("one"))
    database.rows("PRAGMA ignore_check_constraints = 1")
    database.rows(f"UPDATE session SET {column} = {2**62}")
    ask = store.first_started if column == "started" else partial(last_ended, store)
    with pytest.raises(StorageFault) as told:
        ask()
    assert told.value.kind is TroubleKind.CORRUPT


def test_an_open_session_is_not_among_the_completed_ones(store: HistoryStore) -> None:
    store.open(RECORD)
    for stage in STAGES:
        store.append("one", stage)
    assert [record.outcome for record in store.records()] == [Outcome.OPEN]


# The day's doses


def test_the_doses_of_a_day_are_all_that_was_spent_in_all_its_sessions(store: HistoryStore) -> None:
    glides = [stage for stage in RECORD.planned if stage.muscle is Muscle.QUADS]
    left, right = (stage.key for stage in glides)
    store.save(replace(closed("morning", NOW - timedelta(hours=9)), stages=STAGES))
    visits = (
        StageDone(left, 40.0, 12.5, StageOutcome.RESTARTED),
        StageDone(left, 50.0, 50.0, StageOutcome.DONE),
        StageDone(right, 40.0, 7.0, StageOutcome.STOPPED),
    )
    store.save(replace(closed("noon", NOW - timedelta(hours=5)), stages=visits))
    store.delete("noon", NOW)
    store.save(replace(closed("yesterday", NOW - timedelta(days=1)), stages=STAGES))
    store.save(replace(RECORD, stages=STAGES[:2]))
    today = store.doses_on(NOW.date())
    assert today[Muscle.QUADS, Side.LEFT] == 40.0 + 62.5 + 40.0
    assert today[Muscle.QUADS, Side.RIGHT] == 40.0 + 7.0
    assert today[Muscle.CALF, Side.LEFT] == 30.0
    assert store.doses_on(NOW.date(), without="one")[Muscle.QUADS, Side.LEFT] == 102.5
    assert store.doses_on(NOW.date() + timedelta(days=1)) == {}


@settings(max_examples=20)
@given(records=st.deferred(lambda: st.lists(records(), max_size=4, unique_by=lambda record: record.id)))
def test_the_doses_of_a_day_are_the_sum_of_its_records(records: list[Record]) -> None:
    database = open_database(None, None, NOW).database
    store = HistoryStore(database)
    for record in records:
        store.save(record)
    for day in {record.day for record in records}:
        expected: dict[tuple[Muscle, Side | None], float] = {}
        for record in (record for record in records if record.day == day):
            for key, seconds in record.doses().items():
                expected[key] = expected.get(key, 0.0) + seconds
        assert store.doses_on(day) == pytest.approx(expected)
    database.close()


# Every value


@pytest.mark.parametrize(
    ("words", "column"),
    [
        (Outcome, "session.outcome"),
        (StageKind, "planned_stage.kind"),
        (Muscle, "planned_stage.muscle"),
        (Side, "planned_stage.side"),
        (StageOutcome, "stage_done.outcome"),
        (StopReason, "session_eased.cause"),
        (WayOn, "session_eased.way"),
    ],
)
def test_the_tables_know_every_word_of_this_version_and_no_other(
    database: Database, store: HistoryStore, words: type[StrEnum], column: str
) -> None:
    """A word that is added needs a migration, so that an older program refuses the file."""
    table, name = column.split(".")
    eased = Eased(STAGES[1].key, StopReason.TOO_SORE, WayOn.LIGHTER)
    store.save(replace(RECORD, stages=STAGES, eased=(eased,)))
    for word in words:
        database.rows(f"UPDATE {table} SET {name} = ?", (word,))
    with pytest.raises(sqlite3.IntegrityError):
        database.rows(f"UPDATE {table} SET {name} = 'no such word'")


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
SECONDS = st.floats(0, 1e6, allow_nan=False)
RATINGS = st.none() | st.integers(0, 10)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TIMES = st.builds(
    lambda passed, offset: (EPOCH + timedelta(microseconds=passed)).astimezone(timezone(timedelta(minutes=offset))),
    st.integers(-2 * 10**15, 22 * 10**16),
    st.integers(-1439, 1439),
)
PLANNED = st.builds(
    PlannedStage,
    key=WORDS,
    kind=st.sampled_from(StageKind),
    technique=WORDS,
    title=WORDS,
    muscle=st.none() | st.sampled_from(Muscle),
    side=st.none() | st.sampled_from(Side),
    set_number=st.integers(1, 9),
    seconds=SECONDS,
    pressure=st.integers(0, 10),
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    plan = tuple(draw(st.lists(PLANNED, unique_by=lambda stage: stage.key, max_size=4)))
    keys = st.sampled_from([stage.key for stage in plan]) if plan else st.nothing()
    visits = st.builds(StageDone, key=keys, planned=SECONDS, seconds=SECONDS, outcome=st.sampled_from(StageOutcome))
    eased = st.builds(Eased, key=keys, cause=st.sampled_from(StopReason), way=st.sampled_from(WayOn))
    return Record(
        id=draw(WORDS),
        routine_id=draw(WORDS),
        title=draw(WORDS),
        version=draw(st.integers(1, 99)),
        started=draw(TIMES),
        planned=plan,
        stages=tuple(draw(st.lists(visits, max_size=4))),
        outcome=draw(st.sampled_from(Outcome)),
        stop_reason=draw(WORDS),
        before=draw(RATINGS),
        after=draw(RATINGS),
        next_day=draw(RATINGS),
        note=draw(WORDS),
        limits=tuple(draw(st.lists(WORDS, max_size=3))),
        next_day_told=draw(st.none() | TIMES),
        next_day_marks=draw(st.none() | st.booleans()),
        by_hand=draw(st.booleans()),
        conditions=tuple(each for each in Condition if draw(st.booleans())),
        ended=draw(st.none() | TIMES),
        eased=tuple(draw(st.lists(eased, max_size=3))),
    )


@pytest.fixture(scope="module")
def shared() -> Iterator[HistoryStore]:
    """One store for all examples of a property: a file for each would only be slow."""
    database = open_database(None, None, NOW).database
    yield HistoryStore(database)
    database.close()


@given(record=records())
def test_any_record_comes_back_as_it_was(shared: HistoryStore, record: Record) -> None:
    shared.save(record)
    found = shared.get(record.id)
    assert found == record
    assert found is not None
    assert found.started.utcoffset() == record.started.utcoffset()
    assert found.day == record.day
    assert (found.ended and found.ended.utcoffset()) == (record.ended and record.ended.utcoffset())


@given(record=records(), cut=st.integers(0, 4))
def test_a_record_that_grew_stage_by_stage_is_the_one_that_was_saved_whole(
    shared: HistoryStore, record: Record, cut: int
) -> None:
    shared.save(replace(record, stages=record.stages[:cut]))
    for stage in record.stages[cut:]:
        shared.append(record.id, stage)
    assert shared.get(record.id) == record


def test_the_last_record_counts_until_it_is_purged(store: HistoryStore) -> None:
    store.save(closed("one"))
    store.delete("one", NOW)
    assert store.records() == ()
    last = store.last_record()
    assert last is not None
    assert last.id == "one"


# What the pain rules look at


def test_the_pain_rules_get_six_weeks_and_the_first_three_numbers_ever(store: HistoryStore) -> None:
    for id, days, before in (("0", 90, None), ("1", 80, 5), ("2", 70, 6), ("3", 60, 4), ("4", 50, 4), ("5", 42, 3)):
        store.save(replace(closed(id, NOW - timedelta(days=days)), before=before))
    store.save(replace(closed("6", NOW - timedelta(days=42, seconds=1)), before=3))
    assert {record.id for record in store.for_pain_rules(NOW)} == {"1", "2", "3", "5"}
    store.delete("5", NOW)
    assert "5" in {record.id for record in store.for_pain_rules(NOW)}, "the body does not forget so fast"


def test_with_an_empty_diary_the_pain_rules_get_nothing(store: HistoryStore) -> None:
    assert store.for_pain_rules(NOW) == ()
    assert store.refused_for_pain(NOW.date()) == ()


def test_a_day_without_a_session_for_pain_is_kept_once(database: Database, store: HistoryStore) -> None:
    first, second = NOW.date(), NOW.date() + timedelta(days=1)
    for day in (second, first, second):
        store.refuse_for_pain(day)
    assert after_restart(database).refused_for_pain(first) == (first, second)
    assert after_restart(database).refused_for_pain(second) == (second,)


def test_a_day_that_is_none_is_damage(database: Database, store: HistoryStore) -> None:
    with database.change() as connection:
        connection.execute("INSERT INTO high_pain_day (day) VALUES ('2026-13-01')")
    with pytest.raises(StorageFault) as caught:
        store.refused_for_pain(NOW.date())
    assert caught.value.kind is TroubleKind.CORRUPT
