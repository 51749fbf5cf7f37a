"""How far the whole session is, step by step."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.steps import step_numbers
from kneeguide.ui.theme import LINE, Colours
from kneeguide.ui.widgets.boxes import STEP

_GAP, _GAP_BETWEEN_STEPS = 3.0, 12.0
_LEAST = 4.0
_HEIGHT, _HEIGHT_FROM_AFAR = 8, 16
_BETWEEN = 0.5


class ProgressTrack(QProgressBar):
    """One segment a stage, as long as its share of the time; work is full height, what lies between is flatter.

    The stages of one step stand together. Its value counts steps, as the words of the player do.
    """

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._stages: tuple[Stage, ...] = ()
        self._steps: tuple[int, ...] = ()
        self._index = 0
        self._share = 0.0
        self._height = _HEIGHT
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Steps of the session"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self.update()

    def show_from_afar(self, from_afar: bool) -> None:
        """Be broad enough for the floor view, or thin."""
        self._height = _HEIGHT_FROM_AFAR if from_afar else _HEIGHT
        self.updateGeometry()

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Lay out the segments of a session."""
        self._stages, self._steps = stages, step_numbers(stages)
        self._index, self._share = 0, 0.0
        self.setMaximum(max(self._steps, default=1))
        self.setValue(min(1, len(stages)))
        self.update()

    def show_place(self, index: int, share: float) -> None:
        """Fill all segments before ``index``, and ``share`` (0 to 1) of that one."""
        if index == self._index and abs(share - self._share) * self._width_of(index) < 1:
            return
        is_same, self._index, self._share = index == self._index, index, share
        self.setValue(self._steps[index])
        if is_same:
            self.update(self._visible(self._segments()[index]).toAlignedRect())
        else:
            self.update()

    def sizeHint(self) -> QSize:
        """A thin line, as wide as there is room."""
        return QSize(50 * STEP, self._height)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments that are to be painted, filled as far as they have been passed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isRightToLeft():  # begins where reading does
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        wanted = QRectF(event.rect())
        for number, (stage, segment) in enumerate(zip(self._stages, self._segments(), strict=True)):
            if not wanted.intersects(self._visible(segment)):
                continue
            _bar(painter, segment, QColor(self._colours.control))
            _bar(painter, segment.adjusted(LINE, LINE, -LINE, -LINE), QColor(self._colours.off))
            if number < self._index:
                _bar(painter, segment, self._colour(stage))
            elif number == self._index and self._share > 0:
                done = QRectF(segment)
                done.setWidth(max(segment.height(), segment.width() * min(1.0, self._share)))
                _bar(painter, done, self._colour(stage))
        painter.end()

    def _visible(self, segment: QRectF) -> QRectF:
        """Where a segment is seen: it is laid out from where reading begins."""
        if not self.isRightToLeft():
            return segment
        return QRectF(self.width() - segment.right(), segment.top(), segment.width(), segment.height())

    def _colour(self, stage: Stage) -> QColor:
        return QColor(self._colours.lead if stage.kind is StageKind.WORK else self._colours.control)

    def _width_of(self, index: int) -> float:
        total = sum(stage.seconds for stage in self._stages) or 1.0
        return self.width() * self._stages[index].seconds / total if index < len(self._stages) else 0.0

    def _segments(self) -> list[QRectF]:
        total = sum(stage.seconds for stage in self._stages) or 1.0
        gaps = [_GAP if one == other else _GAP_BETWEEN_STEPS for one, other in pairwise(self._steps)]
        narrow = min(1.0, self.width() / (3 * max(1.0, sum(gaps))))
        room = max(0.0, self.width() - narrow * sum(gaps) - _LEAST * len(self._stages))
        segments, left = [], 0.0
        for stage, gap in zip(self._stages, [*gaps, 0.0], strict=False):
            width = _LEAST + room * stage.seconds / total
            height = self._height * (1.0 if stage.kind is StageKind.WORK else _BETWEEN)
            segments.append(QRectF(left, (self.height() - height) / 2, width, height))
            left += width + gap * narrow
        return segments


def _bar(painter: QPainter, place: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
