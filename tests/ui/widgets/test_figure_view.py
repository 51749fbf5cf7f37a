"""The stage shows the figure whole and large, at the phase of its stroke, and says in words what it shows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from on_screen import on_screen
from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kneeguide.core.figure import FigureRole, draw
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.routine import Side
from kneeguide.ui.widgets import flip_book
from kneeguide.ui.widgets.figure_view import FigureView

POSES, _ = load_poses(Path(__file__).parents[3] / "assets" / "figures")
POSE = POSES["roller-front-thigh"]
PALMS = POSES["palm-glides-front-thigh"]
COLOURS = {role: QColor.fromHsv(index * 15, 255, 200).name() for index, role in enumerate(FigureRole)}


class Sheet:
    """A picture of one colour."""

    size = QSizeF(200, 100)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.fillRect(place, QColor(COLOURS[FigureRole.MUSCLE]))


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
    wanted = {QColor(COLOURS[role]).rgb() for role in roles}
    return box_where(image, lambda _, pixel: pixel in wanted)


def pixels_of(image: QImage) -> list[int]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(plain.constBits()).cast("I").tolist()


def box_where(image: QImage, holds: Callable[[int, int], bool]) -> QRect:
    """Where something holds for the number of a pixel and its colour."""
    places = [divmod(number, image.width()) for number, pixel in enumerate(pixels_of(image)) if holds(number, pixel)]
    if not places:
        return QRect()
    rows, columns = zip(*places, strict=True)
    return QRect(QPoint(min(columns), min(rows)), QPoint(max(columns), max(rows)))


@pytest.mark.parametrize(("width", "height"), [(640, 620), (300, 200), (200, 300), (96, 96)])
def test_the_figure_fills_its_stage_and_is_in_its_middle(view: FigureView, width: int, height: int) -> None:
    view.show_placeholder("")
    empty = painted(view, width, height)
    stage = pixels_of(empty)
    view.show_figure(POSE, Side.RIGHT, moves=False)
    box = box_where(painted(view, width, height), lambda number, pixel: pixel != stage[number])
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
        view.show_picture(Sheet(), "A knee")
    else:
        view.show_placeholder("Ankle pumps", "The picture is not there.")
    view.show()
    assert painted(view, width, height).size().width() == width


def test_every_figure_shows_its_muscle(view: FigureView) -> None:
    for pose in POSES.values():
        view.show_figure(pose, Side.RIGHT, moves=False)
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


def said(view: FigureView) -> str:
    """What a screen reader is given."""
    return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name)


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT, None])
def test_a_screen_reader_is_told_what_is_shown_whatever_the_leg(view: FigureView, side: Side | None) -> None:
    for pose in POSES.values():
        view.show_figure(pose, side, moves=False)
        assert said(view) == pose.alt
    view.show_figure(PALMS, side)
    view.set_stroke(0.3)
    assert said(view) == PALMS.alt


def test_a_screen_reader_is_told_of_pictures_and_of_their_absence(view: FigureView) -> None:
    view.show_placeholder("Ankle pumps")
    assert said(view) == "Ankle pumps"
    view.show_placeholder("Ankle pumps", "The picture is not there.")
    assert said(view) == "Ankle pumps. The picture is not there."
    view.show_picture(Sheet(), "Ankle pumps, drawn by my physiotherapist")
    assert said(view) == "Ankle pumps, drawn by my physiotherapist"
    view.show_figure(None, None)
    assert said(view) == "No picture"


# Motion


def test_a_stroke_moves_the_roller_and_nothing_else_that_stands_still(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    view.set_stroke(0.0)
    start = painted(view, 400, 300)
    view.set_stroke(0.5)
    end = painted(view, 400, 300)
    assert abs(box_of(start, FigureRole.TOOL).center().x() - box_of(end, FigureRole.TOOL).center().x()) > 20
    assert box_of(start, FigureRole.FLOOR) == box_of(end, FigureRole.FLOOR)


@pytest.mark.parametrize("name", ["roller-front-thigh", "palm-glides-front-thigh", "stick-calf", "squeeze-calf"])
@pytest.mark.parametrize("side", Side)
def test_a_moment_of_a_stroke_looks_the_same_whatever_was_shown_before(
    qtbot: QtBot, view: FigureView, name: str, side: Side
) -> None:
    for phase in (0.2, 0.7):
        view.show_figure(POSES[name], side)
        view.set_stroke(phase)
        moved = painted(view, 300, 220)
        fresh = FigureView(COLOURS)
        qtbot.addWidget(fresh)
        fresh.show_figure(POSES[name], side)
        fresh.set_stroke(phase)
        assert painted(fresh, 300, 220) == moved


def test_the_still_form_of_a_moving_figure_is_in_the_same_frame(view: FigureView) -> None:
    view.show_figure(PALMS, Side.RIGHT)
    still = painted(view, 400, 400)
    view.set_stroke(PALMS.still)
    moving = painted(view, 400, 400)
    for role in (FigureRole.FLOOR, FigureRole.HAIR, FigureRole.SHOE):
        assert box_of(still, role) == box_of(moving, role)
    view.show_still()
    assert painted(view, 400, 400) == still


def test_showing_the_same_figure_again_puts_it_back_into_its_still_form(view: FigureView) -> None:
    view.show_figure(PALMS, Side.RIGHT)
    still = painted(view, 300, 300)
    view.set_stroke(0.6)
    assert painted(view, 300, 300) != still
    view.show_figure(PALMS, Side.RIGHT)
    assert painted(view, 300, 300) == still


def test_a_card_has_no_stroke(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT, moves=False)
    still = painted(view, 300, 200)
    view.set_stroke(0.5)
    assert painted(view, 300, 200) == still


def test_where_nothing_is_drawn_a_stroke_is_nothing(view: FigureView) -> None:
    view.show_placeholder("Ankle pumps")
    words = painted(view, 300, 200)
    view.set_stroke(0.5)
    view.show_still()
    assert painted(view, 300, 200) == words


def test_it_moves_only_where_it_is_seen(qtbot: QtBot, view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    assert not view.moves_now(), "it was never shown"
    on_screen(qtbot, view, 300, 200)
    qtbot.waitUntil(view.moves_now)
    view.hide()
    assert not view.moves_now()
    view.show()
    assert view.moves_now()
    view.window().hide()
    assert not view.moves_now()


@pytest.mark.parametrize("shown", ["what does not move", "a card", "a picture", "words", "kept still"])
def test_what_stands_still_does_not_move(qtbot: QtBot, view: FigureView, shown: str) -> None:
    on_screen(qtbot, view, 300, 200)
    view.show_figure(POSE, Side.RIGHT)
    qtbot.waitUntil(view.moves_now)
    match shown:
        case "what does not move":
            bends = POSES["easy-knee-bends"]
            view.show_figure(replace(bends, travel=replace(bends.travel, end=bends.travel.start)), None)
        case "a card":
            view.show_figure(POSE, Side.RIGHT, moves=False)
        case "a picture":
            view.show_picture(Sheet(), "A knee")
        case "words":
            view.show_placeholder("Ankle pumps")
        case "kept still":
            view.show_figure(POSE, Side.RIGHT)
            view.keep_still(True)
    assert not view.moves_now()


# Keeping still


def test_kept_still_it_shows_both_ends_of_the_stroke(view: FigureView) -> None:
    view.show_figure(POSE, Side.RIGHT)
    one = box_of(painted(view, 400, 400), FigureRole.TOOL)
    view.keep_still(True)
    both = painted(view, 400, 400)
    assert box_of(both, FigureRole.TOOL).height() > 3 * one.height(), "lying, so one below the other"
    view.set_stroke(0.3)
    assert painted(view, 400, 400) == both
    view.keep_still(False)
    assert box_of(painted(view, 400, 400), FigureRole.TOOL) == one


def test_two_upright_figures_stand_beside_each_other_where_there_is_room(view: FigureView) -> None:
    view.keep_still(True)
    view.show_figure(POSES["heel-strokes-front-thigh"], Side.RIGHT)
    hair = box_of(painted(view, 700, 320), FigureRole.HAIR)
    assert hair.width() > 200 > hair.height()


@pytest.mark.parametrize("name", ["rest-and-check-in", "squeeze-calf"])
def test_where_both_ends_look_the_same_one_is_enough(view: FigureView, name: str) -> None:
    view.show_figure(POSES[name], Side.RIGHT, moves=False)
    one = painted(view, 400, 300)
    view.keep_still(True)
    view.show_figure(POSES[name], Side.RIGHT)
    assert painted(view, 400, 300) == one, "there is no travel to be marked either"


# Painting once


def test_a_new_theme_repaints(view: FigureView) -> None:
    for phase in (None, 0.3):
        view.set_colours(COLOURS)
        view.show_figure(POSE, Side.RIGHT)
        if phase is not None:
            view.set_stroke(phase)
        before = painted(view, 200, 150)
        view.set_colours({**COLOURS, FigureRole.STAGE: "#123456"})
        after = painted(view, 200, 150)
        assert before.pixelColor(100, 10).name() == COLOURS[FigureRole.STAGE]
        assert after.pixelColor(100, 10).name() == "#123456"


def test_a_title_without_a_picture_is_a_stage_with_words(view: FigureView) -> None:
    view.show_placeholder("Ankle pumps")
    title = painted(view, 300, 200)
    assert len({title.pixel(x, 100) for x in range(300)}) > 2
    view.show_placeholder("Ankle pumps", "The picture is not there.")
    assert painted(view, 300, 200) != title


def test_where_there_is_not_room_for_both_it_is_said_why(view: FigureView) -> None:
    title, why = "A title of some length, for a step", "The picture is damaged, or too large to be shown."
    view.show_placeholder(title, why)
    narrow, wide = painted(view, 136, 80), painted(view, 400, 300)
    view.show_placeholder("Another of some length, for a step", why)
    assert painted(view, 136, 80) == narrow
    assert painted(view, 400, 300) != wide


def test_a_users_picture_keeps_its_proportions(view: FigureView) -> None:
    view.show_picture(Sheet(), "A knee")
    box = box_of(painted(view, 300, 300), FigureRole.MUSCLE)
    assert box.width() == pytest.approx(270, abs=2)
    assert box.height() == pytest.approx(135, abs=2)
    assert box.center().y() == pytest.approx(150, abs=1)


def test_what_stands_still_is_drawn_once(view: FigureView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    monkeypatch.setattr("kneeguide.core.figure.draw", lambda *pose: drawn.append(pose) or draw(*pose))
    view.show_figure(POSE, Side.RIGHT, moves=False)
    painted(view, 200, 150)
    painted(view, 200, 150)
    painted(view, 220, 150)
    assert len(drawn) == 1


def test_the_second_stroke_draws_nothing_anew(view: FigureView, monkeypatch: pytest.MonkeyPatch) -> None:
    def stroke() -> None:
        for frame in range(60):
            view.set_stroke(frame / 60)
            view.grab()

    view.resize(300, 200)
    view.show_figure(POSE, Side.RIGHT)
    stroke()
    monkeypatch.setattr(flip_book, "draw_with_marks", lambda *_: pytest.fail("drawn anew"))
    stroke()
