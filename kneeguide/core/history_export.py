"""The diary in forms that other programs read: a table of sessions, and everything there is as JSON.

Both come in pieces, a session at a time, since a diary may be larger than the memory. JSON has one session on a line.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kneeguide.core.diary import NOTHING_BESIDE, Activity, Beside, HighPainDay, OverallChange, WeeklyPlan
from kneeguide.core.durable import replacing
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history import Record
from kneeguide.core.session_table import COLUMNS, row_of

Watch = Callable[[float], None]
"""Is told how far the work is, 0 to 1, and ends it by raising."""

FORMAT, VERSION = "kneeguide-diary", 1
"""What the JSON says it is. ``diary_file`` reads it, and has its schema."""


def as_csv(records: Iterable[Record]) -> Iterator[str]:
    """One line for each session under a line of names."""
    yield _csv_line(COLUMNS)
    for record in records:
        yield _csv_line(row_of(record))


def as_json(records: Iterable[Record], beside: Beside = NOTHING_BESIDE) -> Iterator[str]:
    """An object with its format and version, the sessions with all their stages, and what is kept beside them."""
    yield f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n'
    yield from _list("sessions", map(record_as_json, records))
    yield ",\n"
    yield from _list("activities", map(_activity, beside.activities))
    yield ",\n"
    yield from _list("overall_change", map(_overall, beside.overall))
    yield ",\n"
    yield from _list("high_pain_days", map(_high_pain, beside.high_pain))
    yield ",\n"
    yield from _list("weekly_plans", map(_plan, beside.plans))
    yield "\n}\n"


def as_text(records: Iterable[Record]) -> Iterator[str]:
    """One line for each session, to be read by people."""
    return (f"{_line(record)}\n" for record in records)


def write_pieces(path: Path, pieces: Iterable[str], count: int, watch: Watch, *, for_excel: bool = False) -> None:
    """Write a file of ``pieces``, about ``count`` of them, all or nothing.

    ``for_excel``: begin it with the mark by which Excel knows UTF-8. Raises KneeGuideError where the disk refuses, and
    whatever ``watch`` raises.
    """
    try:
        with (
            replacing(path) as part,
            part.open("w", encoding="utf-8-sig" if for_excel else "utf-8", newline="") as file,
        ):
            for number, piece in enumerate(pieces):
                if number % 50 == 0:
                    watch(min(number / max(count, 1), 1.0))
                file.write(piece)
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise KneeGuideError(f"{path} cannot be written ({reason}). Choose another file.") from error


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
        "pain": {"before": record.before, "after": record.after, "next_day": record.next_day},
        "next_day_told": None if record.next_day_told is None else record.next_day_told.isoformat(),
        "next_day_marks": record.next_day_marks,
        "note": record.note,
        "by_hand": record.by_hand,
        "conditions": [condition.value for condition in record.conditions],
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


def json_line(element: object) -> str:
    """An element of the file on one line; half characters, which no file can hold, become question marks."""
    return json.dumps(element, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace").decode("utf-8")


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "id": activity.id,
        "name": activity.name,
        "added": activity.added.isoformat(),
        "retired": None if activity.retired is None else activity.retired.isoformat(),
        "ratings": [{"day": day.isoformat(), "rating": rating} for day, rating in activity.ratings],
    }


def _overall(change: OverallChange) -> dict[str, object]:
    return {"day": change.day.isoformat(), "step": change.step}


def _high_pain(high: HighPainDay) -> dict[str, object]:
    return {"day": high.day.isoformat()}


def _plan(plan: WeeklyPlan) -> dict[str, object]:
    return {
        "id": plan.id,
        "first_day": plan.first_day.isoformat(),
        "weeks": plan.weeks,
        "made": plan.made.isoformat(),
        "reminder": plan.reminder,
        "put_off": None if plan.put_off is None else plan.put_off.isoformat(),
        "changes": plan.changes,
        "ended": None if plan.ended is None else plan.ended.isoformat(),
        "review": plan.review,
        "days": [
            {"weekday": day.weekday, "position": day.position, "routine": day.routine_id, "title": day.title}
            for day in plan.days
        ],
    }


def _list(name: str, elements: Iterable[object]) -> Iterator[str]:
    yield f'"{name}": ['
    between = "\n"
    for element in elements:
        yield between + json_line(element)
        between = ",\n"
    yield "]" if between == "\n" else "\n]"


def _csv_line(row: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(row)
    return line.getvalue().encode("utf-8", "replace").decode("utf-8")


def _line(record: Record) -> str:
    def rating(pain: int | None) -> str:
        return "-" if pain is None else str(pain)

    minutes, seconds = divmod(round(record.seconds), 60)
    return (
        f"{record.started:%Y-%m-%d %H:%M}  {record.outcome.value:<11}  {minutes:>3}:{seconds:02}  "
        f"pain {rating(record.before)} -> {rating(record.after)}  {record.title}"
    )
