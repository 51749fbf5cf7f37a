"""The pain rules behind something that is said, for whoever asks: in place, so that nothing that was chosen is left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.pain_rule import Rule
from kneeguide.ui import pain_rule_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text


class Why(QWidget):
    """A link, and below it the rules with their numbers once it was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = Text(TextRole.BODY)
        self._ask = Button("", "link")
        self._ask.clicked.connect(lambda: self._open(self._rules.isHidden()))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._rules)
        self._more: QWidget | None = None
        self._open(False)

    def put_below(self, more: QWidget) -> None:
        """Let something follow the rules, that is there with them alone."""
        self._more = more
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        more.setVisible(not self._rules.isHidden())

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Stand behind these; hidden where there are none."""
        self._rules.setText("\n".join(map(pain_rule_wording.in_full, rules)))
        self._open(False)
        self.setVisible(bool(rules))

    def _open(self, opened: bool) -> None:
        self._rules.setVisible(opened)
        self._column.setContentsMargins(0, 0, 0, 3 * STEP if opened else 0)  # the link alone has air of its own
        if self._more is not None:
            self._more.setVisible(opened)
        self._ask.set_label(pain_rule_wording.hide_why() if opened else pain_rule_wording.why())
        self._ask.setAccessibleDescription(self._rules.text() if opened else "")
