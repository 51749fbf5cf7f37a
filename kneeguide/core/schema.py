"""The tables, how they came to be, and how to tell a database of ours from others before touching it.

Everything that the tables let in can be read back: times are whole microseconds, and each word is checked against those
that this version knows. A new word in one of these lists therefore needs a migration of its own, which raises the
version, so that an older program refuses the file instead of misreading it.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

APPLICATION_ID = 0x4B6E6547
"""The letters KneG, at offset 68 of the file."""

HEADER_SIZE = 100
MAGIC = b"SQLite format 3\0"

_TIME = "BETWEEN -2208988800000000 AND 221845392000000000"
"""Microseconds since 1970 UTC, from the year 1900 to the year 9000: all of them are dates to Python."""

_QUESTIONS = """(
    'emergency-breathing', 'emergency-cold-leg', 'emergency-saddle', 'emergency-shape', 'emergency-tight',
    'stop-dvt-swelling', 'stop-dvt-pain', 'stop-dvt-skin', 'stop-dvt-known', 'stop-infection', 'stop-osteomyelitis',
    'stop-acute-injury', 'stop-fracture', 'stop-knee-red-flags', 'stop-wound', 'stop-myositis', 'stop-surgery',
    'stop-unexplained', 'clot-bed-rest', 'clot-weak-leg', 'clot-surgery', 'clot-journey', 'clot-hormones',
    'ask-anticoagulant', 'ask-osteoporosis', 'ask-prev-clot', 'ask-pregnancy', 'ask-cancer', 'ask-circulation',
    'ask-sensation', 'ask-implant', 'ask-inflammatory', 'ask-heart-kidney', 'ask-injection', 'ask-widespread',
    'ask-under18', 'flaring-now', 'adapt-veins', 'adapt-fragile-skin', 'adapt-skin-patch', 'adapt-sore-hands',
    'adapt-balance', 'adapt-floor', 'adapt-shoulder-back', 'today-leg-change', 'today-unwell', 'today-injury',
    'today-skin', 'today-numbness', 'today-after-last')"""

_FIRST = (
    f"""
    CREATE TABLE session (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        routine_id TEXT NOT NULL,
        title TEXT NOT NULL,
        version INTEGER NOT NULL,
        started INTEGER NOT NULL CHECK (started {_TIME}),
        started_offset INTEGER NOT NULL CHECK (started_offset BETWEEN -1439 AND 1439),
        day TEXT NOT NULL,
        ended INTEGER CHECK (ended {_TIME}),
        ended_offset INTEGER CHECK (ended_offset BETWEEN -1439 AND 1439),
        outcome TEXT NOT NULL CHECK (outcome IN ('open', 'completed', 'stopped', 'interrupted')),
        stop_reason TEXT NOT NULL,
        before INTEGER CHECK (before BETWEEN 0 AND 10),
        after INTEGER CHECK (after BETWEEN 0 AND 10),
        next_day INTEGER CHECK (next_day BETWEEN 0 AND 10),
        note TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
        CHECK ((ended IS NULL) = (ended_offset IS NULL))
    ) STRICT""",
    "CREATE INDEX session_by_start ON session (started, number)",
    "CREATE INDEX session_by_end ON session (ended)",
    "CREATE INDEX session_by_day ON session (day)",
    "CREATE UNIQUE INDEX one_open_session ON session (outcome) WHERE outcome = 'open'",
    """
    CREATE TABLE planned_stage (
        session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('get-ready', 'work', 'change-over', 'rest', 'check-in')),
        technique TEXT NOT NULL,
        title TEXT NOT NULL,
        muscle TEXT CHECK (muscle IN ('quads', 'vastus-lateralis', 'around-kneecap', 'hip-flexors', 'tfl', 'glutes',
            'hamstrings', 'calf')),
        side TEXT CHECK (side IN ('left', 'right')),
        set_number INTEGER NOT NULL,
        seconds REAL NOT NULL,
        pressure INTEGER NOT NULL,
        PRIMARY KEY (session, position),
        UNIQUE (session, key)
    ) STRICT, WITHOUT ROWID""",
    """
    CREATE TABLE stage_done (
        session INTEGER NOT NULL,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        planned REAL NOT NULL,
        seconds REAL NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'restarted', 'went-back', 'stopped')),
        PRIMARY KEY (session, position),
        FOREIGN KEY (session, key) REFERENCES planned_stage (session, key) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    """
    CREATE TABLE session_limit (
        session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        question TEXT NOT NULL,
        PRIMARY KEY (session, position)
    ) STRICT, WITHOUT ROWID""",
    f"""
    CREATE TABLE health_list (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        answered INTEGER NOT NULL CHECK (answered {_TIME}),
        injured INTEGER CHECK (injured {_TIME}),
        injected INTEGER CHECK (injected {_TIME}),
        given TEXT NOT NULL,
        wound_areas TEXT NOT NULL,
        extra TEXT NOT NULL
    ) STRICT""",
    f"""
    CREATE TABLE health_lock (
        question TEXT PRIMARY KEY NOT NULL CHECK (question IN {_QUESTIONS}),
        since INTEGER NOT NULL CHECK (since {_TIME}),
        until INTEGER CHECK (until {_TIME})
    ) STRICT, WITHOUT ROWID""",
    f"""
    CREATE TABLE health_confirmation (
        question TEXT PRIMARY KEY NOT NULL CHECK (question IN {_QUESTIONS}),
        stated INTEGER NOT NULL CHECK (stated {_TIME})
    ) STRICT, WITHOUT ROWID""",
)


