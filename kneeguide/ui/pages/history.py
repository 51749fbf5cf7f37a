"""Looking back: every session with how it went, one of them in full, and a way to delete it and think again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.core.questions import Question
from kneeguide.ui import gentler_wording, limits_wording, session_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.fact_list import FactList, doses
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.session_list import SessionList


class HistoryPage(QWidget):
    """A list and, beside it, the chosen session. Signals carry the id of a record."""

    delete_requested = Signal(str)
    undo_requested = Signal(str)
    more_requested = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deleted_id = ""
        self._lead = Text(TextRole.QUIET)
        self._trouble = Box("care")
        self._trouble_text = Text(TextRole.BODY)
        self._list = SessionList(colours)
        self._more = Button("")
        self._title = Text(TextRole.HEADING)
        self._facts = FactList()
        self._delete = Button(self.tr("Delete this session"))
        self._undo_bar = Box("lead")
        self._undo_text = Text(TextRole.BODY)
        self._undo = Button(self.tr("Undo"))
        self._both = QWidget()
        self._empty = self._make_empty()
        self._arrange()
        self._list.chosen.connect(self._show_detail)
        self._list.delete_requested.connect(self._ask_to_delete)
        self._delete.clicked.connect(self._ask_to_delete)
        self._more.clicked.connect(self.more_requested)
        self._undo.clicked.connect(self._take_back)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._list.set_colours(colours)

    def show_records(self, records: tuple[Record, ...], total: int) -> None:
        """Show the newest sessions. ``total``: how many the diary holds."""
        self._trouble.hide()
        self._undo_bar.hide()
        self._both.setVisible(bool(records))
        self._empty.setVisible(not records)
        self._lead.setText(self._count(total))
        self._lead.setVisible(bool(records))
        self._more.set_label(self.tr("Show more ({shown} of {total} shown)").format(shown=len(records), total=total))
        self._more.setVisible(len(records) < total)
        self._list.show_records(records)

    def show_deleted(self, record_id: str, title: str) -> None:
        """Say that a session is gone, and offer it back."""
        self._deleted_id = record_id
        self._undo_text.setText(self.tr("“{title}” is deleted.").format(title=title))
        self._undo_bar.show()

    def show_trouble(self, sentence: str) -> None:
        """Say in place why the diary cannot be shown or changed."""
        self._trouble_text.setText(sentence)
        self._trouble.show()

    def _show_detail(self, record: Record) -> None:
        self._title.setText(record.title)
        self._facts.show_facts(self._facts_of(record))

    def _facts_of(self, record: Record) -> list[tuple[str, str]]:
        reason = session_wording.stored_reason(record)
        facts = [
            (self.tr("When"), wording.day_and_time(record.started)),
            (self.tr("How it went"), session_wording.outcome(record)),
            (self.tr("Time"), wording.clock_time(record.seconds)),
            (self.tr("Why stopped"), session_wording.stop_reason(reason) if reason else ""),
            (self.tr("On the way"), "\n".join(_eased(record))),
            (self.tr("Pain before"), session_wording.rating(record.before)),
            (self.tr("Pain after"), session_wording.rating(record.after)),
            (self.tr("Next day"), "" if record.next_day is None else session_wording.rating(record.next_day)),
            *doses(record),
            (self.tr("Note"), record.note),
            (self.tr("Adapted"), "\n".join(_limits(record))),
        ]
        return [(name, value) for name, value in facts if value]

    def _ask_to_delete(self) -> None:
        record = self._list.record
        if record is not None:
            self.delete_requested.emit(record.id)

    def _take_back(self) -> None:
        self._undo_bar.hide()
        self.undo_requested.emit(self._deleted_id)

    def _count(self, total: int) -> str:
        if total == 1:
            return self.tr("One session so far")
        return self.tr("{count} sessions so far").format(count=total)

    def _make_empty(self) -> Box:
        box = Box("card")
        box.column.setContentsMargins(8 * STEP, 8 * STEP, 8 * STEP, 8 * STEP)
        box.column.addWidget(Text(TextRole.HEADING, self.tr("No sessions yet")))
        box.column.addWidget(
            Text(
                TextRole.BODY,
                self.tr(
                    "After your first session you will find it here: what you did, and your knee before and after."
                    " Pick one under Routines to begin."
                ),
            )
        )
        return box

    def _arrange(self) -> None:
        self._trouble.column.addWidget(self._trouble_text)
        self._trouble.hide()
        left = QVBoxLayout()
        left.setSpacing(2 * STEP)
        left.addWidget(self._list, 1)
        left.addWidget(self._more)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * STEP)
        row.addLayout(left, 1)
        row.addWidget(self._make_detail(), 1)
        undo = QHBoxLayout()
        undo.addWidget(self._undo_text, 1)
        undo.addWidget(self._undo)
        self._undo_bar.column.setContentsMargins(5 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._undo_bar.column.addLayout(undo)
        self._undo_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(9 * STEP, 7 * STEP, 9 * STEP, 6 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(Text(TextRole.TITLE, self.tr("History")))
        column.addWidget(self._lead)
        column.addSpacing(2 * STEP)
        column.addWidget(self._trouble)
        column.addWidget(self._undo_bar)
        column.addWidget(self._both, 1)
        column.addWidget(self._empty)
        column.addStretch(0)

    def _make_detail(self) -> QWidget:
        content = Box("card")
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        content.column.addWidget(self._title)
        content.column.addWidget(self._facts)
        content.column.addSpacing(2 * STEP)
        content.column.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        holder.setProperty("box", "scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen session"))
        area.setWidget(holder)
        return area


def _eased(record: Record) -> list[str]:
    """Where the session went on more gently, and why."""
    titles = {stage.key: stage.title for stage in record.planned}
    return [
        f"{titles[eased.key]}: {session_wording.stop_reason(eased.cause)} – {gentler_wording.what_was_done(eased.way)}"
        for eased in record.eased
    ]


def _limits(record: Record) -> list[str]:
    """How the session was lighter or shorter; what a newer version of KneeGuide limited is not known here."""
    known = {question.value: question for question in Question}
    return [limits_wording.effect(known[limit]) for limit in dict.fromkeys(record.limits) if limit in known]
