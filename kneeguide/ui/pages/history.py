"""Looking back: every session with how it went, one of them in full, and the same sessions as charts."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, TITLE_LINE, Box, Scrolled, side_margin
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.diary_actions import Action, DiaryActions
from kneeguide.ui.widgets.history_filters import HistoryFilters
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.nothing_to_show import NothingToShow
from kneeguide.ui.widgets.scroller import SCROLL_MARGIN, Scroller
from kneeguide.ui.widgets.sessions_view import SessionsView
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_WIDEST = 320 * STEP
"""Pixels of the list and the session beside it, at most, at the usual size of letters."""


class View(StrEnum):
    """The two ways of looking back."""

    SESSIONS = "sessions"
    CHARTS = "charts"


class HistoryPage(QWidget):
    """Sessions or charts of them. ``edit_requested``, ``delete_requested`` and
    ``undo_requested`` carry the id of a record, ``filter_chosen`` a HistoryFilter, which counts for every view, and
    ``view_chosen`` a View."""

    edit_requested = Signal(str)
    delete_requested = Signal(str)
    undo_requested = Signal(str)
    more_requested = Signal()
    filter_chosen = Signal(object)
    view_chosen = Signal(object)
    add_requested = Signal()
    report_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    routines_requested = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._deleted_id = ""
        self._charts: QWidget | None = None
        self._offers_charts = False
        self._is_empty = True
        self._has_choice = False
        self._title = Text(TextRole.TITLE, self.tr("History"))
        self._lead = Text(TextRole.QUIET)
        self._trouble = Box("care")
        self._trouble_text = Text(TextRole.BODY)
        self._views = ChoiceChips(
            self.tr("View"), [(self.tr("Sessions"), View.SESSIONS), (self.tr("Charts"), View.CHARTS)]
        )
        self._views.choose(View.SESSIONS)
        self._actions = DiaryActions()
        self._filters = HistoryFilters()
        self._sessions = SessionsView(colours)
        self._undo_bar = Box("lead")
        self._undo_text = Text(TextRole.BODY)
        self._undo = Button(self.tr("Put back"))
        self._empty = NothingToShow(self.tr("Choose a routine"))
        self._empty.say(
            self.tr("No sessions yet"),
            self.tr("After your first session you will find it here: what you did, and your knee before and after."),
        )
        self._none_fits = NothingToShow(self.tr("Show all sessions"))
        self._none_fits.say(
            self.tr("No session fits this choice"), self.tr("Choose a longer time, or all routines and conditions.")
        )
        self._area = (
            Scroller()
        )  # only large letters in a small window need it: sessions and charts scroll by themselves
        self._arrange()
        self._sessions.edit_requested.connect(self.edit_requested)
        self._sessions.delete_requested.connect(self.delete_requested)
        self._sessions.more_requested.connect(self.more_requested)
        self._sessions.opened.connect(self._open_session)
        self._sessions.closed.connect(self._show_view)
        self._sessions.passed_over.connect(self._follow)
        self._actions.wanted.connect(self._act)
        self._undo.clicked.connect(self._take_back)
        self._filters.changed.connect(self._narrow)
        self._empty.wanted.connect(self.routines_requested)
        self._none_fits.wanted.connect(self._look_at_all)
        self._views.changed.connect(self._change_view)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._sessions.set_colours(colours)
        set_colours = getattr(self._charts, "set_colours", None)
        if set_colours is not None:
            set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in a column in the middle."""
        super().resizeEvent(event)
        self._fit_column()

    def changeEvent(self, event: QEvent) -> None:
        """The same for letters of another size, and for a language that is read from the right."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._fit_column()
        super().changeEvent(event)

    def offer_charts(self) -> None:
        """Let Charts be chosen. They are to be set when they are first looked at."""
        self._offers_charts = True
        self._show_view()

    def set_charts(self, charts: QWidget) -> None:
        """Show these when Charts is chosen."""
        self._charts = charts
        self._column.insertWidget(self._column.indexOf(self._sessions), charts)
        self.offer_charts()

    def offer(self, *actions: Action) -> None:
        """Show the buttons of these; what is not offered is not to be seen."""
        self._actions.offer(*actions)
        self._show_view()

    def show_list(self) -> None:
        """Lead the keyboard to the list, where the chosen session stays chosen."""
        self._sessions.lead_to_list()

    def choose_filter(self, chosen: HistoryFilter) -> None:
        """Show which sessions are looked at, without telling anybody."""
        self._filters.choose(chosen)

    def show_records(
        self,
        records: tuple[Record, ...],
        found: int,
        total: int,
        routines: Mapping[str, str],
        deleted: tuple[Record, ...] = (),
    ) -> None:
        """Show the newest of the sessions that are looked at.

        ``found``: how many these are. ``total``: how many the diary holds. ``routines``: titles of those in it, by id.
        ``deleted``: what can be put back, the first of them next.
        """
        self._trouble.hide()
        self._show_deleted(deleted)
        self._is_empty = not total
        self._actions.show_diary(is_empty=self._is_empty)
        self._has_choice = total > 1 or found < total
        self._lead.setText(self._count(found, total))
        self._filters.offer_routines(routines)
        self._sessions.show_records(records, found)
        self._show_view()

    def tell_deleted(self) -> None:
        """Say that a session is gone, and go on from the one in its place, or from the way to have it back."""
        announce(self, self._undo_text.text())
        if self._sessions.isVisible() and self._sessions.chosen is not None:
            self._sessions.lead_to_list()
        else:
            self._undo.setFocus()

    def show_trouble(self, sentence: str) -> None:
        """Say in place why the diary cannot be shown or changed."""
        self._trouble_text.setText(sentence)
        self._trouble.show()

    def _change_view(self) -> None:
        self._show_view()
        self.view_chosen.emit(View.CHARTS if View.CHARTS in self._views.chosen else View.SESSIONS)

    def _show_view(self) -> None:
        """Show what was chosen, or what to say where there is nothing to show."""
        in_charts = View.CHARTS in self._views.chosen and not self._is_empty
        is_whole = in_charts or not self._sessions.is_open  # or else the session has the page to itself
        self._title.setVisible(is_whole)
        self._lead.setVisible(is_whole and not self._is_empty)
        self._actions.set_seen(is_whole)
        self._filters.setVisible(is_whole and self._has_choice)  # among one there is nothing to look for
        self._views.setVisible(is_whole and self._offers_charts and not self._is_empty)
        self._sessions.setVisible(not self._sessions.is_empty and not in_charts)
        self._empty.setVisible(self._is_empty)
        self._none_fits.setVisible(not self._is_empty and self._sessions.is_empty and not in_charts)
        if self._charts is not None:
            self._charts.setVisible(in_charts)

    def _open_session(self) -> None:
        self._show_view()
        self._area.verticalScrollBar().setValue(0)

    def _follow(self, row: QRect) -> None:
        """Keep the row of the list in view that the keys are at."""
        place = row.translated(self._sessions.pos())
        for edge in (place.bottom(), place.top()):
            self._area.ensureVisible(0, edge, 0, 2 * STEP)

    def _act(self, wanted: Action) -> None:
        {
            Action.REPORT: self.report_requested,
            Action.ADD: self.add_requested,
            Action.EXPORT: self.export_requested,
            Action.IMPORT: self.import_requested,
        }[wanted].emit()

    def _show_deleted(self, deleted: tuple[Record, ...]) -> None:
        self._undo_bar.setVisible(bool(deleted))
        if not deleted:
            return
        self._deleted_id = deleted[0].id
        when = wording.day_and_time(deleted[0].started)
        said = self.tr("Deleted: “{title}”, {when}.").format(title=deleted[0].title, when=when)
        more = self.tr("After it, {count} more can be put back.").format(count=len(deleted) - 1)
        self._undo_text.setText(f"{said} {more}" if len(deleted) > 1 else said)

    def _take_back(self) -> None:
        self.undo_requested.emit(self._deleted_id)

    def _narrow(self, chosen: HistoryFilter) -> None:
        """Have this looked at; what is left above and below the filters is out of sight of whoever hears the page."""
        self.filter_chosen.emit(chosen)
        announce(self, self._lead.text() if self._trouble.isHidden() else self._trouble_text.text(), at_once=False)

    def _look_at_all(self) -> None:
        everything = HistoryFilter()
        self._filters.choose(everything)
        self._narrow(everything)
        self.show_list()

    def _count(self, found: int, total: int) -> str:
        if found < total:
            return self.tr("{found} of {total} sessions").format(found=found, total=total)
        if total == 1:
            return self.tr("Your first session is in the diary. The next ones will join it here.")
        return self.tr("{count} sessions so far").format(count=total)

    def _arrange(self) -> None:
        self._trouble.column.addWidget(self._trouble_text)
        self._trouble.hide()
        undo = QHBoxLayout()
        undo.addWidget(self._undo_text, 1)
        undo.addWidget(self._undo)
        self._undo_bar.column.setContentsMargins(5 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._undo_bar.column.addLayout(undo)
        self._undo_bar.hide()
        top = QHBoxLayout()
        top.addStrut(TITLE_LINE)
        top.addWidget(self._title, 1)
        top.addWidget(self._views)
        content = Scrolled()
        content.setProperty("box", "scrolled")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area.setWidget(content)
        whole.addWidget(self._area)
        above = QVBoxLayout()
        below = QVBoxLayout()
        for lines in (above, below):
            lines.setContentsMargins(0, 0, SCROLL_MARGIN, 0)
            lines.setSpacing(2 * STEP)
        above.addLayout(top)
        second = WrappingRow()
        second.addWidget(self._lead, 1)
        second.addWidget(self._actions)
        above.addLayout(second)
        above.addWidget(self._actions.rest)
        above.addWidget(self._filters)
        above.addSpacing(STEP)
        above.addWidget(self._trouble)
        above.addWidget(self._undo_bar)
        below.addWidget(self._none_fits)
        below.addWidget(self._empty)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(9 * STEP, 7 * STEP, 9 * STEP - SCROLL_MARGIN, 6 * STEP)
        self._column.setSpacing(2 * STEP)
        self._fit_column()
        self._column.addLayout(above)
        self._column.addWidget(self._sessions, 1)
        self._column.addLayout(below)
        self._column.addStretch(0)

    def _fit_column(self) -> None:
        margin = side_margin(self.width(), _WIDEST)
        self._area.keep_margin(self._column, margin - SCROLL_MARGIN, margin)
