"""What the user's answers change about today's session, said before it begins: what is left out, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.day_changes import DayChanges
from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.questions import Question
from kneeguide.ui import limits_wording, safety_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text


class DayChangesCard(Box):
    """Hidden where nothing changes."""

    def __init__(self) -> None:
        super().__init__("card")
        self.column.addWidget(Text(TextRole.HEADING, limits_wording.changes_heading()))
        self._content = QWidget()
        self.column.addWidget(self._content)
        self.hide()

    def show_changes(self, changes: DayChanges) -> None:
        """Show these in place of any others."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        steps: dict[Question, list[str]] = {}
        for out in changes.left_out:
            steps.setdefault(out.because, []).append(out.technique.title)
        for question, titles in steps.items():
            reason = QVBoxLayout()
            reason.setSpacing(0)
            reason.addWidget(Text(TextRole.STRONG, safety_wording.left_out(question)))
            reason.addWidget(Text(TextRole.QUIET, limits_wording.steps(titles)))
            column.addLayout(reason)
        for sentence in self._sentences(changes):
            column.addWidget(Text(TextRole.STRONG, sentence))
        self.column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self.setVisible(changes.any)

    def _sentences(self, changes: DayChanges) -> list[str]:
        sentences = [limits_wording.half_time()] if changes.half_dose else []
        if changes.pressure_cap < PRESSURE_CAP:
            sentences.append(limits_wording.pressure_stays(changes.pressure_cap))
        return sentences + [safety_wording.caution(question) for question in changes.cautions]
