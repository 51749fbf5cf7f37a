"""What to keep off is said with the sign of care, as the technique's file says it."""

from dataclasses import replace

import pytest
from fakes import KNEE_BENDS, PALM_GLIDES
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import shown, texts

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.keep_off_line import KeepOffLine


@pytest.fixture
def line(qtbot: QtBot) -> KeepOffLine:
    line = KeepOffLine(LIGHT)
    on_screen(qtbot, line, 400, 80)
    return line


def test_places_are_to_be_kept_off_and_movements_to_be_avoided(line: KeepOffLine) -> None:
    line.show_technique(replace(PALM_GLIDES, avoid="The kneecap."))
    assert texts(line) == ["Keep off: The kneecap."]
    (sign,) = shown(line, IconMark)
    assert sign.icon is Icon.WARNING
    line.show_technique(replace(KNEE_BENDS, avoid="Any movement that hurts."))
    assert texts(line) == ["Avoid: Any movement that hurts."]


def test_where_there_is_nothing_it_takes_no_room(line: KeepOffLine) -> None:
    for technique in (replace(PALM_GLIDES, avoid=""), None):
        line.show_technique(technique)
        assert line.isHidden()


@pytest.mark.parametrize("letters", [15, 20, 34])
@pytest.mark.parametrize("width", [300, 500, 800])
def test_it_knows_how_high_it_will_be(line: KeepOffLine, letters: int, width: int) -> None:
    line.show_technique(replace(PALM_GLIDES, avoid="The tailbone, the low back and the bone on the outer hip. " * 2))
    line.set_letters(letters)
    assert line.height_at(letters, width) >= line.heightForWidth(width)
    assert line.height_at(letters, width) - line.heightForWidth(width) <= letters * 3


@pytest.mark.usefixtures("dressed")
def test_it_follows_a_change_of_theme(line: KeepOffLine) -> None:
    line.show_technique(replace(PALM_GLIDES, avoid="The kneecap."))
    (sign,) = shown(line, IconMark)
    light = sign.grab().toImage()
    line.set_colours(DARK)
    assert sign.grab().toImage() != light
