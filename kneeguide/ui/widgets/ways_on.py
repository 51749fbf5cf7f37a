"""How to go on once it is known what is wrong, as tiles that are large enough to be pressed from the floor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kneeguide.core.trouble import WayOn
from kneeguide.ui import gentler_wording
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.wrapped_button import WrappedButton

_GAP = 3 * STEP
_LEAST = 11 * STEP + 2
"""Height of a tile with its frame at the least, in pixels."""
_ENDING_FIRST = tuple(reversed(WayOn))
"""No way that goes on may be more prominent than ending."""


class WaysOnTiles(QWidget):
    """The ways on, all equally large, side by side where there is room. ``chosen`` carries the WayOn."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {way: WrappedButton("", "primary" if way is WayOn.END else "plain") for way in _ENDING_FIRST}
        self._offered: tuple[WrappedButton, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for row, (way, tile) in enumerate(self._tiles.items()):
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            tile.clicked.connect(lambda _=False, way=way: self.chosen.emit(way))
            tile.hide()
            self._grid.addWidget(tile, row, 0)

    def offer(self, ways: tuple[WayOn, ...], area: str) -> None:
        """Show these and no others. ``area``: what would be left out."""
        for way, tile in self._tiles.items():
            if way in ways:
                tile.set_label(gentler_wording.way(way, area))
            tile.setVisible(way in ways)
        self._offered = tuple(tile for way, tile in self._tiles.items() if way in ways)

    def make_ending_current(self) -> None:
        """Have Enter end the session."""
        self._tiles[WayOn.END].setFocus()

    def fit(self, letters: int, height: int, width: int) -> int:
        """Have such letters and at least such a height in so much breadth; what all take in height. All in pixels."""
        for tile in self._offered:
            tile.set_letters(letters)
        widest = max((tile.minimumSizeHint().width() for tile in self._offered), default=0)
        columns = 2 if len(self._offered) > 1 and 2 * widest + _GAP <= width else 1
        breadth = (width - _GAP * (columns - 1)) // columns
        each = max((_LEAST, height, *(tile.heightForWidth(breadth) for tile in self._offered)))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        for number, tile in enumerate(self._offered):
            tile.setFixedHeight(each)
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, number // columns, number % columns)
        rows = -(-len(self._offered) // columns)
        return rows * each + max(0, rows - 1) * _GAP
