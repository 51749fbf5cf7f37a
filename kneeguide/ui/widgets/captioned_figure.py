"""A drawn person with a line below that says what to see."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.learn import Picture
from kneeguide.core.routine import Side
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.paragraph import paragraph

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

HEIGHT = 56 * STEP


class CaptionedFigure(QWidget):
    """Shows a picture of a topic; a figure that is gone leaves its caption."""

    def __init__(self, picture: Picture, poses: "Mapping[str, Pose]", colours: Colours) -> None:
        super().__init__()
        self._figure = Illustration(poses, colours)
        self._figure.setFixedHeight(HEIGHT)
        pose = poses.get(picture.figure)
        if pose is None:
            self._figure.hide()
        else:
            self._figure.show_figure(pose, Side.RIGHT if pose.muscle else None, moves=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._figure)
        column.addWidget(Text(TextRole.SMALL, paragraph(picture.caption)))

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.use_theme(colours)
