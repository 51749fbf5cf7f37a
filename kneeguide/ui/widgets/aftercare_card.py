"""What is normal after a session and what is not, side by side, and what to do about the latter."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.ui import aftercare_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points


class AftercareCard(Box):
    """Calm after a session as it was meant. After one that was stopped for a reason it says what to watch for alone."""

    def __init__(self) -> None:
        super().__init__("card")
        normal_title = Text(TextRole.STRONG, aftercare_wording.normal_title())
        self._normal = _column(normal_title, aftercare_wording.normal())
        self._not_normal_title = Text(TextRole.STRONG, aftercare_wording.not_normal_title())
        self._not_normal_title.set_tone("care")
        columns = QHBoxLayout()
        columns.setSpacing(4 * STEP)
        columns.addWidget(self._normal, 1)
        columns.addWidget(_column(self._not_normal_title, aftercare_wording.not_normal()), 1)
        self.column.addLayout(columns)
        self.column.addWidget(Text(TextRole.BODY, aftercare_wording.if_not_normal()))
        self._main_plan = Text(TextRole.STRONG, aftercare_wording.main_plan())
        self.column.addWidget(self._main_plan)

    def show_both(self, both: bool) -> None:
        """Show what is normal too, or only what is not."""
        self._normal.setVisible(both)
        self._main_plan.setVisible(both)
        title = aftercare_wording.not_normal_title() if both else aftercare_wording.watch_title()
        self._not_normal_title.setText(title)


def _column(heading: Text, points: tuple[str, ...]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP)
    column.addWidget(heading)
    column.addWidget(Points(points, gap=0))
    column.addStretch(1)
    return part
