"""Whatever state the database's file is in, a start works, harms nothing, and says what is wrong."""

import errno
import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from fakes import START, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core import schema
from kneeguide.core.backups import backup_if_due
from kneeguide.core.database import Database, Opened, StorageFault, TroubleKind, open_database, read_database
from kneeguide.core.history import Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.storage import kind_of, sentence_for

NOW = START.wall
RECORD = opened("one", planned(), 3, NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def start(path: Path | None, backups: Path | None = None) -> Opened:
    return open_database(path, backups, NOW)


def with_history(path: Path, *records: Record) -> None:
    """A database as a run of the program leaves it, with these records."""
    database = start(path).database
    for record in records or (RECORD,):
        HistoryStore(database).save(record)
    database.close()


def history(opened: Opened) -> tuple[Record, ...]:
    records = HistoryStore(opened.database).records()
    opened.database.close()
    return records


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a hash of what is in it."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def set_header(path: Path, *, version: int | None = None, application: int | None = None) -> None:
    with closing(sqlite3.connect(path)) as connection:
        if version is not None:
            connection.execute(f"PRAGMA user_version = {version}")
        if application is not None:
            connection.execute(f"PRAGMA application_id = {application}")


# The plain case


def test_the_first_start_makes_a_private_file_that_carries_our_mark_and_version(path: Path) -> None:
    first = start(path)
    assert first.trouble is None
    assert first.database.saves
    first.database.close()
    assert schema.identity_of(path) == schema.Identity(schema.APPLICATION_ID, len(schema.MIGRATIONS))
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_start_finds_what_the_first_one_wrote(path: Path) -> None:
    with_history(path)
    second = start(path)
    assert second.trouble is None
    assert history(second) == (RECORD,)


def test_an_empty_file_counts_as_fresh(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    fresh = start(path)
    assert fresh.trouble is None
    assert history(fresh) == ()


def test_names_with_quotes_spaces_and_marks_of_addresses_work(tmp_path: Path) -> None:
    path = tmp_path / "Zoë's knee? #1 100% é" / "-history.db"
    with_history(path)
    assert history(start(path)) == (RECORD,)
    assert history(read_database(path)) == (RECORD,)


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.db"
    path.parent.mkdir()
    path.symlink_to(real)
    with_history(path)
    assert path.is_symlink()
    assert history(start(real)) == (RECORD,)


def test_each_change_is_synced_and_journalled_and_keeps_the_rules(path: Path) -> None:
    database = start(path).database
    pragmas = {name: database.rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragmas == {"journal_mode": "delete", "synchronous": 2, "foreign_keys": 1}
    tables = database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    assert tables
    assert all("STRICT" in sql for _, sql in tables)
    database.close()


def test_a_change_that_fails_half_way_leaves_nothing(path: Path) -> None:
    database = start(path).database
    HistoryStore(database).save(RECORD)

    def half_a_change() -> None:
        with database.change() as connection:
            connection.execute("DELETE FROM session")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_change()
    assert HistoryStore(database).records() == (RECORD,)
    database.close()


def test_a_wrong_statement_is_a_fault_of_ours_and_rises_as_it_is(path: Path) -> None:
    database = start(path).database
    with pytest.raises(sqlite3.OperationalError):
        database.rows("SELECT nonsense")
    database.close()


# Files that are not ours to touch


@pytest.mark.parametrize(
    ("header", "kind", "named"),
    [
        ({"version": 99}, TroubleKind.NEWER, ("99", f"up to {len(schema.MIGRATIONS)}")),
        ({"application": 0x12345678}, TroubleKind.FOREIGN, ("0x12345678", f"{schema.APPLICATION_ID:#x}")),
        ({"application": 0}, TroubleKind.FOREIGN, ("0x0",)),
    ],
)
def test_a_newer_or_foreign_file_is_refused_and_not_a_byte_of_it_changes(
    path: Path, backups: Path, header: dict[str, int], kind: TroubleKind, named: tuple[str, ...]
) -> None:
    with_history(path)
    set_header(path, **header)
    before = fingerprint(path.parent)
    refused = start(path, backups)
    assert refused.trouble is not None
    assert refused.trouble.kind is kind
    assert all(name in refused.trouble.sentence for name in (*named, str(path)))
    assert not refused.database.saves
    HistoryStore(refused.database).save(RECORD)
    assert history(refused) == (RECORD,), "this run still works, in memory"
    assert fingerprint(path.parent) == before
    assert not backups.exists()


def test_a_newer_file_left_by_a_crash_keeps_its_journal(path: Path) -> None:
    with_history(path)
    set_header(path, version=99)
    path.with_name("history.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    before = fingerprint(path.parent)
    refused = start(path)
    refused.database.close()
    assert refused.trouble is not None
    assert refused.trouble.kind is TroubleKind.NEWER
    assert fingerprint(path.parent) == before


# Damaged files


def html(path: Path) -> None:
    path.write_text("<html>Please sign in to the hotel's network</html>" * 40)


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def a_broken_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xa5" * 3996
    path.write_bytes(content)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "somebody's file").write_text("kept")


def a_lost_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE health_lock")


def a_version_that_never_was(path: Path) -> None:
    set_header(path, version=0)


def bad_bytes_in_a_table(path: Path) -> None:
    """SQLite quotes them in its message, which then is no text."""
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE session (", b"CREATE TABLE session \xff"))


DAMAGES = [html, half, one_byte, a_broken_page, a_folder, a_lost_table, a_version_that_never_was, bad_bytes_in_a_table]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_moved_aside_whole_and_a_new_one_begun(path: Path, damage: object) -> None:
    with_history(path)
    damage(path)  # type: ignore[operator]
    damaged = fingerprint(path) if path.is_dir() else path.read_bytes()
    fresh = start(path)
    assert fresh.trouble is not None
    assert fresh.trouble.kind is TroubleKind.CORRUPT
    moved_to = fresh.trouble.moved_to
    assert moved_to is not None
    assert moved_to.name == "history-set-aside-2026-03-02T180000.db", "the time is in the name"
    assert str(moved_to) in fresh.trouble.sentence
    assert (fingerprint(moved_to) if moved_to.is_dir() else moved_to.read_bytes()) == damaged
    assert fresh.trouble.newest_backup is None
    assert fresh.database.saves
    assert history(fresh) == ()
    again = start(path)
    assert again.trouble is None
    again.database.close()


def test_two_damaged_files_in_one_second_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    kept = []
    for text in ("first", "second"):
        path.write_text(text * 100)
        fresh = start(path)
        fresh.database.close()
        assert fresh.trouble is not None
        assert fresh.trouble.moved_to is not None
        kept.append(fresh.trouble.moved_to)
    assert [file.read_text()[:6] for file in kept] == ["firstf", "second"]


def test_the_journal_of_a_damaged_file_goes_with_it(path: Path) -> None:
    path.mkdir(parents=True)
    path.with_name("history.db-journal").write_bytes(b"not a journal")
    fresh = start(path)
    assert fresh.trouble is not None
    moved_to = fresh.trouble.moved_to
    assert moved_to is not None
    assert moved_to.with_name(f"{moved_to.name}-journal").read_bytes() == b"not a journal"
    assert history(fresh) == ()


def test_the_newest_backup_without_damage_is_offered(path: Path, backups: Path) -> None:
    with_history(path)
    for day in range(4):
        database = start(path).database
        backup_if_due(database, backups, NOW + timedelta(days=day))
        database.close()
    names = sorted(backups.iterdir())
    html(names[-1])
    shutil.copy(path, names[-2])
    set_header(names[-2], version=99)
    html(path)
    fresh = start(path, backups)
    fresh.database.close()
    assert fresh.trouble is not None
    assert fresh.trouble.newest_backup == names[-3]


def break_a_rule(path: Path) -> None:
    """What a flipped bit may do: SQLite finds it only when it checks everything."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE session SET outcome = 'cpmpleted'")


def test_damage_met_in_the_middle_is_told_at_once_and_looked_into_at_the_next_start(path: Path) -> None:
    with_history(path)
    break_a_rule(path)
    second = start(path)
    assert second.trouble is None, "no start reads everything"
    with pytest.raises(StorageFault) as told:
        HistoryStore(second.database).records()
    assert told.value.kind is TroubleKind.CORRUPT
    second.database.close()

    third = start(path)
    assert third.trouble is not None
    assert third.trouble.kind is TroubleKind.CORRUPT
    assert history(third) == ()
    fourth = start(path)
    assert fourth.trouble is None
    fourth.database.close()


def test_a_page_that_goes_bad_while_running_is_told_and_set_aside_at_the_next_start(path: Path) -> None:
    with_history(path, *(replace(RECORD, id=str(number), outcome=RECORD.outcome.STOPPED) for number in range(200)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    second = start(path)
    assert second.trouble is None
    with pytest.raises(StorageFault) as told:
        HistoryStore(second.database).records()
    assert told.value.kind is TroubleKind.CORRUPT
    second.database.close()
    third = start(path)
    assert third.trouble is not None
    assert third.trouble.kind is TroubleKind.CORRUPT
    third.database.close()


def test_a_rule_that_breaks_because_the_file_is_damaged_is_told_as_damage(path: Path) -> None:
    with_history(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO stage_done VALUES (1, 1, 'of no stage', 1, 1, 'done')")
    second = start(path)
    with pytest.raises(StorageFault) as told:
        HistoryStore(second.database).append("one", StageDone(RECORD.planned[0].key, 1, 1, StageOutcome.DONE))
    assert told.value.kind is TroubleKind.CORRUPT
    second.database.close()


def test_a_bad_byte_in_a_title_hides_nothing_else(path: Path) -> None:
    with_history(path)
    path.write_bytes(path.read_bytes().replace(RECORD.title.encode(), b"\xff" + RECORD.title.encode()[1:]))
    assert history(start(path)) == (replace(RECORD, title="\N{REPLACEMENT CHARACTER}" + RECORD.title[1:]),)


@given(
    spots=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=64)), min_size=1),
    cut=st.floats(0.1, 1),
)
@settings(max_examples=60, deadline=None)
def test_however_the_file_is_damaged_the_program_starts_and_the_next_start_is_well(
    tmp_path_factory: pytest.TempPathFactory, spots: list[tuple[float, bytes]], cut: float
) -> None:
    path = tmp_path_factory.mktemp("damage") / "history.db"
    with_history(path)
    content = bytearray(path.read_bytes())
    for place, noise in spots:
        at = int(place * len(content))
        content[at : at + len(noise)] = noise
    path.write_bytes(content[: int(cut * len(content))])
    for _ in range(3):
        opened = start(path)
        store = HistoryStore(opened.database)
        told = None
        for use in (store.records, store.unfinished, store.last_record, partial(store.save, RECORD)):
            try:
                use()
            except StorageFault as fault:
                told = fault
        opened.database.close()
    assert told is None, "by the third start the damaged file has been set aside"


def test_a_false_alarm_is_forgotten(path: Path) -> None:
    with_history(path)
    database = start(path).database
    assert database.damage().kind is TroubleKind.CORRUPT
    database.close()
    assert len(list(path.parent.iterdir())) == 2
    second = start(path)
    assert second.trouble is None
    assert history(second) == (RECORD,)
    assert len(list(path.parent.iterdir())) == 1


# Places that cannot be written to


def test_with_no_place_at_all_this_run_lives_in_memory() -> None:
    opened = start(None)
    assert opened.trouble is not None
    assert opened.trouble.kind is TroubleKind.NOT_SAVED
    assert not opened.database.saves
    HistoryStore(opened.database).save(RECORD)
    assert history(opened) == (RECORD,)


def test_a_data_folder_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    opened = start(tmp_path / "data" / "history.db")
    assert opened.trouble is not None
    assert opened.trouble.kind is TroubleKind.NOT_SAVED
    assert not opened.database.saves
    assert history(opened) == ()


def refusing(code: int) -> object:
    """os.open as it is on such a disk. Permissions do not bind whoever runs the tests as root."""
    real = os.open

    def refuse(path: object, flags: int, *rest: int, **more: object) -> int:
        if flags & os.O_RDWR:
            raise OSError(code, os.strerror(code), str(path))
        return real(path, flags, *rest, **more)  # type: ignore[arg-type]

    return refuse


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_on_a_read_only_disk_history_can_be_read_and_this_session_is_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    with_history(path)
    before = fingerprint(path.parent)
    monkeypatch.setattr(os, "open", refusing(code))
    opened = start(path)
    assert opened.trouble is not None
    assert opened.trouble.kind is TroubleKind.READ_ONLY
    assert not opened.database.saves
    store = HistoryStore(opened.database)
    assert store.records() == (RECORD,)
    today = replace(RECORD, id="two", started=NOW + timedelta(days=1))
    store.open(today)
    assert [record.id for record in store.records()] == ["two", "one"]
    opened.database.close()
    assert fingerprint(path.parent) == before


def test_a_file_that_another_program_holds_can_still_be_read_but_is_not_waited_for(path: Path) -> None:
    with_history(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        opened = start(path)
        assert opened.trouble is not None
        assert opened.trouble.kind is TroubleKind.LOCKED
        assert not opened.database.saves
        assert history(opened) == (RECORD,)
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        shut_out = start(path)
        assert shut_out.trouble is not None
        assert shut_out.trouble.kind is TroubleKind.LOCKED
        assert history(shut_out) == ()


def test_a_file_held_by_another_program_in_mid_session_is_told_and_saved_later(path: Path) -> None:
    database = start(path).database
    store = HistoryStore(database)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault) as told:
            store.open(RECORD)
        assert told.value.kind is TroubleKind.LOCKED
    store.save(RECORD)
    assert store.records() == (RECORD,)
    database.close()


def fill_up(database: Database) -> None:
    """From now on the disk is full."""
    pages = database.rows("PRAGMA page_count")[0][0]
    database.rows(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_in_mid_session_is_told_keeps_what_was_there_and_is_made_good_by_saving_later(path: Path) -> None:
    database = start(path).database
    store = HistoryStore(database)
    store.open(RECORD)
    fill_up(database)
    long = replace(RECORD, note="word " * 20_000)
    with pytest.raises(StorageFault) as told:
        store.save(long)
    assert told.value.kind is TroubleKind.FULL
    assert "full" in str(told.value)
    assert store.records() == (RECORD,)
    database.rows("PRAGMA max_page_count = 1000000")
    store.save(long)
    assert store.records() == (long,)
    database.close()


def test_a_file_taken_away_in_mid_session_is_told(path: Path, tmp_path: Path) -> None:
    database = start(path).database
    path.rename(tmp_path / "taken.db")
    with pytest.raises(StorageFault) as told:
        HistoryStore(database).open(RECORD)
    assert told.value.kind is TroubleKind.NOT_SAVED
    database.close()


def test_a_damaged_file_that_cannot_be_moved_stays_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    html(path)

    def refuse(*_: object) -> Path:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "rename", refuse)
    opened = start(path)
    assert opened.trouble is not None
    assert opened.trouble.kind is TroubleKind.CORRUPT
    assert opened.trouble.moved_to is None
    assert not opened.database.saves
    opened.database.close()
    assert path.read_text().startswith("<html>")


@pytest.mark.parametrize("kind", [TroubleKind.NOT_SAVED, TroubleKind.FULL, TroubleKind.READ_ONLY, TroubleKind.LOCKED])
def test_a_fault_names_the_file_and_what_to_do(kind: TroubleKind) -> None:
    sentence = sentence_for(kind, Path("/home/ann/history.db"))
    assert sentence.startswith("History is not being saved: ")
    assert "/home/ann/history.db" in sentence
    assert any(word in sentence for word in ("Free", "Allow", "Close", "Check"))


def test_only_the_worlds_errors_have_a_kind() -> None:
    assert kind_of(OSError(errno.ENOSPC, "")) is TroubleKind.FULL
    assert kind_of(OSError(errno.EIO, "")) is TroubleKind.NOT_SAVED
    assert kind_of(sqlite3.ProgrammingError("closed")) is None
    assert kind_of(sqlite3.IntegrityError("ours")) is None


# Looking only


@pytest.mark.parametrize("damage", [None, *DAMAGES])
def test_looking_changes_nothing_on_the_disk(path: Path, damage: object) -> None:
    with_history(path)
    if damage:
        damage(path)  # type: ignore[operator]
    before = fingerprint(path.parent)
    looked = read_database(path)
    assert not looked.database.saves
    assert (looked.trouble is None) is (damage is None)
    assert history(looked) == (() if damage else (RECORD,))
    assert fingerprint(path.parent) == before


@pytest.mark.parametrize("header", [{"version": 99}, {"application": 7}])
def test_looking_refuses_what_is_not_ours(path: Path, header: dict[str, int]) -> None:
    with_history(path)
    set_header(path, **header)
    looked = read_database(path)
    assert looked.trouble is not None
    assert history(looked) == ()


def test_looking_where_there_is_nothing_finds_nothing_and_makes_nothing(path: Path) -> None:
    for place in (path, None):
        looked = read_database(place)
        assert looked.trouble is None
        assert history(looked) == ()
    assert not path.parent.exists()


# Changes of the tables


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE session ADD COLUMN mood INTEGER")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE session ADD COLUMN mood INTEGER")
    raise ZeroDivisionError


def test_before_the_tables_change_a_copy_is_made(path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_history(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_mood))
    monkeypatch.setattr("kneeguide.core.database.MIGRATIONS", schema.MIGRATIONS)
    changed = start(path, backups)
    assert changed.trouble is None
    assert changed.database.rows("SELECT id, mood FROM session") == [("one", None)]
    assert changed.database.rows("PRAGMA user_version") == [(len(schema.MIGRATIONS),)]
    changed.database.close()
    (copy,) = backups.iterdir()
    assert copy.name == f"history-2026-03-02-before-version-{len(schema.MIGRATIONS)}.db"
    assert schema.identity_of(copy) == schema.Identity(schema.APPLICATION_ID, len(schema.MIGRATIONS) - 1)


def first_version(path: Path) -> None:
    """A diary as the first version of the tables kept it: one session in the middle, and a yes in the health list."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.MIGRATIONS[0](connection)
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO session VALUES (1, 'one', 'r', 'Seated ease', 1, 1000000, 60, '1970-01-01', NULL, NULL,"
            " 'open', '', 3, NULL, NULL, 'a note', 0)"
        )
        connection.execute(
            "INSERT INTO planned_stage VALUES (1, 0, '1-left-1', 'work', 't', 'Glides', 'quads', 'left', 1, 40.0, 2)"
        )
        connection.execute("INSERT INTO stage_done VALUES (1, 0, '1-left-1', 40.0, 12.5, 'skipped')")


def test_a_diary_of_the_first_version_is_copied_then_taken_over_whole(path: Path, backups: Path) -> None:
    first_version(path)
    changed = start(path, backups)
    assert changed.trouble is None
    (record,) = history(changed)
    assert (record.title, record.note, record.before, record.eased) == ("Seated ease", "a note", 3, ())
    assert record.stages == (StageDone("1-left-1", 40.0, 12.5, StageOutcome.SKIPPED),)
    assert schema.identity_of(path) == schema.Identity(schema.APPLICATION_ID, len(schema.MIGRATIONS))
    (copy,) = backups.iterdir()
    assert schema.identity_of(copy) == schema.Identity(schema.APPLICATION_ID, 1)
    assert [each.title for each in history(read_database(copy))] == ["Seated ease"]


def test_a_program_of_the_first_version_refuses_what_this_one_wrote(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_history(path)
    before = fingerprint(path.parent)
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
    monkeypatch.setattr("kneeguide.core.database.MIGRATIONS", schema.MIGRATIONS)
    refused = start(path, backups)
    assert refused.trouble is not None
    assert refused.trouble.kind is TroubleKind.NEWER
    refused.database.close()
    assert fingerprint(path.parent) == before


def test_a_change_of_the_tables_that_fails_leaves_them_as_they_were(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_history(path)
    with monkeypatch.context() as newer:
        newer.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, fail))
        newer.setattr("kneeguide.core.database.MIGRATIONS", schema.MIGRATIONS)
        with pytest.raises(ZeroDivisionError):
            start(path, backups)
    assert history(start(path)) == (RECORD,)


def test_without_a_copy_the_tables_are_not_changed(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_history(path)
    before = fingerprint(path.parent)
    (tmp_path / "a file").touch()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_mood))
    monkeypatch.setattr("kneeguide.core.database.MIGRATIONS", schema.MIGRATIONS)
    opened = start(path, tmp_path / "a file" / "backups")
    assert opened.trouble is not None
    assert not opened.database.saves
    assert opened.database.rows("SELECT id, mood FROM session") == [("one", None)], "a changed copy, in memory"
    opened.database.close()
    assert fingerprint(path.parent) == before
