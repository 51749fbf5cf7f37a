"""Which key does what while a session plays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, Scrolled
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
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(STEP)
        for row, (keys, meaning) in enumerate(lines):
            grid.addWidget(Text(TextRole.STRONG, keys, wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(TextRole.BODY, meaning), row, 1)
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
        self.column.addWidget(Text(TextRole.HEADING, self.tr("Keys")))
        self.column.addWidget(area, 1)

    def move_by_lines(self, up: bool) -> None:
        """Move the list by a few lines, where not all of it is to be seen."""
        self._bar.setValue(self._bar.value() + (-1 if up else 1) * 12 * STEP)
