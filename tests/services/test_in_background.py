"""Work beside the window tells how far it is and what came of it, and ends when it is given up."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kneeguide.services.in_background import InBackground

Watch = Callable[[float], None]


def test_it_runs_in_a_thread_of_its_own_and_hands_back_what_came_of_it(qtbot: QtBot) -> None:
    def work(watch: Watch) -> int:
        watch(0.25)
        watch(0.75)
        return threading.get_ident()

    job = InBackground(work)
    shares: list[float] = []
    job.progressed.connect(shares.append)
    with qtbot.waitSignal(job.succeeded) as told:
        job.start()
    job.give_up()
    assert told.args != [threading.get_ident()]
    assert told.args == [job.result]
    assert shares == [0.25, 0.75]


def test_what_it_raises_is_handed_over(qtbot: QtBot) -> None:
    def work(_: Watch) -> object:
        raise OSError("no such disk")

    job = InBackground(work)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    job.give_up()
    assert isinstance(told.args[0], OSError)
    assert job.result is None


@pytest.mark.parametrize("cleans_up", [False, True])
def test_given_up_it_ends_and_tells_nothing(qtbot: QtBot, cleans_up: bool) -> None:
    begun, cleaned = threading.Event(), []

    def work(watch: Watch) -> object:
        try:
            while True:
                watch(0.5)
                begun.set()
        finally:
            cleaned.append(cleans_up)

    job = InBackground(work)
    with qtbot.assertNotEmitted(job.succeeded), qtbot.assertNotEmitted(job.failed):
        job.start()
        begun.wait()
        job.give_up()
    assert job.isFinished()
    assert cleaned == [cleans_up]
    assert job.result is None
