"""Long work comes in pieces, between which the window lives, and new work takes the place of old."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kneeguide.services.piecemeal import Piecemeal


@pytest.fixture
def work(qtbot: QtBot) -> Piecemeal:
    return Piecemeal()


def steps(done: list[str], name: str, count: int) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield
    done.append(f"{name} done")


def test_everything_is_done_in_order_and_then_it_rests(work: Piecemeal, qtbot: QtBot) -> None:
    done: list[str] = []
    work.start(steps(done, "a", 3))
    assert work.is_busy
    assert done == []
    qtbot.waitUntil(lambda: not work.is_busy)
    assert done == ["a0", "a1", "a2", "a done"]


def test_the_window_lives_between_two_pieces(work: Piecemeal, qtbot: QtBot) -> None:
    done: list[str] = []
    QTimer.singleShot(0, lambda: done.append("a click"))
    work.start(steps(done, "a", 50))
    qtbot.waitUntil(lambda: not work.is_busy)
    assert 0 <= done.index("a click") < 50


def test_new_work_takes_the_place_of_old(work: Piecemeal, qtbot: QtBot) -> None:
    done: list[str] = []
    work.start(steps(done, "a", 1_000_000))
    qtbot.waitUntil(lambda: "a0" in done)
    work.start(steps(done, "b", 1))
    qtbot.waitUntil(lambda: not work.is_busy)
    assert "a done" not in done
    assert done[-2:] == ["b0", "b done"]


def test_work_that_begins_other_work_does_not_end_it(work: Piecemeal, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> Iterator[None]:
        work.start(steps(done, "b", 1))
        yield from ()

    work.start(first())
    qtbot.waitUntil(lambda: "b done" in done)


def test_work_that_is_given_up_stays_undone(work: Piecemeal, qtbot: QtBot) -> None:
    done: list[str] = []
    work.start(steps(done, "a", 5))
    work.cancel()
    assert not work.is_busy
    qtbot.wait(1)
    assert done == []


def test_what_a_piece_raises_ends_the_work_and_is_not_hidden(work: Piecemeal, qtbot: QtBot) -> None:
    def failing() -> Iterator[None]:
        yield
        raise RuntimeError("our fault")

    with qtbot.captureExceptions() as raised:
        work.start(failing())
        qtbot.waitUntil(lambda: not work.is_busy)
    assert [str(error) for _, error, _ in raised] == ["our fault"]
