"""Which key does what while a session plays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box, Scrolled
from kneeguide.ui.widgets.labels import Text

_TITLE, _LETTERS = 1 / 30, 1 / 36
"""Sizes of the letters as shares of the page's height, to be read from the floor; never smaller than the usual."""

_GAP, _BAR = 4 * STEP, 5 * STEP
"""Room between keys and meanings, and for the bar to scroll by, in pixels."""

_BROKEN = 0.6
"""The share of the longest meaning that one line has to hold."""


class KeyCard(Box):
    """The keys of the player and what each does, side by side or below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stage", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        lines = (
            (self.tr("Space, P, B or ."), self.tr("pause, go on")),
            (self.tr("→ or Page Down"), self.tr("next step")),
            (self.tr("← or Page Up"), self.tr("step before")),
            (self.tr("R"), self.tr("begin this step again")),
            (self.tr("+"), self.tr("ten seconds more")),
            (self.tr("J or ["), self.tr("quicker passes")),
            (self.tr("L or ]"), self.tr("slower passes")),
            (self.tr("W"), self.tr("wait for me, or do not")),
            (self.tr("F or F11"), self.tr("floor view; Esc leaves it")),
            (self.tr("M"), self.tr("sound off, sound on")),
            (self.tr("S, Stop, or hold Esc"), self.tr("something is wrong")),
            (self.tr("↑ ↓"), self.tr("scroll the words")),
            (self.tr("?"), self.tr("show or hide this list")),
            (self.tr("Media keys"), self.tr("as their signs say")),
        )
        self._lines = [(Text(TextRole.STRONG, keys), Text(TextRole.BODY, meaning)) for keys, meaning in lines]
        self._page_height = 0
        self._is_stacked = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        content = Scrolled()
        content.setProperty("box", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, STEP, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self._bar = area.verticalScrollBar()
        self._title = Text(TextRole.HEADING, self.tr("Keys"))
        self.column.addWidget(self._title)
        self.column.addWidget(area, 1)
        self._area = area
        self._place(stacks=False)

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Meanings stand below their keys where they would have no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._title.set_letters(max(font_for(TextRole.HEADING).pixelSize(), round(self._page_height * _TITLE)))
        letters = max(font_for(TextRole.BODY).pixelSize(), round(self._page_height * _LETTERS))
        for line in self._lines:
            for text in line:
                text.set_letters(letters)
        keys = max(_width(key, TextRole.STRONG, letters) for key, _ in self._lines)
        meanings = max(_width(meaning, TextRole.BODY, letters) for _, meaning in self._lines)
        stacks = keys + _GAP + meanings * _BROKEN > self._area.width() - _BAR
        if stacks is not self._is_stacked:
            self._place(stacks=stacks)

    def _place(self, *, stacks: bool) -> None:
        self._is_stacked = stacks
        for number, (key, meaning) in enumerate(self._lines):
            row = 3 * number
            self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(meaning, row + 1 if stacks else row, 0 if stacks else 1)
            self._grid.setRowMinimumHeight(row + 2, 2 * STEP if stacks else STEP)
        self._grid.setColumnStretch(1, 0 if stacks else 1)

    def move_by_lines(self, up: bool) -> None:
        """Move the list by a few lines, where not all of it is to be seen."""
        self._bar.setValue(self._bar.value() + (-1 if up else 1) * 12 * STEP)


def _width(text: Text, role: TextRole, letters: int) -> int:
    return QFontMetrics(font_for(role, letters)).horizontalAdvance(text.text())
