"""The real program while its clocks are pushed about: nothing is counted that was not done, and no time is lost.

Promise R6: time comes from a clock that nobody sets, and a gap pauses.
"""

import os
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest
from app_machine import Machine

from kneeguide.core.history import Outcome, StageOutcome

ROUTINE = "oa-hands-short"
OWN = "my-minute"
OWN_ROUTINE = f"""\
format: 1
id: {OWN}
title: My minute
phases:
  - title: Slow squeezes
    cue: Squeeze and let go, slowly.
    seconds: 20
    sets: 2
    sides: once
    gap: 4
  - title: Easy swings
    cue: Let the leg swing.
    seconds: 15
    sides: both
    gap: 3
"""
SPEED = 10

TO_WORK = """
yield from user.to_player()
user.press("Skip")
"""


def with_clock(machine: Machine, faketime: Path, **variables: str) -> None:
    machine.environ |= {"LD_PRELOAD": str(faketime), **variables}


def test_a_whole_plan_at_ten_times_the_speed_ends_as_planned_to_the_second(machine: Machine, faketime: Path) -> None:
    """Where the computer is so busy that it looks like a sleep, the user goes on, as a user would."""
    machine.answer_health()
    machine.folders.routines.mkdir(parents=True, exist_ok=True)
    (machine.folders.routines / f"{OWN}.yaml").write_text(OWN_ROUTINE, encoding="utf-8")
    with_clock(machine, faketime, FAKETIME=f"+0 x{SPEED}")
    told = machine.live(
        """
        import app_driver, time
        app_driver.PATIENCE = 600
        for seen in user.to_player():
            yield lambda: user.page == "PlayerPage" or seen()
        begun, pauses = time.monotonic(), 0
        while user.page == "PlayerPage":
            if "Go on" in [each.accessibleName() for each in user.buttons()]:
                user.press("Go on")
                pauses += 1
            yield lambda: user.page != "PlayerPage" or user.can_press("Go on")()
        user.tell(took=time.monotonic() - begun, pauses=pauses)
        user.window.close()
        """,
        OWN,
    )
    (record,) = machine.records()
    assert record.outcome is Outcome.COMPLETED
    assert {stage.outcome for stage in record.stages} == {StageOutcome.DONE}
    assert [stage.key for stage in record.stages] == [stage.key for stage in record.planned]
    assert record.seconds == record.planned_seconds > 60
    if not told["pauses"]:
        assert record.planned_seconds - 5 < told["took"] < record.planned_seconds + 5


def test_stopped_for_seven_seconds_it_pauses_and_skips_nothing_and_leads_back_in(machine: Machine) -> None:
    machine.answer_health()
    start = machine.start(
        f"""
        {TO_WORK.strip().replace(chr(10), chr(10) + " " * 8)}
        yield lambda: user.texts(user.window.page)
        user.tell(playing=True)
        yield user.can_press("Go on")
        user.tell(texts=user.texts(user.window.page))
        user.press("Go on")
        yield user.can_press("Pause")
        user.tell(texts=user.texts(user.window.page))
        user.programs[-1].flow.shut()
        """,
        ROUTINE,
    )
    start.told()
    start.process.send_signal(signal.SIGSTOP)
    time.sleep(7)
    start.process.send_signal(signal.SIGCONT)
    assert any("The computer was asleep or busy" in text for text in start.told()["texts"])
    assert "Back into place. The step goes on in a moment." in start.told()["texts"]
    assert start.end() == (0, "")
    (record,) = machine.records()
    assert [stage.outcome for stage in record.stages] == [StageOutcome.SKIPPED]


@pytest.mark.parametrize(
    ("minutes", "page"),
    [(10, "PlayerPage"), (120, "SafetyChecklistPage"), (-60, "EmergencyPage")],
)
def test_a_wall_clock_that_jumps_pauses_once_and_changes_no_length(machine: Machine, minutes: int, page: str) -> None:
    """Past the half hour that the checklist holds for it is asked again; an answer from the future counts as none."""
    machine.answer_health()
    told = machine.live(
        f"""
        {TO_WORK.strip().replace(chr(10), chr(10) + " " * 8)}
        yield user.can_press("Pause")
        from dataclasses import replace
        from datetime import timedelta
        from kneeguide.core.clock import SystemClock
        true = SystemClock.now
        jump = timedelta(minutes={minutes})
        SystemClock.now = lambda clock: replace(true(clock), wall=true(clock).wall + jump)
        yield user.can_press("Go on")
        user.press("Go on")
        yield user.on("{page}")
        user.tell(page=user.page)
        user.programs[-1].flow.shut()
        """,
        ROUTINE,
    )
    assert told == {"page": page}
    (record,) = machine.records()
    assert record.outcome is Outcome.OPEN
    assert [stage.outcome for stage in record.stages] == [StageOutcome.SKIPPED]
    assert record.seconds < timedelta(minutes=1).total_seconds()


def test_told_to_end_it_is_gone_within_a_second_and_offers_the_session_again(machine: Machine) -> None:
    machine.answer_health()
    start = machine.start(
        f"""
        {TO_WORK.strip().replace(chr(10), chr(10) + " " * 8)}
        user.tell(playing=True)
        yield lambda: False
        """,
        ROUTINE,
    )
    start.told()
    asked = time.monotonic()
    os.kill(start.process.pid, signal.SIGTERM)
    assert start.end() == (0, "")
    assert time.monotonic() - asked < 1.0
    told = machine.live(
        """
        yield user.on("UnfinishedPage")
        user.press("", "primary")
        yield user.on("SafetyChecklistPage")
        user.tell(texts=user.texts(user.window.page))
        user.window.close()
        """
    )
    assert told["texts"]
    (record,) = machine.records()
    assert (record.outcome, len(record.stages)) == (Outcome.OPEN, 1)
