"""The screen is kept on while a session runs, and at no other time, however the session or the program ends.

Promise R5: the desktop that is asked is a stand-in on a bus of its own; the program and what it asks with are real.
"""

import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from app_machine import Machine
from screen_keeper import DESKTOPS, ScreenKeeper

from kneeguide.core.history import Outcome
from kneeguide.core.settings import load_settings, save_settings

ROUTINE = "oa-hands-short"
SCREEN = """
import os, pathlib
screen = pathlib.Path(os.environ["SCREEN"])
kept_on, free = lambda: screen.read_text() == "on", lambda: screen.read_text() == "free"
"""
RUNNING = f"""{SCREEN}
yield from user.to_player()
yield kept_on
"""
TO_THE_END = """
while user.page == "PlayerPage":
    user.press("Skip")
    yield lambda: True
"""


@pytest.fixture(params=DESKTOPS)
def screen(request: pytest.FixtureRequest, machine: Machine, tmp_path: Path) -> Iterator[ScreenKeeper]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no bus can be had here, on which a desktop is asked to keep the screen on (apt-get install dbus)")
    keeper = ScreenKeeper(request.param, tmp_path)
    machine.environ |= {"DBUS_SESSION_BUS_ADDRESS": keeper.address, "SCREEN": str(keeper.file)}
    machine.answer_health()
    yield keeper
    keeper.close()


def test_it_is_held_while_time_runs_and_not_while_it_stands(machine: Machine, screen: ScreenKeeper) -> None:
    scenario = f"""{RUNNING}
user.press("Pause")
yield free
user.press("Go on")
yield kept_on
user.press("Something is wrong – stop")
yield free
user.press("I am all right, go on")
yield kept_on
{TO_THE_END}
yield free
user.tell(page=user.page)
user.window.close()
"""
    assert machine.live(scenario, ROUTINE) == {"page": "SummaryPage"}
    assert screen.notes == ["held", "let go"] * 3


def test_it_is_left_alone_where_the_user_wants_that(machine: Machine, screen: ScreenKeeper) -> None:
    file = machine.folders.settings_file
    save_settings(file, replace(load_settings(file)[0], keep_awake=False))
    machine.live(f"yield from user.to_player()\n{TO_THE_END}\nuser.window.close()\n", ROUTINE)
    assert screen.notes == []


def test_a_killed_program_holds_nothing(machine: Machine, screen: ScreenKeeper) -> None:
    start = machine.start(f"{RUNNING}\nuser.tell(runs=True)\nyield lambda: False\n", ROUTINE)
    start.told()
    start.process.kill()
    start.process.communicate()
    screen.wait_until(lambda: screen.notes[1:])
    assert screen.notes == ["held", "gone"]


def test_a_program_that_is_told_to_end_lets_go_first(machine: Machine, screen: ScreenKeeper) -> None:
    start = machine.start(f"{RUNNING}\nuser.tell(runs=True)\nyield lambda: False\n", ROUTINE)
    start.told()
    start.process.send_signal(signal.SIGTERM)
    assert start.end() == (0, "")
    assert screen.notes == ["held", "let go"]


@pytest.mark.parametrize("fault", ["break_page", "break_tones"])
def test_after_a_fault_of_the_program_the_session_is_kept_and_nothing_held(
    machine: Machine, screen: ScreenKeeper, fault: str
) -> None:
    scenario = f"""{RUNNING}
user.{fault}()
yield lambda: user.boxes() and free()
user.boxes()[0].accept()
yield lambda: not user.boxes()
user.tell(ticking=any(user.timers()), page=user.page, screen=screen.read_text())
user.press_later("Leave this session")
yield user.boxes
next(each for each in user.boxes()[0].buttons() if each.text() == "Leave").click()
"""
    assert machine.live(scenario, ROUTINE) == {"ticking": False, "page": "PlayerPage", "screen": "free"}
    assert screen.notes == ["held", "let go"]
    (record,) = machine.records()
    assert record.outcome is Outcome.OPEN
