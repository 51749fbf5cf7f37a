"""As many cells are filled as the pressure asks for."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.pressure_meter import MOST, PressureMeter


@pytest.fixture
def meter(qtbot: QtBot) -> PressureMeter:
    meter = PressureMeter(LIGHT)
    meter.resize(meter.sizeHint())
    qtbot.addWidget(meter)
    return meter


def cells(meter: PressureMeter, colour: str) -> int:
    image = meter.grab().toImage()
    step = image.width() / MOST
    middles = (round(step * number + 8) for number in range(MOST))
    return sum(image.pixel(x, image.height() // 2) == QColor(colour).rgb() for x in middles)


@pytest.mark.parametrize("pressure", range(MOST + 1))
def test_the_cells_count_the_pressure(meter: PressureMeter, pressure: int) -> None:
    meter.show_pressure(pressure)
    assert (cells(meter, LIGHT.muscle), cells(meter, LIGHT.off)) == (pressure, MOST - pressure)
    assert meter.value() == pressure


def test_it_has_a_name_and_follows_the_theme(meter: PressureMeter) -> None:
    meter.show_pressure(4)
    meter.set_colours(DARK)
    assert cells(meter, DARK.muscle) == 4
    assert meter.accessibleName() == "Pressure, 0 to 10"
