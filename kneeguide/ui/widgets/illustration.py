"""What a technique looks like: the drawn person, or the picture that a user put beside their own routine."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose


class Illustration(FigureView):
    """Shows techniques by their figures or pictures; where there is neither, by their titles and why."""

    def __init__(self, poses: "Mapping[str, Pose]", colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(figure_colours(colours.theme, colours.skin), parent)
        self._poses = poses

    def show_technique(self, technique: Technique, side: Side | None, *, moves: bool = True) -> None:
        """Show how it is done. ``side``: the leg that is worked on, None if it is both or neither.

        ``moves``: the picture leaves room for the whole stroke.
        """
        if technique.picture is not None:
            self._show_users(technique.picture, technique.title)
            return
        pose = self._poses.get(technique.id)
        if pose is None:
            self._show_title(technique.title, technique.picture_fault)
        else:
            self.show_figure(pose, side, moves=moves)

    def use_theme(self, colours: Colours) -> None:
        """Take the colours of another theme, or of another skin."""
        self.set_colours(figure_colours(colours.theme, colours.skin))

    def _show_users(self, picture: Path, title: str) -> None:
        # Not above: hardly any routine brings a picture, and the first window does not wait for what reads them.
        from kneeguide.ui.widgets.users_picture import users_picture

        try:
            self.show_picture(users_picture(picture), title)
        except ValueError as fault:
            self._show_title(title, str(fault))

    def _show_title(self, title: str, fault: str) -> None:
        self.show_placeholder(title, self.tr("The picture {fault}.").format(fault=fault) if fault else "")
