"""The places that are left alone in every routine, on a large map with numbers, each with its name and the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.keep_off import KeepOff
from kneeguide.ui import keep_off_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.labels import Text


class KeepOffCard(Box):
    """The map above, the list below it in as many columns as fit."""

    def __init__(self, colours: Colours) -> None:
        super().__init__("card")
        self._map = AreaMap(colours, numbered=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        places = QWidget()
        layout = CardLayout(places, least_width=72 * STEP, gap=3 * STEP)
        for area in KeepOff:
            layout.addWidget(_Place(area))
        self.column.setSpacing(3 * STEP)
        self.column.addWidget(Text(TextRole.HEADING, keep_off_wording.title()))
        self.column.addWidget(Text(TextRole.BODY, keep_off_wording.lead()))
        self.column.addWidget(self._map)
        self.column.addWidget(places)

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._map.set_colours(colours)


class _Place(QWidget):
    def __init__(self, area: KeepOff) -> None:
        super().__init__()
        count = Text(TextRole.STRONG, wording.number(area.number), wraps=False)
        count.set_tone("stop")
        count.setMinimumWidth(max(6 * STEP, count.fontMetrics().horizontalAdvance("00")))
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(TextRole.STRONG, keep_off_wording.keep_off(area)))
        words.addWidget(Text(TextRole.BODY, keep_off_wording.keep_off_reason(area)))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
