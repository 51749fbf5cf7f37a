"""Routine files that could not be used: one quiet line below the others, and what is wrong when asked for."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.problem import Problem
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text

FILES_SHOWN = 3


class LeftOutFiles(QWidget):
    """Says that there are some, aloud once for the same ones. ``why`` is the button that shows a line for each file,
    up to a few."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Problem, ...] = ()
        self._is_unsaid = False
        self._line = Text(TextRole.BODY)
        self.why = Button("", "link")
        self.why.clicked.connect(self._unfold)
        self._why = Box("care")
        self._lines = Text(TextRole.BODY)
        self._why.column.addWidget(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._line)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why)
        self._show_details(False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Name the files of these, in the order of the first problem of each."""
        files: dict[str, list[Problem]] = {}
        for problem in problems:
            files.setdefault(problem.file, []).append(problem)
        lines = [self._line_about(found) for found in list(files.values())[:FILES_SHOWN]]
        more = len(files) - len(lines)
        if more:
            lines.append(self.tr("Files not listed here: {count}. kneeguide check tells of all.").format(count=more))
        self._lines.setText("\n".join(lines))
        if len(files) == 1:
            self._line.setText(self.tr("One of your own routines could not be read"))
        else:
            self._line.setText(self.tr("Routines that could not be read: {count}").format(count=len(files)))
        if self._told != tuple(problems):
            self._told = tuple(problems)
            self._show_details(False)
            self._is_unsaid = bool(problems)
            self._say_once()

    def showEvent(self, event: QShowEvent) -> None:
        """Before the first paint nobody hears anything."""
        super().showEvent(event)
        self._say_once()

    def _say_once(self) -> None:
        if self._is_unsaid and self.isVisible():
            self._is_unsaid = False
            announce(self, self._line.text(), at_once=False)

    def _unfold(self) -> None:
        self._show_details(self._why.isHidden())

    def _show_details(self, are_shown: bool) -> None:
        self._why.setVisible(are_shown)
        self.why.set_label(self.tr("Hide why") if are_shown else self.tr("Show why"))

    def _line_about(self, found: list[Problem]) -> str:
        """The first thing wrong with a file, and how many more there are."""
        first = found[0]
        name = PurePath(first.file).name
        said = self.tr("{file}, line {line}: {field}: {reason}").format(
            file=name, line=first.line, field=first.field, reason=first.expectation
        )
        if len(found) == 1:
            return said
        return self.tr("{problem} (and {count} more in this file)").format(problem=said, count=len(found) - 1)
