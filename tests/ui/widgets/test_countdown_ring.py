"""The ring can be read from across the room, and a screen reader gets a value that does not change each second."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.countdown_ring import CountdownRing


@pytest.fixture
def ring(qtbot: QtBot) -> CountdownRing:
    ring = CountdownRing(LIGHT)
    ring.resize(280, 280)
    qtbot.addWidget(ring)
    return ring


def show(ring: CountdownRing, remaining: float, digits: str, kind: StageKind = StageKind.WORK, **more: bool) -> None:
    ring.show_time(remaining, 60, digits, "seconds", kind, paused=more.get("paused", False))


def amount_of(ring: CountdownRing, colour: str) -> int:
    image = ring.grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("digits", ["7", "27", "60"])
@pytest.mark.parametrize("side", [207, 276, 400])
def test_two_digits_fill_more_than_a_third_of_the_ring(ring: CountdownRing, digits: str, side: int) -> None:
    ring.resize(side, side)
    show(ring, 30, digits)
    assert ring.digit_height >= side * 0.36


def test_longer_times_shrink_to_stay_inside_the_ring(ring: CountdownRing) -> None:
    show(ring, 30, "27")
    two = ring.digit_height
    show(ring, 30, "12:34")
    assert 0.4 * two < ring.digit_height < two


def test_the_arc_empties_with_the_time(ring: CountdownRing) -> None:
    drawn = []
    for remaining in (60, 30, 0):
        show(ring, remaining, "")
        drawn.append(amount_of(ring, LIGHT.lead))
    assert drawn[0] > 1.8 * drawn[1] > 0
    assert drawn[2] == 0


def test_only_work_that_runs_has_the_leading_colour(ring: CountdownRing) -> None:
    for kind in StageKind:
        show(ring, 30, "30", kind)
        assert (amount_of(ring, LIGHT.lead) > 0) == (kind is StageKind.WORK)
    show(ring, 30, "30", StageKind.WORK, paused=True)
    assert amount_of(ring, LIGHT.lead) == 0


def test_it_follows_a_change_of_theme(ring: CountdownRing) -> None:
    show(ring, 30, "30")
    ring.set_colours(DARK)
    assert amount_of(ring, DARK.lead) > 0


def test_a_screen_reader_meets_a_progress_bar_that_moves_in_tens(ring: CountdownRing) -> None:
    interface = QAccessible.queryAccessibleInterface(ring)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert ring.accessibleName() == "Seconds left in this step"
    values = set()
    for remaining in range(60, -1, -1):
        show(ring, remaining, str(remaining))
        values.add(ring.value())
    assert values == {60, 50, 40, 30, 20, 10, 0}
