"""What a technique looks like: the drawn person, or the picture that a user put beside their own routine."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QWidget

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

LARGEST = QSize(1600, 1600)
MEMORY_MB = 32
"""What one picture may take while it is read: a small file can hold a huge picture."""

FORMATS = (b"png", b"jpeg", b"webp")


class Illustration(FigureView):
    """Shows techniques by their figures or pictures; where there is neither, by their titles."""

    def __init__(self, poses: "Mapping[str, Pose]", colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(figure_colours(colours.theme, colours.skin), parent)
        self._poses = poses

    def show_technique(self, technique: Technique, side: Side | None, *, moves: bool = True) -> None:
        """Show how it is done. ``side``: the leg that is worked on, None if it is both or neither.

        ``moves``: the picture leaves room for the whole stroke.
        """
        if technique.picture is not None:
            self.show_picture(_read(technique.picture), technique.title)
            return
        pose = self._poses.get(technique.id)
        if pose is None:
            self.show_placeholder(technique.title)
        else:
            self.show_figure(pose, side, moves=moves)

    def use_theme(self, colours: Colours) -> None:
        """Take the colours of another theme."""
        self.set_colours(figure_colours(colours.theme, colours.skin))


def _read(picture: Path) -> QImage:
    """A user's picture at a size fit for the screen; an empty one if it is missing, too large, or of no known kind."""
    QImageReader.setAllocationLimit(MEMORY_MB)
    reader = QImageReader(str(picture))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        return QImage()
    if reader.size().width() > LARGEST.width() or reader.size().height() > LARGEST.height():
        reader.setScaledSize(reader.size().scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
