"""The ways to the folder of one's own routines, below the cards, for those who have some there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout


class OwnFolder(QWidget):
    """``opened``: to look into it. ``read_again``: after something in it was changed."""

    opened = Signal()
    read_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        folder = Button(self.tr("Open my routines folder"), "link")
        folder.clicked.connect(self.opened)
        again = Button(self.tr("Read the folder again"), "link")
        again.clicked.connect(self.read_again)
        self.stops = (folder, again)
        row = FlowLayout(self)
        for button in self.stops:
            row.addWidget(button)
