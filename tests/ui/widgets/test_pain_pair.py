"""A pair of pain is painted alike on the screen and on paper: what was answered has its mark, nothing else has."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kneeguide.core.pain_pair import PainPair
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.pain_pair import AFTER, BEFORE, NEXT_DAY, paint_moment, paint_pair

SIZE = 6.0


def at(moment: int, rating: float) -> QPointF:
    return QPointF(20 + 30 * moment, 110 - 10 * rating)


def painted(before: float | None, after: float | None, next_day: float | None) -> QImage:
    image = QImage(100, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_pair(painter, PainPair(date(2026, 3, 2), before, after, next_day), at, SIZE, LIGHT)
    painter.end()
    return image


def is_blank(image: QImage, around: QPointF) -> bool:
    left, top = round(around.x()) - 8, round(around.y()) - 8
    return all(image.pixelColor(left + x, top + y) == QColor("white") for x in range(17) for y in range(17))


@pytest.mark.parametrize("pain", [(7, None, None), (None, 3, None), (None, None, 2), (7, None, 2), (None, None, None)])
def test_each_answer_has_its_mark_at_its_height_and_silence_has_none(
    qapp: QApplication, pain: tuple[float | None, float | None, float | None]
) -> None:
    image = painted(*pain)
    for moment, rating in enumerate(pain):
        for height in range(11):
            assert is_blank(image, at(moment, height)) == (rating is None or abs(rating - height) > 1)


def test_before_and_after_are_joined(qapp: QApplication) -> None:
    between = QPointF(35, 60)
    assert painted(5, 5, None).pixelColor(between.toPoint()) == QColor(LIGHT.control)
    assert painted(5, None, 5).pixelColor(between.toPoint()) == QColor("white")


@pytest.mark.parametrize("size", [SIZE, 24.0])
def test_in_one_place_a_disc_lies_inside_its_ring(qapp: QApplication, size: float) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for moment in (BEFORE, AFTER):
        paint_moment(painter, moment, QPointF(50, 50), size, LIGHT)
    assert image.pixelColor(50, 50) == QColor(LIGHT.lead)
    assert image.pixelColor(50 + round(size), 50) == QColor(LIGHT.ink)
    paint_moment(painter, NEXT_DAY, QPointF(50, 50), size, LIGHT)
    painter.end()
    assert image.pixelColor(50, 50) == QColor(LIGHT.care)
