"""How a plan over weeks went: sessions and knee pain in words, what to make of it, and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.weekly_plan import Review, WeeksReview
from kneeguide.ui import weekly_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text


class WeeksReviewCard(Box):
    """``chosen`` carries the Review that the user chose."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("card")
        self._sessions = Text(TextRole.BODY)
        self._trend = Text(TextRole.BODY)
        self._compared = Text(TextRole.QUIET, weekly_wording.how_compared())
        self._advice_box = Box("lead")
        self._advice = Text(TextRole.STRONG)
        self._again = Button(self.tr("Do the same again"), "primary")
        self._change = Button(self.tr("Change the plan"))
        self._stop = Button(self.tr("Stop here"))
        for button, review in (
            (self._again, Review.AGAIN),
            (self._change, Review.CHANGE),
            (self._stop, Review.STOP),
        ):
            button.clicked.connect(lambda _=False, review=review: self.chosen.emit(review))
        self._arrange()

    def show_review(self, review: WeeksReview) -> None:
        """Say how it went. Where nothing changed, no way on stands before the others."""
        self._sessions.setText(
            self.tr("Sessions you did in these {weeks} weeks: {count}.").format(
                weeks=review.weeks, count=review.sessions
            )
        )
        self._trend.setText(weekly_wording.trend(review.trend))
        self._advice.setText(weekly_wording.what_now(review))
        self._advice_box.set_kind("care" if review.is_unchanged else "lead")
        self._again.set_kind("plain" if review.is_unchanged else "primary")

    def _arrange(self) -> None:
        self._advice_box.column.addWidget(self._advice)
        ways = QWidget()
        row = FlowLayout(ways)
        for button in (self._again, self._change, self._stop):
            row.addWidget(button)
        self.column.addWidget(Text(TextRole.HEADING, self.tr("How it went")))
        for text in (self._sessions, self._trend, self._compared):
            self.column.addWidget(text)
        self.column.addWidget(self._advice_box)
        self.column.addSpacing(STEP)
        self.column.addWidget(Text(TextRole.HEADING, self.tr("How to go on?")))
        self.column.addWidget(ways)
