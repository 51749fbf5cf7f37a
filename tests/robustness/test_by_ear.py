"""A whole session by ear and keyboard: somebody with shut eyes, who knows only what was said and which tones sounded.

The real program, with an engine and a player that write down what they are given. Keys go where a keyboard's would.
"""

import shutil
from pathlib import Path

import pytest
from app_machine import REPOSITORY, Machine

from kneeguide.core.history import Outcome, StageOutcome

OWN = "my-half-minute"
OWN_ROUTINE = f"""\
format: 1
id: {OWN}
title: My half minute
phases:
  - title: Slow squeezes
    cue: Squeeze and let go.
    seconds: 12
    sides: both
    gap: 3
  - title: Easy swings
    cue: Let the leg swing.
    seconds: 12
    sides: once
    gap: 3
"""
PLAYER = """#!/bin/sh
for last; do :; done
case "$last" in *.wav) last=${last##*/}; echo "tone ${last%.wav}" >> "$FAKE_LOG" ;; esac
"""
BY_EAR = """
import os, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
log, place = Path(os.environ["FAKE_LOG"]), 0
def heard(*parts, within=60.0):
    # Only what came after what was listened for last. A tone that a busy computer drops is waited for no longer.
    until = time.monotonic() + within
    def listen():
        nonlocal place
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        found = next((n for n in range(place, len(lines)) if any(part in lines[n] for part in parts)), None)
        place = place if found is None else found + 1
        return found is not None or time.monotonic() > until
    return listen
def key(key):
    QTest.keyClick(QApplication.focusWidget() or user.window, key)
yield from user.to_player()
yield heard("Left leg. Slow squeezes.")
yield heard("tone step-start", "Squeeze and let go.")
key(Qt.Key.Key_Space)
yield heard("tone pause", within=2.0)
user.tell(paused=user.can_press("Go on")())
key(Qt.Key.Key_Space)
yield heard("tone resume", within=2.0)
user.tell(goes_on=user.can_press("Pause")())
yield heard("Right leg. Slow squeezes.")
key(Qt.Key.Key_Right)
yield heard("Easy swings.")
yield heard("All done", "tone done")
yield user.on("SummaryPage")
key(Qt.Key.Key_1)
for _ in range(40):
    focused = QApplication.focusWidget()
    if focused is not None and focused.accessibleName() == "Finish":
        break
    key(Qt.Key.Key_Tab)
user.tell(finish_by_key=QApplication.focusWidget().accessibleName() == "Finish")
key(Qt.Key.Key_Return)
yield lambda: user.page != "SummaryPage"
user.window.close()
"""


@pytest.fixture
def heard(machine: Machine, tmp_path: Path) -> Machine:
    machine.answer_health()
    machine.folders.routines.mkdir(parents=True, exist_ok=True)
    (machine.folders.routines / f"{OWN}.yaml").write_text(OWN_ROUTINE, encoding="utf-8")
    engine = tmp_path / "engine"
    engine.mkdir()
    shutil.copy(REPOSITORY / "tests" / "services" / "fake_engine.py", engine / "sitecustomize.py")
    player = Path(machine.environ["PATH"]) / "gst-play-1.0"
    player.write_text(PLAYER)
    player.chmod(0o755)
    machine.environ |= {
        "PYTHONPATH": f"{engine}:{machine.environ['PYTHONPATH']}",
        "FAKE_ENGINE": "quick",
        "FAKE_LOG": str(tmp_path / "heard"),
    }
    return machine


def test_from_the_first_step_to_the_diary(heard: Machine, tmp_path: Path) -> None:
    start = heard.start(BY_EAR, OWN)
    assert start.told() == {"paused": True}
    assert start.told() == {"goes_on": True}
    assert start.told() == {"finish_by_key": True}
    assert start.end() == (0, "")
    (record,) = heard.records()
    assert (record.outcome, record.after) == (Outcome.COMPLETED, 1)
    assert [stage.outcome for stage in record.stages].count(StageOutcome.SKIPPED) == 1
    tones = (tmp_path / "heard").read_text(encoding="utf-8").count("tone ")
    assert tones > 5
