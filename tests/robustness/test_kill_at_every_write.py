"""Killed by the system at any write, sync or removal of a file, the diary opens, is sound, and holds what it had said.

Promises R1 to R3: what was told as finished is recorded, at most one session is open, none counts as completed that
was not, and no start changes what it does not understand.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import storage_lives
from app_machine import REPOSITORY, Machine
from core.test_storage_crashes import check_session

from kneeguide.core.history import Outcome, StageOutcome

CALLS = ("pwrite64", "fdatasync", "unlink")
ROUTINE = "oa-hands-short"


def traced(strace: str, *options: str, folder: Path, log: Path) -> subprocess.CompletedProcess[str]:
    """A short session, from the first start to its end in the diary, under the eyes of strace."""
    life = [sys.executable, storage_lives.__file__, "session", "its own", "0", str(folder)]
    folder.mkdir()
    return subprocess.run(
        [strace, "-f", "-qq", "-o", str(log), *options, *life],
        env={**os.environ, "PYTHONPATH": f"{REPOSITORY}{os.pathsep}{REPOSITORY / 'tests'}"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )


def counted(strace: str, folder: Path) -> dict[str, int]:
    """How often each call is made in the whole of it."""
    log = folder / "log"
    whole = traced(strace, "-e", f"trace={','.join(CALLS)}", folder=folder / "whole", log=log)
    assert whole.stdout.endswith("closed\n"), whole
    made = [line.split()[1].split("(")[0] for line in log.read_text(encoding="utf-8").splitlines()]
    return {call: made.count(call) for call in CALLS}


@pytest.mark.parametrize("call", CALLS)
def test_killed_at_any_call_that_changes_the_disk_nothing_is_lost(tmp_path: Path, strace: str, call: str) -> None:
    number = counted(strace, tmp_path)[call]
    assert number > 10

    def killed_at(when: int) -> None:
        folder = tmp_path / f"{when}"
        options = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}")
        life = traced(strace, *options, folder=folder, log=Path(os.devnull))
        assert life.returncode != 0, f"the {when}th {call} must have killed it"
        check_session(folder, life.stdout.split("\n")[:-1], unfinished=False)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(killed_at, range(1, number + 1)))


@pytest.mark.parametrize("when", [1, 3, 6, 10])
def test_the_whole_program_killed_at_a_write_of_a_session_offers_it_at_the_next_start(
    machine: Machine, strace: str, when: int
) -> None:
    """The very program, with its window: each step that it had shown as left is there, and it can be gone on with."""
    machine.answer_health()
    machine.environ["PATH"] = os.pathsep.join([machine.environ["PATH"], str(Path(strace).parent)])
    start = machine.start(
        f"""
        import ctypes, os, subprocess
        yield from user.to_player()
        ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # whoever wants to may trace this process
        injected = "inject=pwrite64:signal=KILL:when={when}"
        tracer = subprocess.Popen(
            ["{strace}", "-f", "-qq", "-o", os.devnull, "-e", "trace=pwrite64", "-e", injected, "-p", str(os.getpid())]
        )
        status = lambda: open("/proc/self/status").read()
        yield lambda: "TracerPid:\\t0" not in status()
        for number in range(30):
            user.press("Skip")
            user.tell(left=number + 1)
        """,
        ROUTINE,
    )
    out, _ = start.process.communicate(timeout=60)
    assert start.process.returncode == -9, out
    said = out.count("left")
    told = machine.live(
        """
        yield user.on("UnfinishedPage")
        user.tell(banner=user.banner(), can_resume=any(b.property("kind") == "primary" for b in user.buttons()))
        user.window.close()
        """
    )
    assert told == {"banner": "", "can_resume": True}
    (record,) = machine.records()
    assert record.outcome is Outcome.OPEN
    assert said <= len(record.stages) <= said + 1
    assert {stage.outcome for stage in record.stages} <= {StageOutcome.SKIPPED}
