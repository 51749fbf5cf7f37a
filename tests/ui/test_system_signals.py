"""When the system asks the program to end, it does so from Qt's loop, and gives the signals back afterwards."""

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kneeguide.ui.system_signals import LeaveOnSignal

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[list[str]]:
    """Grows by one each time the program is told to leave."""
    told: list[str] = []
    listening = LeaveOnSignal(lambda: told.append("leave"))
    yield told
    listening.close()


@pytest.mark.parametrize("which", SIGNALS)
def test_each_signal_makes_the_program_leave(qtbot: QtBot, asked: list[str], which: signal.Signals) -> None:
    os.kill(os.getpid(), which)
    assert asked == [], "nothing may happen in the middle of whatever runs"
    qtbot.waitUntil(lambda: asked == ["leave"])


def test_a_program_that_sits_and_waits_hears_it_too(qtbot: QtBot, asked: list[str]) -> None:
    with qtbot.waitCallback() as called:
        listening = LeaveOnSignal(called)
        os.kill(os.getpid(), signal.SIGTERM)
    listening.close()


def test_many_signals_at_once_are_heard(qtbot: QtBot, asked: list[str]) -> None:
    for _ in range(5):
        os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: len(asked) >= 1)


def test_closing_gives_the_signals_back(qtbot: QtBot) -> None:
    before = [signal.getsignal(which) for which in SIGNALS]
    listening = LeaveOnSignal(lambda: None)
    assert [signal.getsignal(which) for which in SIGNALS] != before
    listening.close()
    assert [signal.getsignal(which) for which in SIGNALS] == before
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup)
    assert wakeup == -1
