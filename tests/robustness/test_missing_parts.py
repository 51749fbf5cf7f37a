"""Whatever of sound, voice, desktop and screen keeper is missing, hangs or dies: a session starts, runs and ends.

Promise R5: nothing that is only a help prevents a start or stops the timer, and each is told of at most once.
"""

import shutil
from pathlib import Path

import pytest
from app_machine import REPOSITORY, Machine

from kneeguide.core.history import Outcome

OWN = "my-half-minute"
OWN_ROUTINE = f"""\
format: 1
id: {OWN}
title: My half minute
phases:
  - title: Slow squeezes
    cue: Squeeze and let go.
    seconds: 6
    sides: once
"""
HANGS, FAILS = "#!/bin/sh\nexec /bin/sleep 1000\n", "#!/bin/sh\nexit 3\n"
ENGINE = REPOSITORY / "tests" / "services" / "fake_engine.py"

SESSION = """
import time
yield from user.to_player()
begun = time.monotonic()
user.press("Skip")
yield user.on("SummaryPage")
user.tell(took=time.monotonic() - begun, window=user.window.isVisible())
user.window.close()
"""


@pytest.fixture
def small(machine: Machine) -> Machine:
    machine.answer_health()
    machine.folders.routines.mkdir(parents=True, exist_ok=True)
    (machine.folders.routines / f"{OWN}.yaml").write_text(OWN_ROUTINE, encoding="utf-8")
    return machine


def goes_to_its_end(machine: Machine) -> None:
    told = machine.live(SESSION, OWN)
    assert 4.0 < told["took"] < 15.0
    (record,) = machine.records()
    assert record.outcome is Outcome.COMPLETED


@pytest.mark.parametrize("player", [HANGS, FAILS], ids=["hangs", "fails"])
def test_a_sound_player_that_does_not_work(small: Machine, player: str) -> None:
    for name in ("gst-play-1.0", "ffplay", "aplay", "mpg123"):
        stub = Path(small.environ["PATH"]) / name
        stub.write_text(player)
        stub.chmod(0o755)
    goes_to_its_end(small)


@pytest.mark.parametrize("manner", ["absent", "hangs", "dies"])
def test_a_voice_that_does_not_work(small: Machine, manner: str, tmp_path: Path) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    shutil.copy(ENGINE, engine / "sitecustomize.py")
    small.environ |= {
        "PYTHONPATH": f"{engine}:{small.environ['PYTHONPATH']}",
        "FAKE_ENGINE": manner,
        "FAKE_LOG": str(tmp_path / "said"),
    }
    goes_to_its_end(small)


@pytest.mark.parametrize("part", ["wakepy", "playsound3"])
def test_a_package_that_cannot_even_be_loaded(small: Machine, part: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / f"{part}.py").write_text("raise RuntimeError('broken')\n")
    small.environ["PYTHONPATH"] = f"{broken}:{small.environ['PYTHONPATH']}"
    goes_to_its_end(small)
