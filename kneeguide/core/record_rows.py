"""A record as rows of the tables, and back."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.pain import checked
from kneeguide.core.plan import StageKind
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.stored_time import from_stored, offset_of, to_stored

SESSION = """number, id, routine_id, title, version, started, started_offset, ended, ended_offset, outcome,
    stop_reason, before, after, next_day, note"""
PLANNED = "session, key, kind, technique, title, muscle, side, set_number, seconds, pressure"
DONE = "session, key, planned, seconds, outcome"
LIMIT = "session, question"


def _put_session(connection: sqlite3.Connection, record: Record) -> int:
    values = {
        "id": record.id,
        "routine_id": record.routine_id,
        "title": _text(record.title),
        "version": record.version,
        "started": to_stored(record.started),
        "started_offset": offset_of(record.started),
        "day": record.day.isoformat(),
        "ended": None if record.ended is None else to_stored(record.ended),
        "ended_offset": None if record.ended is None else offset_of(record.ended),
        "outcome": record.outcome,
        "stop_reason": _text(record.stop_reason),
        "before": checked(record.before),
        "after": checked(record.after),
        "next_day": checked(record.next_day),
        "note": _text(record.note),
    }
    columns = ", ".join(values)
    changes = ", ".join(f"{column} = excluded.{column}" for column in values if column != "id")
    connection.execute(
        f"INSERT INTO session ({columns}) VALUES ({', '.join('?' * len(values))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        tuple(values.values()),
    )
    return _number(connection, record.id)


def _add_stages(connection: sqlite3.Connection, number: int, stages: Iterable[StageDone]) -> None:
    connection.executemany(
        "INSERT INTO stage_done SELECT ?, (SELECT count(*) FROM stage_done WHERE session = ?), ?, ?, ?, ?",
        ((number, number, stage.key, stage.planned, stage.seconds, stage.outcome) for stage in stages),
    )


def _record(
    row: tuple[Any, ...],
    planned: list[tuple[Any, ...]],
    done: list[tuple[Any, ...]],
    limits: list[tuple[Any, ...]],
) -> Record:
    (_, id, routine_id, title, version, started, started_offset, ended, ended_offset, outcome, stop_reason) = row[:11]
    before, after, next_day, note = row[11:]
    return Record(
        id=id,
        routine_id=routine_id,
        title=title,
        version=version,
        started=from_stored(started, started_offset),
        planned=tuple(_planned(*values) for values in planned),
        stages=tuple(StageDone(key, meant, spent, StageOutcome(how)) for key, meant, spent, how in done),
        outcome=Outcome(outcome),
        stop_reason=stop_reason,
        before=before,
        after=after,
        next_day=next_day,
        note=note,
        limits=tuple(question for (question,) in limits),
        ended=None if ended is None else from_stored(ended, ended_offset),
    )


def _planned(
    key: str,
    kind: str,
    technique: str,
    title: str,
    muscle: str | None,
    side: str | None,
    set_number: int,
    seconds: float,
    pressure: int,
) -> PlannedStage:
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


def _text(text: str) -> str:
    """The text without halves of characters, which a broken paste can bring and which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
