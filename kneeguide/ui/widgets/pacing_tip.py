"""What the pain rules say: each in a sentence, with why in another, and the rules themselves for whoever asks."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.pain_rule import Advice, Kind, Rule
from kneeguide.ui import pain_rule_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.why import Why

_CARE = {Kind.SHORTEN, Kind.REST, Kind.SEE_SOMEONE}


class PacingTip(Box):
    """Hidden where no rule has anything to say. ``heading`` may change with what is said, or be empty.

    ``spoken``: all of it as one text, for screen readers; empty where nothing is said."""

    def __init__(self, says: Callable[[Rule], str]) -> None:
        """``says``: the sentence of a rule; empty where its reason says it all."""
        super().__init__("lead")
        self._says = says
        self.has_advice = self.asks_for_care = False
        self.spoken = ""
        self.heading = Text(TextRole.HEADING)
        self._content = QWidget()
        self.why = Why()
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, STEP)  # the link has air of its own
        self.column.addWidget(self.heading)
        self.column.addWidget(self._content)
        self.column.addWidget(self.why)
        self.hide()

    def show_advice(self, advice: Sequence[Advice], heading: str = "") -> None:
        """Show these in place of any others."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for each in advice:
            column.addLayout(self._told(each))
        self.column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        content.show()
        self.asks_for_care = any(each.kind in _CARE for each in advice)
        self.set_kind("care" if self.asks_for_care else "lead")
        self.has_advice = bool(advice)
        self.why.show_rules(tuple(dict.fromkeys(each.rule for each in advice)))
        said = [text for each in advice for text in (self._says(each.rule), pain_rule_wording.because(each))]
        self.spoken = in_one_breath((heading, *said)) if said else ""
        self.setVisible(self.has_advice)

    def _told(self, advice: Advice) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        if said := self._says(advice.rule):
            lines.addWidget(Text(TextRole.STRONG, said))
        lines.addWidget(Text(TextRole.BODY, pain_rule_wording.because(advice)))
        return lines
