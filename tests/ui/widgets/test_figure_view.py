"""The stage shows the figure whole and large, in the theme's colours, and says in words what it shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from pytestqt.qtbot import QtBot

from kneeguide.core.figure import FigureRole, draw
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.routine import Side
from kneeguide.ui.widgets.figure_view import FigureView

POSES, _ = load_poses(Path(__file__).parents[3] / "assets" / "figures")
POSE = POSES["roller-front-thigh"]
COLOURS = {role: QColor.fromHsv(index * 15, 255, 200) for index, role in enumerate(FigureRole)}


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    shown = FigureView(COLOURS)
    qtbot.addWidget(shown)
    return shown


def painted(view: FigureView, width: int, height: int) -> QImage:
    view.resize(width, height)
    return view.grab().toImage()


def box_of(image: QImage, *roles: FigureRole) -> QRect:
    """Where colours of these roles are."""
    wanted = {COLOURS[role].rgb() for role in roles}
    box = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixel(x, y) in wanted:
                box = box.united(QRect(x, y, 1, 1))
    return box


@pytest.mark.parametrize(("width", "height"), [(640, 620), (300, 200), (200, 300), (96, 96)])
def test_the_figure_fills_its_stage_and_is_in_its_middle(view: FigureView, width: int, height: int) -> None:
    view.show_figure(POSE, Side.RIGHT)
    everything = set(FigureRole) - {FigureRole.STAGE}
    box = box_of(painted(view, width, height), *everything)
    assert box.width() > 0.85 * width
    assert abs(box.center().x() - width / 2) <= 0.03 * width
    assert abs(box.center().y() - height / 2) <= 0.05 * height
    assert QRect(0, 0, width, height).contains(box)


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 50), (1, 1), (3, 200), (1200, 2)])
@pytest.mark.parametrize("shown", ["figure", "picture", "text"])
def test_no_size_is_too_small(view: FigureView, width: int, height: int, shown: str) -> None:
    view.setMinimumSize(0, 0)
    if shown == "figure":
        view.show_figure(POSE, Side.LEFT)
    elif shown == "picture":
        view.show_picture(QImage(40, 30, QImage.Format.Format_RGB32), "A knee")
    else:
        view.show_placeholder("Ankle pumps")
    view.show()
    assert painted(view, width, height).size().width() == width


def test_every_figure_shows_its_muscle(view: FigureView) -> None:
    for pose in POSES.values():
        view.show_figure(pose, Side.RIGHT)
        seen = box_of(painted(view, 300, 300), FigureRole.MUSCLE)
        assert seen.isEmpty() == (pose.muscle is None), pose.id


def test_the_left_leg_is_shown_mirrored(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    right = box_of(painted(view, 400, 300), FigureRole.HAIR)
    view.show_figure(POSE, Side.LEFT)
    left = box_of(painted(view, 400, 300), FigureRole.HAIR)
    assert left.center().x() == pytest.approx(399 - right.center().x(), abs=2)
    assert right.center().x() > 200 > left.center().x()


def test_a_figure_for_no_leg_in_particular_faces_right(view: FigureView) -> None:
    view.show_figure(POSE, None)
    assert box_of(painted(view, 400, 300), FigureRole.HAIR).center().x() > 200


def test_a_screen_reader_is_told_what_is_shown(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    said = "A person lies face down on the forearms with a foam roller under the front of the thigh."
    assert view.accessibleName() == said
    view.show_placeholder("Ankle pumps")
    assert view.accessibleName() == "Ankle pumps"
    view.show_picture(QPixmap(8, 8), "Ankle pumps, drawn by my physiotherapist")
    assert view.accessibleName() == "Ankle pumps, drawn by my physiotherapist"


def test_a_stroke_moves_the_roller_and_nothing_else_that_stands_still(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    view.set_stroke(0.0)
    start = painted(view, 400, 300)
    view.set_stroke(0.5)
    end = painted(view, 400, 300)
    assert box_of(start, FigureRole.TOOL).center().x() - box_of(end, FigureRole.TOOL).center().x() > 30
    assert box_of(start, FigureRole.FLOOR) == box_of(end, FigureRole.FLOOR)


def test_a_new_theme_repaints(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    before = painted(view, 200, 150)
    view.set_colours({**COLOURS, FigureRole.STAGE: QColor("#123456")})
    after = painted(view, 200, 150)
    assert before.pixelColor(100, 10) == COLOURS[FigureRole.STAGE].toRgb()
    assert after.pixelColor(100, 10) == QColor("#123456")


def test_without_a_theme_the_palette_is_followed(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.show_figure(POSE, Side.RIGHT)
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    view.setPalette(palette)
    dark = painted(view, 200, 150).pixelColor(100, 10).lightness()
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("black"))
    view.setPalette(palette)
    light = painted(view, 200, 150).pixelColor(100, 10).lightness()
    assert dark < 40
    assert light > 215


def test_no_picture_is_a_stage_with_words(view: FigureView) -> None:
    view.show_figure(None, None)
    assert view.accessibleName() == "No picture"
    assert len({painted(view, 300, 200).pixel(x, 100) for x in range(300)}) > 2


def test_a_users_picture_keeps_its_proportions(view: FigureView) -> None:
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(COLOURS[FigureRole.MUSCLE])
    view.show_picture(picture, "A knee")
    box = box_of(painted(view, 300, 300), FigureRole.MUSCLE)
    assert box.width() == pytest.approx(270, abs=2)
    assert box.height() == pytest.approx(135, abs=2)
    assert box.center().y() == pytest.approx(150, abs=1)


def test_a_users_picture_that_is_empty_is_named_instead(view: FigureView) -> None:
    view.show_picture(QImage(), "A knee")
    assert len({painted(view, 300, 200).pixel(x, 100) for x in range(300)}) > 2


def test_what_stands_still_is_drawn_once(view: FigureView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    monkeypatch.setattr("kneeguide.core.figure.draw", lambda *pose: drawn.append(pose) or draw(*pose))
    view.show_figure(POSE, Side.RIGHT, moves=False)
    painted(view, 200, 150)
    painted(view, 200, 150)
    assert len(drawn) == 1
    view.set_stroke(0.5)
    painted(view, 200, 150)
    painted(view, 220, 150)
    assert len(drawn) == 2
