"""A session as one row of a table, and back.

A row holds no stages, only the seconds of each muscle and side. Read back, they become one stage each, which is told
from a stage that was played by its key; a session that is known with its own stages keeps them.
"""

from collections.abc import Mapping

from kneeguide.core.formula_safe import formula_safe, from_formula_safe
from kneeguide.core.history import Record
from kneeguide.core.routine import Muscle, Side

_DOSES: Mapping[str, tuple[Muscle, Side | None]] = {
    f"seconds_{muscle.value}" + (f"_{side.value}" if side is not None else ""): (muscle, side)
    for muscle in Muscle
    for side in (Side.LEFT, Side.RIGHT, None)
}
NEEDED = ("id", "started", "routine", "title", "version", "outcome")
COLUMNS = (
    *NEEDED,
    "ended",
    "stop_reason",
    "planned_seconds",
    "seconds",
    "pain_before",
    "pain_after",
    "pain_next_day",
    "next_day_told",
    "next_day_marks",
    "by_hand",
    "conditions",
    "limits",
    "note",
    *_DOSES,
)
"""Times are ISO 8601 with the offset of the day; pain is 0 to 10, empty where it was not answered; several words have
blanks between them."""

FROM_TABLE = "table-"
"""How keys of stages begin that were made of a row."""

_REST = f"{FROM_TABLE}rest"
_YES_NO = {True: "yes", False: "no", None: ""}
_TRUTH = {word: truth for truth, word in _YES_NO.items()}


def row_of(record: Record) -> tuple[object, ...]:
    """The cells of a session, in the order of COLUMNS."""
    doses = _doses(record)
    return (
        formula_safe(record.id),
        record.started.isoformat(),
        formula_safe(record.routine_id),
        formula_safe(record.title),
        record.version,
        record.outcome.value,
        "" if record.ended is None else record.ended.isoformat(),
        formula_safe(record.stop_reason),
        _shown(sum(_thousandths(stage.seconds) for stage in record.planned)),
        _shown(sum(_thousandths(stage.seconds) for stage in record.stages)),
        record.before,
        record.after,
        record.next_day,
        "" if record.next_day_told is None else record.next_day_told.isoformat(),
        _YES_NO[record.next_day_marks],
        _YES_NO[record.by_hand],
        " ".join(condition.value for condition in record.conditions),
        formula_safe(" ".join(record.limits)),
        formula_safe(record.note),
        *(_shown(doses[dose]) if dose in doses else "" for dose in _DOSES.values()),
    )


def element_of(row: Mapping[str, str]) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """The session of a row, by the names of COLUMNS, as the element of a diary's JSON that it would be.

    Also what is wrong with single cells, as column and expectation; the element then has no value for them.
    """
    problems: list[tuple[str, str]] = []

    def text(name: str) -> str:
        return from_formula_safe(row.get(name, ""))

    def stamp(name: str) -> str | None:
        return row.get(name, "") or None

    def number(name: str) -> int | None:
        cell = row.get(name, "")
        if cell and not (cell.isascii() and cell.isdigit() and len(cell) < 16):
            problems.append((name, "must be a whole number"))
            return None
        return int(cell) if cell else None

    def seconds(name: str) -> int:
        cell = row.get(name, "")
        whole, _, part = cell.partition(".")
        if cell and not ((whole + part).isascii() and (whole + part).isdigit() and len(whole) < 9 and len(part) <= 3):
            problems.append((name, "must be seconds, such as 40 or 40.5"))
            return 0
        return int(whole or "0") * 1000 + int(f"{part:0<3}")

    def truth(name: str) -> bool | None:
        cell = row.get(name, "")
        if cell not in _TRUTH:
            problems.append((name, "must be yes, no or empty"))
        return _TRUTH.get(cell)

    version = number("version")
    if version is None and not problems:
        problems.append(("version", "is required"))
    doses = {dose: seconds(name) for name, dose in _DOSES.items() if row.get(name)}
    planned, spent = seconds("planned_seconds"), seconds("seconds")
    if sum(doses.values()) > spent:
        problems.append(("seconds", "must be no less than those of all muscles together"))
    element: dict[str, object] = {
        "id": text("id"),
        "started": row.get("started", ""),
        "ended": stamp("ended"),
        "routine": text("routine"),
        "title": text("title"),
        "version": version or 0,
        "outcome": row.get("outcome", ""),
        "stop_reason": text("stop_reason"),
        "pain": {"before": number("pain_before"), "after": number("pain_after"), "next_day": number("pain_next_day")},
        "next_day_told": stamp("next_day_told"),
        "next_day_marks": truth("next_day_marks"),
        "note": text("note"),
        "by_hand": truth("by_hand") or False,
        "conditions": row.get("conditions", "").split(),
        "limits": text("limits").split(" ") if row.get("limits") else [],
        "eased": [],
        **_stages(doses, planned, spent),
    }
    return element, problems


def column_of(field: str) -> str:
    """The column of a field of the element."""
    return field.replace("pain.", "pain_").partition("[")[0]


def _stages(doses: Mapping[tuple[Muscle, Side | None], int], planned: int, spent: int) -> dict[str, object]:
    """One stage for each muscle and side, and one for the rest of the time, which says how long all was meant to be."""
    rest = max(spent - sum(doses.values()), 0)
    stages: list[tuple[str, Muscle | None, Side | None]] = [
        (f"{FROM_TABLE}{muscle.value}" + (f"-{side.value}" if side is not None else ""), muscle, side)
        for muscle, side in doses
    ]
    times = [*doses.values()]
    if rest or planned:
        stages.append((_REST, None, None))
        times.append(rest)
    return {
        "planned": [
            {
                "key": key,
                "kind": "rest" if muscle is None else "work",
                "technique": "",
                "title": "",
                "muscle": None if muscle is None else muscle.value,
                "side": None if side is None else side.value,
                "set": 1,
                "seconds": planned / 1000 if muscle is None else 0,
                "pressure": 0,
            }
            for key, muscle, side in stages
        ],
        "stages": [
            {"key": key, "planned": 0, "seconds": time / 1000, "outcome": "done"}
            for (key, *_), time in zip(stages, times, strict=True)
            if time or key != _REST
        ],
    }


def _doses(record: Record) -> dict[tuple[Muscle, Side | None], int]:
    """Thousandths of a second for each muscle and side, each visit rounded by itself, so that sums always agree."""
    planned = {stage.key: stage for stage in record.planned}
    doses: dict[tuple[Muscle, Side | None], int] = {}
    for stage in record.stages:
        muscle, side = planned[stage.key].muscle, planned[stage.key].side
        if muscle is not None:
            doses[muscle, side] = doses.get((muscle, side), 0) + _thousandths(stage.seconds)
    return doses


def _thousandths(seconds: float) -> int:
    return round(seconds * 1000)


def _shown(thousandths: int) -> str:
    whole, part = divmod(thousandths, 1000)
    return f"{whole}.{part:03}".rstrip("0") + ("0" if part == 0 else "")
