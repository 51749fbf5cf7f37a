"""The disk fails in mid-session: time goes on, the user is told, and nothing that was done is lost.

Promise R4. The system itself refuses the writes, from one moment on; what was written before stays.
"""

import json
import os
from pathlib import Path

import pytest
from app_machine import Machine

from kneeguide.core.history import Outcome, StageOutcome

ROUTINE = "oa-hands-short"
FAULTS = ("pwrite64:error=ENOSPC", "fdatasync:error=EIO")

FAILING = """
import ctypes, os, subprocess, sys
from PySide6.QtWidgets import QFileDialog
yield from user.to_player()
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # whoever wants to may trace this process
call = "{fault}".partition(":")[0]
tracer = subprocess.Popen(
    ["{strace}", "-f", "-qq", "-o", os.devnull, "-e", f"trace={{call}}", "-e", "inject={fault}", "-p", str(os.getpid())]
)
is_traced = lambda: "TracerPid:\\t0" not in open("/proc/self/status").read()
def left_alone():
    tracer.terminate()
    tracer.wait()
yield is_traced
user.press("Skip")
told = lambda: [text for text in user.texts(user.window.page) if "history" in text.lower() or "saved" in text.lower()]
yield told
user.tell(told=told(), ticks=any(user.timers()))
"""


def failing(strace: str, fault: str, then: str) -> str:
    return FAILING.format(strace=strace, fault=fault) + then


@pytest.fixture
def traced(machine: Machine, strace: str) -> Machine:
    machine.answer_health()
    machine.environ["PATH"] = os.pathsep.join([machine.environ["PATH"], str(Path(strace).parent)])
    return machine


@pytest.mark.parametrize("fault", FAULTS)
def test_as_soon_as_the_disk_takes_it_the_whole_session_is_written(traced: Machine, strace: str, fault: str) -> None:
    start = traced.start(
        failing(
            strace,
            fault,
            """
user.press("Skip")
left_alone()
user.press("Skip")
user.tell(told=told(), ticks=any(user.timers()))
user.programs[-1].flow.shut()
""",
        ),
        ROUTINE,
    )
    broken, whole = start.told(), start.told()
    assert broken["told"]
    assert broken["ticks"]
    assert whole == {"told": [], "ticks": True}
    assert start.end()[0] == 0
    (record,) = traced.records()
    assert record.outcome is Outcome.OPEN
    assert [stage.outcome for stage in record.stages] == [StageOutcome.SKIPPED] * 3


def test_where_it_never_takes_it_a_copy_can_be_saved(traced: Machine, strace: str) -> None:
    copy = traced.root / "copy.json"
    start = traced.start(
        failing(
            strace,
            FAULTS[0],
            f"""
while user.page == "PlayerPage":
    user.press("Skip")
yield user.can_press("Save a copy")
QFileDialog.getSaveFileName = lambda *_: ("{copy}", "")
user.press("Save a copy")
user.tell(banner=user.banner())
left_alone()
user.window.close()
""",
        ),
        ROUTINE,
    )
    assert start.told()["ticks"]
    assert start.told() == {"banner": ""}
    assert start.end()[0] == 0
    (session,) = json.loads(copy.read_text(encoding="utf-8"))["sessions"]
    assert len(session["stages"]) > 5
