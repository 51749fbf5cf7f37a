"""A stroke is painted page by page: each page shows what a whole painting would, and they are few enough to keep."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from kneeguide.core.figure import frame
from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.routine import Side
from kneeguide.core.settings import Skin, Theme
from kneeguide.core.travel_marks import draw_with_marks
from kneeguide.ui.widgets import flip_book
from kneeguide.ui.widgets.figure_painter import fitted, outlined, paint
from kneeguide.ui.widgets.flip_book import FEWEST_PAGES, MEMORY, MOST_PAGES, FlipBook

POSES, _ = load_poses(Path(__file__).parents[3] / "assets" / "figures")
COLOURS = figure_colours(Theme.LIGHT, Skin.MEDIUM)
WIDTH, HEIGHT = 300, 240


def stage(ratio: float = 1.0, size: tuple[int, int] = (WIDTH, HEIGHT)) -> QPixmap:
    stage = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    stage.setDevicePixelRatio(ratio)
    stage.fill(COLOURS[FigureRole.STAGE])
    return stage


def book(name: str, ratio: float = 1.0, size: tuple[int, int] = (WIDTH, HEIGHT)) -> FlipBook:
    fit = fitted(frame(POSES[name], Side.RIGHT), QRectF(0, 0, *size).adjusted(10, 10, -10, -10))
    return FlipBook(POSES[name], Side.RIGHT, stage(ratio, size), fit, COLOURS)


def shown(book: FlipBook, phase: float) -> QImage:
    """What is seen when a page lies on its ground."""
    seen = QPixmap(book.ground)
    page = book.page(phase)
    painter = QPainter(seen)
    painter.drawPixmap(page.at, page.picture)
    painter.end()
    return seen.toImage().convertToFormat(QImage.Format.Format_RGB32)


def whole(name: str, phase: float, ratio: float = 1.0) -> QImage:
    """The figure painted anew."""
    seen = stage(ratio)
    painter = QPainter(seen)
    painter.setTransform(fitted(frame(POSES[name], Side.RIGHT), QRectF(10, 10, WIDTH - 20, HEIGHT - 20)), True)
    paint(painter, map(outlined, draw_with_marks(POSES[name], phase, Side.RIGHT).shapes), COLOURS)
    painter.end()
    return seen.toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", ["roller-front-thigh", "stick-calf", "palm-glides-calf", "ball-wall-buttock"])
def test_a_page_on_its_ground_is_the_whole_picture(qtbot: QtBot, name: str, ratio: float) -> None:
    pages = book(name, ratio)
    for phase in (0.0, 0.5):
        assert shown(pages, phase) == whole(name, phase, ratio)


def test_a_page_covers_no_more_than_what_moves(qtbot: QtBot) -> None:
    lying, sitting = (book(name).page(0.3).covers for name in ("roller-front-thigh", "ball-under-thigh-chair"))
    assert lying.width() > 0.7 * WIDTH
    assert sitting.width() < 0.6 * WIDTH
    assert sitting.height() < 0.7 * HEIGHT


def test_the_way_back_shows_the_pages_of_the_way_out(qtbot: QtBot) -> None:
    pages = book("roller-front-thigh")
    for phase in (0.05, 0.2, 0.45):
        assert pages.page(phase) is pages.page(1 - phase)
    assert pages.page(0.1) is not pages.page(0.4)


def test_a_circle_has_no_way_back(qtbot: QtBot) -> None:
    pages = book("warm-up")
    assert pages.page(0.25) is not pages.page(0.75)


def distinct(pages: FlipBook) -> int:
    return len({id(pages.page(step / 500)) for step in range(500)})


def test_the_farther_it_goes_the_more_pages_there_are(qtbot: QtBot) -> None:
    little, far = distinct(book("squeeze-calf")), distinct(book("roller-front-thigh"))
    assert FEWEST_PAGES <= little < far <= MOST_PAGES + 1


def test_a_book_is_kept_small(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flip_book, "MEMORY", 2 * 1024 * 1024)
    pages = book("roller-front-thigh")
    pictures = {id(page): page.picture for page in (pages.page(step / 500) for step in range(500))}
    assert sum(picture.width() * picture.height() * 4 for picture in pictures.values()) < 2.2 * 1024 * 1024
    assert MEMORY == 32 * 1024 * 1024


@pytest.mark.parametrize("name", ["roller-front-thigh", "warm-up"])
def test_pages_can_be_made_ahead_one_by_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    pages = book(name)
    made = []
    monkeypatch.setattr(flip_book, "draw_with_marks", lambda *of: made.append(of) or draw_with_marks(*of))
    for number in range(1, 4):
        pages.make_ahead()
        assert len(made) == number
    for _ in range(2 * MOST_PAGES):
        pages.make_ahead()
    ahead = len(made)
    assert ahead == distinct(pages)
    assert len(made) == ahead, "the stroke itself made none"


def test_what_does_not_move_has_one_page(qtbot: QtBot) -> None:
    pose = POSES["easy-knee-bends"]
    stays = replace(pose, travel=replace(pose.travel, end=pose.travel.start))
    pages = FlipBook(stays, Side.RIGHT, stage(), fitted(frame(stays, Side.RIGHT), QRectF(0, 0, 300, 240)), COLOURS)
    assert not pages.moves
    assert pages.page(0.2) is pages.page(0.9)
    assert shown(pages, 0.2) == pages.ground.toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_stage_without_room_is_no_trouble(qtbot: QtBot) -> None:
    for size in ((1, 1), (3, 200), (200, 2)):
        pages = FlipBook(
            POSES["stick-calf"],
            Side.LEFT,
            stage(size=size),
            fitted(frame(POSES["stick-calf"], Side.LEFT), QRectF(QPointF(), stage(size=size).size())),
            COLOURS,
        )
        assert not pages.page(0.4).picture.isNull()
