"""A drawn person with a line below that says what to see."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.learn import Picture
from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration
from kneeguide.ui.widgets.paragraph import paragraph

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

HEIGHT = 56 * STEP


class CaptionedFigure(QWidget):
    """Shows a picture of a topic; a figure that is gone leaves its caption."""

    def __init__(self, picture: Picture, poses: "Mapping[str, Pose]", colours: Colours) -> None:
        super().__init__()
        pose = poses.get(picture.figure)
        side = Side.RIGHT if pose and pose.muscle else None
        shown = Technique(id=picture.figure, title=picture.caption, cue="")
        self._figure = LazyIllustration(poses, colours, shown, side)
        self._figure.setFixedHeight(HEIGHT)
        if pose is None:
            self._figure.hide()
        else:  # a screen reader may come to it before it was ever in view
            self._figure.setAccessibleName(pose.alt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._figure)
        column.addWidget(Text(TextRole.SMALL, paragraph(picture.caption)))

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.use_theme(colours)