def _make_first_tables(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST:
        connection.execute(statement)


def _add_what_was_eased(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE session_eased (
            session INTEGER NOT NULL,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            cause TEXT NOT NULL CHECK (cause IN ('chest-pain', 'breathless', 'numbness', 'sharp-pain', 'joint-pain',
                'pop', 'dizzy', 'too-sore', 'no-time', 'nothing-done')),
            way TEXT NOT NULL CHECK (way IN ('lighter', 'leave-out', 'end')),
            PRIMARY KEY (session, position),
            FOREIGN KEY (session, key) REFERENCES planned_stage (session, key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID"""
    )


_AFTERWARDS = (
    f"ALTER TABLE session ADD COLUMN next_day_told INTEGER CHECK (next_day_told {_TIME})",
    "ALTER TABLE session ADD COLUMN next_day_marks INTEGER CHECK (next_day_marks IN (0, 1))",
    "ALTER TABLE session ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1))",
    f"ALTER TABLE session ADD COLUMN deleted_at INTEGER CHECK (deleted_at {_TIME})",
    "CREATE INDEX session_by_routine ON session (routine_id, started, number, deleted)",
    "CREATE INDEX session_deleted ON session (started) WHERE deleted",
    "CREATE INDEX session_listed ON session (started, number) WHERE NOT deleted",
    """
    CREATE TABLE session_condition (
        session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
        condition TEXT NOT NULL CHECK (condition IN ('osteoarthritis', 'patellofemoral', 'it-band')),
        PRIMARY KEY (session, condition)
    ) STRICT, WITHOUT ROWID""",
    f"""
    CREATE TABLE activity (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        added INTEGER NOT NULL CHECK (added {_TIME}),
        retired INTEGER CHECK (retired {_TIME})
    ) STRICT""",
    """
    CREATE TABLE activity_rating (
        activity INTEGER NOT NULL REFERENCES activity (number) ON DELETE CASCADE,
        day TEXT NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
        PRIMARY KEY (activity, day)
    ) STRICT, WITHOUT ROWID""",
    """
    CREATE TABLE overall_change (
        day TEXT PRIMARY KEY NOT NULL,
        step INTEGER NOT NULL CHECK (step BETWEEN -3 AND 3)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE high_pain_day (day TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID",
    f"""
    CREATE TABLE weekly_plan (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        first_day TEXT NOT NULL,
        weeks INTEGER NOT NULL CHECK (weeks IN (4, 6)),
        reminder INTEGER CHECK (reminder BETWEEN 0 AND 1439),
        put_off TEXT,
        changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
        made INTEGER NOT NULL CHECK (made {_TIME}),
        ended INTEGER CHECK (ended {_TIME}),
        review TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE UNIQUE INDEX one_weekly_plan ON weekly_plan (ended IS NULL) WHERE ended IS NULL",
    """
    CREATE TABLE weekly_plan_day (
        plan INTEGER NOT NULL REFERENCES weekly_plan (number) ON DELETE CASCADE,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        position INTEGER NOT NULL,
        routine_id TEXT NOT NULL,
        title TEXT NOT NULL,
        PRIMARY KEY (plan, weekday, position)
    ) STRICT, WITHOUT ROWID""",
)


def _add_what_comes_afterwards(connection: sqlite3.Connection) -> None:
    """The next day, sessions by hand, deletion times, activities, overall change, days of much pain, weekly plans."""
    for statement in _AFTERWARDS:
        connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _make_first_tables,
    _add_what_was_eased,
    _add_what_comes_afterwards,
)
"""Each takes the tables from the version of its place in the list to the next. Released ones are never edited."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest version, inside the caller's transaction.

    It writes even if there is nothing to do: only a write proves that the place can be written to.
    """
    for migration in MIGRATIONS[version_of(connection) :]:
        migration(connection)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables, 0 for an empty database."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def has_all_tables(connection: sqlite3.Connection) -> bool:
    """Whether each table and index is there just as the newest version makes it."""
    query = "SELECT type, name, sql FROM sqlite_schema"
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(model)
        return set(model.execute(query)) <= set(connection.execute(query))
    finally:
        model.close()


@dataclass(frozen=True)
class Identity:
    """Whose database a file is, as its first 100 bytes say."""

    application_id: int
    version: int

    @property
    def is_ours(self) -> bool:
        """Whether KneeGuide, of any version, made it."""
        return self.application_id == APPLICATION_ID

    @property
    def is_newer(self) -> bool:
        """Whether a newer KneeGuide made it."""
        return self.version > len(MIGRATIONS)


def identity_of(path: Path) -> Identity | None:
    """Read whose database a file is without SQLite, which might change it. None if it is not one. Raises OSError."""
    with path.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if len(header) < HEADER_SIZE or not header.startswith(MAGIC):
        return None
    return Identity(int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big", signed=True))
