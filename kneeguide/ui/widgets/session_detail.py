"""One session of the diary in full."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.core.questions import Question
from kneeguide.ui import gentler_wording, limits_wording, outcome_wording, trouble_wording, wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Scrolled
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.fact_list import FactList
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.leg_table import LegTable, muscles
from kneeguide.ui.widgets.scroller import Scroller
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_LEAST_HEIGHT = 48 * STEP
_AROUND = 5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP
"""Pixels left free inside the card; its scroll bar lies in them."""
_NO_BREAK = "\u00a0"


class SessionDetail(Scroller):
    """What was done and how the knee was. ``edit_requested``, ``delete_requested``: of the session that is shown.
    ``grown``: it may need another height."""

    edit_requested = Signal()
    delete_requested = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(TextRole.HEADING)
        self._facts = FactList()
        self._muscles = LegTable(self.tr("Time for each muscle"))
        self._steps = LegTable(self.tr("Steps"))
        self._holder = Scrolled()
        self._edit = Button(self.tr("Change"))
        self._edit.setAccessibleName(self.tr("Change pain or note"))
        self._edit.clicked.connect(self.edit_requested)
        self._delete = Button(self.tr("Delete"), "link")
        self._delete.setAccessibleName(self.tr("Delete this session"))
        self._delete.clicked.connect(self.delete_requested)
        self._arrange()

    @property
    def least_width(self) -> int:
        """What its buttons and its longest word need, in pixels."""
        return self._holder.minimumSizeHint().width() + 3 * STEP + self.verticalScrollBar().sizeHint().width()

    def whole_height(self, width: int) -> int:
        """How high it is at a width where all of it is to be seen, in pixels."""
        return self._holder.heightForWidth(width) + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        """A part of it at least; all the room that there is in fact."""
        return QSize(super().sizeHint().width(), _LEAST_HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is new in it has its height only once it has come to be seen."""
        if watched is self._holder and event.type() is QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().eventFilter(watched, event)

    def show_record(self, record: Record) -> None:
        """Show this session."""
        self._title.setText(record.title)
        self._facts.show_facts(self._facts_of(record))
        self._muscles.show_rows(muscles(record))
        self._steps.show_rows(outcome_wording.steps(record))

    def _facts_of(self, record: Record) -> list[tuple[str, str]]:
        """How the knee was and for how long comes first: it is what one looks for."""
        reason = outcome_wording.stored_reason(record)
        facts = [
            (self.tr("Pain before"), outcome_wording.rating(record.before)),
            (self.tr("Pain after"), outcome_wording.rating(record.after)),
            (self.tr("Next day"), self._next_day(record)),
            (self.tr("Time"), wording.clock_time(record.seconds)),
            (
                self.tr("How it went"),
                self.tr("Written down by you") if record.by_hand else outcome_wording.outcome(record),
            ),
            (self.tr("When"), _when(record)),
            (self.tr("Why stopped"), trouble_wording.stop_reason(reason) if reason else ""),
            (self.tr("On the way"), "\n".join(_eased(record))),
            (self.tr("Note"), record.note),
            (self.tr("Adapted"), "\n".join(_limits(record))),
            (self.tr("Often used for"), "\n".join(wording.condition(each) for each in record.conditions)),
        ]
        return [(name, value) for name, value in facts if value]

    def _next_day(self, record: Record) -> str:
        """What is known of it; empty as long as it has not been asked about."""
        if record.next_day_told is None and record.next_day is None and record.next_day_marks is None:
            return ""
        rating = outcome_wording.rating(record.next_day)
        if record.next_day_marks is None:
            return rating
        marks = self.tr("a bruise or new swelling") if record.next_day_marks else self.tr("no bruise or new swelling")
        return self.tr("{rating}, {marks}").format(rating=rating, marks=marks)

    def _arrange(self) -> None:
        acts = WrappingRow()
        acts.addWidget(self._edit)
        acts.addWidget(self._delete)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(*_AROUND)
        column.setSpacing(3 * STEP)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(acts)  # what is below may be long, and scrolls
        column.addWidget(self._muscles)
        column.addWidget(self._steps)
        column.addStretch(1)
        self._holder.setProperty("box", "scrolled")
        self.setProperty("box", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # keys can scroll what has nothing else to go to
        self.setAccessibleName(self.tr("The chosen session"))
        self.setWidget(self._holder)
        self.keep_margin(column, _AROUND[2], _AROUND[0])


def _when(record: Record) -> str:
    """A line may end between the day and the time, and nowhere else."""
    day = wording.day(record.started.date())
    return wording.day_and_time(record.started).replace(day, day.replace(" ", _NO_BREAK))


def _eased(record: Record) -> list[str]:
    """Where the session went on more gently, and why."""
    titles = {stage.key: stage.title for stage in record.planned}
    return [
        f"{titles[eased.key]}: {trouble_wording.stop_reason(eased.cause)} – {gentler_wording.what_was_done(eased.way)}"
        for eased in record.eased
    ]


def _limits(record: Record) -> list[str]:
    """How the session was lighter or shorter; what a newer version of KneeGuide limited is not known here."""
    known = {question.value: question for question in Question}
    return [limits_wording.effect(known[limit]) for limit in dict.fromkeys(record.limits) if limit in known]
