"""Each number has its mark at its height; what was not answered has none; grey print tells the marks apart."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kneeguide.core.pain_pair import PainPair
from kneeguide.core.report import MOST_PAIRS, PainChart
from kneeguide.ui import report_wording
from kneeguide.ui.paper import pain_chart
from kneeguide.ui.paper.document import PainPairs
from kneeguide.ui.paper.letters import millimetres
from kneeguide.ui.paper.pieces import Drawn, Line

WIDTH = millimetres(178)
DAY = date(2026, 3, 2)


def pairs(*ratings: tuple[float | None, float | None, float | None]) -> PainPairs:
    made = tuple(PainPair(DAY + timedelta(days=n), *each) for n, each in enumerate(ratings))
    days = tuple(report_wording.below_pair(each.first, 0) for each in made)
    return PainPairs(PainChart(made), days, ("Before", "After", "Next day"), ())


def field(chart: PainPairs) -> Drawn:
    return max(
        (piece for piece in pain_chart.pieces(chart, WIDTH) if isinstance(piece, Drawn)),
        key=lambda piece: piece.room.width(),
    )


def painted(chart: PainPairs) -> QImage:
    """The field of a chart, five dots of paper to each of the picture."""
    drawn = field(chart)
    image = QImage(round(drawn.room.width() / 5), round(drawn.room.height() / 5), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(0.2, 0.2)
    painter.translate(-drawn.room.topLeft())
    drawn.paint(painter)
    painter.end()
    return image


def darkness(image: QImage, room: QRectF) -> int:
    """How many dots in a part of a picture are dark."""
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(round(room.left()), round(room.right()))
        for y in range(max(0, round(room.top())), min(image.height(), round(room.bottom())))
    )


@pytest.mark.parametrize("rating", [0, 2.5, 5, 8, 10])
def test_a_mark_is_at_the_height_of_its_number(qapp: QApplication, rating: float) -> None:
    image = painted(pairs((None, rating, None)))
    height = image.height() * (1 - rating / 10)
    around = QRectF(0, height - 12, 150, 24)
    elsewhere = QRectF(0, image.height() * (0.65 if rating > 5 else 0.25) - 12, 150, 24)
    assert darkness(image, around) > 40
    assert darkness(image, elsewhere) == 0


def test_what_was_not_answered_has_no_mark(qapp: QApplication) -> None:
    nothing = painted(pairs((None, None, None)))
    assert darkness(nothing, QRectF(0, 20, 200, nothing.height() - 40)) == 0


@pytest.mark.parametrize("count", [1, 2, MOST_PAIRS])
def test_marks_stay_inside_the_chart_and_days_apart(qapp: QApplication, count: int) -> None:
    made = pain_chart.pieces(pairs(*[(10, 0, 10)] * count), WIDTH)
    assert all(piece.room.left() >= 0 and piece.room.right() <= WIDTH for piece in made)
    days = [piece for piece in made if isinstance(piece, Line) and piece.text.endswith(("Mar", "Apr"))]
    assert days[0].text == "2 Mar"
    assert all(one.room.right() < other.room.left() for one, other in pairwise(days))


def test_before_is_a_ring_and_after_is_full_so_that_grey_print_tells_them_apart(qapp: QApplication) -> None:
    before, after = (painted(pairs(each)) for each in ((5, None, None), (None, 5, None)))
    middle = before.height() // 2
    dark = [[x for x in range(150) if image.pixelColor(x, middle + 3).lightness() < 100] for image in (before, after)]
    assert dark[1] == list(range(dark[1][0], dark[1][-1] + 1))
    assert dark[0] != list(range(dark[0][0], dark[0][-1] + 1))
