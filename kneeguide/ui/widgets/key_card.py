"""Which key does what while a session plays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box, Scrolled
from kneeguide.ui.widgets.labels import Text

_TITLE, _LETTERS = 1 / 30, 1 / 36
"""Sizes of the letters as shares of the page's height, to be read from the floor; never smaller than the usual."""


class KeyCard(Box):
    """The keys of the player, one a line."""

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
        self._lines: list[tuple[Text, TextRole]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(STEP)
        for row, (keys, meaning) in enumerate(lines):
            key = Text(TextRole.STRONG, keys, wraps=False)
            does = Text(TextRole.BODY, meaning)
            grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(does, row, 1)
            self._lines += [(key, TextRole.STRONG), (does, TextRole.BODY)]
        grid.setColumnStretch(1, 1)
        content = Scrolled()
        content.setProperty("box", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, STEP, 0)
        column.addLayout(grid)
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

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._title.set_letters(max(font_for(TextRole.HEADING).pixelSize(), round(height * _TITLE)))
        for text, role in self._lines:
            text.set_letters(max(font_for(role).pixelSize(), round(height * _LETTERS)))

    def move_by_lines(self, up: bool) -> None:
        """Move the list by a few lines, where not all of it is to be seen."""
        self._bar.setValue(self._bar.value() + (-1 if up else 1) * 12 * STEP)
