"""The figure on the player moves with the time of the session, and stands still where that stands still."""

import itertools
import statistics

import pytest
from fakes import later, planned
from page_checks import at_size
from player_stand import Stand
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.flip_book import FlipBook
from kneeguide.ui.widgets.motion import Motion


def figure(stand: Stand) -> QImage:
    return stand.page._stage._figure.grab().toImage()


def middle_of_the_head(image: QImage) -> float:
    """How far across the picture it is, in pixels."""
    colour = QColor(figure_colours(LIGHT.theme, LIGHT.skin)[FigureRole.HAIR]).rgb()
    return statistics.mean(
        x for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == colour
    )


@pytest.fixture
def moving(stand: Stand, qtbot: QtBot) -> Stand:
    """At work, on a screen."""
    stand.run_to(StageKind.WORK)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.show()
    return stand


def test_the_figure_moves_with_the_time_of_the_session(moving: Stand) -> None:
    seen = []
    for _ in range(5):  # three seconds up, two back
        seen.append(figure(moving))
        moving.run(1)
    assert all(one != other for one, other in itertools.pairwise(seen))
    assert figure(moving) == seen[0], "the next stroke begins as the first"


def test_it_moves_at_the_pace_that_is_said(moving: Stand) -> None:
    begin = figure(moving)
    shown: list[float] = []
    stage = moving.page._stage._figure
    stage.set_stroke = shown.append  # type: ignore[method-assign]
    moving.run(5)
    assert shown == pytest.approx([1 / 6, 2 / 6, 0.5, 0.75, 0.0])
    assert begin == figure(moving)


def test_it_stops_in_a_pause_and_goes_on_from_there(moving: Stand) -> None:
    moving.run(2)
    moving.pause()
    paused = figure(moving)
    moving.session.advance(later(moving.second + 60))
    moving.show()
    assert figure(moving) == paused
    moving.second += 60
    moving.resume()
    at_size(moving.page, 1200, 800)
    going_on = figure(moving)
    moving.run(5)
    assert figure(moving) == going_on
    moving.run(1)
    assert figure(moving) != going_on


def test_between_two_legs_it_stands_still_and_then_is_mirrored(moving: Stand) -> None:
    moving.run(1)
    left = figure(moving)
    moving.run_to(StageKind.CHANGE_OVER)
    still = figure(moving)
    moving.run(3)
    assert figure(moving) == still
    moving.run_to(StageKind.WORK)
    moving.run(1)
    right = figure(moving)
    assert middle_of_the_head(right) == pytest.approx(left.width() - middle_of_the_head(left), abs=2)
    assert abs(middle_of_the_head(right) - middle_of_the_head(left)) > 20


def test_a_figure_that_keeps_still_shows_the_same_all_through(stand: Stand, qtbot: QtBot) -> None:
    stand.page.set_reduced_motion(True)
    stand.run_to(StageKind.WORK)
    at_size(stand.page, 1200, 800)
    first = figure(stand)
    for _ in range(5):
        stand.run(1)
        assert figure(stand) == first
    assert stand.page.motion is Motion.NOTHING
    stand.page.set_reduced_motion(False)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run(1)
    assert stand.page.motion is Motion.FIGURE


def test_with_reduced_motion_the_ring_moves_once_a_second(stand: Stand) -> None:
    def rings(reduced: bool) -> int:
        stand.page.set_reduced_motion(reduced)
        stand.load(planned())
        seen = []
        for tenth in range(1, 20):
            stand.session.advance(later(tenth / 10))
            stand.show()
            seen.append(stand.page._step._ring.grab().toImage())
        return sum(one != other for one, other in itertools.pairwise(seen))

    assert rings(reduced=False) > 5
    assert rings(reduced=True) == 1


def test_it_tells_what_moves_so_that_time_is_told_often_enough_and_no_oftener(stand: Stand, qtbot: QtBot) -> None:
    qtbot.waitExposed(stand.page)
    stand.run(1)
    assert stand.page.motion is Motion.RING
    told: list[Motion] = []
    stand.page.motion_changed.connect(told.append)
    stand.run(8)
    assert told == [], "getting ready"
    stand.run(1)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run(3)
    assert told == [Motion.FIGURE]
    stand.pause()
    stand.resume()
    assert told[1:] == [Motion.RING, Motion.FIGURE]
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    stand.run(1)
    assert told[3:] == [Motion.RING], "the list of keys is over it"
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    stand.run(1)
    stand.page.hide()
    stand.run(1)
    assert told[4:] == [Motion.FIGURE, Motion.NOTHING], "nobody sees it"
    stand.page.show()
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run_to(StageKind.CHANGE_OVER)
    assert told[6:] == [Motion.FIGURE, Motion.RING]


def test_a_figure_that_is_not_seen_is_not_painted(moving: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    moving.page.hide()
    monkeypatch.setattr(FlipBook, "page", lambda *_: pytest.fail("painted"))
    moving.run(3)
