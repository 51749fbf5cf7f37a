"""The user's own activities: which they are, and once a week how they go. Nothing here has to be answered."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneeguide.core.activities import LONGEST_NAME, MOST_ACTIVITIES, Activity, Overall
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.rating_row import RatingRow

_NAME_WIDTH = 60 * STEP


class ActivitiesCard(Box):
    """Signals carry the id of an activity, its name, a rating, or an Overall."""

    added = Signal(str)
    renamed = Signal(str, str)
    retired = Signal(str)
    rated = Signal(str, int)
    told_overall = Signal(object)

    def __init__(self) -> None:
        super().__init__("card")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(3 * STEP)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * STEP)
        self._of_all = QVBoxLayout()
        self._trouble = Text(TextRole.BODY)
        self._trouble.set_tone("care")
        self._trouble.hide()
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("For example: stairs"))
        self._name.setAccessibleName(self.tr("Name of a new activity"))
        self._add = Button(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add this activity"))
        self._new = QWidget()
        new = QHBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.addWidget(self._name, 1)
        new.addWidget(self._add)
        self.column.addWidget(Text(TextRole.HEADING, self.tr("My activities")))
        self.column.addWidget(
            Text(
                TextRole.BODY,
                self.tr(
                    "If you wish, name up to three things your knee makes hard. You can rate them here once a week."
                ),
            )
        )
        self.column.addLayout(self._questions)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._new)
        self.column.addLayout(self._of_all)
        self._add.clicked.connect(self._tell_new)
        self._name.returnPressed.connect(self._tell_new)

    def show_activities(self, followed: Sequence[Activity], due: Sequence[Activity], *, ask_overall: bool) -> None:
        """Show what is followed, and ask about what is ``due``."""
        self._trouble.hide()
        _empty(self._questions)
        _empty(self._rows)
        _empty(self._of_all)
        self._name.clear()
        if ask_overall:
            self._of_all.addWidget(self._overall())
        for activity in due:
            self._questions.addWidget(self._rating(activity))
        for activity in followed:
            self._rows.addWidget(self._row(activity))
        self._new.setVisible(len(followed) < MOST_ACTIVITIES)
        self._lead_tab_through()

    def show_trouble(self, sentence: str) -> None:
        """Say in place why something could not be kept."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def _lead_tab_through(self) -> None:
        """Tab would go in the order in which things were made; let it go as they stand."""
        parts = [*_held(self._questions), *_held(self._rows), self._new, *_held(self._of_all)]
        stops = [
            control
            for part in parts
            for control in part.findChildren(QWidget)
            if control.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _tell_new(self) -> None:
        self.added.emit(self._name.text())

    def _overall(self) -> QWidget:
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 3 * STEP, 0, 0)
        question = chart_wording.overall_question()
        chips = ChoiceChips(question, [(chart_wording.overall(step), step) for step in Overall])
        chips.changed.connect(lambda: self.told_overall.emit(chips.chosen[0]))
        column.addWidget(Text(TextRole.STRONG, question))
        column.addWidget(chips)
        return asked

    def _rating(self, activity: Activity) -> QWidget:
        row = RatingRow(chart_wording.activity_question(activity.name), *chart_wording.activity_ends())
        row.chosen.connect(lambda rating: self.rated.emit(activity.id, rating))
        return row

    def _row(self, activity: Activity) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        name = QLineEdit(activity.name)
        name.setMaxLength(LONGEST_NAME)
        name.setCursorPosition(0)  # a long name shows its beginning
        name.setMinimumWidth(_NAME_WIDTH)
        name.setAccessibleName(self.tr("Name of the activity {name}").format(name=activity.name))
        rename = Button(self.tr("Rename"))
        rename.setAccessibleName(self.tr("Rename {name}").format(name=activity.name))
        rename.setEnabled(False)
        retire = Button(self.tr("Stop following"))
        retire.setAccessibleName(self.tr("Stop following {name}").format(name=activity.name))
        name.textChanged.connect(lambda text: rename.setEnabled(text.strip() != activity.name))
        name.returnPressed.connect(rename.click)
        rename.clicked.connect(lambda: self.renamed.emit(activity.id, name.text()))
        retire.clicked.connect(lambda: self.retired.emit(activity.id))
        for each in (name, rename, retire):
            row.addWidget(each)
        return holder


def _held(layout: QVBoxLayout) -> list[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
