"""What one may want to know of a step beside how it is done: folded away, so that the steps can be read as one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.short_lines import ShortLines


class MoreAboutStep(QWidget):
    """A link, and below it ``lines`` once it was pressed. ``title``: of the step with its number, to know one
    link from another."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._told = ShortLines(TextRole.SMALL, "\n".join(lines))
        self._turn = Button("", "link")
        self._turn.clicked.connect(lambda: self._open(self._told.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        self._open(False)

    def _open(self, opened: bool) -> None:
        self._told.setVisible(opened)
        label = self.tr("Less about it") if opened else self.tr("More about it")
        self._turn.set_label(label)
        self._turn.setAccessibleName(self.tr("{label}: {title}").format(label=label, title=self._title))
        self._turn.setAccessibleDescription(self._told.text() if opened else "")
