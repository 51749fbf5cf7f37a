"""The icons: one file for each meaning, one weight, in the colour of the words, and never words' stand-in."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.routine import Position, Tool
from kneeguide.ui.main_window import Place
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import GRID, WEIGHT, Icon, IconMark, icon_for, outline, paint_icon

FOLDER = paths.assets_dir() / "icons"
NO_ICONS = {"tick", "tick-dark", "down", "kneeguide", "kneeguide-small"}
"""Parts of controls that the style sheet draws, and the icon of the app."""
SCALE = 4


def drawn(icon: Icon) -> QImage:
    """As we draw it, in black on white."""
    image = QImage(GRID * SCALE, GRID * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_icon(painter, icon, QRectF(image.rect()), QColor("#16242E"))
    painter.end()
    return image


def as_svg_readers_see_it(file: Path) -> QImage:
    image = QImage(GRID * SCALE, GRID * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(file)).render(painter)
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than the eye sees."""
    return sum(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 40
        for x in range(one.width())
        for y in range(one.height())
    )


def test_each_icon_has_a_file_and_each_file_a_meaning() -> None:
    assert {file.stem for file in FOLDER.glob("*.svg")} == {*Icon, *NO_ICONS}


def test_every_place_tool_and_position_has_an_icon() -> None:
    assert {Icon(place.value) for place in Place} <= set(Icon)
    shown = [icon_for(kind) for kind in (*Position, *Tool)]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("icon", Icon)
def test_it_is_lines_of_one_weight_inside_the_grid(dressed: QApplication, icon: Icon) -> None:
    text = (FOLDER / f"{icon}.svg").read_text(encoding="utf-8")
    assert re.findall(r"<(\w+)", text) == ["svg", "path"]
    for said in (f'viewBox="0 0 {GRID} {GRID}"', f'stroke-width="{WEIGHT}"', 'fill="none"', 'stroke-linecap="round"'):
        assert said in text
    box = outline(icon).boundingRect()
    edge = WEIGHT / 2
    assert QRectF(edge, edge, GRID - WEIGHT, GRID - WEIGHT).contains(box), box


@pytest.mark.parametrize("icon", Icon)
def test_we_draw_what_other_programs_see_in_the_file(dressed: QApplication, icon: Icon) -> None:
    ours = drawn(icon)
    assert unlike(ours, as_svg_readers_see_it(FOLDER / f"{icon}.svg")) < 12
    other = Icon.ADD if icon is not Icon.ADD else Icon.CLOCK
    assert unlike(ours, as_svg_readers_see_it(FOLDER / f"{other}.svg")) > 12, "the comparison would notice"


def test_a_file_that_is_gone_leaves_the_words_alone(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "theme.qss").write_text("", encoding="utf-8")
    apply(dressed, LIGHT, tmp_path)
    assert outline(Icon.CLOCK).isEmpty()
    button = Button("Plan", icon=Icon.PLAN)
    qtbot.addWidget(button)
    button.grab()
    apply(dressed, LIGHT, paths.assets_dir())
    assert not outline(Icon.CLOCK).isEmpty()


def colours_in(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda colours: colours.theme.value)
def test_on_a_button_it_has_the_colour_of_the_words_in_every_theme(
    dressed: QApplication, qtbot: QtBot, colours: Colours
) -> None:
    buttons = [Button("Print", kind, icon=Icon.PRINT) for kind in ("primary", "plain", "link", "nav")]
    for button in buttons:
        qtbot.addWidget(button)
        button.grab()
    apply(dressed, colours, paths.assets_dir())
    for button, ink in zip(buttons, (colours.on_lead, colours.ink, colours.lead, colours.ink), strict=True):
        button.grab()
        assert ink in colours_in(button.icon().pixmap(QSize(40, 40)).toImage()), button.property("kind")
    buttons[3].setChecked(True)
    buttons[3].grab()
    assert colours.lead in colours_in(buttons[3].icon().pixmap(QSize(40, 40)).toImage())


def test_it_grows_with_the_letters(dressed: QApplication, qtbot: QtBot) -> None:
    mark = IconMark(Icon.CLOCK)
    button = Button("Plan", icon=Icon.PLAN)
    for each in (mark, button):
        qtbot.addWidget(each)
    before = mark.sizeHint().height(), button.iconSize().height()
    assert before == (20, 20)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    assert (mark.sizeHint().height(), button.iconSize().height()) == (40, 40)


def test_where_words_run_from_the_right_the_gap_is_on_the_other_side(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("Back", icon=Icon.ADD)
    qtbot.addWidget(button)

    def centre() -> float:
        button.grab()
        image = button.icon().pixmap(button.iconSize()).toImage()
        inked = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).alpha()]
        return sum(inked) / len(inked) / image.width()

    assert centre() < 0.5
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert centre() > 0.5


def test_a_mark_is_painted_in_a_role_of_the_palette_and_says_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    mark = IconMark(Icon.ADD, QPalette.ColorRole.Link)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    assert LIGHT.lead in colours_in(mark.grab().toImage())
    assert mark.accessibleName() == ""
