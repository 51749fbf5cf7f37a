"""Diaries of any kind, for tests that hand them over: with texts that break tables, and with every word there is."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from kneeguide.core.database import open_database
from kneeguide.core.diary import (
    NOTHING_BESIDE,
    Activity,
    Beside,
    HighPainDay,
    OverallChange,
    PlannedRoutine,
    WeeklyPlan,
)
from kneeguide.core.diary_store import DiaryStore
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.history_export import record_as_json
from kneeguide.core.routine import Condition, Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)

NASTY = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'", "' =1", "\t=1", "\r=1", "a\r=1", "a\r\n=1", "a\n\n@", "\n=1"),
    *(" \u00a0=1", "\x00=1", "\u202e=1", "\ufeff=1", "＝1", 'say "so"', "a,b;c\td", "\u2028=1", "\x0b=1", "it's"),
]
"""What a spreadsheet would run, and what looks like the marks against that."""

texts = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from([*NASTY, "a", "\n", "\r", "'", "=", " ", '"', "\ud800"]), max_size=5).map("".join),
).map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))
"""As the tables hold them: whole characters."""

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.builds(
    lambda seconds, zone: (NOW - timedelta(days=2, microseconds=seconds)).astimezone(zone),
    st.integers(0, 10**15),
    zones,
)
moments = times.map(lambda time: time.astimezone(UTC))
days = st.dates(date(1990, 1, 1), date(2026, 10, 30))
ratings = st.none() | st.integers(0, 10)
seconds = st.floats(0, 4000) | st.integers(0, 600).map(float)
ids = st.sampled_from(["one", "two", "three", "=four", "'five\n"])


@st.composite
def records(draw: st.DrawFn, id: st.SearchStrategy[str] = ids) -> Record:
    """A session as the tables can hold it."""
    keys = draw(st.lists(st.sampled_from(["1", "2", "3-left-1", "=4"]), unique=True, max_size=4))
    planned = tuple(
        PlannedStage(
            key,
            draw(st.sampled_from(StageKind)),
            "a-technique",
            draw(texts),
            draw(st.none() | st.sampled_from(Muscle)),
            draw(st.none() | st.sampled_from(Side)),
            draw(st.integers(0, 3)),
            draw(seconds),
            draw(st.integers(0, 10)),
        )
        for key in keys
    )
    some = st.lists(st.sampled_from(keys), max_size=3) if keys else st.just([])
    started = draw(times)
    outcome = draw(st.sampled_from(Outcome))
    told = draw(st.none() | moments)
    return Record(
        id=draw(id),
        routine_id=draw(texts),
        title=draw(texts),
        version=draw(st.integers(0, 9)),
        started=started,
        planned=planned,
        stages=tuple(
            StageDone(key, draw(seconds), draw(seconds), draw(st.sampled_from(StageOutcome))) for key in draw(some)
        ),
        outcome=outcome,
        stop_reason=draw(st.sampled_from(["", *StopReason]) | texts),
        before=draw(ratings),
        after=draw(ratings),
        next_day=draw(ratings),
        note=draw(texts),
        limits=tuple(draw(st.lists(st.sampled_from(["clot-journey", "=adapt", "'x"]), max_size=2))),
        ended=None if outcome is Outcome.OPEN else draw(times),
        eased=tuple(Eased(key, draw(st.sampled_from(StopReason)), draw(st.sampled_from(WayOn))) for key in draw(some)),
        next_day_told=None if told is None else told.astimezone(started.tzinfo),
        next_day_marks=draw(st.none() | st.booleans()),
        by_hand=draw(st.booleans()),
        conditions=tuple(each for each in Condition if draw(st.booleans())),
    )


diaries = st.lists(records(), max_size=4, unique_by=lambda record: record.id)

activities = st.builds(
    Activity,
    ids,
    texts,
    moments,
    st.none() | moments,
    st.dictionaries(days, st.integers(0, 10), max_size=3).map(lambda found: tuple(sorted(found.items()))),
)
planned_days = st.lists(
    st.builds(PlannedRoutine, st.integers(0, 6), st.integers(0, 2), texts, texts),
    max_size=3,
    unique_by=lambda day: (day.weekday, day.position),
).map(lambda found: tuple(sorted(found, key=lambda day: (day.weekday, day.position))))
plans = st.builds(
    WeeklyPlan,
    ids,
    days,
    st.sampled_from([4, 6]),
    moments,
    st.none() | st.integers(0, 1439),
    st.none() | days,
    st.integers(0, 3),
    st.none() | moments,
    texts,
    planned_days,
)


def _beside(
    activities: list[Activity], overall: dict[date, int], plans: list[WeeklyPlan], high_pain: set[date]
) -> Beside:
    from kneeguide.core.history_merge import merged_beside

    changes = tuple(OverallChange(day, step) for day, step in sorted(overall.items()))
    high = tuple(HighPainDay(day) for day in sorted(high_pain))
    return merged_beside(Beside(tuple(activities), changes, tuple(plans), high), Beside())


besides = st.builds(
    _beside,
    st.lists(activities, max_size=2, unique_by=lambda each: each.id),
    st.dictionaries(days, st.integers(-3, 3), max_size=3),
    st.lists(plans, max_size=3, unique_by=lambda each: each.id),
    st.sets(days, max_size=3),
)
"""As the tables can hold it: at most one plan goes on."""


def diary_of(records: list[Record], beside: Beside = NOTHING_BESIDE) -> DiaryStore:
    """A diary in memory."""
    store = DiaryStore(open_database(None, None, NOW).database)
    with store.change() as change:
        for record in records:
            change.put_session(record)
        change.put_beside(beside)
    return store


def go_on(_: float) -> None:
    """Never give up."""


PLANNED = tuple(PlannedStage(key, StageKind.WORK, "t", "T", None, None, 1, 30.0, 2) for key in "ab")
DONE = tuple(StageDone(key, 30.0, 30.0, StageOutcome.DONE) for key in "ab")
CALM = Record(
    id="calm",
    routine_id="r",
    title="R",
    version=1,
    started=NOW - timedelta(hours=2),
    planned=PLANNED,
    stages=DONE,
    outcome=Outcome.COMPLETED,
    ended=NOW - timedelta(hours=1),
    before=3,
    after=3,
)
RED = replace(CALM, id="red", after=6, started=NOW - timedelta(hours=6), ended=NOW - timedelta(hours=5))
URGENT = replace(RED, id="urgent", after=3, outcome=Outcome.STOPPED, stop_reason="chest-pain")


def element(**changes: object) -> dict[str, object]:
    """CALM as a file holds it, but for these fields."""
    return record_as_json(CALM) | changes


def document(path: Path, *sessions: object, **changes: object) -> Path:
    """A file that holds these sessions, in JSON."""
    whole = {"format": "kneeguide-diary", "version": 1, "sessions": list(sessions)} | changes
    path.write_text(json.dumps(whole, indent=0), encoding="utf-8")
    return path
