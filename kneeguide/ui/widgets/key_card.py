"""Which key does what while a session plays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text


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
            (self.tr("J or ["), self.tr("quicker: half a second less for each pass")),
            (self.tr("L or ]"), self.tr("slower: half a second more for each pass")),
            (self.tr("W"), self.tr("wait for me before each step, or do not")),
            (self.tr("F or F11"), self.tr("floor view; F or Esc leaves it")),
            (self.tr("M"), self.tr("sound off, sound on")),
            (self.tr("S, or hold Esc"), self.tr("something is wrong")),
            (self.tr("↑ ↓"), self.tr("scroll the words")),
            (self.tr("?"), self.tr("show or hide this list")),
            (self.tr("Media keys"), self.tr("play, pause, next and previous as above; stop: something is wrong")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        for row, (keys, meaning) in enumerate(lines):
            grid.addWidget(Text(TextRole.HEADING, keys, wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(TextRole.BODY, meaning), row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addWidget(Text(TextRole.TITLE, self.tr("Keys")))
        self.column.addSpacing(2 * STEP)
        self.column.addLayout(grid)
        self.column.addStretch(1)
