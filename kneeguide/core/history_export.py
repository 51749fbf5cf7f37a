"""The diary in forms that other programs read: a table of sessions, and everything there is as JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable

from kneeguide.core.history import Record

CSV_COLUMNS = (
    "started",
    "routine",
    "title",
    "version",
    "outcome",
    "stop_reason",
    "planned_seconds",
    "seconds",
    "pain_before",
    "pain_after",
    "pain_next_day",
    "note",
)
"""Times are ISO 8601 with the offset of the day; pain is 0 to 10, empty where it was not answered."""

# What a spreadsheet would run as a formula: such a sign at the start of a text or of a line in it, blanks apart.
_FORMULA = re.compile("^(?=\t|[^\\S\n]*[=+\\-@＝＋－＠])", re.MULTILINE)


def as_csv(records: Iterable[Record]) -> str:
    """One line for each session under a line of names."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for record in records:
        writer.writerow(
            (
                record.started.isoformat(timespec="seconds"),
                plain_text(record.routine_id),
                plain_text(record.title),
                record.version,
                record.outcome.value,
                plain_text(record.stop_reason),
                round(record.planned_seconds, 1),
                round(record.seconds, 1),
                record.before,
                record.after,
                record.next_day,
                plain_text(record.note),
            )
        )
    return table.getvalue()


def plain_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before each line that looks like one."""
    return _FORMULA.sub("'", text.replace("\r\n", "\n").replace("\r", "\n"))


def as_json(records: Iterable[Record]) -> str:
    """A list with one object for each session, its stages included."""
    return (
        json.dumps([record_as_json(record) for record in records], ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    )


def record_as_json(record: Record) -> dict[str, object]:
    """One session with its stages, in values that JSON knows: times as ISO 8601, lengths in seconds."""
    return {
        "id": record.id,
        "started": record.started.isoformat(),
        "ended": None if record.ended is None else record.ended.isoformat(),
        "routine": record.routine_id,
        "title": record.title,
        "version": record.version,
        "outcome": record.outcome.value,
        "stop_reason": record.stop_reason,
        "planned_seconds": record.planned_seconds,
        "seconds": record.seconds,
        "pain": {"before": record.before, "after": record.after, "next_day": record.next_day},
        "note": record.note,
        "limits": list(record.limits),
        "eased": [{"key": eased.key, "cause": eased.cause.value, "way": eased.way.value} for eased in record.eased],
        "planned": [
            {
                "key": stage.key,
                "kind": stage.kind.value,
                "technique": stage.technique,
                "title": stage.title,
                "muscle": stage.muscle,
                "side": stage.side,
                "set": stage.set_number,
                "seconds": stage.seconds,
                "pressure": stage.pressure,
            }
            for stage in record.planned
        ],
        "stages": [
            {
                "key": stage.key,
                "planned": stage.planned,
                "seconds": stage.seconds,
                "outcome": stage.outcome.value,
            }
            for stage in record.stages
        ],
    }


def as_text(records: Iterable[Record]) -> str:
    """One line for each session, to be read by people."""
    return "".join(f"{_line(record)}\n" for record in records)


def _line(record: Record) -> str:
    def rating(pain: int | None) -> str:
        return "-" if pain is None else str(pain)

    minutes, seconds = divmod(round(record.seconds), 60)
    return (
        f"{record.started:%Y-%m-%d %H:%M}  {record.outcome.value:<11}  {minutes:>3}:{seconds:02}  "
        f"pain {rating(record.before)} -> {rating(record.after)}  {record.title}"
    )
