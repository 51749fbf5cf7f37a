"""Diaries of any length, for what sums them up: every third session has a note, every fifth was stopped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from fakes import SEATED, SORE_DAY, START, planned

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.questions import Question
from kneeguide.core.report import Report, ReportSums
from kneeguide.core.trouble import Eased, StopReason, WayOn

PLANS = (planned(SEATED), planned(SORE_DAY))
_LIMITS = (Question.ADAPT_SORE_HANDS.value, Question.ADAPT_VEINS.value)


def diary(sessions: int, note: str = "Stairs were easier.", title: str = "") -> Sequence[Record]:
    """So many sessions, one a day, the last of them on the tests' day."""
    return [_session(sessions - 1 - number, number, note, title) for number in range(sessions)]


def summed(
    sessions: int, note: str = "Stairs were easier.", title: str = "", health: HealthSummary | None = None
) -> Report:
    """The report of such a diary."""
    sums = ReportSums()
    sums.add(reversed(diary(sessions, note, title)))
    return sums.report(None, START.wall.date(), health)


def _session(days_ago: int, number: int, note: str, title: str) -> Record:
    begun = START.wall - timedelta(days=days_ago)
    plan = PLANS[number % 2]
    record = opened(f"session-{number}", plan, 3 + number % 4, begun)
    done = tuple(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE) for stage in record.planned)
    stopped = number % 5 == 4
    return replace(
        record,
        title=title or record.title,
        stages=done[: len(done) // 2] if stopped else done,
        outcome=Outcome.STOPPED if stopped else Outcome.COMPLETED,
        stop_reason=list(StopReason)[number % 9].value if stopped else "",
        ended=begun + timedelta(minutes=5),
        after=2 + number % 3,
        next_day=None if number % 4 == 3 else 3,
        next_day_marks=number % 7 == 6,
        note=note if number % 3 == 0 else "",
        limits=_LIMITS[: number % 3],
        eased=(Eased(plan.stages[0].key, StopReason.TOO_SORE, WayOn.LIGHTER),) if number % 8 == 7 else (),
    )
