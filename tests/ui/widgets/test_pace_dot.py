"""The dot is where the stroke is, turns where it turns, and says in words which way the breath goes."""

import itertools

import pytest
from on_screen import on_screen
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.pace_dot import PaceDot


@pytest.fixture
def dot(qtbot: QtBot) -> PaceDot:
    dot = PaceDot(LIGHT)
    on_screen(qtbot, dot)
    dot.resize(dot.sizeHint())
    return dot


def image(dot: PaceDot) -> QImage:
    return dot.grab().toImage()


def middle(dot: PaceDot) -> float:
    """How far along the dot is, in pixels."""
    lead, picture = QColor(LIGHT.lead).rgb(), image(dot)
    row = picture.height() // 2
    columns = [x for x in range(picture.width()) if picture.pixel(x, row) == lead]
    return (columns[0] + columns[-1]) / 2


def test_it_goes_out_and_back_with_the_stroke(dot: PaceDot) -> None:
    places = []
    for phase in (0.0, 0.25, 0.5, 0.75, 0.99):
        dot.show_phase(phase)
        places.append(middle(dot))
    begin, half, end, back, again = places
    assert begin < half < end
    assert back == pytest.approx(half, abs=1)
    assert again == pytest.approx(begin, abs=1)
    assert half == pytest.approx((begin + end) / 2, abs=1)


def test_with_reduced_motion_it_steps_once_at_each_turn(dot: PaceDot) -> None:
    dot.set_reduced_motion(True)
    seen = []
    for tick in range(100):
        dot.show_phase(tick / 50 % 1.0)
        seen.append(middle(dot))
    assert len(set(seen)) == 2
    assert sum(one != other for one, other in itertools.pairwise(seen)) == 3


def test_a_breath_has_its_words_and_says_which_is_now(dot: PaceDot) -> None:
    plain = dot.sizeHint().width()
    dot.show_breath(True)
    assert dot.sizeHint().width() > plain
    dot.resize(dot.sizeHint())
    dot.show_phase(0.25)
    breathing_in = image(dot)
    dot.show_phase(0.75)
    assert image(dot) != breathing_in, "at the same place, but on the way out"


def test_it_grows_with_the_page_and_has_a_name(dot: PaceDot) -> None:
    assert dot.accessibleName() == "Pace"
    small = dot.sizeHint()
    dot.scale_to(1440)
    assert dot.sizeHint().width() > small.width()
    assert dot.sizeHint().height() == 40


def test_it_follows_a_change_of_theme(dot: PaceDot) -> None:
    light = image(dot)
    dot.set_colours(DARK)
    assert image(dot) != light
