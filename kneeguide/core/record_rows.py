"""A record as rows of the tables, and back."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.pain import checked
from kneeguide.core.routine import Condition, Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.stored_time import from_stored, maybe_stored, offset_of, to_stored
from kneeguide.core.trouble import Eased, StopReason, WayOn

Row = tuple[Any, ...]

SESSION = """number, id, routine_id, title, version, started, started_offset, ended, ended_offset, outcome,
    stop_reason, before, after, next_day, note, next_day_told, next_day_marks, by_hand"""
PLANNED = "session, key, kind, technique, title, muscle, side, set_number, seconds, pressure"
DONE = "session, key, planned, seconds, outcome"
LIMIT = "session, question"
EASED = "session, key, cause, way"
CONDITION = "session, condition"


def put_record(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record over whatever is stored of it. Whether it is deleted stays as it is."""
    number = _put_session(connection, record)
    connection.execute("DELETE FROM planned_stage WHERE session = ?", (number,))
    connection.execute("DELETE FROM session_limit WHERE session = ?", (number,))
    connection.execute("DELETE FROM session_condition WHERE session = ?", (number,))
    connection.executemany(
        f"INSERT INTO planned_stage ({PLANNED}, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, *_planned_row(stage), position) for position, stage in enumerate(record.planned)),
    )
    connection.executemany(
        f"INSERT INTO session_limit ({LIMIT}, position) VALUES (?, ?, ?)",
        ((number, question, position) for position, question in enumerate(record.limits)),
    )
    connection.executemany(
        f"INSERT INTO session_eased ({EASED}, position) VALUES (?, ?, ?, ?, ?)",
        ((number, eased.key, eased.cause, eased.way, position) for position, eased in enumerate(record.eased)),
    )
    connection.executemany(
        f"INSERT INTO session_condition ({CONDITION}) VALUES (?, ?)",
        ((number, condition) for condition in record.conditions),
    )
    add_stages(connection, number, record.stages)


def add_stages(connection: sqlite3.Connection, number: int, stages: Iterable[StageDone]) -> None:
    """Add visits to stages after those that the session ``number`` has."""
    connection.executemany(
        f"INSERT INTO stage_done ({DONE}, position) SELECT ?, ?, ?, ?, ?, count(*) FROM stage_done WHERE session = ?",
        ((number, stage.key, stage.planned, stage.seconds, stage.outcome, number) for stage in stages),
    )


def record_from(
    session: Row,
    planned: Iterable[Row],
    done: Iterable[Row],
    limits: Iterable[Row],
    eased: Iterable[Row],
    conditions: Iterable[Row],
) -> Record:
    """The record of a SESSION row and the rows of its parts, in this order. Raises ValueError for an unknown word."""
    (_, id, routine_id, title, version, started, started_offset, ended, ended_offset, outcome, *told) = session
    stop_reason, before, after, next_day, note, next_day_told, next_day_marks, by_hand = told
    named = {condition for _, condition in conditions}
    return Record(
        id=id,
        routine_id=routine_id,
        title=title,
        version=version,
        started=from_stored(started, started_offset),
        planned=tuple(_planned(row) for row in planned),
        stages=tuple(StageDone(key, meant, spent, StageOutcome(how)) for _, key, meant, spent, how in done),
        outcome=Outcome(outcome),
        stop_reason=stop_reason,
        before=before,
        after=after,
        next_day=next_day,
        note=note,
        limits=tuple(question for _, question in limits),
        eased=tuple(Eased(key, StopReason(cause), WayOn(way)) for _, key, cause, way in eased),
        ended=None if ended is None else from_stored(ended, ended_offset),
        next_day_told=None if next_day_told is None else from_stored(next_day_told, started_offset),
        next_day_marks=None if next_day_marks is None else bool(next_day_marks),
        by_hand=bool(by_hand),
        conditions=tuple(each for each in Condition if each.value in named),
    )


def storable(text: str) -> str:
    """The text without halves of characters, which a broken paste can bring and which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _put_session(connection: sqlite3.Connection, record: Record) -> int:
    values = {
        "id": record.id,
        "routine_id": record.routine_id,
        "title": storable(record.title),
        "version": record.version,
        "started": to_stored(record.started),
        "started_offset": offset_of(record.started),
        "day": record.day.isoformat(),
        "ended": maybe_stored(record.ended),
        "ended_offset": None if record.ended is None else offset_of(record.ended),
        "outcome": record.outcome,
        "stop_reason": storable(record.stop_reason),
        "before": checked(record.before),
        "after": checked(record.after),
        "next_day": checked(record.next_day),
        "note": storable(record.note),
        "next_day_told": maybe_stored(record.next_day_told),
        "next_day_marks": record.next_day_marks,
        "by_hand": record.by_hand,
    }
    changes = ", ".join(f"{column} = excluded.{column}" for column in values if column != "id")
    connection.execute(
        f"INSERT INTO session ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        tuple(values.values()),
    )
    number: int = connection.execute("SELECT number FROM session WHERE id = ?", (record.id,)).fetchone()[0]
    return number


def _planned_row(stage: PlannedStage) -> Row:
    return (
        stage.key,
        stage.kind,
        stage.technique,
        storable(stage.title),
        stage.muscle,
        stage.side,
        stage.set_number,
        stage.seconds,
        stage.pressure,
    )


def _planned(row: Row) -> PlannedStage:
    _, key, kind, technique, title, muscle, side, set_number, seconds, pressure = row
    return PlannedStage(
        key,
        StageKind(kind),
        technique,
        title,
        None if muscle is None else Muscle(muscle),
        None if side is None else Side(side),
        set_number,
        seconds,
        pressure,
    )
